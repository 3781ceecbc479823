import {type Mask, type Match, maskOf} from '../../lexicon/lexicon'
import type {Approx} from '../../page'
import {changeBefore, isLowerBound, isUpperBound} from '../around'
import {isLikelyYear} from '../date'
import {opensRange} from '../date-range'
import {type Decimal, decimalOf, isNegative, multiply, toNumber} from '../decimal'
import {type Draft, noFactRule} from '../draft'
import {degrees, isLasting, type Measure, measureAfter} from '../measure'
import {type NumberRead, readNumber} from '../number'
import {
  isDigitAt,
  isUpperAt,
  matchAt,
  matchBefore,
  matchInEnding,
  type Reader,
  skipEnding,
  skipSpaces,
  unitAt,
} from '../reader'
import {durationIso, lengthRatio} from '../time-units'
import {isAged} from './age'
import {isTitleCase} from './bare'
import {isCounted, nounAfter} from './count'
import {choose, details, type Operand, operand, times} from './operand'

const approxMask = maskOf('approx')
const toMask = maskOf('to')
const joinerMask = maskOf('joiner')
const functionMask = maskOf('function')
const afterNumberMask = maskOf('range-after')
const space = 32
const dash = 45
const tilde = 126

/** `5-10 %`, `from 8.000 to 10.000 ha`, `$10-$20`, `1.3 - 1.5 kali`: two numbers of one measure. */
export function readRange(reader: Reader, first: Operand, floor: number): Draft | undefined {
  const firstEnd = first.after !== undefined && first.after.kind !== 'count' ? first.after.end : first.end
  const joint = jointEnd(reader, first, firstEnd, floor)
  if (joint === 0) return undefined
  const approx = matchAt(reader, joint, approxMask)
  // "30 or more than 50" is no range
  const id = approx?.senses[0]?.id as Approx | undefined
  if ((isLowerBound(id) || isUpperBound(id)) && !opensRange(reader, first.before?.start ?? first.start))
    return undefined
  const from = approx === undefined ? joint : skipSpaces(reader, approx.end)
  const number =
    readNumber(reader, from) ??
    readNumber(reader, skipCurrency(reader, from)) ??
    (unitAt(reader, from) === dash ? readNumber(reader, from + 1) : undefined)
  if (number === undefined || number.start - from > 5) return undefined
  const second = operand(reader, number, joint)
  if (rangeRunsOn(reader, second)) return undefined
  const measure = choose(second)
  const own = choose(first)
  if (!agree(own, measure) || (own?.kind === 'percentage' && measure === undefined && isYear(number))) return undefined
  // the adapter GAA 12V-21
  const isGlued = own?.end === joint - 1 && unitAt(reader, joint - 1) === dash && own.end > first.end
  if (own?.kind === 'quantity' && measure === undefined && isGlued) return undefined
  if (isStep(reader, first, second, firstEnd)) return undefined
  return merge(reader, first, second, own, measure)
}

/** How many times the step of a change its goal is at least, where no word for by says what is what. */
const leastGoal = 5

/** `fell 5 cents to $1.65`, `на 5 рублей до 62 рублей`: behind a rise or fall a word joins a step and a level, no ends of a range. */
function isStep(reader: Reader, first: Operand, second: Operand, end: number): boolean {
  const [own, measure] = [choose(first), choose(second)]
  const mark = unitAt(reader, skipSpaces(reader, end))
  if (own === undefined || own.kind !== measure?.kind || mark === dash || mark === tilde) return false
  const start = own === first.before ? own.start : first.start
  if (opensRange(reader, start)) return false
  const {direct, told} = changeBefore(reader, start)
  if (!told) return false
  if (direct === 'by' || own.factor !== measure.factor) return true
  return direct !== undefined && toNumber(second.value) >= leastGoal * toNumber(first.value)
}

/** Four digits of a year: 0 % until 2010. */
const isYear = (number: NumberRead): boolean => number.plain && isLikelyYear(toNumber(number.value))

/** Whether the second number goes on with a dash and more digits: a phone number or date, no range. */
const rangeRunsOn = (reader: Reader, second: Operand): boolean =>
  second.after === undefined && unitAt(reader, second.end) === dash && isDigitAt(reader, second.end + 1)

/** Position of the second number: behind a dash, or behind a word that joins the ends. */
function jointEnd(reader: Reader, first: Operand, end: number, floor: number): number {
  const at = skipSpaces(reader, end)
  const mark = unitAt(reader, at)
  const word =
    matchAt(reader, at, toMask) ??
    endingBefore(reader, end, toMask) ??
    // 5- to 10-year-olds, 0- bis 3-Jährige
    (mark === dash && unitAt(reader, at + 1) === space ? matchAt(reader, at + 2, toMask) : undefined)
  if (word !== undefined && word.senses[0]!.id !== 'closed') return skipSpaces(reader, word.end)
  // "12 -5" and "12- 5" are set carelessly; a spaced dash between unlike things is punctuation, which the measures tell.
  if (word === undefined && (mark === dash || mark === tilde)) return skipSpaces(reader, at + 1)
  const joiner = word ?? matchAt(reader, at, joinerMask)
  const start = first.before?.start ?? first.start
  if (joiner === undefined || start < floor) return 0
  if (!opensRange(reader, start) && !closesRange(reader, joiner.end)) return 0
  const next = skipSpaces(reader, joiner.end)
  // between the ten and **the** fifteen
  const article = matchAt(reader, next, functionMask)
  return article === undefined || article.end - next > 3 ? next : skipSpaces(reader, article.end)
}

/** `18 और 29 के बीच`: a word behind the second number closes the range. */
function closesRange(reader: Reader, at: number): boolean {
  const number = readNumber(reader, skipSpaces(reader, at))
  if (number === undefined) return false
  const end = measureAfter(reader, number.end)?.end ?? number.end
  return closing(reader, end) !== undefined || closing(reader, number.end) !== undefined
}

/** The word that closes a range behind `end`, perhaps behind or in an ending of the word there: 20'ye kadar, 4 dyumgacha. */
const closing = (reader: Reader, end: number): Match | undefined =>
  matchAt(reader, skipSpaces(reader, end), afterNumberMask) ??
  matchAt(reader, skipSpaces(reader, skipEnding(reader, end)), afterNumberMask) ??
  endingBefore(reader, end, afterNumberMask)

/** Units of the longest ending that joins or closes a range. */
const longestEnding = 5

/** An ending that the lexicon lists, at the end of the word before `end`: the ablative of `1 dyumdan 4`. */
const endingBefore = (reader: Reader, end: number, mask: Mask): Match | undefined =>
  matchInEnding(reader, end, mask, longestEnding, (found) => found.end === end)

function skipCurrency(reader: Reader, at: number): number {
  const found = matchAt(reader, at, maskOf('currency', 'percent', 'unit'))
  return found === undefined ? at : skipSpaces(reader, found.end)
}

/** Whether two ends may share a measure: the same, or the first has none. */
function agree(own: Measure | undefined, other: Measure | undefined): boolean {
  if (own === undefined || own.kind === 'count') return other === undefined || other.kind !== 'ordinal'
  if (other === undefined || other.kind === 'count')
    return (
      own.kind === 'money' ||
      own.kind === 'age' ||
      (own.kind !== 'ordinal' && own.start < own.end && own.factor === 1 && own.kind !== 'duration')
    )
  // aged from 4 to 6 years: the word for the age stands before the first end alone
  if (own.kind === 'age' && other.kind === 'duration') return own.start === own.end
  const sameUnit = own.unit === other.unit || (own.unit === 'temperature-generic' && degrees.has(other.unit!))
  if (own.kind !== other.kind) return false
  return (
    (sameUnit && own.currency === other.currency) ||
    (own.kind === 'duration' && lengthRatio(other.unit!, own.unit!) > 0)
  )
}

function merge(
  reader: Reader,
  first: Operand,
  second: Operand,
  own: Measure | undefined,
  measure: Measure | undefined,
): Draft | undefined {
  const used = measure !== undefined && measure.kind !== 'count' ? measure : (own ?? measure)
  const factor = used?.factor ?? 1
  let low = first.value
  const borrows =
    second.number.scale &&
    !first.number.scale &&
    second.number.scaleValue !== undefined &&
    second.number.base !== undefined
  if (borrows && toNumber(low) <= toNumber(second.number.base!))
    low = multiply(low, decimalOf(second.number.scaleValue!))
  const isLonger = own?.kind === 'duration' && used?.kind === 'duration' && own.unit !== used.unit
  if (isLonger && !isOpened(reader, first.start)) return undefined
  const ends: [Decimal, Decimal] = [
    times(low, own !== undefined && own.kind !== 'count' ? own.factor : factor),
    times(second.value, isLonger ? factor * lengthRatio(used.unit!, own.unit!) : factor),
  ]
  // between 0 and -4 degrees, 5-10 minusgrader
  const isCold = isNegative(ends[1]) && used?.kind === 'quantity' && (factor < 0 || opensRange(reader, first.start))
  const [min, max] = isCold && toNumber(ends[0]) > toNumber(ends[1]) ? [ends[1], ends[0]] : ends
  if (toNumber(min) >= toNumber(max)) return undefined
  // Both ends complete: "from 5 % to 7 %" may be a change; a word joins them to a range only when no change is told.
  const start = Math.min(first.start, own !== undefined && own === first.before ? own.start : first.start)
  const end = Math.max(second.end, measure !== undefined && measure === second.after ? measure.end : second.end)
  if (used === undefined) return bareRange(reader, first, second, min, max)
  if (used.kind === 'ordinal') return undefined
  const isCount = used.either && isCounted(reader, second, used)
  const isTerm = used.kind === 'age' && isLasting(reader, end)
  const kind = isCount ? 'count' : isTerm ? 'duration' : used.kind
  const draft: Draft = {
    start,
    end: isCount ? second.end : end,
    kind,
    rule: `${kind}/range`,
    min,
    max,
    spelled: first.number.spelled && second.number.spelled,
    ...details(used),
    ...(isLonger ? {unit: own.unit} : {}),
  }
  if (isOpening(reader, first, second, own, used)) return {...draft, rule: noFactRule}
  if (used.kind === 'duration' && (own?.kind === 'age' || isAged(reader, start, used))) draft.kind = 'age'
  else if (kind === 'duration')
    draft.iso = `${durationIso(first.value, (isLonger ? own : used).unit!)}/${durationIso(second.value, used.unit!)}`
  return closing(reader, end) === undefined ? draft : {...draft, closed: true}
}

const ofMask = maskOf('date-joiner')

/** Whether a word that opens a range stands before it, or one for of that may: de 3 mois à 5 ans. */
const isOpened = (reader: Reader, start: number): boolean =>
  opensRange(reader, start) || matchBefore(reader, start, ofMask) !== undefined

const hoursOfDay = 24
const noon = 12
const quarterOfDay = 6

/** `de 9 heures à 18 heures`, `с 9 до 18 часов`: hours of the day from one to another, no length of time. */
function isOpening(
  reader: Reader,
  first: Operand,
  second: Operand,
  own: Measure | undefined,
  {kind, unit}: Measure,
): boolean {
  const [from, to] = [toNumber(first.value), toNumber(second.value)]
  if (kind !== 'duration' || unit !== 'hour' || to > hoursOfDay || !isOpened(reader, first.start)) return false
  return own?.kind === 'duration' || (to > noon && from % quarterOfDay !== 0)
}

function bareRange(reader: Reader, first: Operand, second: Operand, min: Decimal, max: Decimal): Draft | undefined {
  const noun = nounAfter(reader, second.number.end)
  if ((isNegative(min) && !opensRange(reader, first.start)) || isScore(reader, first, second)) return undefined
  const kind = noun === undefined ? 'number' : 'count'
  return {
    start: first.start,
    end: second.end,
    kind,
    rule: `${kind}/range`,
    min,
    max,
    noun,
    spelled: first.number.spelled && second.number.spelled,
    ...(closing(reader, second.end) === undefined ? {} : {closed: true}),
  }
}

/** `0-1 José Garro`, `SAPRISSA 0-1 HEREDIANO`: glued with nothing, or between names. */
function isScore(reader: Reader, first: Operand, second: Operand): boolean {
  if (second.start - first.end !== 1 || unitAt(reader, first.end) !== dash) return false
  if (unitAt(reader, first.start) === 48 && first.end - first.start === 1) return true
  const next = skipSpaces(reader, second.end)
  return (
    second.end - second.start <= 2 &&
    isUpperAt(reader, next) &&
    !reader.lexicon.settings.has('capitalNouns') &&
    !isTitleCase(reader)
  )
}

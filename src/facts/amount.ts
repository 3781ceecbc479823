import {type Mask, type Match, maskOf} from '../lexicon/lexicon'
import type {Approx} from '../page'
import {classOf, is} from '../text/classes'
import {isLowerBound, isUpperBound} from './around'
import {findSense, isLikelyYear} from './date'
import {opensRange} from './date-range'
import {add, type Decimal, decimalOf, isNegative, multiply, negate, toNumber} from './decimal'
import type {Draft} from './draft'
import {
  currencyNameBefore,
  degrees,
  hasAge,
  inchMark,
  type Measure,
  measureAfter,
  measureBefore,
  saysAge,
} from './measure'
import {type NumberRead, readNumber} from './number'
import {
  isAlone,
  isDigitAt,
  isFreeAt,
  isLetterAt,
  isLowerAt,
  isSpacedLetterAt,
  isTibetan,
  isUpperAt,
  matchAt,
  matchBefore,
  type Reader,
  rawUnit,
  skipEnding,
  skipSpaces,
  skipSpacesBack,
  unitAt,
  wordEnd,
  wordStart,
} from './reader'
import {durationIso, isShorter, joinDurations, plainUnit, timeUnits} from './time-units'

/** A number with what it measures, before it is joined with another to a range. */
interface Operand {
  approx: Approx | undefined
  number: NumberRead
  value: Decimal
  start: number
  end: number
  after: Measure | undefined
  before: Measure | undefined
}

const approxMask = maskOf('approx')
const toMask = maskOf('to')
const joinerMask = maskOf('joiner')
const functionMask = maskOf('function')
const minusMask = maskOf('minus')
const unitMask = maskOf('unit')
const perMask = maskOf('per')
const scaleMask = maskOf('scale')
const cardinalMask = maskOf('cardinal')
const afterNumberMask = maskOf('range-after')

const space = 32
const comma = 44
const dash = 45
const apostrophe = 39
const ideographicComma = 0x3001
const tilde = 126
const slash = 47

/** The fact that the number read at `number.start` belongs to; `floor` is where the last fact ended. */
export function readAmount(reader: Reader, number: NumberRead, floor: number): Draft | undefined {
  const first = operand(reader, number, floor)
  if (number.ordinal)
    return {
      start: first.start,
      end: first.end,
      kind: 'ordinal',
      rule: 'ordinal/words',
      value: first.value,
      spelled: true,
    }
  if (isMultiplied(reader, first)) return undefined
  const height = feetAndInches(reader, first)
  if (height !== undefined) return height
  const range = readRange(reader, first, floor)
  if (range !== undefined) return range
  const measure = choose(first)
  const below = measure === undefined || measure.kind === 'count' ? belowZero(reader, first.end) : undefined
  if (below !== undefined) return temperatureBelow(first, below)
  if (measure === undefined) return bareNumber(reader, first, floor)
  if (
    measure.kind === 'count' &&
    number.spelled &&
    (toNumber(first.value) === 1 || runsIntoWord(reader, number, measure))
  )
    return undefined
  if (measure.either && isCounted(reader, first, measure))
    return {...single(first, measure), kind: 'count', end: first.end, rule: 'count/times'}
  if (
    measure.kind === 'duration' &&
    (saysAge(reader, first.start) || isApposition(reader, first, measure) || isLived(reader, first.start, measure))
  )
    return age(reader, first, measure)
  if (measure.kind === 'duration') return duration(reader, first, measure)
  if (measure.kind === 'ordinal' && (first.number.fraction || !Number.isInteger(toNumber(first.value))))
    return undefined
  return complete(reader, single(first, measure), measure)
}

/** A single amount with what stands beside it and belongs to it. */
function complete(reader: Reader, draft: Draft, measure: Measure): Draft | undefined {
  switch (draft.kind) {
    case 'money':
      return withLeadingScale(reader, withTrailingScale(reader, withCents(reader, draft, measure)))
    case 'percentage':
      return withTenths(reader, draft, measure)
    case 'quantity':
      return isArticle(draft)
        ? undefined
        : withRate(reader, withSmallerUnits(reader, asTemperature(reader, draft), measure))
    default:
      return draft
  }
}

/** Units whose words mean other things, which "one" or an article counts: un bar, to some degree. */
const everydayUnits = new Set(['bar', 'temperature-generic', 'degree', 'decimeter'])

/** `un bar`, `ett DM`: an article before what only looks like a unit. */
const isArticle = ({spelled, value, unit}: Draft): boolean =>
  spelled && value !== undefined && toNumber(value) === 1 && everydayUnits.has(unit!)

/** `6'2"`: inches below twelve behind feet. */
function feetAndInches(reader: Reader, {number, start, value}: Operand): Draft | undefined {
  if (!number.plain || unitAt(reader, number.end) !== apostrophe) return undefined
  const inches = isDigitAt(reader, number.end + 1) ? readNumber(reader, number.end + 1) : undefined
  const end = inches === undefined ? 0 : inchMark(reader, inches.end)
  if (end === 0 || toNumber(inches!.value) >= 12) return undefined
  const total = add(multiply(value, decimalOf(12)), inches!.value)
  return {start, end, kind: 'quantity', rule: 'quantity/feet-inches', value: total, unit: 'inch', spelled: false}
}

/** `£125m` where m is no known scale, `dibilione di le $11`: money multiplied by what we can't read, or not together with it. */
function isMultiplied(reader: Reader, {before, after, number}: Operand): boolean {
  if (before?.kind !== 'money') return false
  const next = unitAt(reader, number.end)
  const isMark = isSpacedLetterAt(reader, number.end) && !isTibetan(next) && !number.spelled && after?.kind !== 'money'
  if (isMark || reader.lexicon.settings.has('scaleBefore')) return isMark
  return matchBefore(reader, before.start, scaleMask) !== undefined
}

function operand(reader: Reader, number: NumberRead, floor: number): Operand {
  const sign = signBefore(reader, number, floor)
  const gap = approxInside(reader, number)
  const near = measureAfter(reader, gap?.end ?? number.end) ?? measureBehindOf(reader, number)
  const behind = near !== undefined && isLooseAfterWords(reader, number, near) ? undefined : near
  const before = operandBefore(reader, number, sign.start, floor, behind)
  // R$ 139,99 **R$** 135,99
  const isNext =
    before?.kind === 'money' && behind?.kind === 'money' && isDigitAt(reader, skipSpaces(reader, behind.end))
  return {
    approx: number.approx ?? (gap?.senses[0]?.id as Approx | undefined),
    number,
    value: sign.negative ? negate(number.value) : number.value,
    start: sign.start,
    end: number.end,
    after: isNext ? undefined : behind,
    before,
  }
}

/** The measure before the number, where the one behind it leaves room for it. */
function operandBefore(
  reader: Reader,
  number: NumberRead,
  start: number,
  floor: number,
  behind: Measure | undefined,
): Measure | undefined {
  if (behind === undefined)
    return (
      measureBefore(reader, start, floor) ?? (isLarge(number) ? currencyNameBefore(reader, start, floor) : undefined)
    )
  if (behind.kind === 'count' || behind.kind === 'ordinal') return measureBefore(reader, start, floor)
  if (behind.kind !== 'quantity' && behind.kind !== 'money') return undefined
  const before = measureBefore(reader, start, floor)
  return before?.kind === 'money' || before?.kind === behind.kind ? before : undefined
}

/** A number that names no model or year: with a scale word, decimals or groups, or of many digits. */
const isLarge = ({scale, plain, spelled, value}: NumberRead): boolean =>
  scale || (!spelled && (!plain || toNumber(value) >= 10_000))

/** `einer H&M-Filiale`, `einer Bar`, `einen SCR-Kat`, `four RS-25 engines`, 三度获奖: after a numeral in words a sign or a word of two meanings measures nothing. */
function isLooseAfterWords(reader: Reader, number: NumberRead, {kind, unit, end}: Measure): boolean {
  if (!number.spelled || number.scale) return false
  const value = toNumber(number.value)
  const at = skipSpaces(reader, number.end)
  if (isFreeAt(reader, at)) return unit === 'temperature-generic' && value < 10
  const size = end - at
  if (kind === 'quantity' || kind === 'duration') return size === 1 || (unit === 'bar' && value === 1)
  return kind === 'money' && size <= 3 && isUpperAt(reader, end - 1)
}

const approxAfterMask = maskOf('approx-after')

/** `300多公里`, `250,000 lebih pelancong`: an approximator between the number and what it measures or counts. */
function approxInside(reader: Reader, number: NumberRead): Match | undefined {
  const found = limitAt(reader, number.end) ?? limitAt(reader, skipEnding(reader, number.end))
  if (found === undefined) return undefined
  const measured = measureAfter(reader, found.end) !== undefined || nounAfter(reader, found.end) !== undefined
  return measured ? found : undefined
}

function limitAt(reader: Reader, end: number): Match | undefined {
  const at = skipSpaces(reader, end)
  return at - end > 1 ? undefined : matchAt(reader, at, approxAfterMask)
}

const ofMask = maskOf('date-joiner', 'function')

/** The measure behind a scale and a short word; a currency with a number of its own belongs to that one: Rs 10 lakh to **Rs 20** lakh. */
function measureBehindOf(reader: Reader, {scale, fraction, end}: NumberRead): Measure | undefined {
  // $53 million **a week**: the word divides
  if (scale ? matchAt(reader, skipSpaces(reader, end), perMask) !== undefined : !fraction) return undefined
  const found = measureAfter(reader, skipOf(reader, end))
  return found?.kind === 'money' && isDigitAt(reader, skipSpaces(reader, found.end)) ? undefined : found
}

/** Position behind the short word between a scale and what it counts: millions **of** tonnes. */
function skipOf(reader: Reader, end: number): number {
  const at = skipSpaces(reader, end)
  const found = at > end ? matchAt(reader, at, ofMask) : undefined
  return found === undefined || found.end - at > 3 || isFreeAt(reader, at) ? end : found.end
}

/** Marks between which and a number a dash is a minus sign: brackets, a quote, a comparison. */
const signOpeners = new Set(['(', '[', '"', '<', '>', '=', '≤', '≥'].map((mark) => mark.charCodeAt(0)))

/** A minus sign or word that belongs to the number: not a dash between two things. */
function signBefore(reader: Reader, number: NumberRead, floor: number): {start: number; negative: boolean} {
  const at = number.start
  const none = {start: at, negative: false}
  if (at <= floor) return none
  if (isSpacedMinus(reader, number)) return {start: skipSpaces(reader, reader.start), negative: true}
  if (unitAt(reader, at - 1) === dash) {
    const before = unitAt(reader, at - 2)
    const kind = classOf[before]
    const free =
      before === 0 ||
      kind === is.space ||
      kind === is.currency ||
      signOpeners.has(before) ||
      (kind === is.unspaced && rawUnit(reader, at - 1) !== dash)
    if (!free || (isLetterAt(reader, at - 2) && !isFreeAt(reader, at - 2))) return none
    // "12 -5": the second end of a range; an en dash before a number is no minus
    if (kind === is.space && isDigitAt(reader, skipSpacesBack(reader, at - 1) - 1)) return none
    if (kind === is.space && isLetterAt(reader, at - 3) && isListDash(reader, number)) return none
    return rawUnit(reader, at - 1) === 0x2013 || rawUnit(reader, at - 1) === 0x2014
      ? none
      : {start: at - 1, negative: true}
  }
  const word = matchBefore(reader, at, minusMask)
  if (word === undefined || word.start < floor || word.senses.every(({id}) => id === 'after')) return none
  // the last syllable of a word is none: 마태복음 5장
  if (classOf[unitAt(reader, word.start)] === is.hangul && isLetterAt(reader, word.start - 1)) return none
  // "al menos 20" is no minus: a longer phrase that limits the number has the word in it
  const limit = matchBefore(reader, at, approxMask)
  if (limit !== undefined && limit.start < word.start) return none
  // A sign must touch the number: " - 1.5" goes on a range or a list.
  const isSign = !isLetterAt(reader, word.start)
  return isSign && (word.end !== at || unitAt(reader, word.start) === dash) ? none : {start: word.start, negative: true}
}

/** How far around a dash others are looked for. */
const listReach = 120

/** Whether another number near by is set off from its word by a dash: "bread – 31.9 %, meat -14.8 %". Degrees may be below zero. */
function isListDash(reader: Reader, {start: at, end}: NumberRead): boolean {
  if (temperatures.has(measureAfter(reader, end)?.unit ?? '')) return false
  const stop = Math.min(reader.end, at + listReach)
  for (let i = Math.max(reader.start + 2, at - listReach); i < stop; i++)
    if (
      unitAt(reader, i) === dash &&
      unitAt(reader, i - 1) === 32 &&
      unitAt(reader, i + 1) === 32 &&
      isDigitAt(reader, i + 2) &&
      isLetterAt(reader, i - 2)
    )
      return true
  return false
}

/** `- 1.200.000`, `- 3,5 %`, `- 5 °C`: a minus and a space before a number that fills a cell. What has another unit is an item of a list. */
function isSpacedMinus(reader: Reader, number: NumberRead): boolean {
  const first = skipSpaces(reader, reader.start)
  if (unitAt(reader, first) !== dash || unitAt(reader, first + 1) !== 32) return false
  if (skipSpaces(reader, first + 1) !== number.start) return false
  const measure = measureAfter(reader, number.end)
  const signed = measure === undefined || measure.kind === 'percentage' || degrees.has(measure.unit ?? '')
  return signed && isAlone(reader, first, measure?.end ?? number.end)
}

/** The measure that counts: a currency before the number wins over a unit behind it, a percent sign over all. */
function choose({after, before}: Operand): Measure | undefined {
  if (after === undefined) return before
  if (before === undefined) return after
  if (before.kind === 'money' && after.kind === 'money')
    return {...(after.currencies === undefined ? after : before), start: before.start, end: after.end}
  if (before.kind === 'money' && after.kind !== 'percentage') return before
  if (before.kind === 'quantity' && after.kind === 'quantity')
    return after.unit === 'temperature-generic' || after.unit === 'degree'
      ? {...after, unit: before.unit!, start: before.start}
      : after
  return after.kind === 'count' || after.kind === 'ordinal' ? before : after
}

const startOf = (part: Operand, measure: Measure): number => Math.min(part.start, measure.start)
const endOf = (part: Operand, measure: Measure): number => Math.max(part.end, measure.end)
const times = (value: Decimal, factor: number): Decimal => (factor === 1 ? value : multiply(value, decimalOf(factor)))

function single(part: Operand, measure: Measure): Draft {
  return {
    start: startOf(part, measure),
    end: measure.kind === 'count' ? part.end : endOf(part, measure),
    kind: measure.kind,
    rule: ruleOf(part, measure),
    value: times(part.value, measure.factor),
    other: part.number.other === undefined ? undefined : times(part.number.other, measure.factor),
    spelled: part.number.spelled,
    approx: part.approx,
    ...(measure.kind === 'count' && measure.noun !== undefined ? {tail: measure.noun.end} : {}),
    ...details(measure),
  }
}

const ruleOf = (part: Operand, measure: Measure): string =>
  `${measure.kind}/${measure === part.before ? 'before' : 'after'}-number`

const details = ({currency, currencies, unit, per, noun}: Measure): Partial<Draft> => ({
  currency,
  currencies,
  unit,
  per,
  noun,
})

// --- ranges -------------------------------------------------------------------------------------------------------

/** `5-10 %`, `from 8.000 to 10.000 ha`, `$10-$20`, `1.3 - 1.5 kali`: two numbers of one measure. */
function readRange(reader: Reader, first: Operand, floor: number): Draft | undefined {
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
  return merge(reader, first, second, own, measure)
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

/** Units of the endings looked for at the end of a word. */
const endingUnits = [2, 3, 4, 5]

/** An ending that the lexicon lists, at the end of the word before `end`: the ablative of `1 dyumdan 4`. */
function endingBefore(reader: Reader, end: number, mask: Mask): Match | undefined {
  if (reader.lexicon.suffixes.size === 0 || !isSpacedLetterAt(reader, end - 1)) return undefined
  for (const size of endingUnits) {
    const found = isSpacedLetterAt(reader, end - size - 1) ? matchAt(reader, end - size, mask) : undefined
    if (found?.end === end) return found
  }
  return undefined
}

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
  const sameUnit = own.unit === other.unit || (own.unit === 'temperature-generic' && degrees.has(other.unit!))
  return own.kind === other.kind && sameUnit && own.currency === other.currency
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
  const ends: [Decimal, Decimal] = [
    times(low, own !== undefined && own.kind !== 'count' ? own.factor : factor),
    times(second.value, factor),
  ]
  // between 0 and -4 degrees
  const isCold = isNegative(ends[1]) && used?.kind === 'quantity' && opensRange(reader, first.start)
  const [min, max] = isCold && toNumber(ends[0]) > toNumber(ends[1]) ? [ends[1], ends[0]] : ends
  if (toNumber(min) >= toNumber(max)) return undefined
  // Both ends complete: "from 5 % to 7 %" may be a change; a word joins them to a range only when no change is told.
  const start = Math.min(first.start, own !== undefined && own === first.before ? own.start : first.start)
  const end = Math.max(second.end, measure !== undefined && measure === second.after ? measure.end : second.end)
  if (used === undefined) return bareRange(reader, first, second, min, max)
  if (used.kind === 'ordinal') return undefined
  const isCount = used.either && isCounted(reader, second, used)
  const kind = isCount ? 'count' : used.kind
  const draft: Draft = {
    start,
    end: isCount ? second.end : end,
    kind,
    rule: `${kind}/range`,
    min,
    max,
    spelled: first.number.spelled && second.number.spelled,
    ...details(used),
  }
  if (used.kind === 'duration' && (saysAge(reader, start) || isLived(reader, start, used))) draft.kind = 'age'
  else if (used.kind === 'duration')
    draft.iso = `${durationIso(first.value, used.unit!)}/${durationIso(second.value, used.unit!)}`
  return closing(reader, end) === undefined ? draft : {...draft, closed: true}
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

/** 세포를: a numeral of one syllable with a classifier that goes on is another word. */
const runsIntoWord = (reader: Reader, number: NumberRead, measure: Measure): boolean =>
  number.end - number.start === 1 &&
  classOf[unitAt(reader, number.start)] === is.hangul &&
  isLetterAt(reader, measure.noun!.end) &&
  isLetterAt(reader, measure.noun!.end + 1)

const comparisonMask = maskOf('approx', 'multiple', 'change', 'to')

/** `3 lần`, `three times`: how often, unless a fraction or a comparison beside it makes it how much. */
function isCounted(reader: Reader, part: Operand, measure: Measure): boolean {
  if (part.number.fraction || !Number.isInteger(toNumber(part.value))) return false
  const next = skipSpaces(reader, measure.end)
  return (
    matchAt(reader, next, comparisonMask) === undefined &&
    matchBefore(reader, part.start, maskOf('multiple', 'change')) === undefined
  )
}

const isLived = (reader: Reader, start: number, {unit, end}: Measure): boolean =>
  (unit === 'year' || unit === 'month') && hasAge(reader, start, end)

/** Years of age, with a half behind them: tiene 3 años y medio. */
function age(reader: Reader, part: Operand, measure: Measure): Draft {
  const draft: Draft = {...single(part, measure), kind: 'age', rule: 'age/years'}
  const half = measure === part.after ? halfBehind(reader, draft.end) : 0
  return half === 0 ? draft : {...draft, end: half, value: add(draft.value!, decimalOf(0.5))}
}

const closers = new Set([44, 46, 41, 59, 0x3001, 0x3002])

/** `Valdir Moreira, 63 anos,`: years set off behind a name are somebody's age. */
function isApposition(reader: Reader, part: Operand, measure: Measure): boolean {
  const value = toNumber(part.value)
  if (measure.unit !== 'year' || part.number.spelled || value < 1 || value > 120 || measure !== part.after) return false
  const before = skipSpacesBack(reader, part.start)
  const next = unitAt(reader, measure.end)
  if (unitAt(reader, before - 1) !== 44 || !(next === 0 || closers.has(next))) return false
  const nameEnd = skipSpacesBack(reader, before - 1)
  return isUpperAt(reader, wordStart(reader, nameEnd)) || (next === 44 && isLetterAt(reader, nameEnd - 1))
}

// --- durations ----------------------------------------------------------------------------------------------------

/** `3 tahun`, `1 year 3 months`, `2 hours and 30 minutes`. */
function duration(reader: Reader, part: Operand, measure: Measure): Draft {
  const draft = single(part, measure)
  const unit = plainUnit(measure.unit!)
  const parts: [Decimal, string][] = [[times(part.value, measure.factor), unit]]
  let end = draft.end
  for (let round = 0; round < 4 && measure === part.after; round++) {
    const next = nextDuration(reader, end, parts[parts.length - 1]![1])
    if (next === undefined || parts.some(([, known]) => known === next.unit)) break
    parts.push([next.value, next.unit])
    end = next.end
  }
  const half = measure === part.after && part.number.value.exponent >= 0 ? halfBehind(reader, end) : 0
  if (half > 0 && parts.length === 1) {
    const value = add(parts[0]![0], decimalOf(0.5 * measure.factor))
    return {...draft, end: half, value, unit, iso: durationIso(value, unit)}
  }
  if (parts.length === 1) return {...draft, unit, iso: durationIso(parts[0]![0], unit)}
  return {
    ...draft,
    end,
    unit: 'mixed',
    value: undefined,
    other: undefined,
    iso: joinDurations(parts),
    rule: 'duration/mixed',
  }
}

/** The number and unit of time behind one: a smaller one, or any where no word or mark stands between (2 days 1 month). */
function nextDuration(
  reader: Reader,
  end: number,
  than: string,
): {value: Decimal; unit: string; end: number} | undefined {
  const mark = unitAt(reader, end)
  let at = skipSpaces(reader, mark === comma || mark === ideographicComma ? end + 1 : end)
  const joiner = matchAt(reader, at, joinerMask)
  if (joiner !== undefined && !isDigitAt(reader, at)) at = skipSpaces(reader, joiner.end)
  const number = readNumber(reader, at)
  if (number === undefined || number.scale) return undefined
  const measure = measureAfter(reader, number.end)
  const unit = measure?.kind === 'duration' ? plainUnit(measure.unit!) : undefined
  if (measure === undefined || unit === undefined) return undefined
  if (unit === 'night' || than === 'night') return undefined
  if (!isShorter(unit, than) && (mark !== space || at !== skipSpaces(reader, end))) return undefined
  return {value: times(number.value, measure.factor), unit, end: measure.end}
}

/** `2 dollars and 23 cents`, `五十元六角三分`, `20 euros 43`: smaller amounts of the same money behind it. */
function withCents(reader: Reader, draft: Draft, measure: Measure): Draft {
  if (measure.factor !== 1 || draft.value === undefined || draft.value.exponent < 0) return draft
  let {end, value} = draft
  let factor = 1
  for (let round = 0; round < 2; round++) {
    const part = centsBehind(reader, end, factor)
    if (part === undefined) break
    ;({end, factor} = part)
    value = add(value, part.value)
  }
  const rest = factor < 1 ? undefined : (bareCents(reader, draft) ?? tenthsBehind(reader, end))
  if (rest !== undefined) {
    end = rest.end
    value = add(value, rest.value)
  }
  return end === draft.end ? draft : {...draft, end, value, other: undefined, rule: 'money/with-cents'}
}

const subUnitMask = maskOf('currency', 'sub-unit')

/** A number below a hundred with the word of a smaller coin than `factor`: and 23 cents, 43c. */
function centsBehind(
  reader: Reader,
  end: number,
  factor: number,
): {end: number; value: Decimal; factor: number} | undefined {
  const joined = skipJoiner(reader, end)
  // 3 euros con 99 céntimos
  const at = isSpacedLetterAt(reader, joined) ? skipSpaces(reader, skipOf(reader, end)) : joined
  const number = at > end || isFreeAt(reader, at) || isFreeAt(reader, end - 1) ? smallNumber(reader, at) : undefined
  if (number === undefined) return undefined
  const found = matchAt(reader, skipOf(reader, skipSpaces(reader, number.end)), subUnitMask)
  const coin = found?.senses.find(({value}) => value < factor)
  return coin === undefined
    ? undefined
    : {end: found!.end, value: multiply(number.value, decimalOf(coin.value)), factor: coin.value}
}

function skipJoiner(reader: Reader, end: number): number {
  const at = skipSpaces(reader, end)
  const joiner = isDigitAt(reader, at) ? undefined : matchAt(reader, at, joinerMask)
  return joiner === undefined ? at : skipSpaces(reader, joiner.end)
}

function smallNumber(reader: Reader, at: number): NumberRead | undefined {
  const number = readNumber(reader, at)
  return number === undefined || number.scale || number.value.exponent < 0 || toNumber(number.value) >= 100
    ? undefined
    : number
}

/** Currencies that no page writes with two decimals. */
const centless = new Set(['JPY', 'KRW', 'VND', 'IDR', 'CLP', 'PYG', 'ISK', 'UGX', 'RWF', 'XOF', 'XAF', 'HUF'])

/** `20 euros 43.`, `thirteen dollars and forty-five`: two digits at the end of a clause behind the word of a currency. */
function bareCents(reader: Reader, draft: Draft): {end: number; value: Decimal} | undefined {
  if (!isSpacedLetterAt(reader, draft.end - 1) || centless.has(draft.currency ?? '')) return undefined
  const at = skipJoiner(reader, draft.end)
  const number = at > draft.end ? smallNumber(reader, at) : undefined
  if (number === undefined || toNumber(number.value) < 10) return undefined
  const next = unitAt(reader, skipSpaces(reader, number.end))
  return next === 0 || closers.has(next) ? {end: number.end, value: multiply(number.value, decimalOf(0.01))} : undefined
}

/** `一块二`, `三米九`: a last digit right behind its unit is tenths of it, where the language writes so; 零四 hundredths. */
function tenthsBehind(reader: Reader, end: number): {end: number; value: Decimal} | undefined {
  if (!reader.lexicon.settings.has('tailTenths') || !isFreeAt(reader, end)) return undefined
  const number = smallNumber(reader, end)
  if (number === undefined || !number.spelled || toNumber(number.value) > 9) return undefined
  const size = number.end - end
  const next = unitAt(reader, skipSpaces(reader, number.end))
  const isLast = next === 0 || closers.has(next) || matchAt(reader, number.end, endMask) !== undefined
  return size > 2 || !isLast ? undefined : {end: number.end, value: multiply(number.value, decimalOf(10 ** -size))}
}

const endMask = maskOf('approx-after', 'to')

/** A temperature with the words behind it that settle its sign or say that it is an angle. */
function asTemperature(reader: Reader, draft: Draft): Draft {
  if (!temperatures.has(draft.unit!)) return draft
  if (draft.unit === 'temperature-generic' && isAngle(reader, draft)) return {...draft, unit: 'degree'}
  const below = draft.value === undefined ? undefined : belowZero(reader, draft.end)
  return below === undefined ? draft : {...draft, end: below.end, value: negate(draft.value!), other: undefined}
}

/** `10 below zero`: degrees unsaid. */
const temperatureBelow = ({start, value, number}: Operand, {end}: Match): Draft => ({
  start,
  end,
  kind: 'quantity',
  rule: 'quantity/below-zero',
  value: negate(value),
  unit: 'temperature-generic',
  spelled: number.spelled,
})

const temperatures = new Set(['temperature-generic', 'celsius', 'fahrenheit'])
const angleMask = maskOf('angle')
const fullCircle = 360

/** `rotate 90°`, `einen 45 Grad Winkel`, `45-Grad-Neigung`: a word about turning beside bare degrees. Nothing has 360 degrees of heat. */
function isAngle(reader: Reader, {start, end, value}: Draft): boolean {
  if (value !== undefined && toNumber(value) === fullCircle) return true
  const next = unitAt(reader, end) === dash ? end + 1 : skipSpaces(reader, end)
  if (matchAt(reader, next, angleMask) !== undefined) return true
  let at = start
  for (let words = 0; words < 4 && at > reader.start; words++) {
    at = wordStart(reader, skipSpacesBack(reader, at))
    if (matchAt(reader, at, angleMask) !== undefined) return true
  }
  return false
}

/** The phrase for below zero behind a number or its degrees. */
function belowZero(reader: Reader, end: number): Match | undefined {
  const found = matchAt(reader, skipSpaces(reader, end), minusMask)
  return found?.senses.some(({id}) => id === 'after') ? found : undefined
}

/** Units of the same thing, larger ones first, with the factor to the next smaller one. */
const unitChains: readonly (readonly (readonly [string, number])[])[] = [
  [
    ['mile', 1760],
    ['yard', 3],
    ['foot', 12],
    ['inch', 1],
  ],
  [
    ['kilometer', 1000],
    ['meter', 100],
    ['centimeter', 10],
    ['millimeter', 1],
  ],
  [
    ['tonne', 1000],
    ['kilogram', 1000],
    ['gram', 1],
  ],
  [
    ['stone', 14],
    ['pound', 16],
    ['ounce', 1],
  ],
  [
    ['liter', 10],
    ['deciliter', 10],
    ['centiliter', 10],
    ['milliliter', 1],
  ],
  [
    ['jin', 10],
    ['liang', 1],
  ],
]

/** `5 feet 2 inches` is 62 inches: a smaller unit behind, in which the whole is said. */
function withSmallerUnits(reader: Reader, draft: Draft, measure: Measure): Draft {
  let whole = draft
  if (measure.factor !== 1) return draft
  for (let round = 0; round < 3 && whole.value !== undefined; round++) {
    const part = smallerUnit(reader, whole)
    if (part === undefined) break
    whole = {...whole, ...part, other: undefined, rule: 'quantity/mixed-units'}
  }
  if (whole === draft && draft.unit === 'foot') whole = withInches(reader, draft)
  const rest = whole === draft ? (quantityHalf(reader, draft) ?? tenthsBehind(reader, draft.end)) : undefined
  return rest === undefined || draft.value === undefined || draft.value.exponent < 0
    ? whole
    : {...draft, end: rest.end, value: add(draft.value, rest.value), other: undefined}
}

/** `7-foot-3`, `6 feet 4,`: bare inches behind feet. */
function withInches(reader: Reader, draft: Draft): Draft {
  const mark = unitAt(reader, draft.end)
  const number = mark === dash || mark === space ? readNumber(reader, draft.end + 1) : undefined
  if (!number?.plain || toNumber(number.value) >= 12 || draft.value === undefined) return draft
  const next = unitAt(reader, number.end)
  if (mark === space && next !== 0 && !closers.has(next)) return draft
  const value = add(multiply(draft.value, decimalOf(12)), number.value)
  return {...draft, end: number.end, value, unit: 'inch', other: undefined, rule: 'quantity/feet-inches'}
}

/** `三斤半`: half of the unit behind it. */
function quantityHalf(reader: Reader, {end}: Draft): {end: number; value: Decimal} | undefined {
  const half = isFreeAt(reader, end) ? halfBehind(reader, end) : 0
  return half === 0 ? undefined : {end: half, value: decimalOf(0.5)}
}

/** Feet and inches may be set apart (7 feet, 10 inches); metric units with a mark between are two quantities. */
const isLoose = (chain: readonly (readonly [string, number])[]): boolean =>
  chain[0]![1] % 10 !== 0 || chain[0]![0] === 'mile'

const skipComma = (reader: Reader, end: number): number => {
  const at = skipSpaces(reader, end)
  return unitAt(reader, at) === 44 ? at + 1 : end
}

function smallerUnit(
  reader: Reader,
  {end, unit, value}: Draft,
): {end: number; unit: string; value: Decimal} | undefined {
  const chain = unitChains.find((units) => units.some(([id]) => id === unit))
  if (chain === undefined) return undefined
  const at = isLoose(chain) ? skipJoiner(reader, skipComma(reader, end)) : skipSpaces(reader, end)
  const number = at > end || isFreeAt(reader, end - 1) ? readNumber(reader, at) : undefined
  const after = number === undefined ? undefined : measureAfter(reader, number.end)
  if (number === undefined || after?.kind !== 'quantity' || after.factor !== 1) return undefined
  const from = chain.findIndex(([id]) => id === unit)
  const to = chain.findIndex(([id]) => id === after.unit)
  if (to <= from) return undefined
  const factor = chain.slice(from, to).reduce((product, [, next]) => product * next, 1)
  if (toNumber(number.value) >= factor) return undefined
  return {end: after.end, unit: after.unit!, value: add(multiply(value!, decimalOf(factor)), number.value)}
}

/** `三成五`, `2割5分`: a digit behind tenths is hundredths. */
function withTenths(reader: Reader, draft: Draft, measure: Measure): Draft {
  if (measure.factor !== 10 || draft.value === undefined) return draft
  const digit = readNumber(reader, draft.end)
  if (digit === undefined || digit.end - digit.start > 1 || toNumber(digit.value) > 9) return draft
  const behind = matchAt(reader, digit.end, unitMask)
  const end = findSense(behind, 'unit')?.id === 'minute' ? behind!.end : digit.end
  return {...draft, end, value: add(draft.value, digit.value)}
}

const halfMask = maskOf('half')

/** `3 năm rưỡi`, `deux heures et demie`: half of the unit behind it. */
function halfBehind(reader: Reader, end: number): number {
  const found = matchAt(reader, skipSpaces(reader, end), halfMask)
  return found === undefined || found.senses[0]!.id === 'before' ? 0 : found.end
}

/** `ས་ཡ་£125`: the scale word before the sign, in languages that put it before its factor. */
function withLeadingScale(reader: Reader, draft: Draft): Draft {
  if (draft.value === undefined || !reader.lexicon.settings.has('scaleBefore')) return draft
  const scale = matchBefore(reader, draft.start, scaleMask)
  if (scale === undefined) return draft
  return {...draft, start: scale.start, value: times(draft.value, scale.senses[0]!.value), other: undefined}
}

/** `125 USD millones`: the scale word behind the currency. */
function withTrailingScale(reader: Reader, draft: Draft): Draft {
  if (draft.value === undefined) return draft
  const scale = matchAt(reader, skipSpaces(reader, draft.end), scaleMask)
  if (scale === undefined || scale.end - scale.start < 4 || !isLetterAt(reader, scale.start)) return draft
  return {...draft, end: scale.end, value: times(draft.value, scale.senses[0]!.value), other: undefined}
}

/** `每小时18公里`: a speed said with the hour first. */
function withRate(reader: Reader, draft: Draft): Draft {
  if (draft.unit?.includes('-per-') || !isFreeAt(reader, skipSpacesBack(reader, draft.start) - 1)) return draft
  const rate = matchBefore(reader, draft.start, perMask)
  const named = rate?.senses[0]?.id ?? ''
  if (timeUnits.has(named))
    return {...draft, start: rate!.start, unit: `${draft.unit}-per-${named}`, rule: 'quantity/rate-first'}
  const time = matchBefore(reader, draft.start, unitMask)
  const unit = findSense(time, 'unit')
  const per = time === undefined ? undefined : matchBefore(reader, time.start, perMask)
  if (per === undefined || unit === undefined || !timeUnits.has(unit.id)) return draft
  return {...draft, start: per.start, unit: `${draft.unit}-per-${unit.id}`, rule: 'quantity/rate-first'}
}

// --- counts and plain numbers ---------------------------------------------------------------------------------------

const noNounMask = maskOf(
  'era',
  'function',
  'to',
  'approx',
  'approx-after',
  'change',
  'month',
  'weekday',
  'joiner',
  'relative',
  'range-after',
  'between',
  'cardinal',
  'point',
  'minus',
  'date-joiner',
  'per',
  'percent',
  'times',
  'refuse-after',
  'year',
  'date-part',
)

/** The noun that a bare number counts: the word right behind it, when it is one that carries content. */
function nounAfter(reader: Reader, end: number): {start: number; end: number} | undefined {
  const at = skipSpaces(reader, end)
  if (isFreeAt(reader, at) && at - end <= 1) return freeNoun(reader, at)
  if (at === end || at - end > 2 || !isSpacedLetterAt(reader, at)) return undefined
  if (matchAt(reader, at, noNounMask) !== undefined) return undefined
  let stop = wordEnd(reader, at)
  while (unitAt(reader, stop) === dash && isSpacedLetterAt(reader, stop + 1)) stop = wordEnd(reader, stop + 1)
  if (isDigitAt(reader, stop) || (stop - at === 1 && reader.units[at]! < 128)) return undefined
  return {start: at, end: stop}
}

/** Units taken for a noun in a script without spaces, where nobody knows its end. */
const freeNounLength = 4

/** A noun glued to a number in a script without spaces: 2工場. Kana alone are endings and particles. */
function freeNoun(reader: Reader, at: number): {start: number; end: number} | undefined {
  if (matchAt(reader, at, noNounMask) !== undefined || isHiragana(reader.units[at]!)) return undefined
  let end = at + 1
  while (isFreeAt(reader, end) && end - at < freeNounLength && !isHiragana(reader.units[end]!)) end++
  return {start: at, end}
}

const isHiragana = (unit: number): boolean => unit >= 0x3040 && unit <= 0x309f

function bareNumber(reader: Reader, part: Operand, floor: number): Draft | undefined {
  const {number} = part
  const value = toNumber(part.value)
  const alone = isAlone(reader, part.start, part.end)
  if (number.spelled && !alone && (value === 1 || isLoneSyllable(reader, number))) return undefined
  if (number.spelled && !alone && value >= 0 && isGrammarWord(reader, number)) return undefined
  if (isAgeOf(reader, part))
    return {
      start: part.start,
      end: part.end,
      kind: 'age',
      rule: 'age/apposition',
      value: part.value,
      unit: 'year',
      spelled: false,
    }
  const from = approxInside(reader, number)?.end ?? (number.scale ? skipOf(reader, number.end) : number.end)
  const noun = number.fraction ? undefined : (nounAfter(reader, from) ?? nounBefore(reader, part.start))
  const counts =
    noun !== undefined &&
    !(unitAt(reader, part.start - 1) === slash && isDigitAt(reader, part.start - 2)) &&
    value >= 0 &&
    (number.scale || (Number.isInteger(value) && number.value.exponent >= 0)) &&
    !isVague(number, value) &&
    !isName(reader, number, value) &&
    !isNumbered(reader, number) &&
    !isBehindNumber(reader, number, floor)
  // a numeral before an apostrophe is a part of a word: faʻa
  if (number.spelled && unitAt(reader, part.end) === 39 && isLetterAt(reader, part.end + 1)) return undefined
  // things are counted in whole numbers: 1,234 người is a thousand and more, whatever the language's mark
  const whole =
    noun !== undefined &&
    !counts &&
    !number.scale &&
    number.other !== undefined &&
    Number.isInteger(toNumber(number.other))
  if (whole) return {...bareDraft(part, 'count', noun), rule: 'count/grouped', value: number.other, other: number.value}
  return counts ? bareDraft(part, 'count', noun) : bareDraft(part, 'number', undefined)
}

function bareDraft(part: Operand, kind: 'count' | 'number', noun: {start: number; end: number} | undefined): Draft {
  const {number} = part
  return {
    start: part.start,
    end: part.end,
    kind,
    rule: `${kind}/bare`,
    value: part.value,
    other: number.other,
    noun,
    approx: part.approx,
    spelled: number.spelled,
  }
}

/** A numeral that is also a word of grammar (Irish sé, six and he) is a number only inside a longer one or before a measure. */
const isGrammarWord = (reader: Reader, {start, end}: NumberRead): boolean =>
  matchAt(reader, start, functionMask)?.end === end

/** `watu 30`: the noun before its number, in languages that put units there too. */
function nounBefore(reader: Reader, start: number): {start: number; end: number} | undefined {
  if (!reader.lexicon.settings.has('unitBefore')) return undefined
  const end = skipSpacesBack(reader, start)
  const from = wordStart(reader, end)
  if (end === start || !isSpacedLetterAt(reader, end - 1) || matchAt(reader, from, noNounMask) !== undefined)
    return undefined
  return {start: from, end}
}

/** `Maud Ellery, 52, the chief executive`: two digits set off by commas behind a name. */
function isAgeOf(reader: Reader, part: Operand): boolean {
  const value = toNumber(part.value)
  if (!part.number.plain || value < 16 || value > 110 || unitAt(reader, part.end) !== 44) return false
  const before = skipSpacesBack(reader, part.start)
  if (before === part.start || unitAt(reader, before - 1) !== 44) return false
  return isLetterAt(reader, skipSpacesBack(reader, before - 1) - 1)
}

/** A numeral of one character in a script without spaces is mostly part of another word; alone it is a number. */
const isLoneSyllable = (reader: Reader, {start, end}: NumberRead): boolean =>
  end - start === 1 && isFreeAt(reader, start) && (isLetterAt(reader, start - 1) || isLetterAt(reader, end))

/** A lone "thousand" or "hundred" counts nothing exactly. */
const isVague = (number: NumberRead, value: number): boolean =>
  number.spelled && !number.scale && value >= 100 && /^10+$/.test(String(value))

/** Numbers that are part of a name: Lego 75188, the 4K of a screen, a capitalised Eight amid lower-case words. */
function isName(reader: Reader, number: NumberRead, value: number): boolean {
  if (number.spelled)
    return (
      isUpperAt(reader, number.start) &&
      isLetterAt(reader, skipSpacesBack(reader, number.start) - 1) &&
      !isTitleCase(reader)
    )
  if (number.plain && value >= 10_000)
    return (
      isUpperAt(reader, skipSpaces(reader, number.end)) &&
      isSpacedLetterAt(reader, skipSpacesBack(reader, number.start) - 1)
    )
  return number.end - number.start === 2 && number.scale && isSpacedLetterAt(reader, number.end - 1)
}

/** `Python 3 started`, `the RTX 3080 resellers`, `DAX 30 Konzerne`: a name right before plain digits, amid small words, has a number. */
function isNumbered(reader: Reader, {plain, start}: NumberRead): boolean {
  const end = start - 1
  if (!plain || unitAt(reader, end) !== space || !isSpacedLetterAt(reader, end - 1)) return false
  const from = wordStart(reader, end)
  if (!isUpperAt(reader, from) || isTitleCase(reader)) return false
  if (end - from > 1 && isUpperAt(reader, end - 1)) return true
  return !reader.lexicon.settings.has('capitalNouns') && isInSentence(reader, from)
}

/** `five 787 jets`: plain digits right behind a number. */
const isBehindNumber = (reader: Reader, {plain, start}: NumberRead, floor: number): boolean =>
  plain &&
  start - floor === 1 &&
  (isDigitAt(reader, floor - 1) || matchBefore(reader, start, cardinalMask) !== undefined)

/** Whether a word in small letters stands right before `at`, in the same sentence. */
const isInSentence = (reader: Reader, at: number): boolean =>
  unitAt(reader, at - 1) === space && isLowerAt(reader, wordStart(reader, at - 1))

/** Whether most words of the block start with a capital, as in English headlines. */
function isTitleCase(reader: Reader): boolean {
  let words = 0
  let capitals = 0
  const stop = Math.min(reader.end, reader.start + 120)
  for (let i = reader.start; i < stop; i++) {
    if (!isSpacedLetterAt(reader, i) || isSpacedLetterAt(reader, i - 1)) continue
    words++
    if (isUpperAt(reader, i)) capitals++
  }
  return capitals * 2 > words
}

import {maskOf} from '../../lexicon/lexicon'
import {classOf, is} from '../../text/classes'
import {toNumber} from '../decimal'
import type {Draft} from '../draft'
import type {Measure} from '../measure'
import type {NumberRead} from '../number'
import {
  isDigitAt,
  isFreeAt,
  isLetterAt,
  isSpacedLetterAt,
  isUpperAt,
  linkerStart,
  matchAt,
  matchBefore,
  type Reader,
  skipSpaces,
  skipSpacesBack,
  unitAt,
  wordEnd,
  wordStart,
} from '../reader'
import type {Operand} from './operand'

const apostrophe = 39
const dash = 45
const approxMask = maskOf('approx')
const perMask = maskOf('per')
const comparisonMask = maskOf('approx', 'multiple', 'change', 'to')
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
  'ordinal',
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

/** 세포를: a numeral of one syllable with a classifier that goes on is another word. */
export const runsIntoWord = (reader: Reader, number: NumberRead, measure: Measure): boolean =>
  number.end - number.start === 1 &&
  classOf[unitAt(reader, number.start)] === is.hangul &&
  isLetterAt(reader, measure.noun!.end) &&
  isLetterAt(reader, measure.noun!.end + 1)

/** `3 lần`, `three times`: how often, unless a fraction or a comparison beside it makes it how much. */
export function isCounted(reader: Reader, part: Operand, measure: Measure): boolean {
  if (part.number.fraction || !Number.isInteger(toNumber(part.value))) return false
  const next = skipSpaces(reader, Math.max(measure.end, part.end))
  return (
    (matchAt(reader, next, comparisonMask) === undefined || matchAt(reader, next, perMask) !== undefined) &&
    matchBefore(reader, Math.min(measure.start, part.start), maskOf('multiple', 'change')) === undefined
  )
}

/**
 * Things are counted in whole numbers: 1.200 នាក់ is a thousand and more, whatever the language's mark; what is no whole
 * number counts nothing.
 */
export function asWhole(draft: Draft): Draft {
  const {value, other} = draft
  if (value === undefined || Number.isInteger(toNumber(value))) return draft
  return other !== undefined && Number.isInteger(toNumber(other))
    ? {...draft, rule: 'count/grouped', value: other, other: value}
    : {...draft, kind: 'number', rule: 'number/bare', noun: undefined}
}

/** The noun that a bare number counts: the word right behind it, when it is one that carries content. */
export function nounAfter(reader: Reader, end: number): {start: number; end: number} | undefined {
  const at = skipSpaces(reader, end)
  if (isFreeAt(reader, at) && at - end <= 1)
    return at > end && opensBlock(reader, end) ? undefined : freeNoun(reader, at)
  const isApart = at > end || unitAt(reader, end - 1) === apostrophe
  if (!isApart || at - end > 2 || !isSpacedLetterAt(reader, at)) return undefined
  if (matchAt(reader, at, noNounMask) !== undefined) return undefined
  let stop = wordEnd(reader, at)
  while (unitAt(reader, stop) === dash && isSpacedLetterAt(reader, stop + 1)) stop = wordEnd(reader, stop + 1)
  if (isDigitAt(reader, stop) || (stop - at === 1 && reader.units[at]! < 128)) return undefined
  if (reader.lexicon.settings.has('capitalNouns') && !isUpperAt(reader, at)) return capitalNoun(reader, stop)
  return {start: at, end: stop}
}

/** Adjectives between a number and its noun. */
const mostAdjectives = 3

/** `3500 junge **Leute**`: where nouns have a capital, the first one behind words in small letters. */
function capitalNoun(reader: Reader, end: number): {start: number; end: number} | undefined {
  let at = end
  for (let words = 0; words < mostAdjectives; words++) {
    const from = skipSpaces(reader, at)
    if (from === at || !isSpacedLetterAt(reader, from) || matchAt(reader, from, noNounMask) !== undefined)
      return undefined
    at = wordEnd(reader, from)
    if (isUpperAt(reader, from)) return {start: from, end: at}
  }
  return undefined
}

/** `1 早年经历`: digits that a block begins with, set off where nothing else is, number an item of a list. */
function opensBlock(reader: Reader, end: number): boolean {
  let start = end
  while (isDigitAt(reader, start - 1)) start--
  return start < end && start === skipSpaces(reader, reader.start)
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

/** `watu 30`, `watu zaidi ya 30`: the noun before its number, in languages that put units there too. */
export function nounBefore(reader: Reader, start: number): {start: number; end: number} | undefined {
  if (!reader.lexicon.settings.has('unitBefore')) return undefined
  const limit = matchBefore(reader, start, approxMask)
  const end = skipSpacesBack(reader, limit?.start ?? linkerStart(reader, start))
  const from = wordStart(reader, end)
  if (end === start || !isSpacedLetterAt(reader, end - 1) || matchAt(reader, from, noNounMask) !== undefined)
    return undefined
  return {start: from, end}
}

import {maskOf} from '../../lexicon/lexicon'
import {toNumber} from '../decimal'
import type {Draft} from '../draft'
import type {NumberRead} from '../number'
import {
  isAlone,
  isDigitAt,
  isFreeAt,
  isLetterAt,
  isLowerAt,
  isSpacedLetterAt,
  isUpperAt,
  matchAt,
  matchBefore,
  type Reader,
  skipSpaces,
  skipSpacesBack,
  unitAt,
  wordStart,
} from '../reader'
import {isAgeOf} from './age'
import {nounAfter, nounBefore} from './count'
import {countsOf, limitBehind, type Operand, skipOf} from './operand'

const functionMask = maskOf('function')
const cardinalMask = maskOf('cardinal')
const scaleMask = maskOf('scale')
const space = 32
const slash = 47

export function bareNumber(reader: Reader, part: Operand, floor: number): Draft | undefined {
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
  const from = limitBehind(reader, number)?.end ?? (countsOf(number) ? skipOf(reader, number.end) : number.end)
  // une centaine de milliers: a scale behind the short word multiplies
  if (from > number.end && matchAt(reader, skipSpaces(reader, from), scaleMask) !== undefined) return undefined
  const noun = number.fraction ? undefined : (nounBefore(reader, part.start) ?? nounAfter(reader, from))
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

/** A numeral of one character in a script without spaces is mostly part of another word; alone it is a number. */
const isLoneSyllable = (reader: Reader, {start, end}: NumberRead): boolean =>
  end - start === 1 && isFreeAt(reader, start) && (isLetterAt(reader, start - 1) || isLetterAt(reader, end))

/** A lone "thousand" or "hundred" counts nothing exactly, unless it says so: une centaine. */
const isVague = (number: NumberRead, value: number): boolean =>
  number.spelled && !number.scale && number.approx === undefined && value >= 100 && /^10+$/.test(String(value))

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
export function isTitleCase(reader: Reader): boolean {
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

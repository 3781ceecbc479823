import {maskOf} from '../../lexicon/lexicon'
import {classOf, is} from '../../text/classes'
import {degrees, measureAfter} from '../measure'
import type {NumberRead} from '../number'
import {
  isAlone,
  isDigitAt,
  isFreeAt,
  isLetterAt,
  matchBefore,
  type Reader,
  rawUnit,
  skipSpaces,
  skipSpacesBack,
  unitAt,
} from '../reader'
import {temperatures} from './temperature'

const approxMask = maskOf('approx')
const minusMask = maskOf('minus')
const dash = 45

/** Marks between which and a number a dash is a minus sign: brackets, a quote, a comparison. */
const signOpeners = new Set(['(', '[', '"', '<', '>', '=', '≤', '≥'].map((mark) => mark.charCodeAt(0)))

/** A minus sign or word that belongs to the number: not a dash between two things. */
export function signBefore(reader: Reader, number: NumberRead, floor: number): {start: number; negative: boolean} {
  const at = number.start
  const none = {start: at, negative: false}
  if (at <= floor) return none
  if (isInBrackets(reader, number)) return {start: at - 1, negative: true}
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

/** `(2.4)%`: brackets around a number, but not its percent sign, are an accountant's minus. */
export const isInBrackets = (reader: Reader, {start, end}: NumberRead): boolean =>
  unitAt(reader, start - 1) === 40 && unitAt(reader, end) === 41 && unitAt(reader, end + 1) === 37

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

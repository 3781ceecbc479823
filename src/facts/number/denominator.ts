import {type Match, maskOf} from '../../lexicon/lexicon'
import {type Decimal, decimalOf, toNumber} from '../decimal'
import type {NumberRead} from '../number'
import {
  findSense,
  isAlone,
  isDigitAt,
  isFreeAt,
  isLetterAt,
  isSpacedLetterAt,
  matchAfter,
  matchAt,
  type Reader,
  skipSpaces,
  unitAt,
} from '../reader'
import {append, type Builder, newBuilder, scaleBy, sumOf} from './builder'
import {readDigits} from './digits'
import {ratio, readMixedWords} from './fraction'
import {readOrdinalWords} from './ordinal'
import {readPoint} from './point'
import {finishSpelled} from './spelled'
import {readWords} from './words'

const termMask = maskOf('cardinal', 'digit', 'scale')
const cardinalMask = maskOf('cardinal')
const denominatorMask = maskOf('denominator')
const partMask = maskOf('part')
const ordinalMask = maskOf('ordinal')
const percentMask = maskOf('percent')
const grammarMask = maskOf('function', 'date-joiner', 'percent')
const longerMask = maskOf('unit', 'percent', 'percent-point', 'currency')

/** `삼분의 이`, `삼점사`, `천삼`: a number with numerals that count only in a fraction, with a decimal mark or alone in a cell. */
export function readTermNumber(reader: Reader, at: number): NumberRead | undefined {
  if (!reader.lexicon.hasDigits || !isFreeAt(reader, at)) return undefined
  const builder = newBuilder()
  const end = readTerm(reader, at, builder)
  if (end === 0) return undefined
  const fraction = readDenominator(reader, builder, end, at)
  if (fraction !== undefined) return fraction
  const places = readPoint(reader, builder, end, at)
  if (places > 0) return finishSpelled(builder, at, places)
  const mixed = readMixedWords(reader, builder, at, end)
  if (mixed !== undefined) return mixed
  return isAlone(reader, at, end) ? finishSpelled(builder, at, end) : undefined
}

/** Cardinals, scales and digits; their end, or 0. A lone digit goes before no large scale: 삼조각 are three pieces. */
function readTerm(reader: Reader, at: number, builder: Builder): number {
  let end = 0
  let i = at
  for (let round = 0; round < 20; round++) {
    const found = matchAt(reader, i, termMask)
    if (found === undefined) break
    const value = findSense(found, 'cardinal') ?? findSense(found, 'digit')
    const factor = findSense(found, 'scale')
    if (factor !== undefined && factor.value >= 10_000 && end - at === 1) break
    const taken = factor === undefined ? append(builder, value!.value) : scaleBy(builder, factor.value)
    if (!taken) break
    end = found.end
    i = skipSpaces(reader, end)
  }
  return end
}

/** `two thirds`, `một phần ba`, `satu per tiga`, `3分の1`. */
export function readDenominator(reader: Reader, builder: Builder, end: number, at: number): NumberRead | undefined {
  const top = sumOf(builder)
  const fraction = (stop: number, value: Decimal): NumberRead => ({
    start: at,
    end: stop,
    value,
    spelled: true,
    plain: false,
    fraction: true,
    scale: false,
  })
  const next = skipSpaces(reader, end)
  const denominator = matchAt(reader, unitAt(reader, next) === 45 ? next + 1 : next, denominatorMask)
  // "a fifth man" is no fraction
  const isNth =
    denominator !== undefined &&
    toNumber(top) === 1 &&
    matchAt(reader, denominator.start, ordinalMask)?.end === denominator.end &&
    countsNoun(reader, denominator.end)
  if (denominator !== undefined && !isNth && !isDigitAt(reader, end - 1))
    return fraction(denominator.end, ratio(top, decimalOf(denominator.senses[0]!.value)))
  const nth = toNumber(top) === 1 && next > end ? readOrdinalWords(reader, next) : undefined
  if (nth !== undefined && toNumber(nth.value) > 3 && !countsNoun(reader, nth.end))
    return fraction(nth.end, ratio(top, nth.value))
  const part = matchAt(reader, next, partMask)
  if (part === undefined) return readAdjacent(reader, top, next, fraction)
  // kashi 10 bisa dari: out of a hundred, as a phrase for percent
  if ((matchAt(reader, next, percentMask)?.end ?? 0) > part.end) return undefined
  const from = skipSpaces(reader, part.end)
  const second = readSecondTerm(reader, from)
  if (second === undefined) return undefined
  const {id} = part.senses[0]!
  if (id === 'alone' && !fillsCell(reader, at, second.end)) return undefined
  // "12 out of 10" is no fraction
  if (id === '' && isSpacedLetterAt(reader, part.start) && toNumber(second.value) < toNumber(top)) return undefined
  const inverse = id === 'inverse'
  // "one of 19 nanometres", "1000 over 3 years": what the second number measures is no part of a whole
  if (!inverse && isDigitAt(reader, from) && matchAfter(reader, second.end, longerMask) !== undefined) return undefined
  const [above, below] = inverse ? [second.value, top] : [top, second.value]
  return below.mantissa === 0 ? undefined : fraction(second.end, ratio(above, below))
}

/** `três vinte e um avos`: the denominator stands right behind the numerator, and the word behind both. */
function readAdjacent(
  reader: Reader,
  top: Decimal,
  at: number,
  fraction: (end: number, value: Decimal) => NumberRead,
): NumberRead | undefined {
  if (matchAt(reader, at, cardinalMask) === undefined) return undefined
  const second = readSecondTerm(reader, at)
  const part = second === undefined ? undefined : matchAfter(reader, second.end, partMask)
  return second !== undefined && findSense(part, 'part')?.id === 'after'
    ? fraction(part!.end, ratio(top, second.value))
    : undefined
}

/** Whether the block holds nothing but the stretch and perhaps a percent sign behind it. */
export const fillsCell = (reader: Reader, start: number, end: number): boolean =>
  isAlone(reader, start, matchAfter(reader, end, percentMask)?.end ?? end)

/** Whether a word with content follows: `a fifth man`, but `a fifth of`, `un cinquième des`. */
export const countsNoun = (reader: Reader, end: number): boolean =>
  isLetterAt(reader, skipSpaces(reader, end)) && matchAfter(reader, end, grammarMask) === undefined

/** Whether a phrase for a percentage ends in the word between the terms of a fraction (百分之): its number stands behind it. */
export function endsInPart(reader: Reader, {start, end}: Match): boolean {
  for (let at = start + 1; at < end; at++)
    if (isFreeAt(reader, at) && matchAt(reader, at, partMask)?.end === end) return true
  return false
}

function readSecondTerm(reader: Reader, from: number): {value: Decimal; end: number} | undefined {
  if (isDigitAt(reader, from)) {
    const digits = readDigits(reader, from)
    return digits?.plain ? digits : undefined
  }
  const builder = newBuilder()
  const end = (reader.lexicon.hasDigits && readTerm(reader, from, builder)) || readWords(reader, from, builder)
  return end === 0 ? undefined : {value: sumOf(builder), end}
}

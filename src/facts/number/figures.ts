import {maskOf} from '../../lexicon/lexicon'
import {classOf, is} from '../../text/classes'
import {decimalOf, multiply} from '../decimal'
import type {NumberRead} from '../number'
import {isDigitAt, isSpacedLetterAt, matchBefore, type Reader, skipSpaces, unitAt} from '../reader'
import {newBuilder, sumOf} from './builder'
import {readDenominator} from './denominator'
import {readBareFraction, readDigits} from './digits'
import {readDigitsAndPart, readMixedFraction, readMixedWords} from './fraction'
import {readPoint} from './point'
import {readPower} from './power'
import {readScales} from './scales'
import {finishSpelled} from './spelled'

const currencyMask = maskOf('currency')
const comma = 44
const dash = 45
const dot = 46
/** Units that are looked through for the start of a figure. */
const longestFigure = 20

/** A number that starts with digits, and the words that go on with it: 3.5 million, 5 einhalb. */
export function readFromDigits(reader: Reader, at: number): NumberRead | undefined {
  const digits = readDigits(reader, at)
  if (digits === undefined) return undefined
  const bare = readBareFraction(reader, at, digits)
  if (bare !== undefined) return bare
  const mixed =
    readMixedFraction(reader, at, digits) ?? readPower(reader, at, digits) ?? readDigitsAndPart(reader, at, digits)
  if (mixed !== undefined) return mixed
  const builder = newBuilder()
  builder.digits = true
  builder.money = isMoneyBefore(reader, at)
  const size = Math.abs(Number(digits.value.mantissa) * 10 ** digits.value.exponent)
  builder.parts.push({value: digits.value, size, place: 1, digits: true})
  const written = digits.plain && !builder.money ? readDenominator(reader, builder, digits.end, at) : undefined
  if (written !== undefined) return {...written, spelled: false}
  const places =
    digits.plain && isSpacedLetterAt(reader, skipSpaces(reader, digits.end))
      ? readPoint(reader, builder, digits.end, at)
      : 0
  if (places > 0) return {...finishSpelled(builder, at, readScales(reader, builder, places)), spelled: false}
  const end = readScales(reader, builder, digits.end)
  const scale = builder.lastScale > 0
  const quarters = scale && builder.parts.length === 1 ? readMixedWords(reader, builder, at, end) : undefined
  if (quarters !== undefined) return {...quarters, spelled: false}
  // a half alone (5 einhalb) is added, too
  const value = end > digits.end ? sumOf(builder) : digits.value
  return {
    start: at,
    end,
    value,
    ...(digits.other === undefined
      ? {}
      : {
          other:
            scale && builder.parts.length === 1 ? multiply(digits.other, decimalOf(builder.lastScale)) : digits.other,
        }),
    spelled: false,
    plain: digits.plain && !scale && end === digits.end,
    fraction: false,
    scale,
    unit: builder.lastScale || 1,
    ...(builder.approx === undefined ? {} : {approx: builder.approx}),
    ...(scale && builder.parts.length === 1 && builder.base !== undefined
      ? {base: builder.base, scaleValue: builder.lastScale}
      : {}),
  }
}

/** Whether a currency stands right before, perhaps before the first end of a range: £180-**200**m. */
export function isMoneyBefore(reader: Reader, at: number): boolean {
  if (unitAt(reader, at - 1) !== dash) return isCurrencyBefore(reader, at)
  let start = at - 1
  while (isFigureAt(reader, start - 1) && at - start < longestFigure) start--
  return start < at - 1 && isCurrencyBefore(reader, start)
}

const isCurrencyBefore = (reader: Reader, at: number): boolean =>
  classOf[unitAt(reader, at - 1)] === is.currency || matchBefore(reader, at, currencyMask) !== undefined

/** A digit, or a mark between digits. */
const isFigureAt = (reader: Reader, at: number): boolean =>
  isDigitAt(reader, at) || (isDigitAt(reader, at - 1) && (unitAt(reader, at) === comma || unitAt(reader, at) === dot))

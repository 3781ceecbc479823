import {maskOf} from '../../lexicon/lexicon'
import {add, type Decimal, decimalOf, divide, multiply, toNumber} from '../decimal'
import type {NumberRead} from '../number'
import {findSense, isDigitAt, isLetterAt, matchAfter, matchAt, type Reader, skipSpaces, unitAt} from '../reader'
import {type Builder, newBuilder, sumOf} from './builder'
import {readDenominator, readTermNumber} from './denominator'
import {type Digits, readDigits} from './digits'
import {readFromDigits} from './figures'
import {readScales} from './scales'
import {readWords} from './words'

const joinerMask = maskOf('joiner')
const pointMask = maskOf('point')
const fractionMask = maskOf('fraction')
const dateJoinerMask = maskOf('date-joiner')

/** `2 e 1/4`, `3又5分之1`: digits, a joiner and a fraction in digits. */
export function readDigitsAndPart(reader: Reader, at: number, digits: Digits): NumberRead | undefined {
  const joiner = digits.plain && digits.whole <= 3 ? matchAfter(reader, digits.end, joinerMask) : undefined
  const from = joiner === undefined ? 0 : skipSpaces(reader, joiner.end)
  if (joiner === undefined || !isDigitAt(reader, from)) return undefined
  const part = readPart(reader, from)
  return part === undefined
    ? undefined
    : {
        start: at,
        end: part.end,
        value: add(digits.value, part.value),
        spelled: false,
        plain: false,
        fraction: true,
        scale: false,
      }
}

const vulgar = new Map<number, readonly [number, number]>([
  [0xbd, [1, 2]],
  [0xbc, [1, 4]],
  [0xbe, [3, 4]],
  [0x2153, [1, 3]],
  [0x2154, [2, 3]],
  [0x2155, [1, 5]],
  [0x2156, [2, 5]],
  [0x2157, [3, 5]],
  [0x2158, [4, 5]],
  [0x2159, [1, 6]],
  [0x215a, [5, 6]],
  [0x2150, [1, 7]],
  [0x215b, [1, 8]],
  [0x215c, [3, 8]],
  [0x215d, [5, 8]],
  [0x215e, [7, 8]],
  [0x2151, [1, 9]],
  [0x2152, [1, 10]],
])

export const ratio = (numerator: Decimal, denominator: Decimal): Decimal => divide(numerator, denominator)

export function readVulgar(reader: Reader, at: number): NumberRead | undefined {
  const parts = vulgar.get(unitAt(reader, at))
  if (parts === undefined || isLetterAt(reader, at - 1)) return undefined
  const builder = newBuilder()
  const value = ratio(decimalOf(parts[0]), decimalOf(parts[1]))
  builder.parts.push({value, size: parts[0] / parts[1], place: 1})
  const end = readScales(reader, builder, at + 1)
  return {
    start: at,
    end,
    value: sumOf(builder),
    spelled: false,
    plain: false,
    fraction: true,
    scale: builder.lastScale > 0,
  }
}

/** `3½`, `3 1/2`, `3/4`. A slash between larger numbers is no fraction. */
export function readMixedFraction(reader: Reader, at: number, digits: Digits): NumberRead | undefined {
  const result = (end: number, value: Decimal): NumberRead => {
    const builder = newBuilder()
    builder.parts.push({value, size: Number(value.mantissa) * 10 ** value.exponent, place: 1})
    const stop = readScales(reader, builder, end)
    return {
      start: at,
      end: stop,
      value: sumOf(builder),
      spelled: false,
      plain: false,
      fraction: true,
      scale: builder.lastScale > 0,
    }
  }
  if (!digits.plain) return undefined
  const near = skipSpaces(reader, digits.end)
  const sign = vulgar.get(unitAt(reader, near))
  if (sign !== undefined && near - digits.end <= 1)
    return result(near + 1, add(digits.value, ratio(decimalOf(sign[0]), decimalOf(sign[1]))))
  const simple = readSlash(reader, at, digits)
  if (simple !== undefined) return result(simple.end, simple.value)
  if (near > digits.end && near <= digits.end + 2 && isDigitAt(reader, near)) {
    const second = readDigits(reader, near)
    const behind = second?.plain ? readSlash(reader, near, second) : undefined
    if (behind?.proper) return result(behind.end, add(digits.value, behind.value))
  }
  return undefined
}

const denominators = new Set([2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 16, 20, 32, 64, 100, 1000])

function readSlash(
  reader: Reader,
  at: number,
  digits: Digits,
): {end: number; value: Decimal; proper: boolean} | undefined {
  if (unitAt(reader, digits.end) !== 47 || unitAt(reader, at - 1) === 47 || !isDigitAt(reader, digits.end + 1))
    return undefined
  const below = readDigits(reader, digits.end + 1)
  if (below === undefined || !below.plain || below.whole > 4 || digits.whole > 2) return undefined
  if (unitAt(reader, below.end) === 47 || unitAt(reader, digits.end + 1) === 48 || unitAt(reader, at) === 48)
    return undefined
  const [top, bottom] = [Number(digits.value.mantissa), Number(below.value.mantissa)]
  const isShare = top < bottom && matchAfter(reader, below.end, dateJoinerMask) !== undefined
  if ((!denominators.has(bottom) && !isShare) || top === 0) return undefined
  return {end: below.end, value: ratio(digits.value, below.value), proper: top < bottom}
}

/** `two and three quarters`, `five billion and a half`: a fraction of the last scale is added. */
export function readMixedWords(reader: Reader, builder: Builder, at: number, end: number): NumberRead | undefined {
  const joiner = matchAfter(reader, end, joinerMask) ?? matchAfter(reader, end, pointMask)
  if (joiner === undefined) return undefined
  const from = skipSpaces(reader, joiner.end)
  const part = readPart(reader, from)
  if (part === undefined) return undefined
  const scale = builder.lastScale >= 1000 ? builder.lastScale : 1
  return {
    start: at,
    end: part.end,
    value: add(sumOf(builder), multiply(part.value, decimalOf(scale))),
    spelled: true,
    plain: false,
    fraction: true,
    scale: scale > 1,
  }
}

/** A fraction smaller than one: three quarters, a half. */
function readPart(reader: Reader, from: number): {value: Decimal; end: number} | undefined {
  const word = matchAt(reader, from, fractionMask)
  if (word !== undefined) return {value: decimalOf(findSense(word, 'fraction')!.value), end: word.end}
  const term = isDigitAt(reader, from) ? readFromDigits(reader, from) : readTermNumber(reader, from)
  if (term !== undefined) return term.fraction && toNumber(term.value) < 1 ? term : undefined
  const top = newBuilder()
  const stop = readWords(reader, from, top)
  const part = stop === 0 ? undefined : readDenominator(reader, top, stop, from)
  return part !== undefined && toNumber(part.value) < 1 ? part : undefined
}

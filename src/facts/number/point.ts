import {maskOf} from '../../lexicon/lexicon'
import {decimalOfDigits, scaled, toNumber} from '../decimal'
import {findSense, isDigitAt, matchAfter, matchAt, type Reader, skipSpaces, unitAt} from '../reader'
import {append, type Builder, newBuilder, sumOf} from './builder'
import {fillsCell} from './denominator'
import {plainWords} from './words'

const digitMask = maskOf('digit')
const joinerMask = maskOf('joiner')
const pointMask = maskOf('point')
const mostPlaces = 20

/** Decimal places in words after a point word: three point one four, ba phẩy năm, 三点五. */
export function readPoint(reader: Reader, builder: Builder, end: number, at: number): number {
  const point = matchAfter(reader, end, pointMask)
  if (point === undefined || matchAt(reader, point.start, joinerMask)?.end === point.end) return 0
  const {digits, end: stop} = readPlaces(reader, skipSpaces(reader, point.end))
  if (digits === '' || (findSense(point, 'point')!.id === 'alone' && !fillsCell(reader, at, stop))) return 0
  builder.parts.push({
    value: scaled(decimalOfDigits(digits), -digits.length),
    size: Number(`0.${digits}`),
    place: 10 ** -digits.length,
  })
  return stop
}

/** The decimal places that start at `at`: digits, digit words one by one (zero three), or tens and units (seventy-one). */
function readPlaces(reader: Reader, at: number): {digits: string; end: number} {
  let digits = ''
  let end = at
  for (let i = at; isDigitAt(reader, i); end = ++i) digits += String.fromCharCode(unitAt(reader, i))
  if (end > at) return {digits, end}
  for (let i = at; digits.length < mostPlaces; i = skipSpaces(reader, end)) {
    const words = newBuilder()
    const stop = plainWords(reader, i, words) || digitWord(reader, i, words)
    const value = toNumber(sumOf(words))
    if (stop === 0 || (value > 9 && /[1-9]/.test(digits))) break
    digits += value
    end = stop
  }
  return {digits, end}
}

/** One numeral that counts only in such places. */
function digitWord(reader: Reader, at: number, builder: Builder): number {
  const found = matchAt(reader, at, digitMask)
  return found !== undefined && append(builder, found.senses[0]!.value) ? found.end : 0
}

import {type Match, maskOf, type Sense} from '../../lexicon/lexicon'
import type {Approx} from '../../page'
import {add, decimalOf, decimalOfDigits, multiply, scaled} from '../decimal'
import {
  digitsBetween,
  findSense,
  isDigitAt,
  isFreeAt,
  isLetterAt,
  isSpacedLetterAt,
  isUpperAt,
  matchAfter,
  matchAt,
  type Reader,
  rawUnit,
  skipSpaces,
  unitAt,
} from '../reader'
import {timeUnits} from '../time-units'
import {addHalf, type Builder, copyOf, scaleBy} from './builder'
import {readDigits} from './digits'
import {isLongerMeasure, readWords} from './words'

const pieceMask = maskOf('cardinal', 'scale', 'joiner')
const scaleMask = maskOf('scale', 'half')
const joinerMask = maskOf('joiner')
const approxAfterMask = maskOf('approx-after')
const longerMask = maskOf('unit', 'percent', 'percent-point', 'currency')
const wordMask = maskOf('function')
const countedMask = maskOf('classifier')
const unitMask = maskOf('unit')
const letterK = 107

/** Scale words after a number, and the smaller numbers that go with them: 3 tỷ 200 triệu, 2tr5, 6만5천, 3 million. */
export function readScales(reader: Reader, builder: Builder, from: number): number {
  let end = from
  for (let round = 0; round < 8; round++) {
    const gap = approxBeforeScale(reader, end)
    const found = matchScale(reader, gap?.end ?? end, builder)
    if (found !== undefined) {
      if (gap !== undefined) builder.approx = gap.senses[0]!.id as Approx
      const half = findSense(found, 'half')
      const factor = findSense(found, 'scale')
      if (factor !== undefined) {
        if (!scaleBy(builder, factor.value)) return end
        takeApprox(builder, factor)
      } else if (half !== undefined) addHalf(builder)
      end = found.end
      const tail = readTail(reader, builder, end)
      if (tail > 0) end = tail
      continue
    }
    const next = builder.lastScale > 0 ? readSmaller(reader, builder, end) : 0
    if (next === 0) return end
    end = next
  }
  return end
}

/** `une dizaine`, `un centenar`: scales that say about how many. */
export function takeApprox(builder: Builder, {id}: Sense): void {
  if (id === 'about') builder.approx = id
}

/** `900多万`: an approximator between number and scale. */
export function approxBeforeScale(reader: Reader, end: number): Match | undefined {
  const gap = isFreeAt(reader, end) ? matchAt(reader, end, approxAfterMask) : undefined
  return gap !== undefined && matchAt(reader, gap.end, scaleMask) !== undefined ? gap : undefined
}

/** Most spaces between a number and its scale; more are columns. */
const widestGap = 4

/** A scale word beside the number. One-letter abbreviations must be glued to the digits, and `m` only where it can't be a metre. */
function matchScale(reader: Reader, end: number, builder: Builder): Match | undefined {
  const at = skipSpaces(reader, end)
  if (at - end > widestGap) return undefined
  const from = unitAt(reader, at) === 45 && at === end && isLetterAt(reader, at + 1) ? at + 1 : at
  const found = matchAt(reader, from, scaleMask)
  if (found === undefined) return undefined
  if (findSense(found, 'half')?.id === 'before') return undefined
  // 832-т: a letter behind a dash is an ending, but not in P890-M
  if (from > at && found.end - from === 1 && unitAt(reader, from) > 127) return undefined
  // 千克 and 兆字节 are units and 百度 a name, whatever their first character means alone
  const longer = matchAt(reader, from, longerMask)
  if (longer !== undefined && longer.end > found.end) return undefined
  const word = matchAt(reader, from, wordMask)
  if (word !== undefined && word.end > found.end && matchAt(reader, from, countedMask) === undefined) return undefined
  return isLetterScale(reader, found) && !letterFits(reader, from, end, builder) ? undefined : found
}

/** `k`, `M`: a scale only right behind digits. */
export const isLetterScale = (reader: Reader, {start, end}: Match): boolean =>
  end - start === 1 && unitAt(reader, start) < 128 && isSpacedLetterAt(reader, start)

/** `5k`, `5K` and `5M` are glued on; `5 M` stands behind a no-break space; `$5m`, `Rp 2 T` behind a currency. */
function letterFits(reader: Reader, at: number, end: number, builder: Builder): boolean {
  if (builder.lastScale > 0) return false
  const upper = isUpperAt(reader, at)
  if (builder.money) return at === end || upper
  if (at !== end) return upper && rawUnit(reader, end) !== 32
  return upper ? unitAt(reader, at) !== 116 : unitAt(reader, at) === letterK
}

/** `2tr5`: digits glued to a scale word are tenths, hundredths of it. */
function readTail(reader: Reader, builder: Builder, at: number): number {
  if (!isDigitAt(reader, at) || isFreeAt(reader, at - 1)) return 0
  let end = at
  while (isDigitAt(reader, end)) end++
  if (end - at > 3 || isLetterAt(reader, end) || unitAt(reader, end) === 46 || unitAt(reader, end) === 44) return 0
  const part = scaled(multiply(decimalOfDigits(digitsBetween(reader, at, end)), decimalOf(builder.lastScale)), at - end)
  const last = builder.parts[builder.parts.length - 1]!
  last.value = add(last.value, part)
  builder.base = undefined
  return end
}

/** A smaller number behind a scale: with a scale of its own (3 tỷ 200 triệu), or in a script without spaces (6만5000). */
function readSmaller(reader: Reader, builder: Builder, end: number): number {
  let at = skipSpaces(reader, end)
  const joiner = matchAt(reader, at, joinerMask)
  if (joiner !== undefined) at = skipSpaces(reader, joiner.end)
  const trial = copyOf(builder)
  if (isDigitAt(reader, at)) {
    const digits = readDigits(reader, at)
    if (digits === undefined) return 0
    const size = Math.abs(Number(digits.value.mantissa) * 10 ** digits.value.exponent)
    const last = trial.parts[trial.parts.length - 1]!
    if (size >= last.place || size === 0) return 0
    trial.parts.push({value: digits.value, size, place: 1})
    // 3万5千米 are 35,000 metres: a lone digit there waits for its scale, and 千米 is no unit
    const glued = at === end && size < 10 && isFreeAt(reader, digits.end)
    const scale = glued ? matchAt(reader, digits.end, scaleMask) : matchScale(reader, digits.end, trial)
    const factor = findSense(scale, 'scale')
    if (factor !== undefined && factor.value < builder.lastScale && scaleBy(trial, factor.value)) {
      Object.assign(builder, trial, {base: undefined})
      return scale!.end
    }
    const isWhole = digits.plain || digits.value.exponent === 0
    if (isWhole && ((at === end && isFreeAt(reader, end - 1)) || goesOn(reader, builder, at - end, digits.end))) {
      Object.assign(builder, trial, {base: undefined})
      return digits.end
    }
    return 0
  }
  const piece = matchAt(reader, at, pieceMask)
  if (piece !== undefined && isLongerMeasure(reader, at, piece)) return 0
  const word = readWords(reader, at, trial)
  // "1.7 million four years ago": words do not go on with digits, unless by a smaller scale of their own
  const started = builder.digits && !isFreeAt(reader, end - 1)
  if (word === 0 || (started && trial.lastScale === builder.lastScale)) return 0
  Object.assign(builder, trial, {base: undefined})
  return word
}

/** `99 हज़ार 918`, `61 nghìn 631 tỷ`: whole thousands and the rest of the number behind a space, unless the rest counts time of its own. */
function goesOn(reader: Reader, {parts, digits, lastScale, base}: Builder, gap: number, end: number): boolean {
  if (!digits || gap !== 1 || lastScale !== 1000) return false
  if (parts.length === 1 && (base === undefined || base.exponent < 0)) return false
  const unit = findSense(matchAfter(reader, end, unitMask), 'unit')
  return unit === undefined || !timeUnits.has(unit.id)
}

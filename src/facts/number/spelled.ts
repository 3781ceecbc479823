import {type Match, maskOf} from '../../lexicon/lexicon'
import {add, type Decimal, decimalOf, multiply} from '../decimal'
import {type NumberRead, readNumber} from '../number'
import {findSense, isDigitAt, isFreeAt, isSpacedLetterAt, matchAt, type Reader, skipLinker, skipSpaces} from '../reader'
import {append, type Builder, newBuilder, sumOf} from './builder'
import {readDenominator, readTermNumber} from './denominator'
import {readDigits} from './digits'
import {isMoneyBefore} from './figures'
import {readMixedWords} from './fraction'
import {readGlued} from './glued'
import {readOrdinalEnding} from './ordinal'
import {readPoint} from './point'
import {approxBeforeScale, readScales} from './scales'
import {followedByCardinal, plainWords, readWords} from './words'

const numberMask = maskOf('cardinal', 'scale', 'fraction', 'half')
const cardinalMask = maskOf('cardinal')
const scaleMask = maskOf('scale', 'half')
const joinerMask = maskOf('joiner')

/** A number in words. */
export function readSpelled(reader: Reader, at: number): NumberRead | undefined {
  const term = readTermNumber(reader, at)
  if (term !== undefined) return term
  const opening = matchAt(reader, at, numberMask)
  if (opening === undefined) return readGlued(reader, at)
  const before = findSense(opening, 'half')
  if (before?.id === 'before') return readHalfBefore(reader, at, opening, before.value)
  const whole = findSense(opening, 'fraction')
  const builder = newBuilder()
  let end: number
  if (whole !== undefined && findSense(opening, 'cardinal') === undefined) {
    builder.parts.push({value: decimalOf(whole.value), size: whole.value, place: 1})
    end = readScales(reader, builder, opening.end)
    return {
      start: at,
      end,
      value: sumOf(builder),
      spelled: true,
      plain: false,
      fraction: true,
      scale: builder.lastScale > 0,
    }
  }
  const word = readScaleFirst(reader, at, builder) || readWords(reader, at, builder)
  if (word === 0) return undefined
  // एक लाख 20 हजार
  const goesOn =
    builder.lastScale >= 1000 && isSpacedLetterAt(reader, word - 1) && isDigitAt(reader, skipSpaces(reader, word))
  end = goesOn || approxBeforeScale(reader, word) !== undefined ? readScales(reader, builder, word) : word
  const ordinal = readOrdinalEnding(reader, builder, end)
  if (ordinal > 0) return {...finishSpelled(builder, at, ordinal), ordinal: true}
  const point = readPoint(reader, builder, end, at)
  if (point > 0) end = readScales(reader, builder, point)
  const fraction = readDenominator(reader, builder, end, at)
  if (fraction !== undefined) return fraction
  return readMixedWords(reader, builder, at, end) ?? finishSpelled(builder, at, end)
}

export const finishSpelled = (builder: Builder, at: number, end: number): NumberRead => ({
  start: at,
  end,
  value: sumOf(builder),
  spelled: true,
  plain: false,
  fraction: false,
  scale: builder.lastScale >= 1000,
  unit: builder.lastScale || 1,
  ...(builder.approx === undefined ? {} : {approx: builder.approx}),
  ...(builder.lastScale >= 1000 && builder.parts.length === 1 && builder.base !== undefined
    ? {base: builder.base, scaleValue: builder.lastScale}
    : {}),
})

/** `elfu mbili na mia tano`, `milioni 5`: languages that put the scale before its factor. 0 where this is not the way. */
function readScaleFirst(reader: Reader, at: number, builder: Builder): number {
  if (
    !reader.lexicon.settings.has('scaleBefore') &&
    !(isFreeAt(reader, at) && (isMoneyBefore(reader, at) || isLargeFirst(reader, at)))
  )
    return 0
  let end = 0
  let i = at
  for (let round = 0; round < 6; round++) {
    const found = matchAt(reader, i, scaleMask)
    const scale = findSense(found, 'scale')
    const last = builder.parts[builder.parts.length - 1]
    if (scale === undefined || (last !== undefined && scale.value >= last.place)) break
    const factor = readFactor(reader, found!.end, scale.value)
    if (factor === undefined && (end === 0 || scale.value > 1000) && !followedByCardinal(reader, found!.end)) return end
    builder.parts.push({
      value: multiply(factor?.value ?? decimalOf(1), decimalOf(scale.value)),
      size: scale.value * (factor?.size ?? 1),
      place: scale.value,
    })
    builder.lastScale = scale.value
    end = factor?.end ?? found!.end
    i = skipSpaces(reader, end)
    const joiner = matchAt(reader, i, joinerMask)
    if (joiner !== undefined) i = skipSpaces(reader, joiner.end)
  }
  if (end === 0) return 0
  const rest = matchAt(reader, i, cardinalMask)
  const value = rest?.senses[0]?.value ?? 0
  return value > 0 && append(builder, value) ? rest!.end : end
}

const leastLarge = 1e5

/** `သန်း ၂၀`: a large scale right before digits, where units stand before their numbers. */
function isLargeFirst(reader: Reader, at: number): boolean {
  const found = reader.lexicon.settings.has('unitBefore') ? matchAt(reader, at, scaleMask) : undefined
  return (findSense(found, 'scale')?.value ?? 0) >= leastLarge && isDigitAt(reader, skipSpaces(reader, found!.end))
}

/** The factor behind a scale word: digits, or words smaller than the scale. */
function readFactor(
  reader: Reader,
  end: number,
  scale: number,
): {value: Decimal; size: number; end: number} | undefined {
  const at = skipLinker(reader, end)
  if (isDigitAt(reader, at)) {
    const digits = readDigits(reader, at)
    return digits === undefined
      ? undefined
      : {value: digits.value, size: Number(digits.value.mantissa) * 10 ** digits.value.exponent, end: digits.end}
  }
  const words = newBuilder()
  const stop =
    scale >= 1000 ? readScaleFirst(reader, at, words) || plainWords(reader, at, words) : plainWords(reader, at, words)
  if (stop === 0) return undefined
  const size = words.parts.reduce((sum, part) => sum + part.size, 0)
  return size >= scale ? undefined : {value: sumOf(words), size, end: stop}
}

/** `साढ़े तीन`: the half stands before the number it is added to. */
function readHalfBefore(reader: Reader, at: number, opening: Match, half: number): NumberRead | undefined {
  const at2 = skipSpaces(reader, opening.end)
  const share = half === 1 ? 0.5 : half
  const scale = matchAt(reader, at2, scaleMask)
  const factor = findSense(scale, 'scale')
  if (factor !== undefined)
    return {
      start: at,
      end: scale!.end,
      value: multiply(decimalOf(1 + share), decimalOf(factor.value)),
      spelled: true,
      plain: false,
      fraction: false,
      scale: factor.value >= 1000,
      unit: factor.value,
    }
  const rest = readNumber(reader, at2)
  if (rest === undefined) return undefined
  const extra = multiply(decimalOf(share), decimalOf(rest.unit ?? 1))
  return {...rest, start: at, value: add(rest.value, extra), spelled: true, plain: false}
}

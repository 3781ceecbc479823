import {type Match, maskOf} from '../../lexicon/lexicon'
import type {Approx} from '../../page'
import {classOf, is} from '../../text/classes'
import {decimalOf, multiply} from '../decimal'
import {
  findSense,
  isAlone,
  isFreeAt,
  isLetterAt,
  isSpacedLetterAt,
  matchAfter,
  matchAt,
  matchBefore,
  type Reader,
  skipSpaces,
  unitAt,
  upTo,
} from '../reader'
import {addHalf, addTens, append, type Builder, copyOf, goesFirst, positional, scaleBy} from './builder'
import {endsInPart} from './denominator'
import {gluedInto} from './glued'
import {approxBeforeScale, isLetterScale, takeApprox} from './scales'

const numberMask = maskOf('cardinal', 'scale', 'fraction', 'half')
const cardinalMask = maskOf('cardinal')
const scaleMask = maskOf('scale', 'half')
const joinerMask = maskOf('joiner')
const denominatorMask = maskOf('denominator')
const partMask = maskOf('part')
const ordinalMask = maskOf('ordinal')
const betweenMask = maskOf('between')
const longerMask = maskOf('unit', 'percent', 'percent-point', 'currency')
const unitMask = maskOf('unit')
const measureMask = maskOf('currency', 'percent')
const dash = 45

/** Cardinals alone, tens and units. */
export function plainWords(reader: Reader, at: number, builder: Builder): number {
  let end = 0
  let i = at
  for (let round = 0; round < 3; round++) {
    const found = matchAt(reader, i, cardinalMask)
    if (found !== undefined && !append(builder, found.senses[0]!.value)) break
    const next = found?.end ?? gluedInto(reader, i, builder)
    if (next === 0) break
    end = next
    if (unitAt(reader, end) === dash && isLetterAt(reader, end + 1)) {
      i = end + 1
      continue
    }
    i = joinerBefore(reader, skipSpaces(reader, end), builder) || skipSpaces(reader, end)
  }
  return end
}

/** Reads number words from `at` into the builder; returns where they end, 0 when there are none. */
export function readWords(reader: Reader, at: number, builder: Builder): number {
  let end = 0
  let i = at
  let single = 0
  let joinedHere = false
  for (let round = 0; round < 60; round++) {
    const gap = end > 0 ? approxBeforeScale(reader, i) : undefined
    if (gap !== undefined) {
      builder.approx = gap.senses[0]!.id as Approx
      i = gap.end
    }
    const found = matchAt(reader, i, numberMask)
    const saved = copyOf(builder)
    if (found !== undefined && end > 0 && isLongerMeasure(reader, i, found)) break
    const next =
      found === undefined
        ? gluedInto(reader, i, builder)
        : takeWord(reader, builder, found, end === 0, joinedHere) || takeFirst(reader, builder, found)
    if (next === 0) {
      Object.assign(builder, saved)
      if (end > 0 && single > 0 && isFreeAt(reader, i)) {
        const digit = found === undefined ? undefined : findSense(found, 'cardinal')
        if (digit !== undefined && positional(builder, digit.value)) {
          end = found!.end
          i = end
          single++
          continue
        }
      }
      break
    }
    const isDigitWord = found !== undefined && isSmallDigit(found)
    single = isDigitWord && builder.parts.length === 1 && builder.lastScale === 0 ? single + 1 : 0
    end = next
    i = skipSpaces(reader, end)
    if (unitAt(reader, i) === 45 && i === end && isLetterAt(reader, i + 1)) i++
    const joined = joinerBefore(reader, i, builder)
    joinedHere = joined > 0
    if (joinedHere) i = joined
  }
  if (end > 0) endInTenths(reader, builder, end)
  // 三四个 is three or four: two digits in a row are no number
  if (
    single === 2 &&
    builder.parts.length === 1 &&
    isFreeAt(reader, end - 1) &&
    end - at === 2 &&
    unitAt(reader, at) !== unitAt(reader, at + 1)
  )
    return 0
  return end
}

/** 千瓦 behind 600万: a unit that starts with a scale's character. */
export function isLongerMeasure(reader: Reader, at: number, found: Match): boolean {
  if (findSense(found, 'scale') === undefined || !isFreeAt(reader, at)) return false
  const measure = matchAt(reader, at, longerMask)
  return measure !== undefined && measure.end > found.end && !endsInPart(reader, measure)
}

const isSmallDigit = (found: Match): boolean => {
  const value = findSense(found, 'cardinal')?.value
  return value !== undefined && value >= 0 && value < 10 && found.end - found.start === 1
}

/** `一万二`, `二百五`: in Chinese a last digit right behind a scale is tenths of it. */
function endInTenths(reader: Reader, builder: Builder, end: number): void {
  if (!reader.lexicon.settings.has('tailTenths')) return
  const [scale, last] = builder.parts.slice(-2)
  if (
    scale === undefined ||
    last === undefined ||
    scale.place < 100 ||
    last.size > 9 ||
    last.size < 1 ||
    last.place !== 1
  )
    return
  // the digit must stand right behind the scale's character
  const before = matchAt(reader, end - 2, scaleMask)
  if (before?.end !== end - 1 || findSense(before, 'scale')?.value !== scale.place) return
  last.value = multiply(last.value, decimalOf(scale.place / 10))
  last.size *= scale.place / 10
}

/** Takes a number word; returns its end, 0 when it does not fit. */
function takeWord(reader: Reader, builder: Builder, found: Match, first: boolean, joined: boolean): number {
  const value = findSense(found, 'cardinal')
  const factor = findSense(found, 'scale')
  if (value !== undefined && !(factor !== undefined && builder.parts.length > 0)) {
    if (builder.parts.length > 0 && !joined && isUnitHere(reader, found)) return 0
    if (joined && goesFirst(reader, builder, value.value)) return addTens(builder, value.value, found.end)
    return append(builder, value.value, reader.lexicon.wholeTens && !joined) ? found.end : 0
  }
  if (factor !== undefined) {
    if (isLetterScale(reader, found)) return 0
    if (first && builder.parts.length === 0) {
      // A lone "hundred" is no number; 十五 and mil trescientos are.
      if (!startsNumber(reader, found, factor.value) && !isLoneScale(reader, found)) return 0
    }
    if (!scaleBy(builder, factor.value)) return 0
    takeApprox(builder, factor)
    return found.end
  }
  if (findSense(found, 'half') !== undefined && findSense(found, 'half')!.id !== 'before' && builder.parts.length > 0) {
    addHalf(builder)
    return found.end
  }
  return 0
}

/** `一百一十二`: where the numeral 十二 does not fit, its first character alone may. */
function takeFirst(reader: Reader, builder: Builder, {start, end}: Match): number {
  if (end - start < 2 || !isFreeAt(reader, start) || builder.parts.length === 0) return 0
  const first = matchAt(upTo(reader, start + 1), start, scaleMask)
  return first === undefined ? 0 : takeWord(reader, builder, first, false, false)
}

/** A word that is a numeral and a length of time (Vietnamese năm) is the unit behind a number, unless a scale follows. */
function isUnitHere(reader: Reader, found: Match): boolean {
  if (!isSpacedLetterAt(reader, found.start)) return false
  const unit = matchAt(reader, found.start, unitMask)
  return unit?.end === found.end && matchAfter(reader, found.end, scaleMask) === undefined
}

/** `billion` and nothing else in the block. */
const isLoneScale = (reader: Reader, {start, end}: Match): boolean =>
  isAlone(reader, start, end) && matchAt(reader, start, ordinalMask) === undefined

/** Whether a scale word without a number before it is a number: in scripts without spaces, or when a smaller number word follows. */
function startsNumber(reader: Reader, found: Match, factor: number): boolean {
  if (factor > 1000) return isHalfBehind(reader, found.end)
  if (isFreeAt(reader, found.end - 1) && classOf[unitAt(reader, found.start)] === is.unspaced)
    return (
      factor === 10 || followedByCardinal(reader, found.end) || matchAfter(reader, found.end, measureMask) !== undefined
    )
  return followedByCardinal(reader, found.end)
}

const halfMask = maskOf('half')

/** `milion a půl`: a half of the scale behind it. */
function isHalfBehind(reader: Reader, end: number): boolean {
  const half = findSense(isSpacedLetterAt(reader, end - 1) ? matchAfter(reader, end, halfMask) : undefined, 'half')
  return half !== undefined && half.id !== 'before'
}

export const followedByCardinal = (reader: Reader, end: number): boolean => {
  const next = matchAfter(reader, end, cardinalMask)
  return next !== undefined && next.senses[0]!.value > 1
}

/** Whether the number before the joiner at `at` opens a range: between six and twenty. */
const isBetween = (reader: Reader, at: number): boolean =>
  matchBefore(reader, matchBefore(reader, at, cardinalMask)?.start ?? at, betweenMask) !== undefined

/** Position behind a joiner when a number word follows that can be added; else 0. */
function joinerBefore(reader: Reader, at: number, builder: Builder): number {
  const joiner = matchAt(reader, at, joinerMask)
  if (joiner === undefined) return 0
  const next = skipSpaces(reader, joiner.end)
  const word = matchAt(reader, next, numberMask)
  const value = findSense(word, 'cardinal')?.value
  const last = builder.parts[builder.parts.length - 1]
  if (value === undefined || last === undefined) return 0
  if (goesFirst(reader, builder, value) && !isBetween(reader, at)) return next
  if (value >= last.place || last.place < 10) return 0
  // "five billion and three quarters" is a mixed number, "five hundred and six hundred" are two
  const over = matchAfter(reader, word!.end, partMask)
  if (matchAfter(reader, word!.end, denominatorMask) !== undefined || (over && over.senses[0]!.id !== 'inverse'))
    return 0
  const behind = matchAfter(reader, word!.end, scaleMask)
  const factor = findSense(behind, 'scale')?.value
  // "two hundred and fifty thousand": a scale above all that precedes multiplies the whole
  return factor !== undefined && value * factor >= last.place && factor <= last.size ? 0 : next
}

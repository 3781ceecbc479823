import {type Match, maskOf, matchWithin} from '../../lexicon/lexicon'
import type {NumberRead} from '../number'
import {findSense, isSpacedLetterAt, matchAt, type Reader, skipSpaces, wordEnd} from '../reader'
import {append, type Builder, copyOf, newBuilder, scaleBy, takeOrdinal} from './builder'
import {readDenominator} from './denominator'
import {readOrdinalEnding} from './ordinal'
import {readScales} from './scales'
import {finishSpelled} from './spelled'
import {readWords} from './words'

const pieceMask = maskOf('cardinal', 'scale', 'joiner')
const ordinalMask = maskOf('ordinal')
const ageMask = maskOf('age')
const wordMask = maskOf('function')
const longestGlued = 80

/** A number written as one word, with nothing else in the word. */
export function readGlued(reader: Reader, at: number): NumberRead | undefined {
  const builder = newBuilder()
  const first = gluedInto(reader, at, builder)
  if (first === 0) return undefined
  const ending = readOrdinalEnding(reader, builder, first)
  if (ending > 0) return {...finishSpelled(builder, at, ending), ordinal: true}
  const fraction = readDenominator(reader, builder, first, at)
  if (fraction !== undefined) return fraction
  const trial = copyOf(builder)
  const next = skipSpaces(reader, first)
  const more = next > first ? readWords(reader, next, trial) : 0
  const end = more > 0 ? more : first
  return finishSpelled(more > 0 ? trial : builder, at, more > 0 ? end : readScales(reader, builder, first))
}

/** Takes the number words that make up the word at `at`; 0 unless they use it up. */
export function gluedInto(reader: Reader, at: number, builder: Builder): number {
  if (!reader.lexicon.glued || !isSpacedLetterAt(reader, at)) return 0
  const stop = wordEnd(reader, at)
  // hunderttausende: an amount nobody counted
  if (matchAt(reader, at, wordMask)?.end === stop) return 0
  return stop - at > longestGlued ? 0 : gluedFrom(reader, at, stop, builder, 0)
}

/** The rest of a glued number from `at`, behind `pieces` of it: longest pieces first (tausende, tausend). */
function gluedFrom(reader: Reader, at: number, stop: number, builder: Builder, pieces: number): number {
  if (at === stop) return stop
  const last = pieces > 0 ? matchWithin(reader.lexicon, reader.units, at, stop, ordinalMask) : undefined
  if (last?.end === stop && takeOrdinal(builder, last)) {
    builder.ordinal = true
    return stop
  }
  // vierzehnjährig: what follows says what the number counts
  if (pieces > 0 && matchWithin(reader.lexicon, reader.units, at, stop, ageMask)?.end === stop) return at
  for (let limit = stop; limit > at; ) {
    const found = matchWithin(reader.lexicon, reader.units, at, limit, pieceMask)
    if (found === undefined) break
    const trial = copyOf(builder)
    const end = takePiece(trial, found, pieces) ? gluedFrom(reader, found.end, stop, trial, pieces + 1) : 0
    if (end > 0) {
      Object.assign(builder, trial)
      return end
    }
    limit = found.end - 1
  }
  return pieces > 1 && restIsEnding(reader, at, stop) ? stop : 0
}

/** Takes a piece of a glued number; a joiner stands only between two. */
function takePiece(builder: Builder, found: Match, pieces: number): boolean {
  const value = findSense(found, 'cardinal')
  if (value !== undefined && append(builder, value.value)) return true
  const factor = findSense(found, 'scale')
  if (factor !== undefined && (pieces > 0 || factor.value <= 1000) && scaleBy(builder, factor.value)) return true
  return pieces > 0 && findSense(found, 'joiner') !== undefined
}

/** Whether what remains of a word is one of its language's endings. */
function restIsEnding(reader: Reader, at: number, stop: number): boolean {
  const {suffixes, longestSuffix} = reader.lexicon
  if (stop - at > longestSuffix) return false
  return suffixes.has(String.fromCharCode(...reader.units.subarray(at, stop)))
}

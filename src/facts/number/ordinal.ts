import {maskOf} from '../../lexicon/lexicon'
import type {Decimal} from '../decimal'
import {findSense, matchAt, type Reader, skipSpaces, unitAt} from '../reader'
import {append, type Builder, isOne, newBuilder, sumOf, takeOrdinal} from './builder'
import {countsNoun} from './denominator'

const joinerMask = maskOf('joiner')
const denominatorMask = maskOf('denominator')
const ordinalMask = maskOf('ordinal')
const dash = 45
const mostOrdinalWords = 6

/** The last words of a spelled ordinal (forty-second, two hundredth): added or multiplied in; their end, or 0. */
export function readOrdinalEnding(reader: Reader, builder: Builder, from: number): number {
  let end = builder.ordinal ? from : 0
  for (let round = 0; round < mostOrdinalWords; round++) {
    const next = end || from
    let at = skipSpaces(reader, next)
    if (unitAt(reader, at) === dash && at === next) at++
    const joined = joinerEnd(reader, at)
    const found = matchAt(reader, joined, ordinalMask)
    if (found === undefined) return end
    if (end === 0 && isOne(builder) && !countsNoun(reader, found.end)) return 0
    if (!takeOrdinal(builder, found, joined === at && matchAt(reader, at, denominatorMask) === undefined)) return end
    end = found.end
  }
  return end
}

/** An ordinal of ordinals: vigésimo primero, dvacátý první, τεσσαρακοστός δεύτερος. */
export function readOrdinalWords(reader: Reader, at: number): {value: Decimal; end: number} | undefined {
  const first = matchAt(reader, at, ordinalMask)
  const value = findSense(first, 'ordinal')?.value
  if (first === undefined || value === undefined) return undefined
  const builder = newBuilder()
  append(builder, value)
  const end = value < 10 ? 0 : readOrdinalEnding(reader, builder, first.end)
  return {value: sumOf(builder), end: end || first.end}
}

const joinerEnd = (reader: Reader, at: number): number => {
  const joiner = matchAt(reader, at, joinerMask)
  return joiner === undefined ? at : skipSpaces(reader, joiner.end)
}

/** Weights of grams: first by how much likelier a gram is than elsewhere, then fitted so that the languages are told apart. */
import {edge, gramStart, gramStep, hashGram, longestGram, slotBits} from '../../src/language/grams'
import {type Edges, edgesOf, invent} from './chain'
import type {Source} from './corpus'
import {count, isCounted, type Shares, zipf} from './count'
import {random} from './random'

/** Grams of a language, by their length with edges, that a table keeps. */
const kept = [60, 420, 1100, 1100, 600]
/** The share that no language has less of. */
const floor = 2e-6
/** What a gram says of a text before the fit: grams overlap, so that they are no independent witnesses. */
const weights = [0.1, 0.16, 0.22, 0.27, 0.3]

export interface Fitted {
  readonly bits: number
  /** Slot and mark of each gram, as `key` makes them. */
  readonly keys: Int32Array
  /** Where the postings of each gram begin; one more than there are grams. */
  readonly starts: Int32Array
  readonly languages: Uint8Array
  readonly weights: Float32Array
  /** What each letter is worth to a language. */
  readonly biases: Float64Array
}

const key = (hash: number, bits: number): number => ((hash & ((1 << bits) - 1)) << 8) | (hash >>> 24)

/** The grams worth keeping, with the languages that they speak for. */
function select(
  members: readonly Source[],
  shares: readonly Shares[],
  factor: (index: number) => number,
): Map<string, [number, number][]> {
  const mean: Shares = new Map()
  for (const own of shares)
    for (const [gram, share] of own) mean.set(gram, (mean.get(gram) ?? 0) + share / members.length)
  const postings = new Map<string, [number, number][]>()
  for (const [index, own] of shares.entries()) {
    const byLength: [string, number, number][][] = kept.map(() => [])
    for (const [gram, share] of own)
      if (share > floor)
        byLength[gram.length - 1]!.push([gram, share, share * (0.3 + Math.abs(Math.log(share / mean.get(gram)!)))])
    for (const [n, list] of byLength.entries()) {
      list.sort((a, b) => b[2] - a[2] || (a[0] < b[0] ? -1 : 1))
      for (const [gram, share] of list.slice(0, Math.round(kept[n]! * factor(index)))) {
        const found = postings.get(gram)
        const posting: [number, number] = [index, weights[n]! * Math.log(share / floor)]
        if (found === undefined) postings.set(gram, [posting])
        else found.push(posting)
      }
    }
  }
  return postings
}

export function lay(postings: ReadonlyMap<string, [number, number][]>, members: number): Fitted {
  const bits = slotBits(postings.size)
  const merged = new Map<number, [number, number][]>()
  for (const [gram, list] of [...postings].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const at = key(hashGram(gram), bits)
    const there = merged.get(at)
    if (there === undefined) merged.set(at, [...list])
    else for (const posting of list) if (!there.some(([index]) => index === posting[0])) there.push(posting)
  }
  const entries = [...merged].sort((a, b) => a[0] - b[0])
  const total = entries.reduce((sum, [, list]) => sum + list.length, 0)
  const fitted = {
    bits,
    keys: Int32Array.from(entries, ([at]) => at),
    starts: new Int32Array(entries.length + 1),
    languages: new Uint8Array(total),
    weights: new Float32Array(total),
    biases: new Float64Array(members),
  }
  let p = 0
  for (const [index, [, list]] of entries.entries()) {
    for (const [language, weight] of list.sort((a, b) => a[0] - b[0])) {
      fitted.languages[p] = language
      fitted.weights[p++] = weight
    }
    fitted.starts[index + 1] = p
  }
  return fitted
}

const lengths = [1, 1, 1, 2, 2, 3, 4, 4, 8, 14]

/** A source with what samples are drawn by. */
type Urn = {source: Source; ranks: Float64Array; edges: Edges}
const urnOf = (source: Source): Urn => ({
  source: {
    ...source,
    lines: source.lines.filter((_, index) => !isCounted(source, index) || index % 6 === 1),
    phrases: source.phrases.filter((_, index) => index % 2 === 1),
  },
  ranks: summed(source.ranked),
  edges: edgesOf([...source.lines.flat(), ...source.phrases.flat()]),
})

/** Words of a text of a language: a stretch of a line, a phrase, some frequent words, or invented ones. */
function sample({source: {lines, phrases, ranked, chain}, ranks, edges}: Urn, next: () => number): readonly string[] {
  const size = lengths[Math.floor(next() * lengths.length)]!
  const pick = next()
  const isNews = lines.length > 200
  if (pick < 0.35) return Array.from({length: size}, () => invent(chain, edges, next))
  if (ranked.length > 0 && pick < (isNews ? 0.5 : 0.65))
    return Array.from({length: size}, () => ranked[rankOf(ranks, next())]!)
  const usePhrase = phrases.length > 0 && (lines.length === 0 || next() < (isNews ? 0.2 : 0.35))
  const from = usePhrase ? phrases : lines
  if (from.length === 0) return []
  const line = from[Math.floor(next() * from.length)]!
  const start = Math.floor(next() * Math.max(1, line.length - size + 1))
  return line.slice(start, start + size)
}

const summed = (words: readonly string[]): Float64Array => {
  let sum = 0
  return Float64Array.from(words, (_, rank) => (sum += Math.sqrt(zipf(rank))))
}
function rankOf(sums: Float64Array, at: number): number {
  const target = at * sums[sums.length - 1]!
  let low = 0
  let high = sums.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (sums[middle]! < target) low = middle + 1
    else high = middle
  }
  return low
}

/** Fills `into` with the numbers of the known grams of a text. */
function features(
  words: readonly string[],
  {bits}: Fitted,
  known: ReadonlyMap<number, number>,
  into: number[],
): number {
  into.length = 0
  let letters = 0
  for (const word of words) {
    letters += word.length
    for (let i = -1; i <= word.length; i++) {
      let hash = gramStart
      for (let k = i; k <= word.length && k < i + longestGram; k++) {
        hash = gramStep(hash, k < 0 || k >= word.length ? edge : word.charCodeAt(k))
        const found = known.get(key(hash, bits))
        if (found !== undefined) into.push(found)
      }
    }
  }
  return letters
}

/** Steps of the fit by sampled texts: those that are told apart already teach little. */
function refine(fitted: Fitted, members: readonly Source[], rounds: number): void {
  const next = random(20_251)
  const known = new Map<number, number>()
  for (const [index, at] of fitted.keys.entries()) known.set(at, index)
  const {starts, languages, weights: w, biases} = fitted
  const squares = new Float32Array(w.length).fill(0.6)
  const biasSquares = new Float64Array(members.length).fill(20)
  const scores = new Float64Array(members.length)
  const grams: number[] = []
  const urns = members.map(urnOf)
  const same = members.map(({script}) => members.flatMap((other, index) => (other.script === script ? [index] : [])))
  const rate = 0.07
  for (let round = 0; round < rounds; round++) {
    let wrong = 0
    for (let turn = 0; turn < members.length; turn++) {
      const own = Math.floor(next() * members.length)
      const letters = features(sample(urns[own]!, next), fitted, known, grams)
      if (letters < 2) continue
      for (const index of same[own]!) scores[index] = biases[index]! * letters
      for (const gram of grams) for (let p = starts[gram]!; p < starts[gram + 1]!; p++) scores[languages[p]!]! += w[p]!
      let best = -Infinity
      for (const index of same[own]!) best = Math.max(best, scores[index]!)
      let total = 0
      for (const index of same[own]!) total += scores[index] = Math.exp(scores[index]! - best)
      for (const index of same[own]!) scores[index] = scores[index]! / total - (index === own ? 1 : 0)
      wrong -= scores[own]!
      if (scores[own]! > -0.01) continue
      for (const gram of grams)
        for (let p = starts[gram]!; p < starts[gram + 1]!; p++) {
          const slope = scores[languages[p]!]!
          if (slope < 0.002 && slope > -0.002) continue
          squares[p]! += slope * slope
          w[p]! -= (rate * slope) / Math.sqrt(squares[p]!)
        }
      for (const index of same[own]!) {
        const slope = scores[index]! * letters * 0.1
        biasSquares[index]! += slope * slope
        biases[index]! -= (0.02 * slope) / Math.sqrt(biasSquares[index]!)
      }
    }
    if (round % 200 === 199) console.log('  round', round + 1, (wrong / members.length).toFixed(3))
  }
}

export function fit(members: readonly Source[], rounds: number, factor: (index: number) => number = () => 1): Fitted {
  const fitted = lay(select(members, members.map(count), factor), members.length)
  if (members.length > 1) refine(fitted, members, rounds)
  return fitted
}

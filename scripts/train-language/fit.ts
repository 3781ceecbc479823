/** Weights of grams: first by how much likelier a gram is than elsewhere, then fitted so that the languages are told apart. */
import {hashGram, slotBits} from '../../src/language/grams'
import {leastWeight, mostWeight, unitLog} from '../../src/language/model'
import type {Source} from './corpus'
import {eachGram, keyOf} from './grams'
import {random} from './random'
import {urnOf} from './urn'

export interface Fitted {
  readonly bits: number
  /** Slot and mark of each gram, as `keyOf` makes them. */
  readonly keys: Int32Array
  /** Where the postings of each gram begin; one more than there are grams. */
  readonly starts: Int32Array
  readonly languages: Uint8Array
  readonly weights: Float32Array
  /** What each letter is worth to a language. */
  readonly biases: Float64Array
}

export interface Plan {
  /** Two to the power of it are the slots of the table. */
  readonly bits: number
  /** Postings that are kept. */
  readonly postings: number
  /** Texts that the fit sees. */
  readonly texts: number
  /** How likely each language is beforehand, as a logarithm. */
  readonly priors: readonly number[]
}

/** Letters of each language that are counted. */
const counted = 160_000
/** Grams of a language that are considered, by length with edges (the last are whole words) and by the worth of its material. */
const considered = [
  [60, 600, 1500, 1500, 800, 800],
  [80, 800, 3000, 4000, 3000, 3000],
  [100, 1200, 8000, 15_000, 12_000, 12_000],
]
/** The share that no language has less of. */
const floor = 3e-6
/** What a gram says of a text before the fit: grams overlap, so that they are no independent witnesses. */
const before = [0.05, 0.1, 0.25, 0.35, 0.4, 0.4]
/** What is taken off each count: one occurrence in a small text is mostly chance. */
const discount = 0.7

/** Lays postings out as a table. */
export function lay(postings: Iterable<readonly [number, [number, number][]]>, bits: number, members: number): Fitted {
  if (members > 256) throw new RangeError(`Expected at most 256 languages in a table, got ${members}`)
  const entries = [...postings].sort((a, b) => a[0] - b[0])
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

/** The table of grams given as strings. */
export function layGrams(postings: ReadonlyMap<string, [number, number][]>, members: number): Fitted {
  const bits = slotBits(postings.size)
  const merged = new Map<number, [number, number][]>()
  for (const [gram, list] of [...postings].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const at = keyOf(hashGram(gram), bits)
    const there = merged.get(at)
    if (there === undefined) merged.set(at, [...list])
    else for (const posting of list) if (!there.some(([index]) => index === posting[0])) there.push(posting)
  }
  return lay(merged, bits, members)
}

/** Finds the number of a gram by its hash; -1 for one that the table has not. */
function finder({bits, keys}: Fitted): (hash: number) => number {
  const slots = new Int32Array((1 << bits) + 1)
  for (const key of keys) slots[(key >>> 8) + 1]!++
  for (let slot = 0; slot < 1 << bits; slot++) slots[slot + 1]! += slots[slot]!
  return (hash) => {
    const key = keyOf(hash, bits)
    for (let gram = slots[key >>> 8]!; gram < slots[(key >>> 8) + 1]!; gram++) if (keys[gram] === key) return gram
    return -1
  }
}

/** The numbers of the languages in the script of one. */
const rivals = (members: readonly Source[], index: number): number[] =>
  members.flatMap(({script}, other) => (script === members[index]!.script ? [other] : []))

type Counted = {keys: number[]; lengths: number[]; shares: number[]}

/** Shares of the grams among the letters of a language. */
function count(source: Source, bits: number, space: Float32Array): Counted {
  const next = random(source.tag.length)
  const urn = urnOf(source)
  const size = [...source.lines.flat(), ...source.phrases.flat(), ...source.ranked].join('').length
  const keys: number[] = []
  const lengths: number[] = []
  let letters = 0
  while (letters < Math.min(counted, 3 * size))
    for (const word of urn(next)) {
      letters += word.length
      eachGram(word, (hash, length) => {
        const key = keyOf(hash, bits)
        if (space[key]!++ > 0) return
        keys.push(key)
        lengths.push(length)
      })
    }
  const times = Math.max(1, letters / Math.max(1, size))
  const shares = keys.map(
    (key, index) => Math.max(0, space[key]! - (lengths[index]! > 2 ? discount * times : 0)) / Math.max(3000, letters),
  )
  for (const key of keys) space[key] = 0
  return {keys, lengths, shares}
}

/** The grams worth considering, with the languages that they speak for. */
function select(members: readonly Source[], bits: number): Fitted {
  const space = new Float32Array(1 << (bits + 8))
  // A script of one language needs no grams.
  const all = members.map((source, index) =>
    rivals(members, index).length > 1 ? count(source, bits, space) : {keys: [], lengths: [], shares: []},
  )
  const mean = space
  for (const {keys, shares} of all)
    for (const [index, key] of keys.entries()) mean[key]! += shares[index]! / members.length
  const postings = new Map<number, [number, number][]>()
  for (const [member, {keys, lengths, shares}] of all.entries()) {
    const byLength: [number, number, number][][] = before.map(() => [])
    for (const [index, key] of keys.entries()) {
      const share = shares[index]!
      if (share > floor)
        byLength[lengths[index]! - 1]!.push([key, share, share * (0.3 + Math.abs(Math.log(share / mean[key]!)))])
    }
    for (const [n, list] of byLength.entries()) {
      list.sort((a, b) => b[2] - a[2] || a[0] - b[0])
      for (const [key, share] of list.slice(0, considered[members[member]!.worth - 1]![n])) {
        const posting: [number, number] = [member, before[n]! * Math.log(share / floor)]
        const found = postings.get(key)
        if (found === undefined) postings.set(key, [posting])
        else if (found[found.length - 1]![0] !== member) found.push(posting)
      }
    }
  }
  return lay(postings, bits, members.length)
}

/** Share of the grams of a text that the fit does not see, so that it does not lean on single ones. */
const dropped = 0.3
const rate = 0.09

/**
 * Steps of the fit by drawn texts: those that are told apart already teach nothing. Returns of each posting how steep what the
 * texts are mistaken by is in its weight (the diagonal of the Hessian).
 */
function refine(fitted: Fitted, members: readonly Source[], {priors, texts}: Plan, seed: number): Float32Array {
  const next = random(seed)
  const {starts, languages, weights, biases} = fitted
  const find = finder(fitted)
  const least = leastWeight * unitLog
  const most = mostWeight * unitLog
  const squares = new Float32Array(weights.length).fill(0.6)
  const biasSquares = new Float64Array(members.length).fill(20)
  const scores = new Float64Array(members.length)
  const grams: number[] = []
  const urns = members.map(urnOf)
  const same = members.map((_, index) => rivals(members, index))
  const chances = priors.map((prior, index) => (same[index]!.length > 1 ? Math.exp(prior / 2.5) : 0))
  const sum = chances.reduce((a, b) => a + b, 0)
  const draw = (): number => {
    let at = next() * sum
    let own = 0
    while (own < chances.length - 1 && (at -= chances[own]!) > 0) own++
    return own
  }
  const curves = new Float32Array(weights.length)
  let wrong = 0
  for (let turn = 1; turn <= texts; turn++) {
    const own = draw()
    const drop = dropped * 2 * next()
    grams.length = 0
    let letters = 0
    for (const word of urns[own]!(next)) {
      letters += word.length
      eachGram(word, (hash) => {
        const found = find(hash)
        if (found >= 0 && next() >= drop) grams.push(found)
      })
    }
    if (letters < 2) continue
    for (const index of same[own]!) scores[index] = biases[index]! * letters
    for (const gram of grams)
      for (let p = starts[gram]!; p < starts[gram + 1]!; p++) scores[languages[p]!]! += weights[p]!
    let best = -Infinity
    for (const index of same[own]!) best = Math.max(best, (scores[index]! += priors[index]! / 2))
    let total = 0
    for (const index of same[own]!) total += scores[index] = Math.exp(scores[index]! - best)
    for (const index of same[own]!) scores[index] = scores[index]! / total - (index === own ? 1 : 0)
    wrong -= scores[own]!
    if (turn % 100_000 === 0) {
      console.log('  texts', turn, (wrong / 100_000).toFixed(3))
      wrong = 0
    }
    if (scores[own]! > -0.01) continue
    const step = rate * (1 - (0.8 * turn) / texts)
    for (const gram of grams)
      for (let p = starts[gram]!; p < starts[gram + 1]!; p++) {
        const slope = scores[languages[p]!]!
        if (slope < 0.002 && slope > -0.002) continue
        curves[p]! += Math.abs(slope) * (1 - Math.abs(slope))
        squares[p]! += slope * slope
        weights[p] = Math.max(least, Math.min(most, weights[p]! - (step * slope) / Math.sqrt(squares[p]!)))
      }
    for (const index of same[own]!) {
      const slope = scores[index]! * letters * 0.1
      biasSquares[index]! += slope * slope
      biases[index]! -= (0.02 * slope) / Math.sqrt(biasSquares[index]!)
    }
  }
  return curves
}

/** Languages that a gram speaks for at most: frequent ones speak for all, and reading them costs most of the time. */
const mostLanguages = 64

/** Keeps the postings without which the texts of the fit would be told apart worst (optimal brain damage). */
function prune(
  {bits, keys, starts, languages, weights, biases}: Fitted,
  curves: Float32Array,
  postings: number,
): Fitted {
  const says = weights.map((weight, p) => weight ** 2 * curves[p]!)
  const least = says.slice().sort()[Math.max(0, weights.length - postings)]!
  const kept: [number, [number, number][]][] = []
  for (let gram = 0; gram < keys.length; gram++) {
    const list: number[] = []
    for (let p = starts[gram]!; p < starts[gram + 1]!; p++) if (says[p]! > 0 && says[p]! >= least) list.push(p)
    list.sort((a, b) => says[b]! - says[a]!)
    if (list.length > 0) kept.push([keys[gram]!, list.slice(0, mostLanguages).map((p) => [languages[p]!, weights[p]!])])
  }
  const small = lay(kept, bits, biases.length)
  small.biases.set(biases)
  return small
}

/** Postings go in two steps, each followed by another fit of those that are left. */
export function fit(members: readonly Source[], plan: Plan): Fitted {
  const large = select(members, plan.bits)
  console.log('  considered', large.keys.length, large.weights.length)
  const curves = refine(large, members, plan, 1)
  const fewer = {...plan, texts: plan.texts * 0.4}
  const medium = prune(large, curves, Math.round(Math.sqrt(plan.postings * large.weights.length)))
  const small = prune(medium, refine(medium, members, fewer, 2), plan.postings)
  refine(small, members, fewer, 3)
  return small
}

/** Whole numbers from 0 to below `limit`, the same ones for the same seed (mulberry32). */
export type Random = (limit: number) => number

export function randomFrom(seed: number): Random {
  let state = seed
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit
  }
}

/** What mutations draw from. */
export interface Sources {
  random: Random
  /** Words of the format under test. */
  words: readonly Uint8Array[]
  /** Another input that was interesting. */
  other: Uint8Array
}

type Mutation = (input: Uint8Array, sources: Sources) => Uint8Array

const telling = [0, 1, 9, 10, 13, 32, 34, 48, 57, 60, 62, 123, 125, 127, 128, 191, 192, 224, 239, 240, 255]

const mutations: readonly Mutation[] = [
  (input, {random}) => at(input, random, (byte) => byte ^ (1 << random(8))),
  (input, {random}) => at(input, random, () => random(256)),
  (input, {random}) => at(input, random, () => telling[random(telling.length)]!),
  (input, {random}) => at(input, random, (byte) => byte + random(9) - 4),
  (input, {random}) => splice(input, range(input, random, 64), []),
  (input, {random, words}) => splice(input, [random(input.length + 1), 0], words[random(words.length)]!),
  (input, {random, words}) => splice(input, [random(input.length + 1), 0], words[random(words.length)]!),
  (input, {random, words}) => overwrite(input, random(input.length + 1), words[random(words.length)]!),
  (input, {random, other}) => splice(input, [random(input.length + 1), 0], part(other, range(other, random, 256))),
  (input, {random, other}) => overwrite(input, random(input.length + 1), part(other, range(other, random, 256))),
  (input, {random, other}) =>
    splice(input, [random(input.length + 1), input.length], part(other, [random(other.length + 1), other.length])),
  (input, {random}) => splice(input, [random(input.length + 1), 0], part(input, range(input, random, 64))),
  (input, {random}) =>
    splice(
      input,
      [random(input.length + 1), 0],
      new Uint8Array(1 + random(300)).fill(telling[random(telling.length)]!),
    ),
]

/** An input like the given one, at most `longest` bytes long. */
export function mutate(input: Uint8Array, longest: number, sources: Sources): Uint8Array {
  let mutant = input
  for (let left = 1 << sources.random(4); left > 0; left--)
    mutant = mutations[sources.random(mutations.length)]!(mutant, sources).subarray(0, longest)
  return mutant
}

/** Start and length. */
type Range = readonly [number, number]

function range(input: Uint8Array, random: Random, longest: number): Range {
  const start = random(input.length + 1)
  return [start, random(Math.min(longest, input.length - start) + 1)]
}

const part = (input: Uint8Array, [start, length]: Range): Uint8Array => input.subarray(start, start + length)

function at(input: Uint8Array, random: Random, change: (byte: number) => number): Uint8Array {
  if (input.length === 0) return input
  const changed = input.slice()
  const index = random(changed.length)
  changed[index] = change(changed[index]!)
  return changed
}

function splice(input: Uint8Array, [start, length]: Range, inserted: ArrayLike<number>): Uint8Array {
  const end = Math.min(input.length, start + length)
  const result = new Uint8Array(start + inserted.length + input.length - end)
  result.set(input.subarray(0, start))
  result.set(inserted, start)
  result.set(input.subarray(end), start + inserted.length)
  return result
}

const overwrite = (input: Uint8Array, start: number, bytes: Uint8Array): Uint8Array =>
  splice(input, [start, bytes.length], bytes)

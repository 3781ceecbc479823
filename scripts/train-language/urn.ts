/** Short texts of a language, drawn at random from its material. */
import {newsLines, type Source} from './corpus'
import {zipf} from './grams'

/** Draws the words of one text. */
export type Urn = (next: () => number) => readonly string[]

/** Words of a text. */
const lengths = [1, 1, 1, 1, 2, 2, 3, 4, 5, 8, 14]

const pick = <T>(list: readonly T[], next: () => number): T => list[Math.floor(next() * list.length)]!

/** A stretch of a line, a phrase, or words by their frequency; lines without news, which are few, half as often as the others. */
export function urnOf({lines, phrases, ranked}: Source): Urn {
  const [running, single] = [summed(ranked, 1), summed(ranked, 0.5)]
  type Kind = (size: number, next: () => number) => readonly string[]
  const kinds: Kind[] = []
  const often = (kind: Kind): number => kinds.push(kind, kind)
  const stretch = (size: number, next: () => number, from: readonly string[][]): readonly string[] => {
    const line = pick(from, next)
    const start = Math.floor(next() * Math.max(1, line.length - size + 1))
    return line.slice(start, start + size)
  }
  if (lines.length > newsLines) often((size, next) => stretch(size, next, lines))
  else if (lines.length > 0) kinds.push((size, next) => stretch(size, next, lines))
  if (phrases.length > 0) often((size, next) => stretch(size, next, phrases))
  if (ranked.length > 0) {
    // As in running text, and with more of the rare ones.
    for (const ranks of [running, single])
      often((size, next) => Array.from({length: size}, () => ranked[rankOf(ranks, next())]!))
  }
  return (next) => pick(kinds, next)(pick(lengths, next), next)
}

const summed = (words: readonly string[], power: number): Float64Array => {
  let sum = 0
  return Float64Array.from(words, (_, rank) => (sum += zipf(rank) ** power))
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

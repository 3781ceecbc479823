/** Shares of letter n-grams in the material of a language. */
import {edge, longestGram} from '../../src/language/grams'
import {edgesOf, invent} from './chain'
import type {Source} from './corpus'
import {random} from './random'

/** Share of a gram among the letters of a text. */
export type Shares = Map<string, number>

/** Letters that are invented for each language; what is at hand of real text stands for at most half as many. */
const worth = 120_000
/** What is taken off each count: one occurrence in a small text is mostly chance. */
const discount = 0.5

const space = String.fromCharCode(edge)

/** Which lines of a language are counted; the fit draws on the others, so that it learns from texts it has not seen. */
export const isCounted = ({lines}: Source, index: number): boolean => index % (lines.length > 400 ? 4 : 3) !== 0

/** Each gram of a word with its edges. */
export function eachGram(word: string, use: (gram: string) => void): void {
  const text = space + word + space
  for (let i = 0; i < text.length; i++)
    for (let n = 1; n <= longestGram && i + n <= text.length; n++) {
      const gram = text.slice(i, i + n)
      if (gram !== space) use(gram)
    }
}

/** How often the word of a rank comes in a text, by Zipf's law. */
export const zipf = (rank: number): number => 1 / (rank + 2.7)

export function count(source: Source): Shares {
  const counts: Shares = new Map()
  const add = (word: string, times: number): void =>
    eachGram(word, (gram) => counts.set(gram, (counts.get(gram) ?? 0) + times))
  const counted = [
    ...source.lines.filter((_, index) => isCounted(source, index)),
    ...source.phrases.filter((_, index) => index % 2 === 0),
  ]
  const words = counted.flat()
  const size = words.reduce((sum, word) => sum + word.length, 0)
  const times = Math.min(3, worth / 2 / Math.max(1, size))
  for (const word of words) add(word, times)
  const rankedSize = source.ranked.reduce((sum, word, rank) => sum + word.length * zipf(rank), 0)
  for (const [rank, word] of source.ranked.entries()) add(word, (zipf(rank) * worth) / 2 / rankedSize)
  let letters = size * times + (rankedSize > 0 ? worth / 2 : 0)
  const upTo = letters + worth
  const next = random(source.tag.length)
  const edges = edgesOf([...source.lines.flat(), ...source.phrases.flat()])
  for (let word = ''; letters < upTo; letters += Math.max(1, word.length)) {
    word = invent(source.chain, edges, next)
    add(word, 1)
  }
  const shares: Shares = new Map()
  for (const [gram, times] of counts) {
    const share = (times - (gram.length > 2 ? discount : 0)) / Math.max(2000, letters)
    if (share > 0) shares.set(gram, share)
  }
  return shares
}

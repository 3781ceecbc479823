/** The n-grams of words, as numbers of a table. */
import {edge, gramStart, gramStep, longestGram} from '../../src/language/grams'

/** Slot and mark of a gram in a table of `bits`. */
export const keyOf = (hash: number, bits: number): number => ((hash & ((1 << bits) - 1)) << 8) | (hash >>> 24)

/** Each gram of a word with its edges: hash and length. */
export function eachGram(word: string, use: (hash: number, length: number) => void): void {
  for (let i = -1; i <= word.length; i++) {
    let hash = gramStart
    const stop = Math.min(word.length, i + longestGram - 1)
    for (let k = i; k <= stop; k++) {
      hash = gramStep(hash, k < 0 || k === word.length ? edge : word.charCodeAt(k))
      if (k > i || (k >= 0 && k < word.length)) use(hash, k - i + 1)
    }
  }
}

/** How often the word of a rank comes in a text, by Zipf's law. */
export const zipf = (rank: number): number => 1 / (rank + 2.7)

/** The n-grams of words, as numbers of a table. */
import {edge, firstSingle, gramStart, gramStep, longestGram, longestWord} from '../../src/language/grams'

/** Slot and mark of a gram in a table of `bits`. */
export const keyOf = (hash: number, bits: number): number => ((hash & ((1 << bits) - 1)) << 8) | (hash >>> 24)

/** Length that stands for grams which are a whole word with its edges. */
export const wholeWord = longestGram + 1

/** Each gram of a word with its edges: hash and length. */
export function eachGram(word: string, use: (hash: number, length: number) => void): void {
  if (word.length + 2 > longestGram && word.length <= longestWord) {
    let hash = gramStep(gramStart, edge)
    for (let k = 0; k < word.length; k++) hash = gramStep(hash, word.charCodeAt(k))
    use(gramStep(hash, edge), wholeWord)
  }
  for (let i = -1; i <= word.length; i++) {
    let hash = gramStart
    const stop = Math.min(word.length, i + longestGram - 1)
    for (let k = i; k <= stop; k++) {
      hash = gramStep(hash, k < 0 || k === word.length ? edge : word.charCodeAt(k))
      if (k > i || (k >= 0 && k < word.length && word.charCodeAt(k) >= firstSingle)) use(hash, k - i + 1)
    }
  }
}

/** How often the word of a rank comes in a text, by Zipf's law. */
export const zipf = (rank: number): number => 1 / (rank + 2.7)

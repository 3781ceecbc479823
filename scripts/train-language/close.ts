/** Tables of their own for languages so close that the grams which tell them from all others do not tell them apart. */
import {unitLog} from '../../src/language/model'
import type {Source} from './corpus'
import {type Fitted, lay} from './fit'
import {eachGram, keyOf, zipf} from './grams'

export const groups: readonly (readonly string[])[] = [
  ['ms', 'id'],
  ['hr', 'bs', 'sr-Latn'],
  ['da', 'nb', 'nn'],
  ['af', 'nl'],
  ['cs', 'sk'],
]

/** Two to the power of it are the slots of a table. */
const bits = 14
const keptGrams = 14_000
/** Letters that news stand for, a list of words, and phrases. */
const newsLetters = 100_000
const listLetters = 40_000
const phraseLetters = 40_000
/** What grams say beside those they overlap with. */
const share = 0.35

function count({lines, ranked, phrases}: Source, words: number): Map<number, number> {
  const counts = new Map<number, number>()
  const add = (words: readonly string[], letters: number, times: (rank: number) => number): void => {
    const size = words.reduce((sum, word, rank) => sum + word.length * times(rank), 0)
    for (const [rank, word] of words.entries())
      eachGram(word, (hash, length) => {
        if (length > 2) counts.set(hash, (counts.get(hash) ?? 0) + (letters * times(rank)) / size)
      })
  }
  if (lines.length > 200) add(lines.flat(), newsLetters, () => 1)
  add(ranked.slice(0, words), listLetters, zipf)
  add(phrases.flat(), phraseLetters, () => 1)
  return counts
}

/** Each gram weighs by how much likelier it is than where it is rarest. */
export function trainClose(members: readonly Source[]): Fitted {
  // As many words of each: a list that goes on alone would speak for its language with all that is rare.
  const words = Math.min(...members.map(({ranked}) => ranked.length))
  const counted = members.map((source) => count(source, words))
  const found: [number, [number, number][], number][] = []
  for (const gram of new Set(counted.flatMap((counts) => [...counts.keys()]))) {
    const shares = counted.map((counts) => (counts.get(gram) ?? 0) + 0.5)
    const least = Math.log(Math.min(...shares))
    const logs = shares.map((value) => Math.log(value) - least)
    const most = Math.max(...logs)
    const total = shares.reduce((sum, value) => sum + value, 0)
    if (most * share < unitLog || total < 3) continue
    const postings = logs.flatMap((log, index): [number, number][] =>
      log * share > unitLog / 2 ? [[index, log * share]] : [],
    )
    found.push([gram, postings, most * total])
  }
  found.sort((a, b) => b[2] - a[2] || a[0] - b[0])
  const kept = new Map<number, [number, number][]>()
  for (const [hash, list] of found.slice(0, keptGrams))
    if (!kept.has(keyOf(hash, bits))) kept.set(keyOf(hash, bits), list)
  return lay(kept, bits, members.length)
}

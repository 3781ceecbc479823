/** Tables of their own for languages so close that sources of different kinds would decide between them. */
import {hashGram} from '../../src/language/grams'
import {unitLog} from '../../src/language/model'
import {edgesOf, invent} from './chain'
import type {Source} from './corpus'
import {eachGram, zipf} from './count'
import {type Fitted, lay} from './fit'
import {random} from './random'

export interface Group {
  readonly tags: readonly string[]
  /**
   * `texts` where all members have the same news, `letters` where some have only a model of letters: then words are
   * invented for all of them in one way.
   */
  readonly by: 'texts' | 'letters'
}

export const groups: readonly Group[] = [
  {tags: ['ms', 'id'], by: 'texts'},
  {tags: ['hr', 'bs', 'sr-Latn'], by: 'texts'},
  {tags: ['zu', 'xh', 'nd', 'ss'], by: 'letters'},
  {tags: ['tn', 'st', 'nso'], by: 'letters'},
  {tags: ['da', 'nb', 'nn'], by: 'letters'},
  {tags: ['af', 'nl'], by: 'letters'},
  {tags: ['is', 'fo'], by: 'letters'},
]

const keptGrams = 14_000
const newsLetters = 100_000
const inventedLetters = 400_000
/** What grams of a length say beside those they overlap with. */
const share = 0.35

function countGroup(source: Source, by: Group['by']): Map<string, number> {
  const counts = new Map<string, number>()
  const add = (word: string, times: number): void =>
    eachGram(word, (gram) => {
      const edged = gram.startsWith(' ') || gram.endsWith(' ')
      if (gram.length > 1 && (by === 'texts' || (!edged && gram.length < 5)))
        counts.set(gram, (counts.get(gram) ?? 0) + times)
    })
  if (by === 'letters') {
    const next = random(77)
    const edges = edgesOf([...source.lines.flat(), ...source.phrases.flat()])
    for (let letters = 0; letters < inventedLetters; ) {
      const word = invent(source.chain, edges, next)
      letters += Math.max(1, word.length)
      add(word, newsLetters / inventedLetters)
    }
    return counts
  }
  for (const word of source.lines.flat()) add(word, 1)
  const size = source.ranked.reduce((sum, word, rank) => sum + word.length * zipf(rank), 0)
  for (const [rank, word] of source.ranked.entries()) add(word, (zipf(rank) * newsLetters) / size)
  return counts
}

/** Each gram weighs by how much likelier it is than where it is rarest. */
export function trainClose(members: readonly Source[], by: Group['by']): Fitted {
  const counted = members.map((source) => countGroup(source, by))
  const found: [string, [number, number][], number][] = []
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
  found.sort((a, b) => b[2] - a[2] || hashGram(a[0]) - hashGram(b[0]))
  return lay(new Map(found.slice(0, keptGrams).map(([gram, list]) => [gram, list])), members.length)
}

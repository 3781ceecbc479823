/** The languages of franc that the model does not know, by its trigrams (MIT). Slow: only asked where the model is unsure. */
import {readTable} from '#tables'

type Rank = ReadonlyMap<string, number>

/** Names of scripts in franc's data by ISO 15924 code. */
const named: Readonly<Record<string, string>> = {
  Latn: 'Latin',
  Cyrl: 'Cyrillic',
  Arab: 'Arabic',
  Deva: 'Devanagari',
  Mymr: 'Myanmar',
  Ethi: 'Ethiopic',
  Hebr: 'Hebrew',
}
/** Trigrams of a language in franc's data: what a text has beside them is this far away. */
const farthest = 300
const ranks = new Map<string, ReadonlyMap<string, Rank>>()

function ranksOf(script: string): ReadonlyMap<string, Rank> {
  const known = ranks.get(script)
  if (known !== undefined) return known
  const made = new Map<string, Rank>()
  const grams = new TextDecoder().decode(readTable(`trigrams/${named[script]}`)) || '{}'
  for (const [code, ranked] of Object.entries(JSON.parse(grams) as Record<string, string>))
    made.set(canonical(code), new Map(ranked.split('|').map((gram, rank) => [gram, rank])))
  ranks.set(script, made)
  return made
}

/** BCP 47 for an ISO 639-3 code: `deu` is `de`. */
const canonical = (code: string): string => Intl.getCanonicalLocales(code)[0] ?? code

/** Tags by how near the trigrams of a folded text are to theirs, from 1 (nearest) down. */
export function nearest(text: string, script: string): {tag: string; nearness: number}[] {
  const grams = trigrams(text)
  const worst = grams.length * farthest
  if (worst === 0) return []
  const found = [...ranksOf(script)].map(([tag, rank]) => {
    let distance = 0
    for (const [index, gram] of grams.entries()) distance += Math.abs((rank.get(gram) ?? index + farthest) - index)
    return {tag, nearness: worst - distance}
  })
  found.sort((a, b) => b.nearness - a.nearness)
  const best = Math.max(1, found[0]?.nearness ?? 1)
  return found.slice(0, 4).map(({tag, nearness}) => ({tag, nearness: nearness / best}))
}

/** The trigrams of a text, most frequent first. */
function trigrams(text: string): string[] {
  const clean = ` ${text.replace(/[\s!-@]+/gu, ' ').trim()} `
  const counts = new Map<string, number>()
  for (let i = 0; i + 3 <= clean.length; i++) {
    const gram = clean.slice(i, i + 3)
    counts.set(gram, (counts.get(gram) ?? 0) + 1)
  }
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .map(([gram]) => gram)
    .slice(0, farthest)
}

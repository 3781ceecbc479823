/**
 * `npx tsx scripts/spell-words.ts <folder of lingua's language-models>`: draws the lists of scripts/train-language/letters,
 * words letter by letter as the n-grams of lingua 1.4 follow each other. Its files give each n-gram of up to five letters as a
 * share of the (n-1)-gram before it: what the shares leave is how often a word ends there, and what no n-gram of one letter
 * more accounts for is how often one begins.
 */
import {existsSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {brotliDecompressSync} from 'node:zlib'
import {random} from './train-language/random'

const here = new URL('train-language/', import.meta.url)
/** Scripts whose marks lingua leaves out, or that settle the language, and Malay, which is mostly Indonesian there. */
const left = new Set('bn el gu he hi hy ja ka ko mr ms pa ta te th zh'.split(' '))
const aliases: Record<string, string> = {tl: 'fil'}
const kinds = ['unigrams', 'bigrams', 'trigrams', 'quadrigrams', 'fivegrams']
const drawn = 400_000
const longest = 24

type Next = readonly (readonly [string, number])[]

function draw(next: Next, at: number): string | undefined {
  let rest = at
  for (const [letter, share] of next) if ((rest -= share) < 0) return letter
  return undefined
}

/** Words by falling frequency. */
function spell(folder: string): string[] {
  const counts: Map<string, number>[] = [new Map([['', 1]])]
  const after = new Map<string, [string, number][]>()
  for (const [n, kind] of kinds.entries()) {
    const file = brotliDecompressSync(readFileSync(`${folder}/${kind}.json.br`)).toString()
    const own = new Map<string, number>()
    for (const [fraction, grams] of Object.entries((JSON.parse(file) as {ngrams: Record<string, string>}).ngrams)) {
      const [part, whole] = fraction.split('/').map(Number) as [number, number]
      for (const gram of grams.split(' ')) {
        const before = gram.slice(0, -1)
        const base = counts[n]!.get(before)
        if (base === undefined) continue
        own.set(gram, (base * part) / whole)
        if (n > 0) after.set(before, [...(after.get(before) ?? []), [gram[n]!, part / whole]])
      }
    }
    counts.push(own)
  }
  const begun = [1, 2, 3, 4].map((n) => {
    const own = new Map(counts[n])
    for (const [gram, count] of counts[n + 1]!) {
      const tail = gram.slice(1)
      if (own.has(tail)) own.set(tail, own.get(tail)! - count)
    }
    return own
  })
  const afterStart = new Map<string, [string, number][]>()
  for (const own of begun)
    for (const [gram, count] of own)
      if (count > 1e-9) {
        const before = gram.slice(0, -1)
        afterStart.set(before, [...(afterStart.get(before) ?? []), [gram[gram.length - 1]!, count]])
      }
  const first = [...(afterStart.get('') ?? [])].sort((a, b) => b[1] - a[1])
  const total = first.reduce((sum, [, count]) => sum + count, 0)
  const next = random(7)
  const word = (): string => {
    let found = draw(first, next() * total) ?? ''
    while (found.length <= longest) {
      const letter =
        found.length < 4
          ? draw(afterStart.get(found) ?? [], next() * begun[found.length - 1]!.get(found)!)
          : draw(after.get(found.slice(-4)) ?? [], next())
      if (letter === undefined) return found
      found += letter
    }
    return ''
  }
  const seen = new Map<string, number>()
  for (let i = 0; i < drawn; i++) {
    const found = word()
    if (found !== '') seen.set(found, (seen.get(found) ?? 0) + 1)
  }
  return [...seen].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([found]) => found)
}

/** The most frequent words, unless another list has them, and one in so many of the rarer ones. */
function choose(ranked: readonly string[], known: ReadonlySet<string>): string[] {
  const frequent = known.size > 0 ? 0 : 4000
  const rarer = ranked
    .slice(frequent)
    .filter((word) => word.length > 3 && !known.has(word))
    .slice(0, 36_000)
  const wanted = known.size > 0 ? 3000 : 2500
  const chosen = ranked.slice(0, frequent)
  for (let i = 0; i < wanted; i++) {
    const word = rarer[Math.floor((i * rarer.length) / wanted)]
    if (word !== undefined && word !== chosen[chosen.length - 1]) chosen.push(word)
  }
  return chosen
}

const models = process.argv[2]
if (models === undefined) throw new TypeError('Expected the folder of lingua’s language-models')
for (const folder of readdirSync(models).sort()) {
  if (left.has(folder)) continue
  const tag = aliases[folder] ?? folder
  const list = new URL(`words/${tag}.txt`, here)
  const known = new Set(existsSync(list) ? readFileSync(list, 'utf8').split('\n') : [])
  const ranked = spell(`${models}/${folder}`).filter((word) => /^[\p{L}\p{M}]{1,22}$/u.test(word))
  writeFileSync(new URL(`letters/${tag}.txt`, here), `${choose(ranked, known).join('\n')}\n`)
}

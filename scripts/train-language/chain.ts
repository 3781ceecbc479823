/** Invented text from the n-gram models of lingua, which hold the shares of a letter after those before it. */
import {readFileSync} from 'node:fs'
import {gunzipSync} from 'node:zlib'
import {foldPhrase} from '../../src/text/scan'

type Next = {letters: string[]; upTo: Float64Array}

/** What may follow each beginning, for a chain of up to four letters. */
export type Chain = ReadonlyMap<string, Next>

/**
 * The files keep the likeliest continuations only, so that what they leave of a share is that of the shorter beginning.
 */
export function readChain(file: URL): Chain {
  const data = JSON.parse(gunzipSync(readFileSync(file)).toString()) as Record<string, [string, number][]>
  const shares = new Map<string, Map<string, number>>()
  for (const n of [1, 2, 3, 4])
    for (const [gram, share] of data[n] ?? []) {
      const folded = foldPhrase(gram)
      if (folded.length !== n) continue
      const before = folded.slice(0, -1)
      const own = shares.get(before) ?? new Map<string, number>()
      own.set(folded[n - 1]!, Math.min(1, (own.get(folded[n - 1]!) ?? 0) + share))
      shares.set(before, own)
    }
  return chainFrom(shares)
}

function chainFrom(shares: ReadonlyMap<string, ReadonlyMap<string, number>>): Chain {
  const chain = new Map<string, Next>()
  for (const [before, own] of shares) {
    const upTo = new Float64Array(own.size)
    let sum = 0
    for (const [index, share] of [...own.values()].entries()) upTo[index] = sum += share
    chain.set(before, {letters: [...own.keys()], upTo})
  }
  return chain
}

/** What is taken off each count for what was not seen. */
const discount = 0.7

/** The chain of a text, for languages that lingua does not know. */
export function chainOf(words: readonly string[]): Chain {
  const counts = new Map<string, Map<string, number>>()
  for (const word of words)
    for (let i = 0; i < word.length; i++)
      for (let n = 0; n <= 3 && n <= i; n++) {
        const before = word.slice(i - n, i)
        const own = counts.get(before) ?? new Map<string, number>()
        own.set(word[i]!, (own.get(word[i]!) ?? 0) + 1)
        counts.set(before, own)
      }
  const shares = new Map<string, Map<string, number>>()
  for (const [before, own] of counts) {
    const total = [...own.values()].reduce((sum, times) => sum + times, 0)
    shares.set(
      before,
      new Map([...own].map(([letter, times]) => [letter, (times - (before === '' ? 0 : discount)) / total])),
    )
  }
  return chainFrom(shares)
}

/** One letter after `before`. */
function step(chain: Chain, before: string, next: () => number): string | undefined {
  for (let from = Math.max(0, before.length - 3); from <= before.length; from++) {
    const found = chain.get(before.slice(from))
    if (found === undefined) continue
    const sum = found.upTo[found.upTo.length - 1]!
    const at = next() * (from === before.length ? sum : Math.max(1, sum))
    if (at >= sum) continue
    return found.letters[found.upTo.findIndex((upTo) => at < upTo)]
  }
  return undefined
}

/** How words begin and end: the files of lingua do not say. */
export interface Edges {
  /** First two letters of words, each as often as it was seen. */
  readonly starts: readonly string[]
  /** How often a word ends after two letters. */
  readonly ends: ReadonlyMap<string, number>
}

export function edgesOf(words: readonly string[]): Edges {
  const seen = new Map<string, [number, number]>()
  for (const word of words)
    for (let i = 2; i <= word.length; i++) {
      const pair = word.slice(i - 2, i)
      const own = seen.get(pair) ?? [0, 0]
      own[0]++
      if (i === word.length) own[1]++
      seen.set(pair, own)
    }
  const long = words.filter((word) => word.length > 2)
  return {
    starts: long.map((word) => word.slice(0, 2)),
    ends: new Map([...seen].map(([pair, [all, ends]]) => [pair, ends / (all + 2)])),
  }
}

const longest = 16

/** A word of three letters or more as the language might have it. */
export function invent(chain: Chain, {starts, ends}: Edges, next: () => number): string {
  let word = starts[Math.floor(next() * starts.length)] ?? ''
  for (let tries = 0; tries < 2 * longest && word.length < longest; tries++) {
    word += step(chain, word, next) ?? ''
    if (word.length > 2 && next() < (ends.get(word.slice(-2)) ?? 0)) break
  }
  return word
}

/** A lexicon under construction: phrases by sense and argument, folded as texts are. */

import {flagNames} from '../../src/lexicon/format'
import {type SenseName, senseNames} from '../../src/lexicon/senses'
import type {LexiconSource} from '../../src/lexicon/source'
import {foldPhrase} from '../../src/text/scan'

export interface Draft {
  readonly settings: Record<string, string>
  /** Phrases of a sense, each with its arguments. */
  readonly senses: Map<SenseName, Map<string, Set<string>>>
}

export const createDraft = (): Draft => ({settings: {}, senses: new Map()})

/** Longer phrases are explanations, not words of running text. */
const longestPhrase = 60

/** Adds a phrase, unless it is nothing to look for: empty, too long, a placeholder. */
export function add(draft: Draft, sense: SenseName, id: string, phrase: string): void {
  const folded = foldPhrase(phrase.replace(/[\u00ad\u200b\u2060]/g, ''))
  if (folded === '' || folded.length > longestPhrase || /[|\t\n{}#]/.test(folded)) return
  const phrases = draft.senses.get(sense) ?? new Map<string, Set<string>>()
  draft.senses.set(sense, phrases)
  const ids = phrases.get(folded) ?? new Set<string>()
  phrases.set(folded, ids.add(id))
}

/** Like `add`, for phrases that must contain a letter and no digit. */
export function addWord(draft: Draft, sense: SenseName, id: string, phrase: string): void {
  if (/\p{L}/u.test(phrase) && !/\p{Nd}/u.test(phrase)) add(draft, sense, id, phrase)
}

/** Adds a phrase to a setting that is a list. */
export function addToList(draft: Draft, name: 'prefixes', phrase: string): void {
  const list = draft.settings[name]?.split('|') ?? []
  draft.settings[name] = [...new Set([...list, foldPhrase(phrase)])].join('|')
}

/** Removes what `other` has too: same phrase, sense and argument; same setting. */
export function subtract(draft: Draft, other: Draft): void {
  for (const [name, value] of Object.entries(other.settings))
    if (draft.settings[name] === value) delete draft.settings[name]
  for (const [sense, phrases] of draft.senses)
    for (const [phrase, ids] of phrases) {
      for (const id of other.senses.get(sense)?.get(phrase) ?? []) ids.delete(id)
      if (ids.size === 0) phrases.delete(phrase)
    }
}

/** Where a phrase has several arguments of one sense, keeps the one that `order` puts first. */
export function settle(draft: Draft, sense: SenseName, order: (id: string) => number): void {
  for (const [phrase, ids] of draft.senses.get(sense) ?? [])
    if (ids.size > 1) draft.senses.get(sense)!.set(phrase, new Set([[...ids].sort((a, b) => order(a) - order(b))[0]!]))
}

/** Removes phrases that CLDR gives two arguments of one sense: a word for both yesterday and tomorrow dates nothing. */
export function removeContradictions(draft: Draft, senses: readonly SenseName[]): void {
  for (const sense of senses)
    for (const [phrase, ids] of draft.senses.get(sense) ?? []) if (ids.size > 1) draft.senses.get(sense)!.delete(phrase)
}

export function removePhrases(draft: Draft, dropped: readonly string[]): void {
  for (const phrase of dropped.map(foldPhrase)) for (const phrases of draft.senses.values()) phrases.delete(phrase)
}

/** Abbreviations of CLDR that are everyday words of the language: `in` is no inch, `do` no Thursday. */
export function removeWords(draft: Draft, words: readonly string[]): void {
  for (const word of words.map(foldPhrase))
    for (const sense of ['scale', 'currency', 'unit', 'era', 'ordinal-after'] as const)
      draft.senses.get(sense)?.delete(word)
}

/** What people wrote wins: their settings, and their argument where CLDR gives the same phrase another one. */
export function addSource(draft: Draft, source: LexiconSource): void {
  for (const name of ['decimal', 'group', 'order', 'calendar', 'currencies'] as const)
    if (source[name] !== undefined) draft.settings[name] = source[name]
  for (const name of flagNames)
    if (source[name] !== undefined) {
      if (source[name]) draft.settings[name] = '1'
      else delete draft.settings[name]
    }
  for (const name of ['suffixes', 'prefixes'] as const)
    if (source[name]?.length) draft.settings[name] = source[name].map(foldPhrase).join('|')
  const own = draftOf(source)
  for (const [sense, phrases] of own) {
    const known = draft.senses.get(sense) ?? new Map<string, Set<string>>()
    draft.senses.set(sense, known)
    for (const [phrase, ids] of phrases) known.set(phrase, ids)
  }
}

function draftOf(source: LexiconSource): Draft['senses'] {
  const draft = createDraft()
  for (const sense of senseNames) {
    const entries = source[sense]
    if (entries === undefined) continue
    const byId = Array.isArray(entries)
      ? {'': entries as readonly string[]}
      : (entries as Record<string, readonly string[]>)
    for (const [id, phrases] of Object.entries(byId))
      for (const phrase of phrases) add(draft, sense, plainId(sense, id), phrase)
  }
  return draft.senses
}

/** `1e9` and `1000000000` are one argument; `about*10` is another one. */
const plainId = (sense: SenseName, id: string): string =>
  (sense === 'scale' || sense === 'cardinal' || sense === 'ordinal') && !id.includes('*') ? String(Number(id)) : id

/** The lexicon text of a draft, in an order that depends on its content alone. See `src/lexicon/format.ts`. */
export function formatDraft(draft: Draft): string {
  const lines = Object.keys(draft.settings)
    .sort()
    .map((name) => `@${name}\t${draft.settings[name]}`)
  for (const sense of senseNames) {
    const byId = new Map<string, string[]>()
    for (const [phrase, ids] of draft.senses.get(sense) ?? [])
      for (const id of ids) byId.set(id, [...(byId.get(id) ?? []), phrase])
    for (const id of [...byId.keys()].sort(byNumberThenText))
      lines.push(`${sense}\t${id}\t${byId.get(id)!.sort(byText).join('|')}`)
  }
  return lines.join('\n')
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const byNumberThenText = (a: string, b: string): number => {
  const difference = Number.parseFloat(a) - Number.parseFloat(b)
  return Number.isNaN(difference) || difference === 0 ? byText(a, b) : difference
}

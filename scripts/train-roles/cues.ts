import {readdirSync, readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import path from 'node:path'
import {pathToFileURL} from 'node:url'
import {formatLexicon} from '../../src/lexicon/format'
import type {LexiconSource} from '../../src/lexicon/source'
import {foldPhrase} from '../../src/text/scan'

const require = createRequire(import.meta.url)
const root = path.resolve(import.meta.dirname, '../..')

/**
 * One lexicon text with the cues and function words of all languages: `cues/*.ts`, and from CLDR the names of the
 * months and the words around the number in "2 hours ago".
 */
export async function mergedCues(): Promise<string> {
  const phrases = new Map<string, Set<string>>()
  const add = (key: string, words: readonly string[]): void => {
    const set = phrases.get(key) ?? new Set()
    for (const word of words) set.add(word)
    phrases.set(key, set)
  }
  for (const file of readdirSync(path.join(root, 'cues')).sort()) {
    const {default: source} = (await import(pathToFileURL(path.join(root, 'cues', file)).href)) as {
      default: LexiconSource
    }
    for (const line of formatLexicon(source).split('\n')) {
      const [name, id, words] = line.split('\t') as [string, string, string]
      if (name === 'cue' || name === 'function') add(`${name}\t${id}`, words.split('|'))
    }
    add('cue\tmonth', months(source.language))
    for (const [id, words] of agoWords(source.language)) add(`cue\t${id}`, words)
  }
  return [...phrases]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, set]) => `${key}\t${[...set].sort().join('|')}`)
    .join('\n')
}

function cldr(language: string, file: string): Record<string, unknown> | undefined {
  for (let tag = language; tag !== ''; tag = tag.slice(0, Math.max(0, tag.lastIndexOf('-')))) {
    try {
      const data = JSON.parse(readFileSync(require.resolve(`cldr-dates-full/main/${tag}/${file}.json`), 'utf8'))
      return data.main[tag].dates
    } catch {}
  }
  return undefined
}

const clean = (words: Iterable<string>): string[] =>
  [...new Set([...words].map(foldPhrase))].filter(
    (word) => word.length > 1 && !/[\d|\t]/.test(word) && !/^.\.?$/u.test(word),
  )

function months(language: string): string[] {
  // biome-ignore lint/suspicious/noExplicitAny: the shape of CLDR's files
  const forms = (cldr(language, 'ca-gregorian') as any)?.calendars.gregorian.months
  if (forms === undefined) return []
  const found: string[] = []
  for (const form of ['format', 'stand-alone'])
    for (const width of ['wide', 'abbreviated']) found.push(...Object.values<string>(forms[form][width]))
  return clean(found.map((word) => word.replace(/\.$/, ''))).filter(
    (word) => !['may', 'mar', 'set', 'jan', 'mai', 'ago'].includes(word) || word === 'may',
  )
}

function agoWords(language: string): [string, string[]][] {
  // biome-ignore lint/suspicious/noExplicitAny: the shape of CLDR's files
  const fields = (cldr(language, 'dateFields') as any)?.fields
  if (fields === undefined) return []
  const before: string[] = []
  const after: string[] = []
  for (const unit of ['minute', 'hour', 'day', 'week', 'minute-short', 'hour-short'])
    for (const pattern of Object.values<string>(fields[unit]?.['relativeTime-type-past'] ?? {})) {
      const [left, right] = pattern.split('{0}') as [string, string]
      if (left.trim() !== '') before.push(left)
      else after.push(right ?? '')
    }
  return [
    ['ago', clean(after)],
    ['ago-before', clean(before)],
  ]
}

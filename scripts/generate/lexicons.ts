/** The lexicon of every language: what CLDR has, joined with what people wrote. */
import {readdirSync} from 'node:fs'
import type {LexiconSource} from '../../src/lexicon/source'
import {addPersianMonths} from './calendars'
import {dig, locales, supplemental, textAt} from './cldr'
import {addCurrencies, formerCurrencies, sharedSigns} from './currencies'
import {addDates, addPlainMonths} from './dates'
import {
  addSource,
  createDraft,
  type Draft,
  formatDraft,
  removeContradictions,
  removePhrases,
  removeWords,
  subtract,
} from './draft'
import {addNumbers} from './numbers'
import {calendarOf, currentCurrencies, maximize, regionOf, scriptOf} from './regions'
import {addSpelled} from './spelled'
import {transliterate, writtenFrom} from './transliterate'
import {addUnits} from './units'

export const common = 'common'

/** CLDR files Bokmål under the macrolanguage; we file it under its own name. */
const localeOf = (tag: string): string => (tag === 'nb' ? 'no' : tag)
/** Tags that are another name for what we file elsewhere. */
const skipped = new Set(['no'])

const parents = dig(supplemental('parentLocales'), 'parentLocales', 'parentLocale')

/** Languages written in words of another one to a large part; CLDR gives them no parent. */
const kin: Readonly<Record<string, string>> = {nn: 'nb', yue: 'zh-Hant', 'yue-Hans': 'zh'}

/** The tag that a lexicon inherits from; `undefined` at the top. */
export function parentOf(tag: string): string | undefined {
  const given = textAt(parents, tag)
  if (tag in kin) return kin[tag]
  if (given !== undefined && given !== 'und' && given !== 'no' && given.split('-')[0] === tag.split('-')[0])
    return given
  const cut = tag.lastIndexOf('-')
  return cut < 0 ? undefined : tag.slice(0, cut)
}

function ancestorsOf(tag: string): string[] {
  const parent = parentOf(tag)
  return parent === undefined ? [] : [parent, ...ancestorsOf(parent)]
}

/** A tag without the script that its language has anyway: `zh-Hans` is `zh`. */
export function shortest(tag: string): string {
  const [language, script, ...rest] = tag.split('-') as [string, string?, ...string[]]
  if (script === undefined || script.length !== 4) return tag
  const short = [language, ...rest].join('-')
  return maximize(short).split('-')[1] === script ? short : tag
}

/** What CLDR has for a tag, with all that its locale inherits. */
function cldrDraft(tag: string): Draft {
  const draft = createDraft()
  const locale = localeOf(tag)
  if (!locales.includes(locale)) return draft
  addNumbers(draft, locale)
  addCurrencies(draft, locale)
  addUnits(draft, locale)
  addDates(draft, locale)
  addPersianMonths(draft, tag)
  removeYearMarks(draft)
  addSpelled(draft, locale)
  removeContradictions(draft, ['scale', 'relative', 'month', 'weekday'])
  const calendar = calendarOf(regionOf(tag))
  if (calendar !== undefined) draft.settings.calendar = calendar
  return draft
}

/** `2025 ж.` is the year 2025, not as many years. */
function removeYearMarks(draft: Draft): void {
  const units = draft.senses.get('unit')
  for (const mark of draft.senses.get('year')?.keys() ?? [])
    if (mark.length < 4 && (mark.length < 2 || mark.endsWith('.'))) units?.get(mark)?.delete('year')
}

export interface Sources {
  /** `lexicons/<tag>.ts` and `cues/<tag>.ts`, by tag; without the cues, which the roles read from a table of their own. */
  readonly [tag: string]: readonly LexiconSource[]
}

/** Everything people wrote. */
export async function readSources(): Promise<Sources> {
  const sources: Record<string, LexiconSource[]> = {}
  for (const folder of ['lexicons', 'cues']) {
    const base = new URL(`../../${folder}/`, import.meta.url)
    for (const file of listFiles(base)) {
      const {cue: _, ...source} = ((await import(new URL(file, base).href)) as {default: LexiconSource}).default
      const tag = shortest(file.slice(0, -3))
      sources[tag] = [...(sources[tag] ?? []), source]
    }
  }
  return sources
}

function listFiles(folder: URL): string[] {
  try {
    return readdirSync(folder)
      .filter((file) => file.endsWith('.ts'))
      .sort()
  } catch {
    return []
  }
}

/** What people wrote in another script. */
function rewritten(sources: Sources, tag: string): LexiconSource[] {
  const from = writtenFrom(tag)
  return from === undefined ? [] : (sources[from] ?? []).map((source) => transliterate(source, tag))
}

/** Tags that may have a lexicon: those of CLDR and those of people's files. */
export const tagsOf = (sources: Sources): string[] =>
  [
    ...new Set(
      [...locales.filter((tag) => !skipped.has(tag)), ...Object.keys(sources).filter((tag) => tag !== common)].map(
        shortest,
      ),
    ),
  ].sort()

/** The beginnings of the lines of most lexicons: packed texts refer to them. People's files do not change it. */
export const lineHeads = (): string =>
  formatDraft(cldrDraft('en'))
    .split('\n')
    .map((line) => line.split('\t').slice(0, 2).join('\t'))
    .join('\t\n')

/** Makes lexicon texts by tag, each without what it inherits. Remembers what several need. */
export function createGenerator(sources: Sources): (tag: string) => string {
  const shared = createDraft()
  for (const source of sources[common] ?? []) addSource(shared, source)
  for (const code of [...currentCurrencies, ...formerCurrencies])
    addSource(shared, {language: common, currency: {[code]: [code]}})
  for (const [sign, codes] of sharedSigns())
    addSource(shared, {language: common, currency: {[codes.join('/')]: [sign]}})
  const whole = new Map<string, Draft>()
  const inherited = (tag: string): Draft => {
    const known = whole.get(tag) ?? cldrDraft(tag)
    whole.set(tag, known)
    return known
  }
  return (tag) => {
    if (tag === common) return formatDraft(shared)
    const draft = cldrDraft(tag)
    const own = [...rewritten(sources, tag), ...(sources[tag] ?? [])]
    const dropped = [tag, ...ancestorsOf(tag)].flatMap((name) => sources[name] ?? []).flatMap(({drop}) => drop ?? [])
    removePhrases(draft, dropped)
    removeWords(draft, own.flatMap(functionWords))
    const settings = {...draft.settings}
    subtract(draft, shared)
    // Settings of a language stand in its lexicon even where the common ones are the same.
    if (parentOf(tag) === undefined) Object.assign(draft.settings, settings)
    const [parent, ...others] = ancestorsOf(tag).map(inherited)
    if (parent !== undefined) subtract(draft, parent)
    for (const other of others) subtract(draft, {...other, settings: {}})
    for (const source of own) addSource(draft, source)
    addPlainMonths(draft, [...dropped, ...own.flatMap(functionWords)])
    return formatDraft(draft)
  }
}

const functionWords = (source: LexiconSource): readonly string[] =>
  Array.isArray(source.function) ? source.function : []

/** Aliases of whole tags and of their first part, for tags that are not the canonical ones. */
export function aliasesOf(tags: readonly string[]): Record<string, string> {
  const known = new Set(tags)
  const aliases: Record<string, string> = {no: 'nb'}
  const given = dig(supplemental('aliases'), 'metadata', 'alias', 'languageAlias')
  for (const from of Object.keys(given)) {
    const to = shortest((textAt(given, from, '_replacement') ?? '').split(' ')[0]!)
    const target = to === 'no' ? 'nb' : to
    if (
      !known.has(from) &&
      from !== target &&
      (known.has(target) || target === 'sr-ME') &&
      /^[a-z]{2,3}(?:-[A-Z]{2})?$/.test(from)
    )
      aliases[from] = target
  }
  // zh-TW is written in another script than zh.
  const likely = dig(supplemental('likelySubtags'), 'likelySubtags')
  for (const from of Object.keys(likely)) {
    const [language, region] = from.split('-') as [string, string?]
    if (region === undefined || !/^[A-Z]{2}$/.test(region) || language === 'und' || !known.has(language)) continue
    const script = scriptOf(from)
    if (script !== scriptOf(language) && known.has(`${language}-${script}`))
      aliases[from] = `${language}-${script}-${region}`
  }
  for (const [from, to] of Object.entries(aliases)) aliases[from] = aliases[to] ?? to
  return Object.fromEntries(Object.entries(aliases).sort(([a], [b]) => (a < b ? -1 : 1)))
}

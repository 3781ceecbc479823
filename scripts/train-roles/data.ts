import {readdirSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {brotliDecompressSync} from 'node:zlib'
import {blocks} from '../../src/blocks'
import {type BlockHints, createContext, type PageHints} from '../../src/context'
import {createPage} from '../../src/extract'
import {htmlToBlocks} from '../../src/html/html-to-blocks'
import {contentRoles, type Page, type Role} from '../../src/page'
import {mainRoles} from '../../src/roles/model'

/** A page with what is known of its lines. */
export interface Sample {
  readonly set: 'aeb' | 'traf' | 'rdb' | 'gold' | 'invented'
  readonly id: string
  readonly site: string
  readonly page: Page
  /** Probability that the line is main text; -1 where nobody knows. */
  readonly main: Float32Array
  readonly weight: Float32Array
  /** Roles that people gave; `guessed` ones come from the markup of the page. */
  readonly roles: readonly (Role | undefined)[]
  readonly guessed: (Role | undefined)[]
  /** The page's title as its head gives it. */
  readonly head?: string
  readonly hints?: readonly BlockHints[]
  /** What the head of the HTML says. */
  readonly said?: PageHints
}

/** Roles of main text. */
export const mainText: ReadonlySet<Role> = new Set<Role>(mainRoles)
export const isContentRole = (role: Role): boolean => (contentRoles as readonly Role[]).includes(role)

export const benchmarks = path.resolve(import.meta.dirname, '../../../shared/benchmarks')
export const readJsonLines = (file: string) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))

export function lined(text: string, lang: string): Page {
  const context = createContext(text)
  const page = blocks(createPage(text), context)
  return {...page, language: {tag: lang === '' ? 'und' : lang, script: 'Zyyy', confidence: 1}}
}

const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{M}\p{N}_]+/gu) ?? []
const squeeze = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** Weight of a line: what it adds to a page's text, without letting the longest ones rule. */
const lineWeight = (size: number): number => Math.min(3, Math.max(0.7, Math.sqrt(size / 60)))

const siteOf = (url: string, id: string): string => {
  try {
    const host = new URL(url).host
    return host === 'web.archive.org' || host === '' ? id : host
  } catch {
    return id
  }
}

/** Marks lines whose words stand in the gold text, in its order where they are short. */
export function alignMain(page: Page, gold: string): Float32Array {
  const goldWords = words(gold)
  const shingles = new Map<string, number>()
  const joined = ` ${goldWords.join(' ')} `
  for (let i = 0; i + 3 < goldWords.length; i++) shingles.set(goldWords.slice(i, i + 4).join(' '), i)
  const main = new Float32Array(page.blocks.length)
  const place = new Int32Array(page.blocks.length).fill(-1)
  page.blocks.forEach((block, i) => {
    const own = words(page.text.slice(block.start, block.end))
    if (own.length < 6) return
    let hits = 0
    for (let k = 0; k + 3 < own.length; k++) {
      const at = shingles.get(own.slice(k, k + 4).join(' '))
      if (at === undefined) continue
      hits++
      place[i] = at
    }
    const ratio = hits / (own.length - 3)
    if (ratio >= 0.5) main[i] = 1
    else place[i] = -1
  })
  // Short lines count where they stand between (or next to) their neighbours in the gold text.
  page.blocks.forEach((block, i) => {
    const own = words(page.text.slice(block.start, block.end))
    if (own.length === 0 || own.length >= 6) return
    let before = i - 1
    while (before >= 0 && place[before] === -1) before--
    let after = i + 1
    while (after < place.length && place[after] === -1) after++
    if (before < 0 && after >= place.length) return
    if ((before < 0 || i - before > 40) && (after >= place.length || after - i > 40)) return
    const from = before < 0 ? 0 : place[before]!
    const to = after >= place.length ? goldWords.length : Math.max(place[after]!, from)
    const stretch = before < 0 || after >= place.length ? joined : ` ${goldWords.slice(from, to + 4).join(' ')} `
    if (before < 0 && own.length < 3 && after - i > 6) return
    if (after >= place.length && own.length < 3 && i - before > 6) return
    if (stretch.includes(` ${own.join(' ')} `)) main[i] = 1
  })
  return main
}

const sizeOf = (page: Page, i: number): number => page.blocks[i]!.end - page.blocks[i]!.start

export function sampleAligned(
  set: 'aeb' | 'rdb',
  row: {id: string; url: string; lang: string; title: string; text: string; gold: string},
  factor: number,
): Sample {
  const page = lined(row.text, row.lang ?? '')
  const main = alignMain(page, row.gold ?? '')
  const weight = Float32Array.from(page.blocks, (_, i) => factor * lineWeight(sizeOf(page, i)))
  return {
    set,
    id: row.id,
    site: siteOf(row.url, row.id),
    page,
    main,
    weight,
    roles: page.blocks.map(() => undefined),
    guessed: page.blocks.map(() => undefined),
    head: row.title,
  }
}

/** Segments that must or must not be there label their lines; the others stay unknown. */
export function sampleSegments(row: {
  id: string
  url: string
  lang: string
  title: string
  text: string
  gold: {with: string[]; without: string[]}
}): Sample {
  const page = lined(row.text, row.lang ?? '')
  const main = new Float32Array(page.blocks.length).fill(-1)
  const weight = new Float32Array(page.blocks.length)
  const flat = page.blocks.map((block) => squeeze(page.text.slice(block.start, block.end)))
  const good = row.gold.with.map(squeeze).filter((segment) => segment !== '')
  const bad = row.gold.without.map(squeeze).filter((segment) => segment !== '')
  const mark = (segment: string, value: number): void => {
    const hits = flat.flatMap((line, i) => (line.includes(segment) ? [i] : []))
    const exact = hits.filter((i) => flat[i]!.length < segment.length * 1.5 + 12)
    const chosen = value === 1 ? hits : exact.length > 0 ? exact : hits
    // A segment that stands on the page many times says little of each place.
    for (const i of chosen) {
      if (main[i] === 1 - value) continue
      main[i] = value
      weight[i] = Math.max(weight[i]!, 3 / Math.sqrt(chosen.length))
    }
    if (hits.length === 0 && segment.length > 30)
      flat.forEach((line, i) => {
        if (line.length > 25 && segment.includes(line) && main[i] === -1) {
          main[i] = value
          weight[i] = 1.5
        }
      })
  }
  for (const segment of good) mark(segment, 1)
  for (const segment of bad) mark(segment, 0)
  return {
    set: 'traf',
    id: row.id,
    site: siteOf(row.url, row.id),
    page,
    main,
    weight,
    roles: page.blocks.map(() => undefined),
    guessed: page.blocks.map(() => undefined),
    head: row.title,
  }
}

export function sampleGold(row: {id: string; lang: string; text: string; lines: string[]}): Sample {
  return sampleRoles('gold', row.id, row.lang, row.text, row.lines)
}

function sampleRoles(
  set: 'gold' | 'invented',
  id: string,
  lang: string,
  text: string,
  lines: readonly string[],
): Sample {
  const page = lined(text, lang)
  const roles: Role[] = lines.filter(
    (role, i) => role !== '' && role !== undefined && text.split('\n')[i]!.trim() !== '',
  ) as Role[]
  if (roles.length !== page.blocks.length)
    throw new Error(`${id}: ${roles.length} roles for ${page.blocks.length} lines`)
  const main = Float32Array.from(roles, (role) => (mainText.has(role) ? 1 : 0))
  const weight = Float32Array.from(roles, (_, i) => 2.5 * lineWeight(sizeOf(page, i)))
  return {set, id, site: id, page, main, weight, roles, guessed: roles.map(() => undefined)}
}

const line = /^([a-z]+(?:-[a-z]+)*)\| (.*)$/

/** Pages of our own in `fixtures`: a line `role| text` each; facts marked as `{kind value: text}` stand for their text. */
export function inventedPages(): Sample[] {
  const fixtures = path.resolve(import.meta.dirname, '../../fixtures')
  const files = [
    ...readdirSync(path.join(fixtures, 'roles')).map((file) => path.join(fixtures, 'roles', file)),
    ...readdirSync(path.join(fixtures, 'pages'))
      .filter((file) => file.endsWith('.findings.txt'))
      .map((file) => path.join(fixtures, 'pages', file)),
  ].sort()
  return files.flatMap((file) => {
    const id = path.basename(file, '.txt')
    const lines = readFileSync(file, 'utf8')
      .split('\n')
      .filter((text) => !text.startsWith('# '))
    const parts = lines.map((text) => line.exec(text))
    const text = parts.map((part) => (part === null ? '' : part[2]!.replace(/\{[^:{}]*: ([^{}]*)\}/g, '$1'))).join('\n')
    const roles = parts.map((part) => part?.[1] ?? '')
    // Browsers and scrapers differ in blank lines, so each page is learnt with and without them.
    const dense = roles.flatMap((role, i) => (role === '' ? [] : [[role, text.split('\n')[i]!]]))
    const tag = id.split('-')[0]!
    return [
      sampleRoles('invented', id, tag, text, roles),
      sampleRoles(
        'invented',
        id,
        tag,
        dense.map(([, words]) => words).join('\n'),
        dense.map(([role]) => role!),
      ),
    ]
  })
}

export function allSamples(): Sample[] {
  const chrome = path.join(benchmarks, 'data/chrome')
  return [
    ...readJsonLines(path.join(chrome, 'aeb.jsonl')).map((row) => sampleAligned('aeb', row, 1)),
    ...readJsonLines(path.join(chrome, 'traf.jsonl')).map(sampleSegments),
    ...readJsonLines(path.join(benchmarks, 'data/gold/pages.jsonl')).map(sampleGold),
    ...inventedPages(),
  ]
}

/** The same pages read from their HTML: other lines, with hints. */
export function htmlSamples(): Sample[] {
  const chrome = path.join(benchmarks, 'data/chrome')
  const sources = (set: string): Map<string, string> =>
    new Map(
      brotliDecompressSync(readFileSync(path.join(chrome, `${set}.html.jsonl.br`)))
        .toString()
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line))
        .map(({id, html}) => [id, html]),
    )
  const read = (set: 'aeb' | 'traf', make: (row: never) => Sample): Sample[] => {
    const html = sources(set)
    return readJsonLines(path.join(chrome, `${set}.jsonl`)).map((row) => {
      const {text, hints, head: said} = htmlToBlocks(html.get(row.id) ?? '')
      return {...make({...row, text} as never), hints, said}
    })
  }
  return [...read('aeb', (row) => sampleAligned('aeb', row, 1)), ...read('traf', sampleSegments)]
}

/** The role that the markup of a line suggests, where it is plain. */
export function roleOfHint({element, around, words}: BlockHints, chance: number): Role | undefined {
  const has = (...starts: string[]): boolean =>
    words.slice(0, 8).some((word) => starts.some((start) => word.startsWith(start)))
  if (chance > 0.7) {
    if (/^h[2-6]$/.test(element)) return 'heading'
    if (element === 'li' || element === 'dd' || element === 'dt') return 'list-item'
    if (element === 'td' || element === 'th') return 'table-row'
    if (around.includes('blockquote') || element === 'blockquote') return 'quote'
    if (
      words
        .slice(0, 3)
        .some((word) => /^(lead|lede|standfirst|summary|intro|subtitle|dek|excerpt|chapo|sapo)$/.test(word))
    )
      return 'standfirst'
    return element === 'p' ? 'paragraph' : undefined
  }
  if (chance > 0.3) return undefined
  if (element === 'figcaption' || around[0] === 'figcaption') return 'caption'
  if (has('comment', 'disqus')) return 'comment'
  if (around.includes('nav') || has('breadcrumb')) return has('breadcrumb') ? 'breadcrumb' : 'nav'
  if (has('share', 'sharing', 'social')) return 'share'
  if (has('related', 'recommend', 'teaser', 'mostread', 'popular')) return 'related'
  if (has('newsletter')) return 'newsletter'
  if (has('cookie', 'consent')) return 'cookie'
  if (has('tags', 'keywords')) return 'tags'
  if (has('byline', 'author')) return 'byline'
  if (element === 'time' || has('pubdate', 'published', 'timestamp', 'dateline')) return 'dateline'
  if (around.includes('footer')) return 'footer'
  return undefined
}

/** Marks the line that repeats the title of the head and stands nearest above the article. */
export function guessTitle(sample: Sample, chance: Float32Array): void {
  const head = squeeze(sample.head ?? '').toLowerCase()
  if (head.length < 12) return
  const start = chance.findIndex((p, i) => p > 0.6 && sizeOf(sample.page, i) > 80)
  let best = -1
  sample.page.blocks.forEach(({start: from, end}, i) => {
    const text = squeeze(sample.page.text.slice(from, end)).toLowerCase()
    if (text.length < 12 || text.length < head.length * 0.4 || !head.includes(text)) return
    if (best === -1 || i <= start) best = i
  })
  if (best >= 0) sample.guessed[best] = 'title'
}

import type {PageHints} from '../context'
import {type Attributes, slot} from './attributes'
import {element} from './elements'
import {readJsonLd} from './json-ld'
import {plainText} from './plain'

/** Collects what a page says of itself. Several places may say the same: the one most to be trusted stays. */
export interface HeadReader {
  hints: PageHints
  /** How much each field is trusted: lower is better. */
  ranks: Partial<Record<keyof PageHints, number>>
  /** Raw text that is being collected: of `title` or of a JSON-LD script. */
  capture: 'title' | 'json-ld' | undefined
  captured: string[]
  seenHeading: boolean
}

export const createHead = (): HeadReader => ({
  hints: {},
  ranks: {},
  capture: undefined,
  captured: [],
  seenHeading: false,
})

/** Longest value of a field that is kept, in units: longer ones are no names, titles or descriptions. */
const longestValue = 2000

/** Offers a value for a field: kept when no better rank has spoken. Of equal ranks the first stays. */
export function offer(head: HeadReader, field: keyof PageHints, value: unknown, rank: number): void {
  if (typeof value !== 'string' || rank >= (head.ranks[field] ?? Number.POSITIVE_INFINITY)) return
  if (value.length > longestValue && field !== 'body') return
  const text = (field === 'url' ? value : plainText(value)).replace(/\s+/gu, ' ').trim()
  if (text === '') return
  const valid = field === 'published' || field === 'updated' ? isoDate(text) : plainValue(field, text)
  if (valid === undefined) return
  head.hints[field] = valid
  head.ranks[field] = rank
}

/** Names that are addresses (`article:author` is often a profile page) or handles are no names. */
function plainValue(field: keyof PageHints, text: string): string | undefined {
  const isAddress = /^(?:https?:)?\/\//i.test(text) || text.startsWith('@')
  return isAddress && field !== 'url' ? undefined : text
}

/** `2025-11-03T10:45:00+07:00`, also written 2025/11/03 or 20251103; the year 1970 stands for "unknown". */
function isoDate(text: string): string | undefined {
  const found = /^(\d{4})([-/.]?)(\d{2})\2(\d{2})(?!\d)(.*)$/.exec(text)
  if (!found) return undefined
  const [, year, , month, day, rest] = found as unknown as [string, string, string, string, string, string]
  const isDay = Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31
  return isDay && Number(year) > 1970 ? `${year}-${month}-${day}${rest}` : undefined
}

/** What a `meta` says by its `name` or `property`: the field and its rank. JSON-LD comes before all (rank 0). */
const metaFields: ReadonlyMap<string, readonly [keyof PageHints, number]> = new Map(
  (
    [
      [
        'title',
        'og:title dc.title dcterms.title citation_title parsely-title sailthru.title twitter:title headline title',
      ],
      ['description', 'og:description description dc.description dcterms.description twitter:description'],
      ['author', 'author dc.creator dcterms.creator article:author parsely-author sailthru.author citation_author byl'],
      ['publisher', 'dc.publisher dcterms.publisher citation_publisher publisher'],
      ['siteName', 'og:site_name application-name apple-mobile-web-app-title'],
      [
        'published',
        'article:published_time og:article:published_time og:published_time datepublished dc.date.issued dcterms.issued ' +
          'dcterms.created dc.date.created dc.date dcterms.date citation_publication_date citation_date parsely-pub-date ' +
          'sailthru.date cxenseparse:recs:publishtime pubdate publishdate publish-date publish_date article.published ' +
          'article.created publication_date date',
      ],
      [
        'updated',
        'article:modified_time og:article:modified_time og:updated_time datemodified dcterms.modified dc.date.modified ' +
          'article.updated last-modified lastmod revised',
      ],
      ['language', 'dc.language dcterms.language inlanguage og:locale'],
      ['url', 'og:url'],
    ] as const
  ).flatMap(([field, names]) => names.split(' ').map((name, index) => [name, [field, 10 + index]] as const)),
)

/** What a start tag says of the page. */
export function readElement(head: HeadReader, number: number, attributes: Attributes): void {
  if (number === element.meta) readMeta(head, attributes)
  else if (number === element.html) offer(head, 'language', attributes[slot.lang], 1)
  else if (number === element.title) startCapture(head, 'title')
  else if (number === element.script) {
    if (attributes[slot.type]?.toLowerCase().includes('ld+json')) startCapture(head, 'json-ld')
  } else if (number === element.link) {
    if (attributes[slot.rel]?.toLowerCase() === 'canonical') offer(head, 'url', attributes[slot.href], 1)
  } else if (number === element.time) readTime(head, attributes)
  else if (number === element.h1) head.seenHeading = true
}

function startCapture(head: HeadReader, what: 'title' | 'json-ld'): void {
  head.capture = what
  head.captured = []
}

function readMeta(head: HeadReader, attributes: Attributes): void {
  const content = attributes[slot.content]
  if (content === undefined) return
  for (const name of [attributes[slot.property], attributes[slot.name], attributes[slot.itemprop]]) {
    const field = name === undefined ? undefined : metaFields.get(name.toLowerCase())
    if (field !== undefined) offer(head, field[0], content, field[1])
  }
}

/** Ranks of what `time` elements say: marked ones, then the first below the heading. */
const timeRank = {property: 5, class: 40, first: 60} as const

function readTime(head: HeadReader, attributes: Attributes): void {
  const value = attributes[slot.datetime]
  if (value === undefined) return
  const property = attributes[slot.itemprop]?.toLowerCase()
  const className = attributes[slot.class]?.toLowerCase() ?? ''
  if (property === 'datepublished') offer(head, 'published', value, timeRank.property)
  else if (property === 'datemodified') offer(head, 'updated', value, timeRank.property)
  else if (className.includes('updated') || className.includes('modified'))
    offer(head, className.includes('published') ? 'published' : 'updated', value, timeRank.class)
  else if (className.includes('publish')) offer(head, 'published', value, timeRank.class)
  else if (head.seenHeading) offer(head, 'published', value, timeRank.first)
}

/** What the text of an element says of the page; a `name` says it of the person or organisation around it. */
export type StatedField = 'title' | 'author' | 'publisher' | 'name'

const statedFields: ReadonlyMap<string, StatedField> = new Map([
  ['headline', 'title'],
  ['author', 'author'],
  ['creator', 'author'],
  ['publisher', 'publisher'],
  ['name', 'name'],
])

/** The field that an `itemprop`, or the relation of a link, makes of an element's text. */
export function statedField(attributes: Attributes): StatedField | undefined {
  const property = attributes[slot.itemprop]
  if (property !== undefined) return statedFields.get(property.toLowerCase())
  return attributes[slot.rel]?.toLowerCase() === 'author' ? 'author' : undefined
}

/** The title may be that of a teaser: OpenGraph comes first. */
const statedRank = {title: 30, author: 8, publisher: 8, name: 7} as const

/** Takes the text of such an element; `around` is the field of the next one around it. */
export function readStated(head: HeadReader, field: StatedField, around: StatedField | undefined, text: string): void {
  if (field !== 'name') offer(head, field, text, statedRank[field])
  else if (around === 'author' || around === 'publisher') offer(head, around, text, statedRank.name)
}

/** Raw text of an element that is being captured. */
export function readCaptured(head: HeadReader, text: string): void {
  if (head.capture !== undefined) head.captured.push(text)
}

/** The captured element has ended. */
export function endCapture(head: HeadReader): void {
  const what = head.capture
  if (what === undefined) return
  head.capture = undefined
  const text = head.captured.join('')
  head.captured = []
  if (what === 'json-ld') readJsonLd(text, (field, value, rank) => offer(head, field, value, rank))
  else offer(head, 'title', text, 50)
}

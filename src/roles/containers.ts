import type {BlockHints, PageHints, Place} from '../context'
import {featureNames, logByte, type PageLines} from './features'
import {type Lines, measure} from './measure'

const column = (name: string): number => featureNames.push(name) - 1
const byte = (value: number): number => (value <= 0 ? 0 : value >= 255 ? 255 : Math.round(value))

/** Words of classes and ids that name what is no part of an article, by what they name. */
const foreignWords = {
  comments: 'comment disqus respond kommentar comentario commentaire',
  side: 'sidebar',
  nav: 'nav navbar navigation menu submenu breadcrumb breadcrumbs masthead topbar',
  related: 'related recommended recommendations similar popular trending mostread outbrain taboola readmore recirc',
  share: 'share addthis sharedaddy sns',
  ad: 'advert advertisement adsbygoogle sponsor sponsored promo',
  footer: 'footer copyright colophon',
  form: 'newsletter subscribe cookie cookies consent login signup modal popup',
  author: 'authorbio bio vcard',
  tags: 'tags taglist keywords',
} as const
/** Elements that are no part of an article when its title stands outside of them, and such that may be. */
const foreignElements = ['nav', 'aside', 'footer', 'form', 'button', 'select'] as const
const otherElements = [
  'header',
  'article',
  'section',
  'figure',
  'figcaption',
  'blockquote',
  'table',
  'ul',
  'ol',
  'li',
  'dl',
] as const

const wordKinds = Object.keys(foreignWords).length
const elements = [...foreignElements, ...otherElements]
const kinds = [...Object.keys(foreignWords), ...elements.map((name) => `element ${name}`)]
const kindColumns = kinds.map((kind) => column(`in ${kind} apart from the title`))
const foreignKinds = (1 << (wordKinds + foreignElements.length)) - 1
const kindsOfElement = new Map<string, number>(elements.map((name, k) => [name, 1 << (wordKinds + k)]))
const kindsOfWord = new Map(
  Object.values(foreignWords).flatMap((words, bit) => words.split(' ').map((word) => [word, 1 << bit] as const)),
)

const anchors = (['title', 'heart'] as const).map((name) => ({
  up: column(`steps up to the ${name}`),
  down: column(`steps down to the ${name}`),
  side: column(`before or after the ${name}`),
  prose: column(`share of prose of what stands apart from the ${name}`),
  links: column(`share of links of what stands apart from the ${name}`),
  lines: column(`lines of what stands apart from the ${name}`),
  shared: column(`share of prose of what is shared with the ${name}`),
}))
const holders = ['container', 'container of the container'].map((name) => ({
  prose: column(`share of prose of the ${name}`),
  links: column(`share of links of the ${name}`),
  lines: column(`lines of the ${name}`),
}))
const own = {
  upBefore: column('steps up to the line before'),
  downBefore: column('steps down to the line before'),
  upAfter: column('steps up to the line after'),
  downAfter: column('steps down to the line after'),
  alike: column('containers like its own'),
  alikeBlocks: column('blocks like it beside it'),
  against: column('containers that speak against it'),
  likely: column('stands like the article'),
  body: column('words shared with the repeated body'),
  description: column('words shared with the description'),
  headline: column('words shared with the title of the head'),
}

/** Size of a line, in letters, from which on it counts as prose. */
const proseSize = 40

/** The places of a page by their numbers, with the sums of the lines in them. */
interface Places {
  readonly all: readonly Place[]
  readonly size: Float32Array
  readonly linked: Float32Array
  readonly prose: Float32Array
  readonly lines: Int32Array
  /** How many places of the same parent have its element and words. */
  readonly alike: Int32Array
}

/** What is found on the way from an anchor to a place; -1 or 0 for the places around the anchor itself. */
interface Way {
  /** The outermost place that does not hold the anchor. */
  readonly apart: Int32Array
  /** Depth of the innermost place that holds both. */
  readonly shared: Int32Array
  /** Kinds of the places between, a bit each. */
  readonly kinds: Int32Array
  readonly foreign: Uint8Array
  readonly alike: Int32Array
}

/** Fills the columns about the place of each block in the tree of the page. Linear in blocks and places. */
export function fillContainers(
  hints: readonly BlockHints[],
  head: PageHints | undefined,
  read: PageLines,
  rows: Uint8Array,
  width: number,
): void {
  const {lines} = read
  const count = Math.min(hints.length, lines.count)
  if (count === 0) return
  const places = sumPlaces(hints, lines, count)
  const title = titleLine(hints, head, lines, count)
  const fromTitle = wayFrom(title < 0 ? undefined : hints[title]!.place, places, title >= 0)
  const heart = heartLine(hints, lines, count, fromTitle.foreign)
  const fromHeart = wayFrom(heart < 0 ? undefined : hints[heart]!.place, places, false)
  fillApart(0, hints, title, places, fromTitle, rows, width, count)
  fillApart(1, hints, heart, places, fromHeart, rows, width, count)
  fillOwn(hints, lines, heart, places, fromTitle, rows, width, count)
  fillSteps(hints, rows, width, count)
  fillSaid(head, lines, rows, width, count)
}

function sumPlaces(hints: readonly BlockHints[], lines: Lines, count: number): Places {
  const all: Place[] = []
  for (let i = 0; i < count; i++)
    for (let at: Place | undefined = hints[i]!.place; at !== undefined && all[at.index] === undefined; at = at.parent)
      all[at.index] = at
  const size = new Float32Array(all.length)
  const linked = new Float32Array(all.length)
  const prose = new Float32Array(all.length)
  const counts = new Int32Array(all.length)
  for (let i = 0; i < count; i++) {
    const {place, linkDensity} = hints[i]!
    size[place.index]! += lines.size[i]!
    linked[place.index]! += lines.size[i]! * linkDensity
    counts[place.index]!++
    if (lines.size[i]! >= proseSize) prose[place.index]! += lines.size[i]! * (1 - linkDensity)
  }
  for (let index = all.length - 1; index > 0; index--) {
    const parent = all[index]?.parent?.index
    if (parent === undefined) continue
    size[parent]! += size[index]!
    linked[parent]! += linked[index]!
    prose[parent]! += prose[index]!
    counts[parent]! += counts[index]!
  }
  return {all, size, linked, prose, lines: counts, alike: countAlike(all)}
}

function countAlike(all: readonly Place[]): Int32Array {
  const groups = new Map<string, number>()
  const keys = all.map((place) => `${place.parent?.index ?? -1} ${place.element} ${place.words.join(' ')}`)
  for (const key of keys) groups.set(key, (groups.get(key) ?? 0) + 1)
  return Int32Array.from(keys, (key) => groups.get(key)!)
}

/** What an element and its words say, a bit a kind. */
function kindsOf({element, words}: Place): number {
  let found = kindsOfElement.get(element) ?? 0
  for (const word of words) found |= kindsOfWord.get(word) ?? (word.length > 7 ? kindsOfLongWord(word) : 0)
  return found
}

/** `commentlist`, `relatedposts`: written as one. */
const kindsOfLongWord = (word: string): number =>
  word.startsWith('comment')
    ? kindsOfWord.get('comment')!
    : word.startsWith('related')
      ? kindsOfWord.get('related')!
      : 0

/** Share of the prose of a page from which on a container is the article, whatever its words. Comments may be longer. */
const mainShare = 0.4

/** Follows the tree from the places around `anchor` outward; parents come before children. */
function wayFrom(anchor: Place | undefined, places: Places, sure: boolean): Way {
  const {all} = places
  const around = new Uint8Array(all.length)
  around[0] = 1
  for (let at = anchor; at !== undefined; at = at.parent) around[at.index] = 1
  const way = {
    apart: new Int32Array(all.length).fill(-1),
    shared: new Int32Array(all.length),
    kinds: new Int32Array(all.length),
    foreign: new Uint8Array(all.length),
    alike: new Int32Array(all.length),
  }
  const limit = mainShare * places.prose[0]!
  for (let index = 0; index < all.length; index++) {
    const place = all[index]!
    if (around[index] === 1) {
      way.shared[index] = place.depth
      continue
    }
    const parent = place.parent!.index
    const said = kindsOf(place)
    const isComments = sure && (said & kindsOfWord.get('comment')!) !== 0
    const isForeign = (said & foreignKinds) !== 0 && (isComments || places.prose[index]! < limit)
    way.apart[index] = around[parent] === 1 ? index : way.apart[parent]!
    way.shared[index] = way.shared[parent]!
    way.kinds[index] = way.kinds[parent]! | said
    way.foreign[index] = Math.min(255, way.foreign[parent]! + (isForeign ? 1 : 0))
    way.alike[index] = Math.max(way.alike[parent]!, places.lines[index]! > 1 ? places.alike[index]! : 0)
  }
  return way
}

/** The line that says the title of the head, a heading first; else the first heading of rank 1; -1 for none. */
function titleLine(hints: readonly BlockHints[], head: PageHints | undefined, lines: Lines, count: number): number {
  const words = wordsOf(head?.title)
  let best = -1
  let bestScore = 0.5
  let first = -1
  for (let i = 0; i < count; i++) {
    const {element, around} = hints[i]!
    const isFirstRank = element === 'h1' || around.includes('h1')
    if (isFirstRank && first < 0) first = i
    const own = lines.tokenStart[i + 1]! - lines.tokenStart[i]!
    if (words.size < 2 || own < 2 || own > words.size * 2 + 6) continue
    const rank = isFirstRank ? 0.3 : /^h[2-6]$/.test(element) ? 0.1 : 0
    const score = sharedWords(words, lines, i) * Math.min(1, own / words.size) + rank
    if (score > bestScore) {
      bestScore = score
      best = i
    }
  }
  return best >= 0 ? best : first
}

/** The longest line of the container that holds the most prose of its own, containers in it at half; -1 for none. */
function heartLine(hints: readonly BlockHints[], lines: Lines, count: number, foreign: Uint8Array): number {
  const scores = new Map<Place, number>()
  const longest = new Map<Place, number>()
  for (let i = 0; i < count; i++) {
    const {place, linkDensity} = hints[i]!
    if (lines.size[i]! < proseSize || foreign[place.index] !== 0) continue
    const {parent} = place
    if (parent === undefined) continue
    const prose = lines.size[i]! * (1 - linkDensity)
    scores.set(parent, (scores.get(parent) ?? 0) + prose)
    if (parent.parent !== undefined) scores.set(parent.parent, (scores.get(parent.parent) ?? 0) + prose / 2)
    const other = longest.get(parent)
    if (other === undefined || lines.size[i]! > lines.size[other]!) longest.set(parent, i)
  }
  let best = -1
  let top = 0
  for (const [place, score] of scores) {
    const line = longest.get(place)
    if (line === undefined || score <= top) continue
    top = score
    best = line
  }
  return best
}

const share = (part: number, whole: number): number => byte((200 * part) / Math.max(1, whole))

function fillApart(
  which: 0 | 1,
  hints: readonly BlockHints[],
  anchor: number,
  places: Places,
  way: Way,
  rows: Uint8Array,
  width: number,
  count: number,
): void {
  if (anchor < 0) return
  const columns = anchors[which]!
  const anchorDepth = hints[anchor]!.place.depth
  for (let i = 0; i < count; i++) {
    const at = i * width
    const {index, depth} = hints[i]!.place
    const shared = way.shared[index]!
    rows[at + columns.up] = byte(depth - shared)
    rows[at + columns.down] = byte(anchorDepth - shared)
    rows[at + columns.side] = i < anchor ? 0 : i === anchor ? 1 : 2
    let around: Place = hints[i]!.place
    const apart = way.apart[index]!
    if (apart >= 0) {
      rows[at + columns.prose] = share(places.prose[apart]!, places.prose[0]!)
      rows[at + columns.links] = share(places.linked[apart]!, places.size[apart]!)
      rows[at + columns.lines] = logByte(places.lines[apart]!)
      around = places.all[apart]!.parent!
    }
    rows[at + columns.shared] = share(places.prose[around.index]!, places.prose[0]!)
    if (which === 0)
      for (let bit = 0; bit < kindColumns.length; bit++) rows[at + kindColumns[bit]!] = (way.kinds[index]! >> bit) & 1
  }
}

function fillOwn(
  hints: readonly BlockHints[],
  lines: Lines,
  heart: number,
  places: Places,
  fromTitle: Way,
  rows: Uint8Array,
  width: number,
  count: number,
): void {
  const home = heart < 0 ? undefined : hints[heart]!.place.parent
  for (let i = 0; i < count; i++) {
    const at = i * width
    const {place, linkDensity} = hints[i]!
    const foreign = fromTitle.foreign[place.index]!
    rows[at + own.against] = foreign
    if (foreign === 0 && home !== undefined)
      rows[at + own.likely] =
        1 + (place.parent === home ? 1 : 0) + (linkDensity < 0.4 ? 2 : 0) + (lines.size[i]! >= 1.5 * proseSize ? 4 : 0)
    rows[at + own.alike] = logByte(fromTitle.alike[place.index]!)
    rows[at + own.alikeBlocks] = logByte(places.alike[place.index]!)
    let holder = place.parent
    for (const columns of holders) {
      if (holder === undefined) break
      rows[at + columns.prose] = share(places.prose[holder.index]!, places.prose[0]!)
      rows[at + columns.links] = share(places.linked[holder.index]!, places.size[holder.index]!)
      rows[at + columns.lines] = logByte(places.lines[holder.index]!)
      holder = holder.parent
    }
  }
}

/** Steps up and down the tree from each line to the next. */
function fillSteps(hints: readonly BlockHints[], rows: Uint8Array, width: number, count: number): void {
  for (let i = 1; i < count; i++) {
    const at = i * width
    const before = hints[i - 1]!.place
    const {place} = hints[i]!
    const shared = sharedDepth(before, place)
    rows[at + own.upBefore] = rows[at - width + own.downAfter] = byte(place.depth - shared)
    rows[at + own.downBefore] = rows[at - width + own.upAfter] = byte(before.depth - shared)
  }
}

/** How far up two places are compared: deeper ones share nothing that matters. */
const reach = 100

function sharedDepth(a: Place, b: Place): number {
  let left = a
  let right = b
  for (let step = 0; left !== right && step < 2 * reach; step++) {
    if (left.depth >= right.depth) left = left.parent ?? left
    else right = right.parent ?? right
  }
  return Math.min(left.depth, right.depth)
}

/** What the head says and the line says as well: title, description, the text of the article. */
function fillSaid(head: PageHints | undefined, lines: Lines, rows: Uint8Array, width: number, count: number): void {
  const title = wordsOf(head?.title)
  const description = wordsOf(head?.description)
  const body = pairsOf(head?.body)
  for (let i = 0; i < count; i++) {
    const at = i * width
    rows[at + own.headline] = byte(200 * sharedWords(title, lines, i))
    if (description.size > 3) rows[at + own.description] = byte(200 * sharedWords(description, lines, i))
    if (body !== undefined) rows[at + own.body] = byte(50 + 150 * sharedPairs(body, lines, i))
  }
}

function wordsOf(text: string | undefined): ReadonlySet<number> {
  if (text === undefined) return new Set()
  const {tokens, tokenStart} = measure(text, [{start: 0, end: text.length}])
  return new Set(tokens.subarray(tokenStart[0]!, tokenStart[1]!))
}

/** Letters from which on the body of JSON-LD is one, and no summary. */
const bodySize = 200

/** Pairs of neighbouring words, which a text shares with its copy but hardly with another text. */
function pairsOf(text: string | undefined): ReadonlySet<number> | undefined {
  if (text === undefined || text.length < bodySize) return undefined
  const {tokens, tokenStart} = measure(text, [{start: 0, end: text.length}])
  const pairs = new Set<number>()
  for (let k = tokenStart[0]! + 1; k < tokenStart[1]!; k++) pairs.add(pairOf(tokens, k))
  return pairs
}

const pairOf = (tokens: Int32Array, k: number): number => Math.imul(tokens[k - 1]!, 31) ^ tokens[k]!

/** Share of the words of a line that are among `words`, 0 to 1. */
function sharedWords(words: ReadonlySet<number>, {tokens, tokenStart}: Lines, line: number): number {
  let hits = 0
  for (let k = tokenStart[line]!; k < tokenStart[line + 1]!; k++) if (words.has(tokens[k]!)) hits++
  return hits / Math.max(1, tokenStart[line + 1]! - tokenStart[line]!)
}

function sharedPairs(pairs: ReadonlySet<number>, {tokens, tokenStart}: Lines, line: number): number {
  let hits = 0
  for (let k = tokenStart[line]! + 1; k < tokenStart[line + 1]!; k++) if (pairs.has(pairOf(tokens, k))) hits++
  return hits / Math.max(1, tokenStart[line + 1]! - tokenStart[line]! - 1)
}

import type {Context} from '../context'
import {maskOf, match} from '../lexicon/lexicon'
import type {Block, Page, Span} from '../page'
import {cueLexicon} from '../roles/cues'
import {mark, markOf} from '../roles/marks'
import {classOf, is, isWordClass} from '../text/classes'
import {foldedIndex, type Scan, sourceEnd} from '../text/scan'
import {dateIn} from './dates'

const cueMask = maskOf('cue')
/** Letters of the longest name that is taken for a publisher. */
const longestName = 60
/** Abbreviations of companies that stand behind their names and are no part of them. */
const legalForms =
  /[\s,]+(?:inc|llc|ltd|limited|plc|gmbh(?: & co\.? kg)?|ag|kg|s\.?a\.?(?:s|rl)?|s\.?p\.?a|s\.?r\.?l|b\.?v|n\.?v|ab|asa?|a\/s|aps|oyj?|s\.r\.o|a\.s|kft|zrt|nyrt|sp\.? z o\.? ?o|d\.o\.o|ooo|co|corp|corporation|company)\.?$/i

/**
 * Who published the page: a name doubled before the date of a dateline, the site's name, a name before the date that the
 * furniture repeats, the holder of the copyright, what a breadcrumb starts from, or whom a link tells about.
 */
export function publisherOf(page: Page, context: Context): Span | undefined {
  const doubled = doubledName(page, context)
  if (doubled !== undefined) return doubled
  const holder = holderIn(page, context)
  const site = siteNameIn(page, context)
  if (site !== undefined && holder !== undefined && sameName(page.text, site, holder))
    return clearer(page.text, site, holder)
  return (
    site ??
    leadingName(page, context) ??
    bookend(page) ??
    domainLine(page) ??
    holder ??
    breadcrumbRoot(page, context) ??
    aboutName(page, context)
  )
}

/** Of "BALITANG BAYAN" and "Balitang Bayan" the second. */
function clearer(text: string, a: Span, b: Span): Span {
  const first = text.slice(a.start, a.end)
  return first === first.toUpperCase() && first !== first.toLowerCase() ? b : a
}

/** Whether two names differ in case and marks at most: ANKA EKONOMİ, Anka Ekonomi. */
const sameName = (text: string, a: Span, b: Span): boolean => bare(text, a) === bare(text, b)
const bare = (text: string, {start, end}: Span): string =>
  text.slice(start, end).normalize('NFD').replace(/\p{M}/gu, '').toUpperCase()

/** "Báo Đại biểu Nhân dânBáo Đại biểu Nhân dân03/11/2025": the name once. */
function doubledName(page: Page, context: Context): Span | undefined {
  for (const [index, block] of page.blocks.entries()) {
    if (block.role !== 'dateline' && block.role !== 'byline') continue
    const date = dateIn(page, context, index)[0]
    const name = trimmed(page.text, block.start, date?.start ?? block.end)
    const size = name.end - name.start
    for (const gap of [0, 1]) {
      const half = (size - gap) / 2
      if (half < 3 || half !== Math.floor(half)) continue
      const once = page.text.slice(name.start, name.start + half)
      if (once === page.text.slice(name.end - half, name.end)) return {start: name.start, end: name.start + half}
    }
  }
  return undefined
}

/** A name before the date of a dateline that stands elsewhere on the page too. */
function leadingName(page: Page, context: Context): Span | undefined {
  for (const [index, block] of page.blocks.entries()) {
    if (block.role !== 'dateline') continue
    const date = dateIn(page, context, index)[0]
    if (date === undefined) continue
    const name = withoutCues(page, context, {start: block.start, end: date.start}, aroundName)
    if (name === undefined || name.end - name.start > longestName) continue
    if (occursInChrome(page, name)) return name
  }
  return undefined
}

/** A short line that opens and closes the page: the name in its header and in its footer. */
function bookend(page: Page): Span | undefined {
  const first = page.blocks[0]
  const last = page.blocks[page.blocks.length - 1]
  if (first === undefined || last === undefined || first === last || first.content || last.content) return undefined
  const name = page.text.slice(first.start, first.end)
  return name.length <= longestDomain && name === page.text.slice(last.start, last.end)
    ? {start: first.start, end: first.end}
    : undefined
}

const domain = /^(?:[\p{L}\p{N}-]{2,}\.)+[a-z]{2,8}$/iu
const longestDomain = 40
const topLines = 5

/** A line of furniture that is a domain and nothing else, at the top, in the footer, or with its name elsewhere: "Mindmegette.hu". */
function domainLine(page: Page): Span | undefined {
  const line = page.blocks.find((block, index) => {
    const {start, end, content, role} = block
    if (content || role === 'image-name' || end - start > longestDomain || !domain.test(page.text.slice(start, end)))
      return false
    if (index < topLines || role === 'site-name' || role === 'footer') return true
    return occursElsewhere(page, {start, end: page.text.indexOf('.', start)})
  })
  return line === undefined ? undefined : {start: line.start, end: line.end}
}

/** The line of the site's name. */
export const siteLine = (page: Page, context: Context): Block | undefined =>
  page.blocks.find((block) => block.role === 'site-name' && !isKnown(context, block) && !isSentence(page, block))

/** Four small words in a row, not repeated on the page: a notice, no name. */
const isSentence = (page: Page, line: Span): boolean =>
  /(?:\s\p{Ll}+){4}/u.test(page.text.slice(line.start, line.end)) && !occursElsewhere(page, line)

/** The line of the site's name, cut to what of it stands elsewhere on the page, or at a separator. */
function siteNameIn(page: Page, context: Context): Span | undefined {
  const line = siteLine(page, context)
  if (line === undefined) return undefined
  const cuts = cutPlaces(page.text, line)
  for (const end of cuts) if (occursElsewhere(page, {start: line.start, end})) return {start: line.start, end}
  const cut = separatorIn(page.text, line)
  const name = trimmed(page.text, line.start, cut)
  return name.end > name.start && name.end - name.start <= longestName ? name : undefined
}

/** Whether a line is a known phrase and nothing else, such as "Skip to content". */
function isKnown({scan}: Context, {start, end}: Span): boolean {
  const stop = foldedIndex(scan, end)
  const phrase = match(cueLexicon(), scan.units, foldedIndex(scan, start), stop, cueMask)
  return phrase !== undefined && phrase.end >= stop
}

/** Ends of words of a line, from the last to the first. */
function cutPlaces(text: string, {start, end}: Span): number[] {
  const found: number[] = []
  for (let i = end; i > start + 2; i--) {
    const inside = i < end && isWordClass(classOf[text.charCodeAt(i)]!)
    if (!inside && isWordClass(classOf[text.charCodeAt(i - 1)]!)) found.push(i)
  }
  return found
}

/** First separator with space around it, or the end. */
function separatorIn(text: string, {start, end}: Span): number {
  for (let i = start + 1; i < end; i++) {
    const kind = markOf[text.charCodeAt(i)]!
    if (
      kind === mark.separator &&
      classOf[text.charCodeAt(i - 1)] === is.space &&
      classOf[text.charCodeAt(i + 1)] === is.space
    )
      return i
    if (kind === mark.separator && (text[i] === '|' || text[i] === '｜')) return i
  }
  return end
}

/** Whether another line has the same words, as words of their own. */
function occursElsewhere(page: Page, {start, end}: Span, accept: (at: number) => boolean = () => true): boolean {
  const name = page.text.slice(start, end)
  if (name.length < 3) return false
  for (let at = page.text.indexOf(name); at >= 0; at = page.text.indexOf(name, at + 1)) {
    if (at >= start && at < end) continue
    const after = at + name.length
    const free = (i: number): boolean => {
      const kind = i < 0 || i >= page.text.length ? is.newline : classOf[page.text.charCodeAt(i)]!
      return !isWordClass(kind) || kind === is.unspaced || kind === is.hangul || kind === is.digit
    }
    const glued = (i: number): boolean =>
      './@_-'.includes(page.text[i] ?? ' ') &&
      isWordClass(classOf[page.text.charCodeAt(i === after ? i + 1 : i - 1)] ?? 0)
    if (free(at - 1) && free(after) && !glued(after) && !glued(at - 1) && accept(at)) return true
  }
  return false
}

/** The same, in a line that is no prose. */
function occursInChrome(page: Page, name: Span): boolean {
  return occursElsewhere(page, name, (at) =>
    page.blocks.some(({start, end, role}) => role !== 'paragraph' && start <= at && at < end),
  )
}

/** The holder of the copyright: what a line with © leaves when years, known phrases and legal forms are taken off. */
function holderIn(page: Page, context: Context): Span | undefined {
  for (let i = page.blocks.length - 1; i >= 0; i--) {
    const block = page.blocks[i]!
    if (block.content || block.end - block.start > 240) continue
    const name = holderInLine(page, context, block)
    if (name !== undefined) return name
  }
  return undefined
}

function holderInLine(page: Page, context: Context, block: Block): Span | undefined {
  const sign = signIn(page.text, block)
  const name =
    sign < 0
      ? holderBeforePhrase(page, context, block)
      : (withoutCues(
          page,
          context,
          {start: sign + 1, end: sentenceEnd(page.text, sign + 1, block.end)},
          aroundHolder,
        ) ?? shortName(page.text, withoutCues(page, context, {start: block.start, end: sign}, aroundHolder)))
  if (name === undefined) return undefined
  const bare = withoutTail(page, withoutForm(page.text, withoutDomain(page, name)))
  return bare.end - bare.start <= longestName && bare.end - bare.start > 1 ? bare : undefined
}

/** What stands before the sign may be a sentence: at most four words are taken for a name. */
const shortName = (text: string, name: Span | undefined): Span | undefined =>
  name === undefined || text.slice(name.start, name.end).split(' ').length > 4 ? undefined : name

/** The name in a short line that a phrase of the footer closes. */
function holderBeforePhrase(page: Page, {scan}: Context, block: Block): Span | undefined {
  if (block.end - block.start > longestName) return undefined
  const end = beforeCue(page, scan, block.start, block.end)
  // In scripts with spaces such a line is a sentence as often as a name.
  if (end === block.end || classOf[page.text.charCodeAt(end - 1)] !== is.unspaced) return undefined
  const name = trimmed(page.text, block.start, end)
  return name.end - name.start > 1 && occursInChrome(page, name) ? name : undefined
}

/** "Presse Augsburg Medien" is Presse Augsburg where a whole line says so. */
function withoutTail(page: Page, {start, end}: Span): Span {
  for (const cut of cutPlaces(page.text, {start, end})) {
    if (cut >= end || cut - start < 4) continue
    const name = page.text.slice(start, cut)
    if (page.blocks.some((block) => block.end - block.start === name.length && page.text.startsWith(name, block.start)))
      return {start, end: cut}
  }
  return {start, end}
}

function signIn(text: string, {start, end}: Span): number {
  for (let i = start; i < end; i++)
    if (markOf[text.charCodeAt(i)] === mark.copyright && text[i] !== '®' && text[i] !== '™') return i
  return -1
}

/** End of the part of a line of copyright that names the holder: a stop with a space, or a separator. */
function sentenceEnd(text: string, from: number, end: number): number {
  for (let i = from; i < end; i++) {
    const kind = markOf[text.charCodeAt(i)]!
    const spaced = i + 1 >= end || classOf[text.charCodeAt(i + 1)] === is.space
    if (text[i] === '|' || text[i] === '｜' || text[i] === '　' || text[i] === '·') {
      if (hasLetters(text, from, i)) return i
      continue
    }
    if (kind === mark.stop && (spaced || text.charCodeAt(i) > 0x2000) && hasLetters(text, from, i)) {
      const short =
        i - wordStart(text, i) <= 3 && i + 2 < end && text[i] === '.' && !isWordClass(classOf[text.charCodeAt(i + 2)]!)
      if (!short) return i
    }
    if (
      kind === mark.separator &&
      spaced &&
      i > from &&
      classOf[text.charCodeAt(i - 1)] === is.space &&
      hasLetters(text, from, i)
    )
      return i
  }
  return end
}

function wordStart(text: string, at: number): number {
  let i = at
  while (i > 0 && isWordClass(classOf[text.charCodeAt(i - 1)]!)) i--
  return i
}

function hasLetters(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const kind = classOf[text.charCodeAt(i)]!
    if (isWordClass(kind) && kind !== is.digit) return true
  }
  return false
}

const aroundHolder: ReadonlySet<string> = new Set(['footer'])
const aroundName: ReadonlySet<string> = new Set(['byline', 'published', 'updated', 'source', 'credit'])

/** A stretch without the phrases of some cues, years and marks at its ends; nothing when nothing is left. */
function withoutCues(page: Page, {scan}: Context, span: Span, cues: ReadonlySet<string>): Span | undefined {
  const {text} = page
  let {start, end} = span
  for (let round = 0; round < 4; round++) {
    const before = start
    while (start < end && isEdge(text, start)) start++
    while (end > start && isEdge(text, end - 1) && !closesBracket(text, start, end - 1)) end--
    const at = foldedIndex(scan, start)
    const phrase = match(cueLexicon(), scan.units, at, foldedIndex(scan, end), cueMask)
    if (phrase?.senses.some(({id}) => cues.has(id)) === true) start = Math.min(end, sourceEnd(scan, phrase.end))
    if (start === before) break
  }
  if (cues === aroundHolder) end = beforeCue(page, scan, start, end)
  while (end > start && isEdge(text, end - 1) && !closesBracket(text, start, end - 1)) end--
  return end > start && hasLetters(text, start, end) ? {start, end} : undefined
}

/** Whether a closing bracket has its opening one inside. */
const closesBracket = (text: string, start: number, at: number): boolean =>
  (text[at] === ')' && text.lastIndexOf('(', at) >= start) || (text[at] === '）' && text.lastIndexOf('（', at) >= start)

/** Spaces, digits and marks around a name. A bracket stays out too. */
function isEdge(text: string, at: number): boolean {
  const kind = classOf[text.charCodeAt(at)]!
  return !isWordClass(kind) || kind === is.digit
}

/** Where a phrase of the footer begins behind a name: "光明网版权所有". */
function beforeCue({text}: Page, scan: Scan, start: number, end: number): number {
  const stop = foldedIndex(scan, end)
  for (let i = start + 2; i < end; i++) {
    const kind = classOf[text.charCodeAt(i)]!
    if (kind !== is.unspaced && kind !== is.hangul && isWordClass(classOf[text.charCodeAt(i - 1)]!)) continue
    const at = foldedIndex(scan, i)
    const phrase = match(cueLexicon(), scan.units, at, stop, cueMask)
    if (phrase !== undefined && phrase.end - at > 3 && phrase.senses.some(({id}) => id === 'footer')) return i
  }
  return end
}

/** The first part of a breadcrumb that is no word for the home page. */
function breadcrumbRoot(page: Page, context: Context): Span | undefined {
  const aboveTitle = page.blocks[page.blocks.findIndex(({role}) => role === 'title') - 1]
  for (const line of [page.blocks.find(({role}) => role === 'breadcrumb'), page.blocks[0], aboveTitle]) {
    const name = line?.content === false ? rootIn(page, context, line) : undefined
    if (name !== undefined) return name
  }
  return undefined
}

function rootIn(page: Page, context: Context, line: Block): Span | undefined {
  const end = firstSeparator(page.text, line)
  if (end === line.end) return undefined
  const name = trimmed(page.text, line.start, end)
  return name.end - name.start > 1 && beginsAsName(context, name) && occursInChrome(page, name) ? name : undefined
}

/** Whether a stretch does not begin with a known phrase of the furniture. */
function beginsAsName({scan}: Context, {start, end}: Span): boolean {
  return match(cueLexicon(), scan.units, foldedIndex(scan, start), foldedIndex(scan, end), cueMask) === undefined
}

/** The name in a short line of furniture such as "About Reuters" or "关于新华网" that stands elsewhere in the furniture. */
function aboutName(page: Page, context: Context): Span | undefined {
  const {scan} = context
  for (const {start, end, content} of page.blocks) {
    if (content || end - start > longestDomain) continue
    const stop = foldedIndex(scan, end)
    const phrase = match(cueLexicon(), scan.units, foldedIndex(scan, start), stop, cueMask)
    if (phrase === undefined || phrase.end >= stop || !phrase.senses.some(({id}) => id === 'about')) continue
    const name = trimmed(page.text, sourceEnd(scan, phrase.end), end)
    if (/^\p{Ll}/u.test(page.text.slice(name.start, name.end)) || !beginsAsName(context, name)) continue
    if (occursInChrome(page, name)) return name
  }
  return undefined
}

function firstSeparator(text: string, {start, end}: Span): number {
  for (let i = start + 1; i < end; i++) {
    const kind = markOf[text.charCodeAt(i)]!
    if (
      kind === mark.separator &&
      (text.charCodeAt(i) > 0x2000 || text[i] === '>' || classOf[text.charCodeAt(i - 1)] === is.space)
    )
      return i
    if (classOf[text.charCodeAt(i)] === is.space && classOf[text.charCodeAt(i - 1)] === is.unspaced) return i
  }
  return end
}

/** "The New York Times Company" is The New York Times. */
function withoutForm(text: string, {start, end}: Span): Span {
  let name = text.slice(start, end)
  for (let next = name.replace(legalForms, ''); next !== name; next = name.replace(legalForms, '')) name = next
  return trimmed(text, start, start + name.length)
}

/** "Entermedia.co.kr" is Entermedia where the page says so elsewhere. */
function withoutDomain(page: Page, {start, end}: Span): Span {
  const name = page.text.slice(start, end)
  const dot = name.indexOf('.')
  if (dot < 3 || /\s/.test(name)) return {start, end}
  const bare = {start, end: start + dot}
  return occursElsewhere(page, bare) ? bare : {start, end}
}

function trimmed(text: string, start: number, end: number): Span {
  let from = start
  let to = end
  while (from < to && !isWordClass(classOf[text.charCodeAt(from)]!)) from++
  while (
    to > from &&
    !isWordClass(classOf[text.charCodeAt(to - 1)]!) &&
    markOf[text.charCodeAt(to - 1)] !== mark.bracket &&
    markOf[text.charCodeAt(to - 1)] !== mark.quote
  )
    to--
  return {start: from, end: to}
}

/** The name in the first byline, or in a dateline that begins like one, without the words around it and without a date. */
export function authorIn(page: Page, context: Context): Span | undefined {
  const lines = [...page.blocks.keys()]
  const bylines = lines.filter((index) => page.blocks[index]!.role === 'byline')
  const datelines = lines.filter(
    (index) => page.blocks[index]!.role === 'dateline' && beginsAsByline(page, context, index),
  )
  for (const index of [...bylines, ...datelines]) {
    const block = page.blocks[index]!
    const date = dateIn(page, context, index)[0]
    const end = date !== undefined && date.start > block.start + 6 ? date.start : block.end
    const name = withoutCues(page, context, {start: block.start, end: partEnd(page.text, block.start, end)}, aroundName)
    if (name !== undefined && name.end - name.start <= 2 * longestName) return name
  }
  return undefined
}

function beginsAsByline(page: Page, {scan}: Context, index: number): boolean {
  const {start, end} = page.blocks[index]!
  const phrase = match(cueLexicon(), scan.units, foldedIndex(scan, start), foldedIndex(scan, end), cueMask)
  return phrase?.senses.some(({id}) => id === 'byline') === true
}

/** The first part of a line with separators that has letters. */
function partEnd(text: string, from: number, end: number): number {
  for (let i = from; i < end; i++)
    if ((text[i] === '|' || text[i] === '·' || text[i] === '•') && hasLetters(text, from, i)) return i
  return end
}

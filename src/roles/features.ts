import type {Page} from '../page'
import type {Scan} from '../text/scan'
import {besideCues, type CueName, cue, cueCount, cueNames, readCues, strength} from './cues'
import {type Vocabulary, vocabulary} from './familiar'
import {ending, type Lines, measure} from './measure'
import {isImageName} from './rules'
import {bestRun, type Run} from './runs'

/** Names of the columns; a feature is a byte. */
export const featureNames: string[] = []
const column = (name: string): number => featureNames.push(name) - 1

const own = {
  size: column('letters'),
  words: column('words'),
  wordLength: column('length of words'),
  digits: column('share of digits'),
  capitals: column('share of capitals'),
  capitalWords: column('share of capitalised words'),
  end: column('end of the line'),
  begin: column('beginning of the line'),
  innerStops: column('sentences inside'),
  commas: column('commas'),
  separators: column('separators'),
  brackets: column('brackets'),
  quotes: column('quotation marks'),
  signs: column('symbols'),
  copyrights: column('copyright signs'),
  ats: column('at signs'),
  tabs: column('tabs'),
  glued: column('glued words'),
  date: column('looks like a date'),
  address: column('addresses'),
  image: column('image name'),
  grammar: column('function words'),
  grammarCount: column('number of function words'),
  prose: column('words shared with the prose'),
  topic: column('words shared with the longest run'),
  repeats: column('repetitions'),
  repeatGap: column('distance to a repetition'),
  language: column('other language'),
  blanksBefore: column('blank lines before'),
  blanksAfter: column('blank lines after'),
  indent: column('indentation'),
  cueChrome: column('known phrase of chrome'),
  cueCount: column('number of known phrases'),
}
/** Numbers of the cues that have a column of their own, and that column. */
const cueColumns: readonly (readonly [number, number])[] = cueNames
  .filter((name) => name !== 'ago-before')
  .map((name) => [cue[name], column(`phrase of ${name}`)] as const)
const ago = cueColumns[cueColumns.length - 1]![1]

const place = {
  index: column('lines above'),
  fromEnd: column('lines below'),
  ratio: column('place on the page'),
  textAbove: column('share of text above'),
  proseAbove: column('share of prose above'),
  proseBelow: column('share of prose below'),
  runStart: column('lines after the start of the longest run of prose'),
  runEnd: column('lines before the end of the longest run of prose'),
  inRun: column('in the longest run of prose'),
  sinceProse: column('lines since prose'),
  untilProse: column('lines until prose'),
  shortRun: column('short lines in a row'),
  shortBefore: column('short lines in a row so far'),
  groupSize: column('lines in the group'),
  groupPlace: column('place in the group'),
  groupMean: column('mean letters in the group'),
  groupCloses: column('sentences ending in the group'),
  firstOfPage: column('first long lines of the page'),
  rhythm2: column('rhythm of two lines'),
  rhythm3: column('rhythm of three lines'),
  rhythm4: column('rhythm of four lines'),
  sinceRelated: column('lines since a heading of related articles'),
  sinceComments: column('lines since a heading of comments'),
  sinceFooter: column('lines since a phrase of the footer'),
  sinceShare: column('lines since sharing or tags'),
  sinceByline: column('lines since a byline or date'),
  untilByline: column('lines until a byline or date'),
  untilRelated: column('lines until a heading of related articles'),
  chromeBefore: column('known phrases in the five lines before'),
  chromeAfter: column('known phrases in the five lines after'),
  window3: column('prose within three lines'),
  window8: column('prose within eight lines'),
  closesNear: column('sentences ending within five lines'),
  datesNear: column('dates within four lines'),
  shareOfLongest: column('letters against the longest line'),
  posts: column('dated posts near'),
  postsAbove: column('dated posts above'),
  topicNear: column('words shared with the longest run within two lines'),
}
const neighbours = [-4, -3, -2, -1, 1, 2, 3, 4]
const near = neighbours.map((step) => ({
  step,
  size: column(`letters of line ${step > 0 ? '+' : ''}${step}`),
  end: Math.abs(step) <= 2 ? column(`end of line ${step > 0 ? '+' : ''}${step}`) : -1,
  cue: Math.abs(step) <= 2 ? column(`phrase in line ${step > 0 ? '+' : ''}${step}`) : -1,
  grammar: Math.abs(step) <= 2 ? column(`function words of line ${step > 0 ? '+' : ''}${step}`) : -1,
  capitals: Math.abs(step) === 1 ? column(`capitalised words of line ${step > 0 ? '+' : ''}${step}`) : -1,
  date: Math.abs(step) <= 2 ? column(`date in line ${step > 0 ? '+' : ''}${step}`) : -1,
  image: Math.abs(step) <= 2 ? column(`image name in line ${step > 0 ? '+' : ''}${step}`) : -1,
  topic: Math.abs(step) <= 2 ? column(`shared words of line ${step > 0 ? '+' : ''}${step}`) : -1,
}))
const whole = {
  lines: column('lines of the page'),
  prose: column('prose of the page'),
  runShare: column('share of prose in the longest run'),
  closes: column('long lines of the page that end a sentence'),
  unspaced: column('script without spaces'),
  caseless: column('script without case'),
}
/** Columns of the first pass. */
export const firstWidth = featureNames.length

/** What the stages of the roles share about the lines of a page. */
export interface PageLines {
  readonly lines: Lines
  readonly cues: Uint8Array
  readonly words: Vocabulary
  readonly run: Run
  readonly chromeCue: Uint8Array
  readonly blanks: Uint8Array
}

const byte = (value: number): number => (value <= 0 ? 0 : value >= 255 ? 255 : Math.round(value))
const share = (part: number, all: number): number => (all > 0 ? byte((part / all) * 200) : 0)
/** A count on a scale of logarithms: 0, 20, 32, 40 ... for 0, 1, 2, 3. */
export const logByte = (value: number): number => byte(20 * Math.log2(1 + Math.max(0, value)))
const sizeByte = (size: number): number => byte(22 * Math.log2(1 + size))

/** Letters from which a line counts as prose; a line that ends a sentence may be shorter. */
const longLine = 80
const isProse = (lines: Lines, i: number): boolean =>
  lines.size[i]! >= longLine || (lines.size[i]! >= 40 && lines.end[i]! >= ending.call)

const chromeCues: readonly number[] = cueNames.filter((name) => !besideCues.has(name)).map((name) => cue[name])

/** Reads the lines of a page: measures, phrases, words. */
export function readLines(page: Page, scan: Scan): PageLines {
  const lines = measure(page.text, page.blocks)
  const cues = readCues(scan, page.blocks)
  const count = lines.count
  const chromeCue = new Uint8Array(count)
  for (let i = 0; i < count; i++)
    for (const k of chromeCues) chromeCue[i] = Math.max(chromeCue[i]!, cues[i * cueCount + k]!)
  const gain = new Float32Array(count)
  for (let i = 0; i < count; i++) gain[i] = runGain(lines, chromeCue, i)
  const run = bestRun(gain)
  return {lines, cues, words: vocabulary(lines, run), run, chromeCue, blanks: blankLines(page)}
}

/** Worth of a line for the longest run of prose. */
function runGain(lines: Lines, chromeCue: Uint8Array, i: number): number {
  const size = Math.min(600, lines.size[i]!)
  if (chromeCue[i]! >= strength.most) return -25
  if (isProse(lines, i)) return size
  return size < 25 ? -18 : -10
}

function blankLines(page: Page): Uint8Array {
  const {blocks, text} = page
  const found = new Uint8Array(blocks.length + 1)
  found[0] = 3
  found[blocks.length] = 3
  for (let i = 1; i < blocks.length; i++) {
    let newlines = 0
    for (let k = blocks[i - 1]!.end; k < blocks[i]!.start; k++) if (text.charCodeAt(k) === 10) newlines++
    found[i] = Math.min(3, Math.max(0, newlines - 1))
  }
  return found
}

/** Fills the columns of the first pass into rows of `width` bytes. */
export function fillFeatures(page: Page, read: PageLines, rows: Uint8Array, width: number): void {
  fillOwn(page, read, rows, width)
  fillPlace(read, rows, width)
  fillSections(read, rows, width)
  fillGroups(read, rows, width)
  fillPosts(read, rows, width)
  fillNeighbours(rows, width, read.lines.count)
  fillWhole(read, rows, width)
}

function fillOwn(
  page: Page,
  {lines, cues, words, chromeCue, blanks}: PageLines,
  rows: Uint8Array,
  width: number,
): void {
  const {count} = lines
  const repeated = repetitions(lines)
  for (let i = 0; i < count; i++) {
    const at = i * width
    const letters = lines.letters[i]!
    const cased = lines.capitals[i]! + lines.smalls[i]!
    rows[at + own.size] = sizeByte(lines.size[i]!)
    rows[at + own.words] = byte(26 * Math.log2(1 + lines.words[i]!))
    rows[at + own.wordLength] = lines.words[i]! > 0 ? byte((lines.size[i]! / lines.words[i]!) * 12) : 0
    rows[at + own.digits] = share(lines.digits[i]!, lines.digits[i]! + letters)
    rows[at + own.capitals] = cased === 0 ? 255 : share(lines.capitals[i]!, cased)
    rows[at + own.capitalWords] = cased === 0 ? 255 : share(lines.capitalWords[i]!, lines.spacedWords[i]!)
    rows[at + own.end] = lines.end[i]!
    rows[at + own.begin] = lines.begin[i]!
    rows[at + own.innerStops] = byte(lines.innerStops[i]! - (lines.end[i]! >= ending.call ? 1 : 0))
    rows[at + own.commas] = lines.commas[i]!
    rows[at + own.separators] = lines.separators[i]!
    rows[at + own.brackets] = lines.brackets[i]!
    rows[at + own.quotes] = lines.quotes[i]!
    rows[at + own.signs] = lines.signs[i]!
    rows[at + own.copyrights] = lines.copyrights[i]!
    rows[at + own.ats] = lines.ats[i]!
    rows[at + own.tabs] = lines.tabs[i]!
    rows[at + own.glued] = lines.glued[i]!
    rows[at + own.date] = lines.date[i]! + (cues[i * cueCount + cue.month]! > 0 ? 4 : 0)
    rows[at + own.address] = lines.address[i]!
    rows[at + own.image] = isImageName(page.text, page.blocks[i]!.start, page.blocks[i]!.end) ? 1 : 0
    rows[at + own.grammar] = words.grammar[i]! < 0 ? 255 : byte(words.grammar[i]! * 200)
    rows[at + own.grammarCount] = words.grammar[i]! < 0 ? 0 : logByte(words.grammar[i]! * lines.spacedWords[i]!)
    rows[at + own.prose] = words.prose[i]! < 0 ? 255 : byte(words.prose[i]! * 200)
    rows[at + own.topic] = words.topic[i]! < 0 ? 255 : byte(words.topic[i]! * 200)
    rows[at + own.repeats] = byte(repeated.times[i]!)
    rows[at + own.repeatGap] = repeated.gap[i]! === 0 ? 255 : logByte(repeated.gap[i]!)
    const language = page.blocks[i]!.language
    rows[at + own.language] =
      language === undefined || language.tag === 'und' || language.tag === page.language.tag
        ? 0
        : byte(language.confidence * 200)
    rows[at + own.blanksBefore] = blanks[i]!
    rows[at + own.blanksAfter] = blanks[i + 1]!
    rows[at + own.indent] = indent(page.text, page.blocks[i]!.start)
    rows[at + own.cueChrome] = chromeCue[i]!
    let cuesFound = 0
    for (let k = 0; k < cueCount; k++) if (cues[i * cueCount + k]! > 0) cuesFound++
    rows[at + own.cueCount] = cuesFound
    for (const [index, target] of cueColumns) rows[at + target] = cues[i * cueCount + index]!
    if (cues[i * cueCount + cue['ago-before']]! > 0) rows[at + ago] = strength.first
  }
}

function indent(text: string, start: number): number {
  let i = start
  while (i > 0 && text.charCodeAt(i - 1) !== 10) i--
  return Math.min(255, start - i)
}

/** How often a line stands on the page, and how far away its nearest copy is. */
function repetitions(lines: Lines): {times: Uint16Array; gap: Uint16Array} {
  const {count, hash} = lines
  const times = new Uint16Array(count)
  const gap = new Uint16Array(count)
  const last = new Map<number, number>()
  const total = new Map<number, number>()
  for (let i = 0; i < count; i++) {
    if (lines.letters[i] === 0) continue
    const key = hash[i]!
    const before = last.get(key)
    if (before !== undefined) {
      const distance = Math.min(65535, i - before)
      gap[i] = distance
      if (gap[before] === 0 || gap[before]! > distance) gap[before] = distance
    }
    last.set(key, i)
    total.set(key, (total.get(key) ?? 0) + 1)
  }
  for (let i = 0; i < count; i++) times[i] = lines.letters[i] === 0 ? 0 : total.get(hash[i]!)! - 1
  return {times, gap}
}

function fillPlace({lines, run}: PageLines, rows: Uint8Array, width: number): void {
  const {count, size} = lines
  let total = 0
  let longest = 1
  const prose = new Float32Array(count + 1)
  const closes = new Float32Array(count + 1)
  const dates = new Float32Array(count + 1)
  for (let i = 0; i < count; i++) {
    total += size[i]!
    longest = Math.max(longest, size[i]!)
    prose[i + 1] = prose[i]! + (isProse(lines, i) ? size[i]! : 0)
    closes[i + 1] = closes[i]! + (lines.end[i]! >= ending.call ? 1 : 0)
    dates[i + 1] = dates[i]! + (rows[i * width + own.date]! >= 2 ? 1 : 0)
  }
  const allProse = Math.max(1, prose[count]!)
  const between = (sums: Float32Array, i: number, reach: number): number =>
    sums[Math.min(count, i + reach + 1)]! - sums[Math.max(0, i - reach)]!
  let above = 0
  let sinceProse = 60
  let longLines = 0
  for (let i = 0; i < count; i++) {
    const at = i * width
    rows[at + place.index] = logByte(i)
    rows[at + place.fromEnd] = logByte(count - 1 - i)
    rows[at + place.ratio] = share(i, count)
    rows[at + place.textAbove] = share(above, total)
    rows[at + place.proseAbove] = share(prose[i]!, allProse)
    rows[at + place.proseBelow] = share(allProse - prose[i + 1]!, allProse)
    rows[at + place.runStart] = byte(128 + Math.sign(i - run.start) * 0.5 * logByte(Math.abs(i - run.start)))
    rows[at + place.runEnd] = byte(128 + Math.sign(run.end - 1 - i) * 0.5 * logByte(Math.abs(run.end - 1 - i)))
    rows[at + place.inRun] = i >= run.start && i < run.end ? 1 : 0
    rows[at + place.sinceProse] = logByte(sinceProse)
    sinceProse = isProse(lines, i) ? 0 : sinceProse + 1
    if (size[i]! >= 60) longLines++
    rows[at + place.firstOfPage] = Math.min(20, longLines)
    rows[at + place.window3] = logByte(between(prose, i, 3) / 10)
    rows[at + place.window8] = logByte(between(prose, i, 8) / 10)
    rows[at + place.closesNear] = between(closes, i, 5)
    rows[at + place.datesNear] = between(dates, i, 4)
    rows[at + place.shareOfLongest] = share(size[i]!, longest)
    above += size[i]!
  }
  let untilProse = 60
  for (let i = count - 1; i >= 0; i--) {
    rows[i * width + place.untilProse] = logByte(untilProse)
    untilProse = isProse(lines, i) ? 0 : untilProse + 1
  }
}

/** Distances to lines that open a section, and how phrases of chrome stand around a line. */
function fillSections({lines, cues, chromeCue}: PageLines, rows: Uint8Array, width: number): void {
  const {count} = lines
  const has = (i: number, name: CueName, least: number): boolean => cues[i * cueCount + cue[name]]! >= least
  const short = (i: number): boolean => lines.size[i]! < 60
  const far = 120
  const marks: readonly [number, (i: number) => boolean][] = [
    [place.sinceRelated, (i) => short(i) && has(i, 'related', strength.most)],
    [place.sinceComments, (i) => short(i) && has(i, 'comments', strength.most)],
    [
      place.sinceFooter,
      (i) => has(i, 'footer', strength.most) || has(i, 'cookie', strength.most) || lines.copyrights[i]! > 0,
    ],
    [place.sinceShare, (i) => has(i, 'share', strength.most) || has(i, 'tags', strength.first)],
    [
      place.sinceByline,
      (i) =>
        short(i) &&
        (has(i, 'byline', strength.first) || has(i, 'published', strength.first) || rows[i * width + own.date]! >= 3),
    ],
  ]
  for (const [target, opens] of marks) {
    let since = far
    for (let i = 0; i < count; i++) {
      since = opens(i) ? 0 : Math.min(far, since + 1)
      rows[i * width + target] = logByte(since)
    }
  }
  const after: readonly [number, (i: number) => boolean][] = [
    [place.untilByline, marks[4]![1]],
    [place.untilRelated, marks[0]![1]],
  ]
  for (const [target, opens] of after) {
    let until = far
    for (let i = count - 1; i >= 0; i--) {
      until = opens(i) ? 0 : Math.min(far, until + 1)
      rows[i * width + target] = logByte(until)
    }
  }
  for (let i = 0; i < count; i++) {
    let before = 0
    let behind = 0
    for (let k = 1; k <= 5; k++) {
      if (i - k >= 0 && chromeCue[i - k]! >= strength.most) before++
      if (i + k < count && chromeCue[i + k]! >= strength.most) behind++
    }
    rows[i * width + place.chromeBefore] = before
    rows[i * width + place.chromeAfter] = behind
  }
}

/** Lines without a blank one between them, rows of short lines, and shapes that come back every few lines. */
function fillGroups({lines, blanks}: PageLines, rows: Uint8Array, width: number): void {
  const {count, size} = lines
  for (let start = 0; start < count; ) {
    let end = start + 1
    while (end < count && blanks[end] === 0) end++
    let letters = 0
    let closes = 0
    for (let i = start; i < end; i++) {
      letters += size[i]!
      if (lines.end[i]! >= ending.call) closes++
    }
    for (let i = start; i < end; i++) {
      const at = i * width
      rows[at + place.groupSize] = logByte(end - start)
      rows[at + place.groupPlace] = logByte(i - start)
      rows[at + place.groupMean] = sizeByte(letters / (end - start))
      rows[at + place.groupCloses] = share(closes, end - start)
    }
    start = end
  }
  for (let start = 0; start < count; ) {
    const isShort = size[start]! < 50
    let end = start + 1
    while (end < count && size[end]! < 50 === isShort) end++
    for (let i = start; i < end; i++) {
      rows[i * width + place.shortRun] = isShort ? logByte(end - start) : 0
      rows[i * width + place.shortBefore] = isShort ? logByte(i - start) : 0
    }
    start = end
  }
  const shape = new Uint8Array(count)
  for (let i = 0; i < count; i++) {
    const bucket = size[i]! < 12 ? 0 : size[i]! < 30 ? 1 : size[i]! < 80 ? 2 : size[i]! < 200 ? 3 : 4
    shape[i] =
      bucket * 8 +
      (lines.end[i]! >= ending.call ? 4 : lines.end[i] === ending.ellipsis ? 3 : 0) +
      (lines.date[i]! >= 2 ? 1 : 0)
  }
  const lags: readonly [number, number][] = [
    [2, place.rhythm2],
    [3, place.rhythm3],
    [4, place.rhythm4],
  ]
  for (const [lag, target] of lags)
    for (let i = 0; i < count; i++) {
      let same = 0
      for (let k = -6; k <= 6; k++) {
        const a = i + k
        if (a < 0 || a + lag >= count) continue
        if (shape[a] === shape[a + lag] && shape[a] !== shape[a + 1]) same++
      }
      rows[i * width + target] = same
    }
}

/** Prose with a date just above it, as comments and teasers have it, and the article's words around a line. */
function fillPosts({lines, words}: PageLines, rows: Uint8Array, width: number): void {
  const {count, size} = lines
  const posts = new Float32Array(count + 1)
  for (let i = 0; i < count; i++) {
    let dated = 0
    if (isProse(lines, i))
      for (let k = 1; k <= 3 && i - k >= 0; k++) {
        if (isProse(lines, i - k)) break
        if (size[i - k]! < 60 && (rows[(i - k) * width + own.date]! >= 3 || rows[(i - k) * width + ago]! > 0)) dated = 1
      }
    posts[i + 1] = posts[i]! + dated
  }
  for (let i = 0; i < count; i++) {
    rows[i * width + place.posts] = posts[Math.min(count, i + 9)]! - posts[Math.max(0, i - 8)]!
    rows[i * width + place.postsAbove] = Math.min(50, posts[i]!)
    let sum = 0
    let weight = 0
    for (let k = Math.max(0, i - 2); k <= Math.min(count - 1, i + 2); k++) {
      if (words.topic[k]! < 0) continue
      const own = Math.min(20, lines.words[k]!)
      sum += words.topic[k]! * own
      weight += own
    }
    rows[i * width + place.topicNear] = weight === 0 ? 255 : byte((200 * sum) / weight)
  }
}

function fillNeighbours(rows: Uint8Array, width: number, count: number): void {
  for (const {step, size, end, cue: phrase, grammar, capitals, date, image, topic} of near)
    for (let i = 0; i < count; i++) {
      const other = i + step
      const at = i * width
      if (other < 0 || other >= count) continue
      const from = other * width
      rows[at + size] = rows[from + own.size]!
      if (end >= 0) rows[at + end] = rows[from + own.end]! + 1
      if (phrase >= 0) rows[at + phrase] = rows[from + own.cueChrome]!
      if (grammar >= 0) rows[at + grammar] = rows[from + own.grammar]!
      if (capitals >= 0) rows[at + capitals] = rows[from + own.capitalWords]!
      if (date >= 0) rows[at + date] = rows[from + own.date]!
      if (image >= 0) rows[at + image] = rows[from + own.image]!
      if (topic >= 0) rows[at + topic] = rows[from + own.topic]!
    }
}

function fillWhole({lines, run}: PageLines, rows: Uint8Array, width: number): void {
  const {count, size} = lines
  let prose = 0
  let inRun = 0
  let long = 0
  let closed = 0
  let letters = 0
  let unspaced = 0
  let cased = 0
  for (let i = 0; i < count; i++) {
    letters += lines.letters[i]!
    unspaced += lines.unspaced[i]!
    cased += lines.capitals[i]! + lines.smalls[i]!
    if (!isProse(lines, i)) continue
    prose += size[i]!
    if (i >= run.start && i < run.end) inRun += size[i]!
    if (size[i]! < longLine) continue
    long++
    if (lines.end[i]! >= ending.call) closed++
  }
  const capitalsMatter = rows.length > 0 && cased > letters / 2
  for (let i = 0; i < count; i++) {
    const at = i * width
    rows[at + whole.lines] = logByte(count)
    rows[at + whole.prose] = sizeByte(prose)
    rows[at + whole.runShare] = share(inRun, prose)
    rows[at + whole.closes] = long < 3 ? 255 : share(closed, long)
    rows[at + whole.unspaced] = share(unspaced, letters)
    rows[at + whole.caseless] = capitalsMatter ? 0 : 1
  }
}

import {hashStart, hashStep} from '../lexicon/lexicon'
import type {Span} from '../page'
import {classOf, fold, is, isWordClass} from '../text/classes'
import {hangulWeight, letterWeight, mark, markOf, unspacedWordLength} from './marks'

/** What one pass over the units of each line finds; an item a line in every column. */
export interface Lines {
  readonly count: number
  /** Letters and digits, weighted by script, so that 40 stands for about seven words in any language. */
  readonly size: Float32Array
  /** Words; estimated where the script does not separate them. */
  readonly words: Float32Array
  readonly digits: Uint16Array
  readonly letters: Uint16Array
  /** Letters of scripts without case, or without spaces, are counted in `letters` only. */
  readonly capitals: Uint16Array
  readonly smalls: Uint16Array
  /** Words that begin with a capital. */
  readonly capitalWords: Uint16Array
  readonly spacedWords: Uint16Array
  readonly unspaced: Uint16Array
  /** Marks by kind, see `marks.ts`, sentence stops inside the line apart. */
  readonly innerStops: Uint8Array
  readonly commas: Uint8Array
  readonly separators: Uint8Array
  readonly brackets: Uint8Array
  readonly quotes: Uint8Array
  readonly signs: Uint8Array
  readonly copyrights: Uint8Array
  readonly ats: Uint8Array
  readonly tabs: Uint8Array
  /** Where small letters touch a capital or a digit without a space: words glued by lost tags. */
  readonly glued: Uint8Array
  /** How the line ends and begins, as a code of `endOf` and `startOf`. */
  readonly end: Uint8Array
  readonly begin: Uint8Array
  /** How much a line looks like a date: 0 not, 1 a year, 2 a time, 3 both or a full numeric date. */
  readonly date: Uint8Array
  /** An address of the web or of mail: 1 inside, 2 the whole line. */
  readonly address: Uint8Array
  /** Hash of the folded line without digits at its edges. */
  readonly hash: Int32Array
  /** Hashes of the words of all lines (pairs of letters in scripts without spaces), and where each line's begin. */
  readonly tokens: Int32Array
  readonly tokenStart: Int32Array
}

const createLines = (count: number, units: number): Lines => ({
  count,
  size: new Float32Array(count),
  words: new Float32Array(count),
  digits: new Uint16Array(count),
  letters: new Uint16Array(count),
  capitals: new Uint16Array(count),
  smalls: new Uint16Array(count),
  capitalWords: new Uint16Array(count),
  spacedWords: new Uint16Array(count),
  unspaced: new Uint16Array(count),
  innerStops: new Uint8Array(count),
  commas: new Uint8Array(count),
  separators: new Uint8Array(count),
  brackets: new Uint8Array(count),
  quotes: new Uint8Array(count),
  signs: new Uint8Array(count),
  copyrights: new Uint8Array(count),
  ats: new Uint8Array(count),
  tabs: new Uint8Array(count),
  glued: new Uint8Array(count),
  end: new Uint8Array(count),
  begin: new Uint8Array(count),
  date: new Uint8Array(count),
  address: new Uint8Array(count),
  hash: new Int32Array(count),
  tokens: new Int32Array(units),
  tokenStart: new Int32Array(count + 1),
})

/** Measures the lines that `spans` names. Linear in the length of the text. */
export function measure(text: string, spans: readonly Span[]): Lines {
  let units = 0
  for (const {start, end} of spans) units += end - start
  const lines = createLines(spans.length, units + 1)
  let tokens = 0
  for (let line = 0; line < spans.length; line++) {
    const {start, end} = spans[line]!
    lines.tokenStart[line] = tokens
    tokens = measureLine(lines, line, text, start, end, tokens)
    lines.end[line] = endOf(text, start, end)
    lines.begin[line] = startOf(text, start)
    lines.date[line] = lines.digits[line] === 0 ? 0 : dateLikeness(text, start, end)
    // Only a colon or an at-sign makes an address, or the letters it starts with.
    if (tally[mark.colon]! > 0 || tally[mark.at]! > 0 || text.startsWith('www.', start))
      lines.address[line] = addressIn(text, start, end)
  }
  lines.tokenStart[spans.length] = tokens
  return lines
}

const cap = (count: number): number => (count > 255 ? 255 : count)
const capWide = (count: number): number => (count > 65535 ? 65535 : count)

/** Marks of a line by kind, see `marks.ts`; reused from line to line. */
const tally = new Uint8Array(16)

/** The pass over the units of one line; returns the number of tokens so far. Counts stay in locals, since this is the hot loop. */
function measureLine(lines: Lines, line: number, text: string, start: number, end: number, firstToken: number): number {
  const {tokens} = lines
  tally.fill(0)
  let token = firstToken
  let size = 0
  let words = 0
  let digits = 0
  let letters = 0
  let capitals = 0
  let smalls = 0
  let capitalWords = 0
  let spacedWords = 0
  let unspaced = 0
  let tabs = 0
  let glued = 0
  let whole = hashStart
  let word = hashStart
  let inWord = false
  let hasLetter = false
  let before = is.space
  let small = false
  let lastFolded = 0
  for (let i = start; i <= end; i++) {
    const unit = i < end ? text.charCodeAt(i) : 32
    const kind = classOf[unit]!
    if (kind === is.ignorable) continue
    const folded = fold(unit)
    if (kind === is.letter || kind === is.mark || kind === is.digit || kind === is.hangul) {
      if (!inWord) {
        inWord = true
        hasLetter = false
        word = hashStart
        spacedWords++
        if (folded !== unit && kind === is.letter) capitalWords++
      }
      word = hashStep(word, folded)
      if (kind === is.digit) {
        digits++
        size++
        small = false
      } else {
        hasLetter = true
        whole = hashStep(whole, folded)
        const capital = kind === is.letter && folded !== unit
        if (kind !== is.mark) {
          letters++
          size += kind === is.hangul ? hangulWeight : 1
        }
        // Small letters glued to a capital or behind a digit: words whose gap got lost.
        if (capital ? small : kind === is.letter && before === is.digit) glued++
        if (capital) capitals++
        else if (kind === is.letter) smalls++
        small = kind === is.letter && !capital
      }
      before = kind
      continue
    }
    if (inWord) {
      inWord = false
      words += hasLetter ? 1 : 0.5
      if (hasLetter) tokens[token++] = word
    }
    small = false
    if (kind === is.unspaced) {
      letters++
      unspaced++
      size += letterWeight(unit)
      words += 1 / unspacedWordLength(unit)
      whole = hashStep(whole, folded)
      if (before === is.unspaced) tokens[token++] = hashStep(hashStep(hashStart, lastFolded), folded)
      lastFolded = folded
    } else if (kind === is.space) {
      if (unit === 9) tabs++
    } else countMark(text, i, end, kind, before)
    before = kind
  }
  lines.size[line] = size
  lines.words[line] = words
  lines.digits[line] = capWide(digits)
  lines.letters[line] = capWide(letters)
  lines.capitals[line] = capWide(capitals)
  lines.smalls[line] = capWide(smalls)
  lines.capitalWords[line] = capWide(capitalWords)
  lines.spacedWords[line] = capWide(spacedWords)
  lines.unspaced[line] = capWide(unspaced)
  lines.tabs[line] = cap(tabs)
  lines.glued[line] = cap(glued)
  lines.hash[line] = whole
  writeTally(lines, line)
  return token
}

/** Counts a mark: stops only where a sentence may end, separators only where they part words. */
function countMark(text: string, at: number, end: number, kind: number, before: number): void {
  const unit = text.charCodeAt(at)
  let sort = markOf[unit]!
  if (sort === mark.stop || sort === mark.call) {
    if (before === is.space || before === is.digit || (unit < 0x2000 && classAfter(text, at, end) === is.letter)) return
    sort = mark.stop
  } else if (sort === mark.separator) {
    if (before !== is.space && classAfter(text, at, end) !== is.space && unit !== 0x7c && unit !== 0x203a) return
  } else if (
    sort === mark.bullet ||
    sort === mark.hash ||
    (sort === mark.none && (kind === is.symbol || kind === is.surrogate))
  )
    sort = mark.sign
  if (tally[sort]! < 255) tally[sort]!++
}

function writeTally(lines: Lines, line: number): void {
  lines.innerStops[line] = tally[mark.stop]!
  lines.commas[line] = tally[mark.comma]!
  lines.separators[line] = tally[mark.separator]!
  lines.brackets[line] = tally[mark.bracket]!
  lines.quotes[line] = tally[mark.quote]!
  lines.signs[line] = tally[mark.sign]!
  lines.copyrights[line] = tally[mark.copyright]!
  lines.ats[line] = tally[mark.at]!
}

const classAfter = (text: string, at: number, end: number): number =>
  at + 1 < end ? classOf[text.charCodeAt(at + 1)]! : is.newline

/** Codes of a line's end, from a label to a sentence. */
export const ending = {
  letter: 0,
  digit: 1,
  other: 2,
  colon: 3,
  comma: 4,
  bracket: 5,
  ellipsis: 6,
  call: 7,
  stop: 8,
} as const

/** How a line ends; closing quotes and brackets after a stop do not hide it. */
function endOf(text: string, start: number, end: number): number {
  let i = end - 1
  let closed = false
  while (i > start && (markOf[text.charCodeAt(i)] === mark.quote || markOf[text.charCodeAt(i)] === mark.bracket)) {
    closed = true
    i--
  }
  const unit = text.charCodeAt(i)
  switch (markOf[unit]) {
    case mark.stop: {
      const dots = unit === 46 && i - 2 >= start && text.charCodeAt(i - 1) === 46 && text.charCodeAt(i - 2) === 46
      return dots ? ending.ellipsis : ending.stop
    }
    case mark.call:
      return ending.call
    case mark.ellipsis:
      return ending.ellipsis
    case mark.colon:
      return ending.colon
    case mark.comma:
      return ending.comma
  }
  if (closed) return ending.bracket
  const kind = classOf[unit]!
  if (kind === is.digit) return ending.digit
  return isWordClass(kind) ? ending.letter : ending.other
}

/** Codes of a line's beginning. */
export const beginning = {
  small: 0,
  letter: 1,
  capital: 2,
  digit: 3,
  quote: 4,
  bracket: 5,
  dash: 6,
  bullet: 7,
  at: 8,
  other: 9,
} as const

function startOf(text: string, at: number): number {
  const unit = text.charCodeAt(at)
  const kind = classOf[unit]!
  if (kind === is.letter) {
    if (fold(unit) !== unit) return beginning.capital
    // Scripts without case have no capital of their own; upper case of a small letter tells the two apart.
    return unit < 0x590 || (unit >= 0x1e00 && unit < 0x2000) ? beginning.small : beginning.letter
  }
  if (kind === is.digit || kind === is.numeral) return beginning.digit
  if (isWordClass(kind)) return beginning.letter
  switch (markOf[unit]) {
    case mark.quote:
      return beginning.quote
    case mark.bracket:
      return beginning.bracket
    case mark.separator:
      return unit === 0x2022 || unit === 0xb7 ? beginning.bullet : beginning.dash
    case mark.bullet:
    case mark.sign:
      return beginning.bullet
    case mark.at:
    case mark.hash:
      return beginning.at
  }
  return beginning.other
}

/** Reads runs of digits and what stands between them; no calendar is consulted. */
function dateLikeness(text: string, start: number, end: number): number {
  let year = false
  let time = false
  let full = false
  let run = 0
  let value = 0
  let joined = 0
  for (let i = start; i <= end; i++) {
    const unit = i < end ? fold(text.charCodeAt(i)) : 32
    if (unit >= 48 && unit <= 57) {
      value = run === 0 ? unit - 48 : value * 10 + unit - 48
      run++
      continue
    }
    if (run > 0) {
      const clock = unit === 58 || unit === 0x68
      if (
        run === 4 &&
        ((value >= 1980 && value <= 2060) || (value >= 2540 && value <= 2600) || (value >= 1390 && value <= 1430))
      )
        year = true
      if (run <= 2 && clock && i + 2 < end && isDigit(text, i + 1) && isDigit(text, i + 2) && value < 25) time = true
      if (run <= 4 && (unit === 46 || unit === 47 || unit === 45) && isDigit(text, i + 1)) joined++
      else {
        if (joined >= 2 && (run === 4 || run === 2)) full = true
        joined = 0
      }
    } else joined = 0
    run = 0
    value = 0
  }
  return full || (year && time) ? 3 : time ? 2 : year ? 1 : 0
}

const isDigit = (text: string, at: number): boolean => classOf[text.charCodeAt(at)] === is.digit

/** 2 when the line is one address, 1 when it holds one. */
function addressIn(text: string, start: number, end: number): number {
  const slashes = find(text, 58, start, end, (at) => text.charCodeAt(at + 1) === 47 && text.charCodeAt(at + 2) === 47)
  const mail = find(
    text,
    64,
    start,
    end,
    (at) => at > start && isAsciiWord(text.charCodeAt(at - 1)) && isAsciiWord(text.charCodeAt(at + 1)),
  )
  const domain = text.startsWith('www.', start)
  if (!slashes && !mail && !domain) return 0
  for (let i = start; i < end; i++) if (text.charCodeAt(i) === 32) return 1
  return 2
}

const isAsciiWord = (unit: number): boolean =>
  (unit >= 48 && unit <= 57) || (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90)

function find(text: string, unit: number, start: number, end: number, accept: (at: number) => boolean): boolean {
  for (let i = start; i < end; i++) if (text.charCodeAt(i) === unit && accept(i)) return true
  return false
}

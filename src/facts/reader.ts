import {type Lexicon, type Mask, type Match, maskOf, match, type Sense, writeSensesAt} from '../lexicon/lexicon'
import {type SenseName, sense} from '../lexicon/senses'
import {classOf, is, isLetterClass} from '../text/classes'
import type {Scan} from '../text/scan'
import type {NumberRead} from './number'

/** How numbers and dates are written here: by the language, the region and what the page itself shows. */
export interface Conventions {
  /** The decimal mark, `.` or `,`. */
  readonly decimal: string
  /** Whether the page itself has shown which mark is the decimal one. */
  readonly settled: boolean
  /** Whether an ordinary space may stand between groups of three digits. */
  readonly spaceGroups: boolean
  readonly order: 'DMY' | 'MDY' | 'YMD'
  /** Whether the order is known, not only likely. */
  readonly orderSettled: boolean
  /** ISO 3166-1, where known. */
  readonly region: string | undefined
  /** ISO 4217 codes that a sign of several currencies stands for here, likeliest first. */
  readonly currencies: readonly string[]
  /** Whether the first of these is known to be meant, not only likely. */
  readonly currenciesSettled: boolean
  /** The day relative dates count from, where it is known. */
  readonly reference: {readonly year: number; readonly month: number; readonly day: number} | undefined
  /** Two-digit years are read as the year nearest to this one. */
  readonly referenceYear: number | undefined
  /** Calendar of years written without an era: `gregorian`, `buddhist`, `persian`. */
  readonly calendar: string
}

/** A block of text being read. Positions are those of the folded text. */
export interface Reader {
  readonly scan: Scan
  readonly units: Uint16Array
  readonly start: number
  readonly end: number
  readonly lexicon: Lexicon
  readonly conventions: Conventions
  /** Numbers read so far, by where they start: dates, periods and amounts ask for the same ones. */
  readonly numbers: Map<number, NumberRead | undefined>
  /** What tells it from other readers. */
  readonly id: number
}

let readers = 0
/** A number for one more reader. */
export const nextReader = (): number => (readers = (readers + 1) | 0)

/** The same block, as if it were the stretch from `start` to `end`. */
export const within = ({scan, units, lexicon, conventions}: Reader, start: number, end: number): Reader => ({
  scan,
  units,
  start,
  end,
  lexicon,
  conventions,
  numbers: new Map(),
  id: nextReader(),
})

/** The same block, as if it ended at `end`. */
export const upTo = (reader: Reader, end: number): Reader => within(reader, reader.start, end)

/** The input's own unit at a folded position, before folding. */
export const rawUnit = (reader: Reader, at: number): number =>
  reader.scan.text.charCodeAt(reader.scan.starts === undefined ? at : reader.scan.starts[at]!)

export const isDigit = (unit: number | undefined): boolean => unit !== undefined && unit >= 48 && unit <= 57
const kindAt = (reader: Reader, at: number): number =>
  at >= reader.start && at < reader.end ? classOf[reader.units[at]!]! : is.other

/** A letter or mark of any script. */
export const isLetterAt = (reader: Reader, at: number): boolean => isLetterClass(kindAt(reader, at))
/** A letter or mark of a script with spaces between words; Hangul is not among them, since particles are glued to it. */
export const isSpacedLetterAt = (reader: Reader, at: number): boolean => {
  const kind = kindAt(reader, at)
  return kind === is.letter || kind === is.mark
}
/** A capital letter; folding also changes letters without case (إ) and small ones (ё). */
export const isUpperAt = (reader: Reader, at: number): boolean =>
  isSpacedLetterAt(reader, at) && rawUnit(reader, at) !== reader.units[at] && isCapital(rawUnit(reader, at))
/** A letter of a script with spaces that is no capital. */
export const isLowerAt = (reader: Reader, at: number): boolean => isSpacedLetterAt(reader, at) && !isUpperAt(reader, at)

const isCapital = (unit: number): boolean => {
  const letter = String.fromCharCode(unit)
  return letter.toLowerCase() !== letter
}
export const isDigitAt = (reader: Reader, at: number): boolean =>
  at >= reader.start && at < reader.end && isDigit(reader.units[at])
export const isFreeAt = (reader: Reader, at: number): boolean => {
  const kind = kindAt(reader, at)
  return kind === is.unspaced || kind === is.hangul
}
export const unitAt = (reader: Reader, at: number): number =>
  at >= reader.start && at < reader.end ? reader.units[at]! : 0

export function skipSpaces(reader: Reader, at: number): number {
  let i = at
  while (i < reader.end && reader.units[i] === 32) i++
  return i
}

export function skipSpacesBack(reader: Reader, at: number): number {
  let i = at
  while (i > reader.start && reader.units[i - 1] === 32) i--
  return i
}

const endingMarks = new Set(["'", '-', ':'].map((mark) => mark.charCodeAt(0)))

/** Position behind a case ending written onto digits or a sign (20'den, 20-дан, 20:stä); `at` where there is none. */
export function skipEnding(reader: Reader, at: number): number {
  const from = endingMarks.has(unitAt(reader, at)) ? at + 1 : at
  const stop = wordEnd(reader, from)
  if (stop === from || stop - from > reader.lexicon.longestSuffix) return at
  return reader.lexicon.suffixes.has(String.fromCharCode(...reader.units.subarray(from, stop))) ? stop : at
}

/** Units of the shortest ending that a phrase may begin in. */
const shortestEnding = 2

/** The phrase that begins in an ending, of at most `longest` units, of the word before `end`, and that fits; shorter endings first. */
export function matchInEnding(
  reader: Reader,
  end: number,
  mask: Mask,
  longest: number,
  fits: (found: Match) => boolean,
): Match | undefined {
  if (reader.lexicon.suffixes.size === 0 || !isSpacedLetterAt(reader, end - 1)) return undefined
  for (let start = end - shortestEnding; start >= end - longest && isSpacedLetterAt(reader, start - 1); start--) {
    const found = matchAt(reader, start, mask)
    if (found !== undefined && fits(found)) return found
  }
  return undefined
}

/** Whether the block holds nothing but the stretch: in a table cell a numeral can be mistaken for nothing else. */
export const isAlone = (reader: Reader, start: number, end: number): boolean =>
  skipSpaces(reader, reader.start) >= start && skipSpaces(reader, end) >= reader.end

/** Letters of Thai, Lao, Burmese and Khmer: no spaces between words, and numbers stand behind their nouns. */
export const isIndochinese = (unit: number): boolean =>
  (unit >= 0xe00 && unit <= 0xeff) || (unit >= 0x1000 && unit <= 0x109f) || (unit >= 0x1780 && unit <= 0x17ff)

/** Tibetan sets marks between syllables and no spaces between words: digits stand directly between them. */
export const isTibetan = (unit: number): boolean => unit >= 0xf00 && unit <= 0xfff

/** Start of the word that ends at `at`; a single unit in scripts without words. */
export function wordStart(reader: Reader, at: number): number {
  let i = at - 1
  if (i < reader.start) return reader.start
  if (!isSpacedLetterAt(reader, i)) return i
  while (i > reader.start && isSpacedLetterAt(reader, i - 1)) i--
  return i
}

/** End of the word that starts at `at`: letters and marks only. */
export function wordEnd(reader: Reader, at: number): number {
  let i = at
  while (i < reader.end && isSpacedLetterAt(reader, i)) i++
  return i
}

/** Places asked about that are remembered, a power of two. */
const remembered = 1024
/** For a place asked about the reader's number, the place, and the senses that phrases there may have. Most questions end here. */
const memory = new Int32Array(4 * remembered)

/** The longest phrase that starts at `at` and has one of the senses of `mask`. */
export function matchAt(reader: Reader, at: number, mask: Mask): Match | undefined {
  const place = 4 * (at & (remembered - 1))
  if (memory[place] !== reader.id || memory[place + 1] !== at) {
    memory[place] = reader.id
    memory[place + 1] = at
    writeSensesAt(reader.lexicon, reader.units, at, reader.end, memory, place + 2)
  }
  if ((memory[place + 2]! & mask.low) === 0 && (memory[place + 3]! & mask.high) === 0) return undefined
  const found = match(reader.lexicon, reader.units, at, reader.end, mask)
  return found?.end === reader.end && reader.end - reader.start > longestCell ? withoutStop(reader, found, mask) : found
}

const fullStop = 46
/** Units of a block that is hardly a sentence: a point at its end abbreviates. */
const longestCell = 40

/** A phrase that ends in a point, without it if it is one then, too: the point at the end of a text or sentence ends that. */
export function withoutStop(reader: Reader, found: Match, mask: Mask): Match {
  const end = found.end - 1
  if (reader.units[end] !== fullStop) return found
  const bare = match(reader.lexicon, reader.units, found.start, end, mask)
  return bare?.end === end ? bare : found
}

/** The sense of that name which a phrase found has. */
export function findSense(found: Match | undefined, name: SenseName): Sense | undefined {
  if (found === undefined) return undefined
  const kind = sense[name]
  for (const meaning of found.senses) if (meaning.kind === kind) return meaning
  return undefined
}

/** Match at `at` or after the spaces there. */
export const matchAfter = (reader: Reader, at: number, mask: Mask): Match | undefined =>
  matchAt(reader, skipSpaces(reader, at), mask)

/** How many words, and units of a script without words, are tried backwards. */
const wordsBack = 6
const unitsBack = 14

const linkerMask = maskOf('linker')
const dash = 45

/** Position before the dash that joins a word to the number at `at`: kuka-30; `at` where there is none. */
const jointStart = (reader: Reader, at: number): number => (unitAt(reader, at - 1) === dash ? at - 1 : at)

/** Start of the word that links the number at `at` to what stands before it: iminyaka **engu-**30; `at` where there is none. */
export const linkerStart = (reader: Reader, at: number): number =>
  (reader.lexicon.hasLinkers ? matchUpTo(reader, jointStart(reader, at), linkerMask)?.start : undefined) ?? at

/** Position behind the spaces and the linker at `at`. */
export function skipLinker(reader: Reader, at: number): number {
  const from = skipSpaces(reader, at)
  const found = reader.lexicon.hasLinkers ? matchAt(reader, from, linkerMask) : undefined
  if (found === undefined) return from
  return unitAt(reader, found.end) === dash ? found.end + 1 : skipSpaces(reader, found.end)
}

/** The longest phrase that ends at `at`, or before the linker or dash that joins the number at `at` to it, spaces between aside. */
export function matchBefore(reader: Reader, at: number, mask: Mask): Match | undefined {
  const direct = matchUpTo(reader, at, mask)
  if (direct !== undefined || !reader.lexicon.hasLinkers) return direct
  const joint = jointStart(reader, at)
  const joined = joint < at ? matchUpTo(reader, joint, mask) : undefined
  const linker = linkerStart(reader, at)
  return joined ?? (linker < at ? matchUpTo(reader, linker, mask) : undefined)
}

/** The longest phrase that ends at `at`, spaces between aside. */
function matchUpTo(reader: Reader, at: number, mask: Mask): Match | undefined {
  const stop = skipSpacesBack(reader, at)
  let from = stop
  let best: Match | undefined
  for (
    let words = 0;
    words < wordsBack * unitsBack && from > reader.start;
    words += isFreeAt(reader, from - 1) ? wordsBack : unitsBack
  ) {
    const start = wordStart(reader, skipSpacesBack(reader, from))
    if (start >= from) break
    from = start
    let found = matchAt(reader, from, mask)
    // "más de un" is longer than "más de", but has the number in it
    if (found !== undefined && found.end > stop && isSpacedLetterAt(reader, from))
      found = match(reader.lexicon, reader.units, from, stop, mask)
    if (found !== undefined && found.end === stop) best = found
  }
  return best
}

/** ASCII digits from `from` to `to`, as a string. */
export function digitsBetween(reader: Reader, from: number, to: number): string {
  let text = ''
  for (let i = from; i < to; i++) if (isDigit(reader.units[i])) text += String.fromCharCode(reader.units[i]!)
  return text
}

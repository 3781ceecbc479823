import type {Context} from '../context'
import {createReader} from '../facts'
import {readDate} from '../facts/date-range'
import {isDigitAt, type Reader, upTo} from '../facts/reader'
import {maskOf, match} from '../lexicon/lexicon'
import type {Page, Span} from '../page'
import {cueLexicon} from '../roles/cues'
import {classOf, is, isWordClass} from '../text/classes'
import {sourceEnd, sourceStart} from '../text/scan'

/** A day found in a line. */
export interface LineDate extends Span {
  iso: string
  block: number
  /** Whether the words before it speak of a change. */
  updated: boolean
}

const cueMask = maskOf('cue')

/**
 * The full dates (with year, month and day) of a line, in its order: by the words of its own language, else by those of
 * the page, since a short line is easily taken for another language.
 */
export function dateIn(page: Page, context: Context, block: number): LineDate[] {
  const line = page.blocks[block]!
  const own = datesOf(createReader(page, line, context), block)
  if (own.length > 0 || line.language?.tag === page.language.tag) return own
  return datesOf(createReader(page, {...line, language: page.language}, context), block)
}

function datesOf(reader: Reader, block: number): LineDate[] {
  const {scan} = reader
  const found: LineDate[] = []
  let updated = false
  for (let i = reader.start; i < reader.end; ) {
    if (!isWordClass(classOf[reader.units[i]!]!)) {
      i++
      continue
    }
    updated = speaks(reader, i) ?? updated
    const date = dayAt(reader, i)
    if (date !== undefined) {
      found.push({start: sourceStart(scan, date.start), end: sourceEnd(scan, date.end), iso: date.iso, block, updated})
      i = Math.max(i + 1, date.end)
    } else i = nextStart(reader, i)
  }
  return found
}

/** Whether a word for publishing (false) or for changing (true) stands here. */
function speaks({units, end}: Reader, at: number): boolean | undefined {
  const phrase = match(cueLexicon(), units, at, end, cueMask)
  if (phrase === undefined) return undefined
  if (phrase.senses.some(({id}) => id === 'published')) return false
  return phrase.senses.some(({id}) => id === 'updated') ? true : undefined
}

/** A full date that starts here; a clock time behind it, also one glued to the year ("20 20194:29"), is no part of it. */
function dayAt(reader: Reader, at: number): (Span & {iso: string}) | undefined {
  const date = readDate(upTo(reader, clockStart(reader, at)), at)
  return date?.kind === 'date' && /^\d{4}-\d\d-\d\d$/.test(date.iso) ? date : undefined
}

/** Units of the longest date with its weekday. */
const longestDate = 50

/** Where a clock time begins behind `at`, else the end of the line. */
function clockStart(reader: Reader, at: number): number {
  const {units, end} = reader
  for (let i = at; i < Math.min(end, at + longestDate); i++) {
    let run = i
    while (isDigitAt(reader, run)) run++
    const clock = (units[run] === 58 || units[run] === 104) && isDigitAt(reader, run + 1) && isDigitAt(reader, run + 2)
    if (clock && run - i >= 5 && run - i <= 6) return i + 4
    if (clock && run > i && run - i <= 2) return i
    if (run > i) i = run
  }
  return end
}

/** The next place where a date may start: a word, a digit behind letters, or a unit of an unspaced script. */
function nextStart(reader: Reader, at: number): number {
  const {units, end} = reader
  const digits = isDigitAt(reader, at)
  let i = at + 1
  while (i < end) {
    const kind = classOf[units[i]!]!
    if (!isWordClass(kind) || kind === is.unspaced || kind === is.hangul) return i
    if (isDigitAt(reader, i) !== digits) return i
    i++
  }
  return i
}

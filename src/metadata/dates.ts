import type {Context} from '../context'
import {createReader} from '../facts'
import {readDate} from '../facts/date'
import {isDigitAt, type Reader} from '../facts/reader'
import {countVotes, type Votes} from '../facts/separators'
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
const known = new WeakMap<Context, Votes>()

/** The full dates (with year, month and day) of a line, in its order. */
export function dateIn(page: Page, context: Context, block: number): LineDate[] {
  const votes = known.get(context) ?? countVotes(context.scan)
  known.set(context, votes)
  const reader = createReader(page, page.blocks[block]!, context, votes)
  const found: LineDate[] = []
  let updated = false
  for (let i = reader.start; i < reader.end; ) {
    const kind = classOf[reader.units[i]!]!
    if (!isWordClass(kind)) {
      i++
      continue
    }
    const said = speaks(reader, i)
    if (said !== undefined) updated = said
    const date = dayAt(reader, i)
    if (date !== undefined) {
      found.push({
        start: sourceStart(context.scan, date.start),
        end: sourceEnd(context.scan, date.end),
        iso: date.iso,
        block,
        updated,
      })
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

/** A full date that starts here; of "20 20194:29" the clock that is glued to the year is left out. */
function dayAt(reader: Reader, at: number): (Span & {iso: string}) | undefined {
  const date = readDate(reader, at) ?? readDate({...reader, end: gluedClock(reader, at)}, at)
  return date?.kind === 'date' && /^\d{4}-\d\d-\d\d$/.test(date.iso) ? date : undefined
}

/** Where a clock time begins that is glued to a year of four digits, else the end of the line. */
function gluedClock(reader: Reader, at: number): number {
  const {units, end} = reader
  for (let i = at; i < Math.min(end, at + 40); i++) {
    let run = i
    while (isDigitAt(reader, run)) run++
    if (run - i >= 5 && run - i <= 6 && units[run] === 58) return i + 4
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

import {classOf, fold, is} from '../text/classes'

/**
 * Collects text as `innerText` does: white space collapses, blocks ask for line breaks, the larger request of several in
 * a row wins. Of each line that is not blank it keeps where it came from.
 */
export interface Writer {
  units: Uint16Array
  length: number
  /** Line breaks asked for since the last text: 0, 1, or 2 around paragraphs. */
  breaks: number
  /** A white space that shows only when text follows: none, a space, or one that held a line end of the source. */
  space: 0 | 1 | 2
  /** White space here would stand at the start of a line and vanish. */
  atStart: boolean
  /** Inside a link: what is written counts as link text. */
  inLink: boolean
  /** The innermost node that holds all text of the line; -1 before its first letter. */
  lineNode: number
  lineStart: number
  lineEnd: number
  lineShown: number
  lineLinked: number
  /** Of each finished line: `lineFields` numbers. */
  lines: Int32Array
  lineCount: number
}

/** What `Writer.lines` holds of a line: node, source start, source end, letters shown, letters in links. */
export const lineFields = 5

/** 1 where a unit makes a line a line, 2 where it ends one, 0 where it shows nothing: as the blocks of a page are told. */
const shows = new Uint8Array(0x10000)
for (let unit = 0; unit < shows.length; unit++) {
  const kind = classOf[unit] === is.ignorable ? is.ignorable : classOf[fold(unit)]!
  shows[unit] = kind === is.newline ? 2 : kind === is.space || kind === is.ignorable ? 0 : 1
}

enum Unit {
  tab = 9,
  lineFeed = 10,
  formFeed = 12,
  carriageReturn = 13,
  space = 32,
}

export const createWriter = (capacity: number): Writer => ({
  units: new Uint16Array(Math.max(64, capacity)),
  length: 0,
  breaks: 0,
  space: 0,
  atStart: true,
  inLink: false,
  lineNode: -1,
  lineStart: 0,
  lineEnd: 0,
  lineShown: 0,
  lineLinked: 0,
  lines: new Int32Array(lineFields * 64),
  lineCount: 0,
})

function push(writer: Writer, unit: number): void {
  if (writer.length === writer.units.length) {
    const larger = new Uint16Array(writer.units.length * 2)
    larger.set(writer.units)
    writer.units = larger
  }
  writer.units[writer.length++] = unit
}

/** Finishes the line in work; blank ones leave no trace. */
export function endLine(writer: Writer): void {
  if (writer.lineNode < 0) return
  const at = writer.lineCount++ * lineFields
  if (at === writer.lines.length) {
    const larger = new Int32Array(at * 2)
    larger.set(writer.lines)
    writer.lines = larger
  }
  writer.lines[at] = writer.lineNode
  writer.lines[at + 1] = writer.lineStart
  writer.lines[at + 2] = writer.lineEnd
  writer.lines[at + 3] = writer.lineShown
  writer.lines[at + 4] = writer.lineLinked
  writer.lineNode = -1
  writer.lineShown = 0
  writer.lineLinked = 0
}

/** A block starts or ends here: `count` line breaks, unless the text starts or ends as well. */
export function requestBreaks(writer: Writer, count: number): void {
  if (count > writer.breaks) writer.breaks = count
  writer.space = 0
  writer.atStart = true
}

/** A letter-like thing without text, an image or a control: white space around it stays. */
export function writeAtom(writer: Writer): void {
  if (writer.space !== 0 && writer.breaks === 0) push(writer, Unit.space)
  writer.space = 0
  writer.atStart = false
}

/** White space before this point goes, as at the edge of a table cell or a button. */
export function startInside(writer: Writer): void {
  writer.space = 0
  writer.atStart = true
}

/** `<br>`, and the end of a table row. */
export function writeLineBreak(writer: Writer): void {
  flushBreaks(writer)
  push(writer, Unit.lineFeed)
  endLine(writer)
  startInside(writer)
}

/** Between the cells of a row. */
export function writeTab(writer: Writer): void {
  flushBreaks(writer)
  push(writer, Unit.tab)
  startInside(writer)
}

function flushBreaks(writer: Writer): void {
  if (writer.breaks === 0) return
  if (writer.length > 0) {
    for (let k = 0; k < writer.breaks; k++) push(writer, Unit.lineFeed)
    endLine(writer)
  }
  writer.breaks = 0
}

/** East Asian letters and signs, between which a line end of the source is no space. Not Hangul. */
const isWide = (unit: number): boolean =>
  unit >= 0x2e80 &&
  (unit <= 0xa4cf || (unit >= 0xf900 && unit <= 0xfaff) || (unit >= 0xfe30 && unit <= 0xfe4f) || isFullWidth(unit)) &&
  !(unit >= 0x3130 && unit <= 0x318f)
const isFullWidth = (unit: number): boolean => (unit >= 0xff01 && unit <= 0xff60) || (unit >= 0xffe0 && unit <= 0xffe6)

function flushSpace(writer: Writer, next: number): void {
  const eastAsian = writer.space === 2 && writer.length > 0 && isWide(writer.units[writer.length - 1]!) && isWide(next)
  if (!eastAsian) push(writer, Unit.space)
  writer.space = 0
}

/**
 * Writes `text[start, end)`, white space collapsed unless `preserve`. `node` is where it stands. The unit at `i` comes from
 * the source at `from + (i - start) * step`; with step 0 (decoded text) all of it from `[from, to)`.
 */
export function writeText(
  writer: Writer,
  text: string,
  start: number,
  end: number,
  node: number,
  preserve: boolean,
  from: number,
  to: number,
  step: 0 | 1,
): void {
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i)
    if (unit <= Unit.space && !preserve && isCollapsible(unit)) {
      if (!writer.atStart && writer.space !== 2) writer.space = unit === Unit.lineFeed ? 2 : 1
      continue
    }
    if (unit === 0) continue
    if (unit === Unit.carriageReturn && step === 1) {
      if (text.charCodeAt(i + 1) !== Unit.lineFeed) writeLineBreak(writer)
      continue
    }
    if (writer.breaks !== 0) flushBreaks(writer)
    if (writer.space !== 0) flushSpace(writer, unit)
    push(writer, unit)
    writer.atStart = false
    const kind = shows[unit]!
    if (kind === 1) {
      if (writer.lineNode < 0) {
        writer.lineNode = node
        writer.lineStart = from + (i - start) * step
      }
      writer.lineEnd = step === 1 ? from + (i - start) + 1 : to
      writer.lineShown++
      if (writer.inLink) writer.lineLinked++
    } else if (kind === 2) endLine(writer)
  }
}

const isCollapsible = (unit: number): boolean =>
  unit === Unit.space ||
  unit === Unit.lineFeed ||
  unit === Unit.tab ||
  unit === Unit.carriageReturn ||
  unit === Unit.formFeed

/** Units as a string, by pieces that fit an argument list. */
export function unitsToString(units: Uint16Array, start: number, end: number): string {
  let text = ''
  for (let i = start; i < end; i += 0x2000)
    text += String.fromCharCode.apply(null, units.subarray(i, Math.min(end, i + 0x2000)) as unknown as number[])
  return text
}

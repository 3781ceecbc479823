import {classOf, composes, fold, is, longFoldOf, needsMap} from './classes'

/**
 * A text folded for matching: lower case, NFC, ASCII digits, plain spaces and dashes, without zero-width and direction
 * marks. Positions in it are mapped back to the input, which is never edited.
 */
export interface Scan {
  readonly text: string
  /** Folded UTF-16 units; only the first `length` count. */
  readonly units: Uint16Array
  readonly length: number
  /** For each folded unit the start and end of what it stands for in the input; absent where folding was one to one. */
  readonly starts?: Int32Array
  readonly ends?: Int32Array
}

/** Input position of the folded position `at`, as the start of a span. */
export const sourceStart = (scan: Scan, at: number): number =>
  scan.starts === undefined ? at : at < scan.length ? scan.starts[at]! : scan.text.length

/** Input position of the folded position `at`, as the (exclusive) end of a span. */
export const sourceEnd = (scan: Scan, at: number): number =>
  scan.ends === undefined ? at : at === 0 ? 0 : scan.ends[at - 1]!

/** Whether a folded position lies inside what one character of the input became: between the m and the 2 of ㎡. */
export const splitsCharacter = ({starts, length}: Scan, at: number): boolean =>
  starts !== undefined && at > 0 && at < length && starts[at] === starts[at - 1]

/** First folded position that stands for the input position `at` or what follows it. */
export function foldedIndex(scan: Scan, at: number): number {
  if (scan.ends === undefined) return Math.min(at, scan.length)
  let low = 0
  let high = scan.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (scan.ends[middle]! <= at) low = middle + 1
    else high = middle
  }
  return low
}

let spare: Uint16Array | undefined

/** Gives the work space of a scan back for the next one. The scan must not be read afterwards. */
export function release(scan: Scan): void {
  if (spare === undefined || spare.length < scan.units.length) spare = scan.units
}

/** Work space of at least `length` units: the spare one, or a new one while that is in use (re-entrancy). */
function workSpace(length: number): Uint16Array {
  const space = spare
  spare = undefined
  if (space !== undefined && space.length >= length) return space
  return new Uint16Array(Math.max(1024, length + (length >> 3)))
}

/** Folds `text`. Linear in its length; any string is valid, lone surrogates included. */
export function scanText(text: string): Scan {
  const length = text.length
  const units = workSpace(length)
  let mapped = 0
  for (let i = 0; i < length; i++) {
    const unit = text.charCodeAt(i)
    units[i] = fold(unit)
    mapped |= needsMap[unit]!
  }
  if (mapped === 0) return {text, units, length}
  release({text, units, length})
  return scanWithMap(text)
}

/** Longest run of marks composed with a letter; more are noise (and would make NFC quadratic). */
const longestCluster = 16

function scanWithMap(text: string): Scan {
  let units = workSpace(text.length * 2)
  let starts = new Int32Array(units.length)
  let ends = new Int32Array(units.length)
  let length = 0
  const reserve = (more: number): void => {
    if (length + more <= units.length) return
    const size = units.length * 2 + more
    const grow = <T extends Uint16Array | Int32Array>(from: T, to: T): T => {
      to.set(from)
      return to
    }
    units = grow(units, new Uint16Array(size))
    starts = grow(starts, new Int32Array(size))
    ends = grow(ends, new Int32Array(size))
  }
  const push = (folded: string, start: number, end: number): void => {
    reserve(folded.length)
    for (let k = 0; k < folded.length; k++) {
      units[length] = fold(folded.charCodeAt(k))
      starts[length] = start
      ends[length++] = end
    }
  }
  for (let i = 0; i < text.length; ) {
    const unit = text.charCodeAt(i)
    let next = i + 1
    // Most units stand for themselves, with nothing behind them that they could be composed with.
    if (needsMap[unit] === 0 && (next === text.length || needsMap[text.charCodeAt(next)] === 0)) {
      reserve(1)
      units[length] = fold(unit)
      starts[length] = i
      ends[length++] = next
      i = next
      continue
    }
    const kind = classOf[unit]!
    if (kind === is.ignorable) {
      i = next
      continue
    }
    while (
      next < text.length &&
      next - i < longestCluster &&
      needsMap[text.charCodeAt(next)] === 1 &&
      composes(text.charCodeAt(next))
    )
      next++
    if (next > i + 1) push(text.slice(i, next).normalize('NFC').toLowerCase(), i, next)
    else if (kind === is.surrogate) {
      const point = text.codePointAt(i)!
      if (point > 0xffff) {
        next = i + 2
        push(foldAstral(text.slice(i, next), point), i, next)
      } else push(text[i]!, i, next)
    } else push(longFoldOf(unit) ?? text[i]!, i, next)
    i = next
  }
  return {text, units, length, starts, ends}
}

/** Digits and styled letters beyond the BMP (𝟙, 𞥑) fold to plain ones; the rest stays. */
function foldAstral(pair: string, point: number): string {
  if (point >= 0x1d400 && point <= 0x1d7ff) return pair.normalize('NFKC').toLowerCase()
  if (/\p{Nd}/u.test(pair)) return String(astralDigit(point))
  return pair.toLowerCase()
}

function astralDigit(point: number): number {
  let zero = point
  while (point - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--
  return point - zero
}

/** Folds a phrase the way a text is folded: for words that are compared with a scan. */
export function foldPhrase(phrase: string): string {
  const scan = scanText(phrase.normalize('NFC').trim().replace(/\s+/gu, ' '))
  const folded = String.fromCharCode(...scan.units.subarray(0, scan.length))
  release(scan)
  return folded
}

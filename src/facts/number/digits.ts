import {maskOf} from '../../lexicon/lexicon'
import {classOf, is} from '../../text/classes'
import {type Decimal, decimalOfDigits, scaled} from '../decimal'
import type {NumberRead} from '../number'
import {digitsBetween, isDigitAt, matchAfter, type Reader, rawUnit, unitAt} from '../reader'

const currencyMask = maskOf('currency')
const apostrophe = 39
const dot = 46
const comma = 44
const dash = 45
const arabicPoint = 0x66b
const katakanaDot = 0x30fb
const fullWidthComma = 0xff0c
const ideographicComma = 0x3001

export interface Digits {
  end: number
  value: Decimal
  other?: Decimal
  plain: boolean
  /** Number of digits in the first group and after the last mark. */
  whole: number
}

const separators = new Set(['.', ',', "'", '٫', '٬', ' ', '·', '・'].map((mark) => mark.charCodeAt(0)))

const decimalMarks = new Set(['.', ',', '٫', '·', '・'])

/** Digits with their group and decimal marks; `undefined` when their layout is that of no number (1.2.3, 12,34,5). */
export function readDigits(reader: Reader, at: number): Digits | undefined {
  const groups: [number, number][] = []
  const marks: string[] = []
  let i = at
  for (;;) {
    const from = i
    while (isDigitAt(reader, i)) i++
    groups.push([from, i])
    if (!separates(reader, i, groups, marks)) break
    marks.push(String.fromCharCode(unitAt(reader, i)))
    i++
  }
  return interpret(reader, groups, marks)
}

/** Whether the unit at `i` goes on with the number: a mark between digits, or a space before a group of three. */
function separates(reader: Reader, i: number, groups: readonly [number, number][], marks: readonly string[]): boolean {
  const mark = unitAt(reader, i)
  if (!separators.has(mark) || !isDigitAt(reader, i + 1)) return false
  const raw = rawUnit(reader, i)
  if (raw === ideographicComma) return false
  if (raw === katakanaDot && rawUnit(reader, i + 1) < 0xff00) return false
  if (raw === fullWidthComma && rawUnit(reader, i + 1) < 0xff00) return false
  const three =
    isDigitAt(reader, i + 1) && isDigitAt(reader, i + 2) && isDigitAt(reader, i + 3) && !isDigitAt(reader, i + 4)
  // 6'2 are feet and inches
  if (mark === apostrophe && !three) return false
  if (mark !== 32) return !(marks.length > 0 && marks[0] === ' ' && mark !== 46 && mark !== 44)
  if (marks.length > 0 && marks[marks.length - 1] !== ' ') return false
  const [from, to] = groups[groups.length - 1]!
  if (!three || to - from > 3 || (groups.length > 1 && to - from !== 3)) return false
  // A no-break or thin space was put there on purpose; an ordinary one counts where the language groups so, where
  // the groups themselves show it (40 000, 1 234 567), or before a currency.
  return (
    raw !== 32 ||
    reader.conventions.spaceGroups ||
    groups.length > 1 ||
    isRound(reader, i + 1) ||
    isGroupAt(reader, i + 4) ||
    matchAfter(reader, i + 4, currencyMask) !== undefined
  )
}

const isRound = (reader: Reader, at: number): boolean =>
  unitAt(reader, at) === 48 && unitAt(reader, at + 1) === 48 && unitAt(reader, at + 2) === 48

const isGroupAt = (reader: Reader, at: number): boolean =>
  unitAt(reader, at) === 32 &&
  isDigitAt(reader, at + 1) &&
  isDigitAt(reader, at + 2) &&
  isDigitAt(reader, at + 3) &&
  !isDigitAt(reader, at + 4)

function interpret(reader: Reader, groups: readonly [number, number][], marks: readonly string[]): Digits | undefined {
  const start = groups[0]![0]
  const end = groups[groups.length - 1]![1]
  const size = (index: number): number => groups[index]![1] - groups[index]![0]
  const whole = size(0)
  const all = (to: number): Decimal => decimalOfDigits(digitsBetween(reader, start, to))
  const integer = (): Decimal => all(end)
  const fraction = (): Decimal => scaled(all(end), -size(groups.length - 1))
  const count = marks.length
  if (count === 0) return {end, value: integer(), plain: true, whole}
  const last = marks[count - 1]!
  const uniform = marks.every((mark) => mark === marks[0])
  if (!uniform) {
    // 1,234.5: grouped up to the last mark, which is the decimal one and stands once.
    const head = marks.slice(0, -1)
    const grouped =
      head.every((mark) => mark === head[0]) && last !== head[0] && isGrouping(groups.slice(0, -1), head[0]!)
    return grouped && decimalMarks.has(last) ? {end, value: fraction(), plain: false, whole} : undefined
  }
  if (count > 1) return isGrouping(groups, last) ? {end, value: integer(), plain: false, whole} : undefined
  const places = size(1)
  if (last === ' ' || last === "'" || last === '٬')
    return places === 3 && whole <= 3 ? {end, value: integer(), plain: false, whole} : undefined
  if (last === '٫' || last === '・' || places !== 3 || whole > 3 || reader.units[start] === 48)
    return {end, value: fraction(), plain: false, whole}
  return ambiguous(reader, {end, plain: false, whole, value: integer()}, integer(), fraction(), last)
}

/** `1.200`: by the language's or the page's decimal mark; the other reading is kept unless the page has settled it. */
function ambiguous(reader: Reader, found: Digits, integer: Decimal, fraction: Decimal, mark: string): Digits {
  // nobody writes one to three zero places: 1,000 is a thousand in any language
  if (isRound(reader, found.end - 3)) return {...found, value: integer}
  const isDecimal = mark === reader.conventions.decimal || (mark === '·' && reader.conventions.decimal === '.')
  const [value, other] = isDecimal ? [fraction, integer] : [integer, fraction]
  return reader.conventions.settled ? {...found, value} : {...found, value, other}
}

/** Groups of three after a first of one to three, or the Indian 12,34,567. */
function isGrouping(groups: readonly (readonly [number, number])[], mark: string): boolean {
  const sizes = groups.map(([from, to]) => to - from)
  const first = sizes[0]!
  const rest = sizes.slice(1)
  if (first < 1 || first > 3 || rest.length === 0) return first >= 1 && rest.length === 0
  if (rest.every((size) => size === 3)) return true
  return mark === ',' && first <= 2 && rest[rest.length - 1] === 3 && rest.slice(0, -1).every((size) => size === 2)
}

/** `.25`, `,25`: a decimal mark without a zero before it. */
export function readBareFraction(reader: Reader, at: number, digits: Digits): NumberRead | undefined {
  if (!digits.plain || !isBareMark(reader, at - 1)) return undefined
  return {
    start: at - 1,
    end: digits.end,
    value: scaled(digits.value, at - digits.end),
    spelled: false,
    plain: false,
    fraction: false,
    scale: false,
  }
}

/** Whether the unit at `at` is a decimal mark with nothing before it; a comma is one only where it is the decimal mark. */
export function isBareMark(reader: Reader, at: number): boolean {
  const mark = unitAt(reader, at)
  if (mark !== dot && mark !== arabicPoint && !(mark === comma && reader.conventions.decimal === ',')) return false
  const before = unitAt(reader, at - 1)
  const free = at - 1 < reader.start || before === 40 || before === dash || classOf[before] === is.currency
  return free || (classOf[before] === is.space && !isDigitAt(reader, at - 2))
}

import {type Match, maskOf} from '../lexicon/lexicon'
import {type Day, isDay, isoOf, shift} from './calendar'
import {
  type Component,
  type DateRead,
  plainDigits,
  readComponent,
  readComponents,
  readNumeric,
  resolve,
  skipConnectors,
  yearAt,
} from './date'
import {noFactRule} from './draft'
import {
  findSense,
  isDigitAt,
  isFreeAt,
  isSpacedLetterAt,
  matchAt,
  matchBefore,
  type Reader,
  skipSpaces,
  skipSpacesBack,
  unitAt,
} from './reader'

const toMask = maskOf('to', 'joiner')
const betweenMask = maskOf('between')
const closingMask = maskOf('range-after')
const rangeMask = maskOf('to', 'joiner', 'between')
const weekdayMask = maskOf('weekday')
const functionMask = maskOf('function')
const linkMask = maskOf('date-joiner', 'function', 'date-part')
const markMask = maskOf('date-part', 'year', 'ordinal-after')
const dayMask = maskOf('date-part')
const eraMask = maskOf('era')

const comma = 44
const dash = 45
const dot = 46
const slash = 47
const tilde = 126
/** The long mark of kana, also written for a dash. */
const longMark = 0x30fc

/** The date, month, period of days or range of dates that starts at `at` (a digit, a month or a word beside one). */
export function readDate(reader: Reader, at: number): DateRead | undefined {
  const first =
    (isDigitAt(reader, at) ? (readNumericRange(reader, at) ?? readNumeric(reader, at)) : undefined) ??
    readDayRange(reader, at) ??
    readComponents(reader, at)
  const found =
    first === undefined
      ? readMonthRange(reader, at)
      : (extendRange(reader, first) ?? readMonthRange(reader, at) ?? first)
  if (found === undefined) return undefined
  return isLunar(reader, found) ? {...found, rule: noFactRule} : withWeekday(reader, found)
}

/** Whether a date is one by the moon, whose day in the Gregorian calendar nobody knows here: 农历八月十五, 15/8 âm lịch. */
const isLunar = (reader: Reader, {start, end}: DateRead): boolean =>
  [matchBefore(reader, start, eraMask), matchAt(reader, skipSpaces(reader, end), eraMask)].some(
    (era) => findSense(era, 'era')?.id === 'lunar',
  )

/** A weekday beside a full date belongs to it: Sunday, December 7, 2014; Sonntag, den 7. Dezember. */
function withWeekday(reader: Reader, found: DateRead): DateRead {
  if (found.day?.day === undefined) return found
  const ahead = weekdayBefore(reader, found.start)
  if (ahead !== undefined) return {...found, start: ahead}
  const next = skipSpaces(reader, found.end)
  const behind = weekdayAt(reader, unitAt(reader, next) === comma ? skipSpaces(reader, next + 1) : next)
  return behind === undefined ? found : {...found, end: behind.end}
}

/** A weekday at `at` that is no word of grammar (we, Wednesday). */
export function weekdayAt(reader: Reader, at: number): Match | undefined {
  const found = matchAt(reader, at, weekdayMask)
  return found === undefined || matchAt(reader, at, functionMask)?.end === found.end ? undefined : found
}

/** Longest article or abbreviation between a weekday and its date: den, el, ngày. */
const longestLink = 4

function weekdayBefore(reader: Reader, at: number): number | undefined {
  const direct = weekdayEndingAt(reader, at)
  if (direct !== undefined) return direct
  const link = matchBefore(reader, at, linkMask)
  if (link === undefined || link.end - link.start > longestLink) return undefined
  // "from Friday to 1 October": the weekday is the other end
  return matchBefore(reader, at, rangeMask) === undefined ? weekdayEndingAt(reader, link.start) : undefined
}

/** Start of a weekday that ends at `at`, perhaps with a comma or the point of an abbreviation behind it. */
function weekdayEndingAt(reader: Reader, at: number): number | undefined {
  const end = skipSpacesBack(reader, at)
  const mark = unitAt(reader, end - 1)
  const found = matchBefore(reader, end, weekdayMask)
  if (found !== undefined || (mark !== comma && mark !== dot)) return found?.start
  return matchBefore(reader, end - 1, weekdayMask)?.start
}

/** Position behind a connector between the ends of a range: a dash or a word; 0 when there is none. */
export function connectorEnd(reader: Reader, at: number): number {
  const from = skipSpaces(reader, at)
  const mark = unitAt(reader, from)
  if (mark === dash || mark === tilde || mark === longMark) return skipSpaces(reader, from + 1)
  const found = matchAt(reader, from, toMask)
  return found === undefined ? 0 : skipSpaces(reader, found.end)
}

/** Whether "between" or "from" stands before `at`, perhaps with an article. */
export const opensRange = (reader: Reader, at: number): boolean => {
  const back = matchBefore(reader, at, betweenMask)
  if (back !== undefined) return true
  // between the 21 June and the 15 November: one short word between opener and date
  let i = skipSpacesBack(reader, at)
  while (i > reader.start && isSpacedLetterAt(reader, i - 1)) i--
  return matchBefore(reader, i, betweenMask) !== undefined
}

/** Whether what stands between two ends makes a range of them: "and" does only after "between", or before 之间. */
export function joins(reader: Reader, first: {start: number; end: number}, second: {end: number}): boolean {
  const found = matchAt(reader, skipSpaces(reader, first.end), toMask)
  return (
    found === undefined ||
    findSense(found, 'to') !== undefined ||
    opensRange(reader, first.start) ||
    matchAt(reader, skipSpaces(reader, second.end), closingMask) !== undefined
  )
}

// --- the first end lacks what the second one has --------------------------------------------------------------------

/** `10. bis 22. August 2012`, `3-5 November 2025`, `01.-03.05.2024`: the first day borrows month and year. */
function readDayRange(reader: Reader, at: number): DateRead | undefined {
  const first = plainDigits(reader, at)
  if (first === undefined || first.size > 2 || first.value < 1 || first.value > 31) return undefined
  const mark = matchAt(reader, first.end, markMask)
  const behind =
    unitAt(reader, first.end) === dot
      ? first.end + 1
      : mark !== undefined && findSense(mark, 'year') === undefined
        ? mark.end
        : first.end
  const from = connectorEnd(reader, behind)
  if (from === 0) return undefined
  const dayWord = findSense(matchAt(reader, from, dayMask), 'date-part')?.id === 'day'
  if (!isDigitAt(reader, from) && !dayWord) return undefined
  const numeric = isDigitAt(reader, from) ? readNumeric(reader, from) : undefined
  const second = numeric ?? readComponents(reader, from)
  const last = second?.written?.day
  if (second?.day?.day === undefined || last === undefined || last <= first.value) return undefined
  const start = daysBefore(second.day, last - first.value)
  return {start: at, end: second.end, kind: 'period', iso: `${isoOf(start)}/${second.iso}`, rule: 'period/days'}
}

/** The day `n` days before one of the same month as written, which may be that of another calendar. */
const daysBefore = (day: Day, n: number): Day =>
  day.year === undefined ? {...day, day: day.day! - n} : shift(day as Required<Day>, -n, 'day')

/** `1.10. bis 2.11.2017`, `5/1-5/7/2020`: day and month borrow the year. */
function readNumericRange(reader: Reader, at: number): DateRead | undefined {
  const a = plainDigits(reader, at)
  const mark = a === undefined ? 0 : unitAt(reader, a.end)
  if (a === undefined || a.size > 2 || (mark !== slash && mark !== dot)) return undefined
  const b = plainDigits(reader, a.end + 1)
  if (b === undefined || b.size > 2) return undefined
  const end = mark === dot && unitAt(reader, b.end) === dot ? b.end + 1 : b.end
  const from = connectorEnd(reader, end)
  const second = from === 0 || !isDigitAt(reader, from) ? undefined : readNumeric(reader, from)
  const sameMark = unitAt(reader, from + 1) === mark || unitAt(reader, from + 2) === mark
  if (second?.day?.day === undefined || second.day.year === undefined || !sameMark) return undefined
  if (!joins(reader, {start: at, end}, second)) return undefined
  const monthFirst = reader.conventions.order === 'MDY' && mark !== dot
  const start: Day = {year: second.day.year, month: monthFirst ? a.value : b.value, day: monthFirst ? b.value : a.value}
  if (!isDay(start) || a.value < 1 || b.value < 1 || isoOf(start) >= second.iso) return undefined
  return {start: at, end: second.end, kind: 'period', iso: `${isoOf(start)}/${second.iso}`, rule: 'period/dates'}
}

/** `April to June 2017`, `Nov-Feb 2017`, `11月から2017年2月まで`: the first month borrows the year, or has the one before. */
function readMonthRange(reader: Reader, at: number): DateRead | undefined {
  const first = readComponent(reader, at)
  if (first?.what !== 'month') return undefined
  const from = connectorEnd(reader, first.end)
  const second = from === 0 ? undefined : readComponents(reader, from)
  const year = second?.written?.year
  const month = second?.written?.month
  if (year === undefined || month === undefined || !joins(reader, first, second!)) return undefined
  const start = resolve(reader, [first, yearPart(first, first.value < month ? year : year - 1)])
  return start === undefined || first.value === month
    ? undefined
    : {start: at, end: second!.end, kind: 'period', iso: `${start.iso}/${second!.iso}`, rule: 'period/months'}
}

const yearPart = ({start, end}: Component, value: number): Component => ({
  what: 'year',
  value,
  start,
  end,
  size: 4,
  sure: true,
})

// --- the second end lacks what the first one has --------------------------------------------------------------------

/** A date with a connector and a second date is a period. */
function extendRange(reader: Reader, first: DateRead): DateRead | undefined {
  if (first.day === undefined) return undefined
  const from = connectorEnd(reader, first.end)
  if (from === 0) return undefined
  const second = secondDate(reader, from, first) ?? secondDate(reader, skipArticle(reader, from), first)
  if (second?.day === undefined || !joins(reader, first, second)) return undefined
  const [a, b] = [borrow(first.day, second.day), borrow(second.day, first.day)]
  const isMixed = (second.day.day === undefined) !== (first.day.day === undefined)
  if (isMixed && (first.day.year === undefined || second.day.year === undefined)) return undefined
  if (!isDay(a) || isoOf(a) >= isoOf(b)) return undefined
  return {start: first.start, end: second.end, kind: 'period', iso: `${isoOf(a)}/${isoOf(b)}`, rule: 'period/dates'}
}

const secondDate = (reader: Reader, at: number, first: DateRead): DateRead | undefined =>
  (isDigitAt(reader, at) ? readNumeric(reader, at) : undefined) ??
  readComponents(reader, at) ??
  dayOfMonth(reader, at, first) ??
  monthOfYear(reader, at, first) ??
  laterYear(reader, at, first)

/** A short word between connector and date, such as an article. */
export function skipArticle(reader: Reader, at: number): number {
  if (isDigitAt(reader, at) || !isSpacedLetterAt(reader, at)) return at
  let end = at
  while (isSpacedLetterAt(reader, end)) end++
  const next = skipSpaces(reader, end)
  return end - at <= 4 && isDigitAt(reader, next) ? next : at
}

/** `March 3 - 5, 2025`, `4月5日至7日`: the second end is only a day; the year may stand behind it. */
function dayOfMonth(reader: Reader, at: number, first: DateRead): DateRead | undefined {
  const day = plainDigits(reader, at)
  const known = first.written
  if (day === undefined || day.size > 2 || known?.day === undefined || first.rule !== 'date/named') return undefined
  if (day.value <= known.day || isSpacedLetterAt(reader, day.end)) return undefined
  const mark = isFreeAt(reader, day.end) ? matchAt(reader, day.end, dayMask) : undefined
  const isMarked = findSense(mark, 'date-part')?.id === 'day'
  const from = skipConnectors(reader, day.end)
  const year = from < 0 || isMarked || first.day!.year !== undefined ? undefined : plainDigits(reader, from)
  if (isFreeAt(reader, day.end) && !isMarked && year?.size !== 4) return undefined
  const full = daysBefore(
    {...first.day, year: first.day!.year ?? (year?.size === 4 ? year.value : undefined)},
    known.day - day.value,
  )
  const end = isMarked ? mark!.end : year?.size === 4 ? year.end : day.end
  return isDay(full) ? {start: at, end, kind: 'date', iso: isoOf(full), rule: 'date/named', day: full} : undefined
}

/** `2020年5月から10月`, `2025. január-március`: the second end is only a month. */
function monthOfYear(reader: Reader, at: number, first: DateRead): DateRead | undefined {
  const {year, month, day} = first.written ?? {}
  const last = year === undefined || month === undefined || day !== undefined ? undefined : readComponent(reader, at)
  if (last?.what !== 'month' || last.value <= month!) return undefined
  return resolve(reader, [last, yearPart(last, year!)])
}

/** `May 2015 to 2018`: the second end is only a year. */
function laterYear(reader: Reader, at: number, first: DateRead): DateRead | undefined {
  const year = first.day!.year === undefined ? undefined : yearAt(reader, at)
  if (year === undefined || year.value <= first.day!.year!) return undefined
  const day: Day = {year: year.value}
  return {start: at, end: year.end, kind: 'date', iso: isoOf(day), rule: 'date/year', day}
}

const borrow = (own: Day, other: Day): Day => ({...own, year: own.year ?? other.year})

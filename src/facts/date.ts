import {type Match, maskOf, type Sense} from '../lexicon/lexicon'
import {sense} from '../lexicon/senses'
import {type Day, eraOffsets, fromPersian, fullYear, isDay, isoOf} from './calendar'
import {toNumber} from './decimal'
import {readNumber} from './number'
import {
  digitsBetween,
  findSense,
  isDigitAt,
  isFreeAt,
  isLetterAt,
  isLowerAt,
  isSpacedLetterAt,
  matchAt,
  matchBefore,
  type Reader,
  skipSpaces,
  skipSpacesBack,
  unitAt,
  wordEnd,
} from './reader'

/** A date or period as it stands in the text. */
export interface DateRead {
  readonly start: number
  readonly end: number
  readonly kind: 'date' | 'period'
  readonly iso: string
  readonly rule: string
  /** The other reading of 03/11/2025. */
  readonly other?: string
  /** The parts of a plain date, for ranges. */
  readonly day?: Day
  /** The same as written: in the calendar of the text. */
  readonly written?: Day
}

const componentMask = maskOf('month', 'date-part', 'year', 'ordinal', 'cardinal', 'era')
const markMask = maskOf('date-part', 'year', 'ordinal-after')
const joinerMask = maskOf('date-joiner')
const yearOrJoinerMask = maskOf('date-joiner', 'year')
const eraMask = maskOf('era')
const monthMask = maskOf('month')
const ordinalMask = maskOf('ordinal')
const yearNumberMask = maskOf('cardinal', 'era', 'month')
const partOrYearMask = maskOf('date-part', 'year')
const yearMask = maskOf('year')

const space = 32
const dot = 46
const slash = 47
const dash = 45
const comma = 44
const colon = 58
const plus = 43

/** A run of plain digits at `at`: its value, length and end. */
export interface Plain {
  value: number
  size: number
  end: number
}

export function plainDigits(reader: Reader, at: number): Plain | undefined {
  let end = at
  while (isDigitAt(reader, end) && end - at <= 8) end++
  if (end === at || end - at > 8) return undefined
  return {value: Number(digitsBetween(reader, at, end)), size: end - at, end}
}

// --- all digits ---------------------------------------------------------------------------------------------------

/** `03/11/2025`, `3.11.2025`, `2025-11-03`, `10. 11. 2025`, `11/2025`. */
export function readNumeric(reader: Reader, at: number): DateRead | undefined {
  const a = plainDigits(reader, at)
  if (a === undefined || a.size > 4) return undefined
  const mark = unitAt(reader, a.end)
  if (mark === space || (mark === slash && unitAt(reader, a.end + 1) === space)) return readSpacedNumeric(reader, at, a)
  if (mark !== dot && mark !== slash && mark !== dash) return undefined
  const spaced = mark === dot && unitAt(reader, a.end + 1) === 32 ? 1 : 0
  const b = plainDigits(reader, a.end + 1 + spaced)
  if (b === undefined || b.size > 4) return undefined
  if (unitAt(reader, b.end) !== mark)
    return spaced ? undefined : (yearBehindComma(reader, at, a, b, mark) ?? monthAndYear(reader, at, a, b, mark))
  const gap = spaced && unitAt(reader, b.end + 1) === 32 ? 1 : 0
  const c = plainDigits(reader, b.end + 1 + gap)
  if (c === undefined) return mark === dot ? dottedDay(reader, at, a, b) : undefined
  const next = unitAt(reader, c.end)
  const runsOn = (next === mark || next === slash) && isDigitAt(reader, c.end + 1)
  if (runsOn || b.size > 2 || (isSpacedLetterAt(reader, c.end) && !isTimeMark(reader, c.end))) return undefined
  return threeParts(reader, at, a, b, c, mark)
}

/** `5.7.`, `5. 7.`: day and month, where a full stop makes ordinals and a comma decimals, within a sentence or behind a weekday. */
function dottedDay(reader: Reader, at: number, a: Plain, b: Plain): DateRead | undefined {
  const isOrdinal = matchAt(reader, b.end, dottedMask) !== undefined && reader.lexicon.settings.get('decimal') === ','
  if (!isOrdinal || reader.conventions.order !== 'DMY' || a.size > 2 || b.size > 2) return undefined
  const next = skipSpaces(reader, b.end + 1)
  const goesOn = isLowerAt(reader, next) || dayEnders.has(unitAt(reader, next))
  if (!goesOn && !isDayBefore(reader, at)) return undefined
  return dated(reader, at, b.end + 1, {month: b.value, day: a.value}, 'date/day-month')
}

const dottedMask = maskOf('ordinal-dot')
/** Marks behind a day and month that go on with the sentence. */
const dayEnders = new Set([',', ')', ';', ':', '-'].map((mark) => mark.charCodeAt(0)))

/** `11 / 2016`, `2013 - 08 - 20`, `20 . 8 . 2013`: marks set between spaces. A dash or point alone joins other things, too. */
function readSpacedNumeric(reader: Reader, at: number, a: Plain): DateRead | undefined {
  const markAt = skipSpaces(reader, a.end)
  const mark = unitAt(reader, markAt)
  const b = mark === slash || mark === dash || mark === dot ? spacedDigits(reader, markAt + 1) : undefined
  if (b === undefined || b.size > 4) return undefined
  const next = skipSpaces(reader, b.end)
  if (unitAt(reader, next) !== mark) return mark === slash ? monthAndYear(reader, at, a, b, mark) : undefined
  const c = spacedDigits(reader, next + 1)
  const isWhole = c !== undefined && a.size + b.size + c.size >= 6 && !isSpacedLetterAt(reader, c.end)
  return isWhole && b.size <= 2 ? threeParts(reader, at, a, b, c, mark) : undefined
}

const spacedDigits = (reader: Reader, at: number): Plain | undefined => plainDigits(reader, skipSpaces(reader, at))

/** The T of 2025-11-03T10:45. */
const isTimeMark = (reader: Reader, at: number): boolean => unitAt(reader, at) === 116 && isDigitAt(reader, at + 1)

function threeParts(reader: Reader, at: number, a: Plain, b: Plain, c: Plain, mark: number): DateRead | undefined {
  if (a.size >= 3) {
    if (c.size > 2 || a.size !== 4) return undefined
    return dated(reader, at, c.end, {year: a.value, month: b.value, day: c.value}, 'date/year-first')
  }
  if (a.size > 2 || (c.size !== 4 && c.size !== 2)) return undefined
  if (c.size === 2 && (mark === dash || a.size + b.size < 3)) return undefined
  const {order, orderSettled, referenceYear} = reader.conventions
  const year = c.size === 4 ? c.value : shortYear(reader, c.value)
  if (c.size === 2 && order === 'YMD')
    return dated(
      reader,
      at,
      c.end,
      {year: fullYear(a.value, referenceYear), month: b.value, day: c.value},
      'date/short-year-first',
    )
  const dayFirst: Day = {year, month: b.value, day: a.value}
  const monthFirst: Day = {year, month: a.value, day: b.value}
  // Points are never put after the month: 3.11.2025 is the third of November everywhere.
  const [likely, other] = order === 'MDY' && mark !== dot ? [monthFirst, dayFirst] : [dayFirst, monthFirst]
  const rule = c.size === 4 ? 'date/numeric' : 'date/short-year'
  if (!isDay(calendarDay(reader, likely))) return dated(reader, at, c.end, other, rule)
  const open = mark !== dot && !orderSettled && a.value !== b.value && isDay(other)
  return dated(reader, at, c.end, likely, rule, open ? other : undefined)
}

/** `08/12, 2015`: the year behind a comma. */
function yearBehindComma(reader: Reader, at: number, a: Plain, b: Plain, mark: number): DateRead | undefined {
  if (mark === dot || unitAt(reader, b.end) !== comma || a.size + b.size < 3) return undefined
  const year = plainDigits(reader, skipSpaces(reader, b.end + 1))
  const isYear = year?.size === 4 && isLikelyYear(year.value) && !isLetterAt(reader, year.end)
  return isYear ? threeParts(reader, at, a, b, year, mark) : undefined
}

/** Two digits of a year: of the Buddhist era where that is the calendar (68 is 2568), of this century or the last elsewhere. */
const shortYear = (reader: Reader, digits: number): number =>
  reader.conventions.calendar === 'buddhist' ? 2500 + digits : fullYear(digits, reader.conventions.referenceYear)

/** `11/2025`; `2025-11` only in that order. */
function monthAndYear(reader: Reader, at: number, a: Plain, b: Plain, mark: number): DateRead | undefined {
  if (isLetterAt(reader, b.end) && !isFreeAt(reader, b.end)) return undefined
  const behind = unitAt(reader, b.end)
  if ((behind === dot || behind === comma || behind === slash) && isDigitAt(reader, b.end + 1)) return undefined
  if (
    a.size <= 2 &&
    b.size === 4 &&
    a.value >= 1 &&
    a.value <= 12 &&
    isLikelyYear(b.value) &&
    (mark !== dot || a.size === 2)
  )
    return dated(reader, at, b.end, {year: b.value, month: a.value}, 'date/month-year')
  if (mark === slash && a.size <= 2 && b.size <= 2 && isDayBefore(reader, at)) {
    const [day, month] = reader.conventions.order === 'MDY' ? [b.value, a.value] : [a.value, b.value]
    return dated(reader, at, b.end, {month, day}, 'date/day-month')
  }
  // 2015/3 and 2015-03; 2011/12 may be a season and is left to the periods, but where dates begin with the year.
  const season = b.size === 2 && b.value === (a.value + 1) % 100 && reader.conventions.order !== 'YMD'
  if (
    a.size === 4 &&
    b.size <= 2 &&
    mark !== dot &&
    b.value >= 1 &&
    b.value <= 12 &&
    isLikelyYear(a.value) &&
    !season &&
    unitAt(reader, b.end) !== dash
  )
    return dated(reader, at, b.end, {year: a.value, month: b.value}, 'date/year-month')
  return undefined
}

const dayMask = maskOf('date-part', 'weekday')

/** Whether a word for day or a weekday stands before the number: ngày 3/11, thứ hai, 3/11. */
function isDayBefore(reader: Reader, at: number): boolean {
  const mark = unitAt(reader, skipSpacesBack(reader, at) - 1) === comma ? skipSpacesBack(reader, at) - 1 : at
  const found = matchBefore(reader, mark, dayMask)
  return findSense(found, 'weekday') !== undefined || findSense(found, 'date-part')?.id === 'day'
}

export const isLikelyYear = (year: number): boolean => year >= 1500 && year <= 2100

/** A year as it is written, in the Gregorian calendar. */
export function gregorian(reader: Reader, year: number): number {
  const {calendar} = reader.conventions
  if (calendar === 'buddhist' && year >= 2400 && year <= 2643) return year - 543
  if (calendar === 'persian' && year >= 1200 && year <= 1498) return year + 621
  if (calendar === 'bikram' && year >= 2040 && year <= 2099) return year - 57
  return year
}

/** A year in four digits at `at`; the word for year written against it (2025年) is part of it. */
export function yearAt(reader: Reader, at: number): {value: number; end: number} | undefined {
  const digits = plainDigits(reader, at)
  if (digits?.size !== 4 || isSpacedLetterAt(reader, digits.end)) return undefined
  const value = gregorian(reader, digits.value)
  const word = isFreeAt(reader, digits.end) ? matchAt(reader, digits.end, yearMask) : undefined
  return isLikelyYear(value) ? {value, end: word?.end ?? digits.end} : undefined
}

/** A finished date; `undefined` when there is no such day. */
function dated(reader: Reader, start: number, end: number, day: Day, rule: string, other?: Day): DateRead | undefined {
  const real = calendarDay(reader, day)
  if (!isDay(real) || (real.year !== undefined && (real.year < 1 || real.year > 2999))) return undefined
  return {
    start,
    end,
    kind: 'date',
    iso: isoOf(real),
    rule,
    day: real,
    written: day,
    ...(other === undefined ? {} : {other: isoOf(calendarDay(reader, other))}),
  }
}

/** A day as written, in the Gregorian calendar. */
function calendarDay(reader: Reader, day: Day): Day {
  const {year} = day
  if (year === undefined) return day
  if (reader.conventions.calendar === 'persian' && year >= 1200 && year <= 1498) return persianDay(day)
  return {...day, year: gregorian(reader, year)}
}

function persianDay({year, month, day}: Day): Day {
  const from = fromPersian(year!, month ?? 1, day ?? 1)
  if (day !== undefined && month !== undefined) return from
  // A Persian month or year spans two Gregorian ones: named by the one most of it lies in.
  const middle = month === undefined ? fromPersian(year!, 4, 1) : fromPersian(year!, month, 15)
  return month === undefined ? {year: middle.year} : {year: middle.year, month: middle.month}
}

// --- words --------------------------------------------------------------------------------------------------------

export interface Component {
  what: 'day' | 'month' | 'year' | 'number'
  value: number
  start: number
  end: number
  size: number
  calendar?: string
  fiscal?: boolean
  /** Marked by a word (年, ngày, año) or a month's name. */
  sure: boolean
}

/** A date in which a month's name or words for year, month and day tell what is what. */
export function readComponents(reader: Reader, at: number): DateRead | undefined {
  const first = readComponent(reader, at)
  if (first === undefined || (first.what === 'year' && first.size < 3 && !first.calendar)) return undefined
  const parts: Component[] = [first]
  for (let round = 0; round < 3; round++) {
    const next = nextComponent(reader, parts)
    if (next === undefined) break
    parts.push(next)
  }
  return resolve(reader, parts)
}

function nextComponent(reader: Reader, parts: readonly Component[]): Component | undefined {
  const last = parts[parts.length - 1]!
  const at = skipConnectors(reader, last.end, last.what === 'year')
  if (at < 0) return undefined
  const next = readComponent(reader, at)
  if (next === undefined) return yearBehindClock(reader, parts, at)
  if (last.what === 'month' && (isArticle(reader, next) || isSetOff(reader, parts, next))) return undefined
  const named = parts.some(({what}) => what === 'month') || next.what === 'month'
  if (next.what === 'number') {
    if (!named && !(last.sure && next.size <= 2) && !isDayBehindYear(reader, last, next)) return undefined
    if (
      next.size === 2 &&
      parts.some(({what}) => what === 'day' || what === 'number') &&
      parts.some(({what}) => what === 'month')
    )
      return undefined
  }
  if (next.what !== 'number' && parts.some(({what}) => what === next.what)) return undefined
  return next
}

/** `abril una inflación`, `im Oktober eines der Häuser`: a word for one behind a month is no day. */
const isArticle = (reader: Reader, {what, value, start}: Component): boolean =>
  what === 'number' &&
  value === 1 &&
  isSpacedLetterAt(reader, start) &&
  matchAt(reader, start, ordinalMask) === undefined

/** `listopadu, 5 lidí`: behind a comma no day follows its month, unless dates are written that way. */
const isSetOff = (reader: Reader, parts: readonly Component[], {what}: Component): boolean =>
  what === 'number' &&
  parts.length === 1 &&
  reader.conventions.order !== 'MDY' &&
  unitAt(reader, skipSpaces(reader, parts[0]!.end)) === comma

/** `2015/23/Sep`, `1906 6 juin` where the year comes first: a month's name goes on behind the day. */
function isDayBehindYear(reader: Reader, year: Component, day: Component): boolean {
  const mark = unitAt(reader, year.end)
  if (year.what !== 'year' || day.size > 2 || !(mark === slash || mark === dash || marksBehind(reader))) return false
  const at = skipConnectors(reader, day.end)
  return at >= 0 && findSense(matchAt(reader, at, monthMask), 'month') !== undefined
}

/** `Thu Oct 26 11:00:09 EDT 2023`: a clock time between the day and the year. */
function yearBehindClock(reader: Reader, parts: readonly Component[], at: number): Component | undefined {
  if (parts.length !== 2 || parts.some(({what}) => what === 'year')) return undefined
  let end = at
  while (isDigitAt(reader, end) || unitAt(reader, end) === colon) end++
  if (end - at < 5 || unitAt(reader, at + 2) !== colon) return undefined
  let from = skipSpaces(reader, end)
  const zone = unitAt(reader, from) === plus || unitAt(reader, from) === dash ? from + 5 : wordEnd(reader, from)
  if (zone - from <= 5 && zone > from) from = skipSpaces(reader, zone)
  const year = from > end ? yearAt(reader, from) : undefined
  return year === undefined ? undefined : {what: 'year', start: from, size: 4, sure: true, ...year}
}

/** What may stand between the parts of a date: one comma, point, slash, dash or joining word, and spaces. -1 when more does. */
export function skipConnectors(reader: Reader, from: number, isBehindYear = false): number {
  let at = skipSpaces(reader, from)
  const mark = unitAt(reader, at)
  if (mark === dot || mark === comma || mark === slash || mark === dash) at = skipSpaces(reader, at + 1)
  for (let round = 0; round < 2; round++) {
    const joiner = matchAt(reader, at, round === 0 ? yearOrJoinerMask : joinerMask)
    if (joiner === undefined) break
    // "2025 року 3": the word for the year is passed; "ngày 3 năm 2025" keeps it, since a number follows it
    const marks = !isBehindYear && matchAt(reader, at, partOrYearMask)?.end === joiner.end
    if (marks && isDigitAt(reader, skipSpaces(reader, joiner.end)) && !marksBehind(reader)) break
    const next = skipSpaces(reader, joiner.end)
    // "the third year in January": behind the word for the year stands one
    const isYear = !isBehindYear && findSense(joiner, 'year') !== undefined
    if (isYear && !isDigitAt(reader, next) && matchAt(reader, next, yearNumberMask) === undefined) return -1
    at = next
  }
  return at < reader.end ? at : -1
}

/** A part of a date at `at`: a month's name, a number that may be a day, a year. */
export function readComponent(reader: Reader, at: number): Component | undefined {
  if (isDigitAt(reader, at)) return readNumberComponent(reader, at)
  const apostrophe = unitAt(reader, at) === 39
  if (apostrophe && isDigitAt(reader, at + 1)) {
    const short = plainDigits(reader, at + 1)
    return short?.size === 2
      ? {
          what: 'year',
          value: fullYear(short.value, reader.conventions.referenceYear),
          start: at,
          end: short.end,
          size: 4,
          sure: false,
        }
      : undefined
  }
  const found = matchAt(reader, at, componentMask)
  if (found === undefined) return undefined
  const month = findSense(found, 'month')
  if (month !== undefined)
    return {what: 'month', ...monthOf(month), start: at, end: endOfName(reader, found.end), size: 0, sure: true}
  const era = findSense(found, 'era')
  if (era !== undefined) return readEraYear(reader, at, found, era)
  const mark = findSense(found, 'date-part') ?? findSense(found, 'year')
  const marked = mark === undefined || marksBehind(reader) ? undefined : readMarkedBefore(reader, at, found, mark)
  if (marked !== undefined) return marked
  const ordinal = findSense(found, 'ordinal')
  if (ordinal !== undefined && ordinal.value <= 31 && !marksBehind(reader))
    return {what: 'number', value: ordinal.value, start: at, end: found.end, size: 2, sure: false}
  return findSense(found, 'cardinal') === undefined ? undefined : readNumberComponent(reader, at)
}

/** `month persian-8` names a month of another calendar. */
function monthOf(month: Sense): {value: number; calendar?: string} {
  const split = month.id.indexOf('-')
  return split < 0
    ? {value: month.value}
    : {value: Number(month.id.slice(split + 1)), calendar: month.id.slice(0, split)}
}

/** The point of an abbreviated month belongs to it. */
const endOfName = (reader: Reader, end: number): number =>
  unitAt(reader, end) === dot && unitAt(reader, end + 1) === 32 ? end : end

/** Three digits and no more: 246 of 1.246. */
const isGroup = (reader: Reader, at: number): boolean => plainDigits(reader, at)?.size === 3

/** Digits, or the numeral of a script without spaces (二〇二五, 十五). */
function numeralAt(reader: Reader, at: number): Plain | undefined {
  if (isDigitAt(reader, at)) {
    const digits = plainDigits(reader, at)
    // "outubro, 2,4%", "November 1.246": digits that go on behind a mark are no day
    const mark = digits === undefined ? 0 : unitAt(reader, digits.end)
    const goesOn = mark === comma || mark === colon || (mark === dot && isGroup(reader, digits!.end + 1))
    return goesOn && isDigitAt(reader, digits!.end + 1) ? undefined : digits
  }
  const number = readNumber(reader, at)
  if (number === undefined || number.fraction || number.scale) return undefined
  const value = toNumber(number.value)
  return Number.isInteger(value) && value >= 0 && value < 3000
    ? {value, size: value >= 1000 ? 4 : value >= 100 ? 3 : 2, end: number.end}
    : undefined
}

/** Whether words for year, month and day stand behind their numbers (年月日, оны сарын), as in languages that put the year first. */
export const marksBehind = (reader: Reader): boolean => (reader.lexicon.settings.get('order') ?? 'YMD') === 'YMD'

/** A number with what marks it behind: `3日`, `3rd`, `3.`, `2025年`, `2025 году`. */
function readNumberComponent(reader: Reader, at: number): Component | undefined {
  const digits = numeralAt(reader, at)
  if (digits === undefined || digits.size > 4 || digits.size === 3) return undefined
  const {value, size, end} = digits
  if (size === 4 && (value < 500 || value > 2900 || !(isDigitAt(reader, at) || isFreeAt(reader, at)))) return undefined
  // 1000-5000 behind what looks like a month
  if (
    size === 4 &&
    !isLikelyYear(gregorian(reader, value)) &&
    unitAt(reader, end) === dash &&
    isDigitAt(reader, end + 1)
  )
    return undefined
  const base: Component = {what: size === 4 ? 'year' : 'number', value, start: at, end, size, sure: false}
  const gap = skipSpaces(reader, end)
  const found = matchAt(reader, end, markMask) ?? (gap > end ? matchAt(reader, gap, markMask) : undefined)
  const part = findSense(found, 'date-part')
  const year = findSense(found, 'year')
  const era = size === 4 ? findSense(matchAt(reader, gap, eraMask), 'era') : undefined
  if (era !== undefined && eraOffsets[era.id] === undefined) return undefined
  if (era !== undefined)
    return {...base, value: eraYear(value, era.id), end: matchAt(reader, gap, eraMask)!.end, sure: true}
  if (part !== undefined && size <= 2 && (marksBehind(reader) || isFreeAt(reader, found!.start)))
    return {...base, what: part.id === 'month' ? 'month' : 'day', end: found!.end, sure: true}
  if (year !== undefined && year.id !== 'fiscal') {
    // Written against the number (2025年) the word is part of it; a separate word (2024 году) is not.
    if (size === 4) return {...base, sure: true, end: isFreeAt(reader, end) && found!.start === end ? found!.end : end}
    if (isFreeAt(reader, found!.start))
      return {
        ...base,
        what: 'year',
        end: found!.end,
        sure: true,
        value: fullYear(value, reader.conventions.referenceYear),
      }
  }
  if (findSense(found, 'ordinal-after') !== undefined && size <= 2 && found!.start === end)
    return {...base, end: found!.end}
  // 6 年 6 月，兩人: a numeral in a script without spaces is a day only with its mark
  if (size <= 2 && !isDigitAt(reader, at) && isFreeAt(reader, at)) return undefined
  return size <= 2 && unitAt(reader, end) === 39 ? undefined : base
}

const eraYear = (year: number, era: string): number => year + (eraOffsets[era] ?? 0)

/** `民國114年`, `令和8年`, `พ.ศ. 2568`. */
function readEraYear(reader: Reader, at: number, found: Match, era: Sense): Component | undefined {
  const from = skipSpaces(reader, found.end)
  const digits = plainDigits(reader, from)
  if (digits === undefined || digits.size > 4 || eraOffsets[era.id] === undefined) return undefined
  const mark = matchAt(reader, digits.end, yearMask)
  return {
    what: 'year',
    fiscal: findSense(mark, 'year')?.id === 'fiscal',
    value: eraYear(digits.value, era.id),
    start: at,
    end: mark !== undefined && isFreeAt(reader, digits.end) ? mark.end : digits.end,
    size: 4,
    sure: true,
    calendar: era.id,
  }
}

/** A word before the number says what it is: `ngày 3`, `tháng 11`, `năm 2025`. */
function readMarkedBefore(reader: Reader, at: number, found: Match, mark: Sense): Component | undefined {
  const from = skipSpaces(reader, found.end)
  // "ខែវិច្ឆិកា", "bulan Oktober": the word for month before the month's name
  const name = mark.id === 'month' ? findSense(matchAt(reader, from, monthMask), 'month') : undefined
  if (name !== undefined)
    return {what: 'month', ...monthOf(name), start: at, end: matchAt(reader, from, monthMask)!.end, size: 0, sure: true}
  const digits = plainDigits(reader, from)
  if (digits === undefined || isSpacedLetterAt(reader, digits.end)) return undefined
  // 11月3日: a number with a mark of its own behind it
  if (
    isFreeAt(reader, digits.end) &&
    findSense(matchAt(reader, digits.end, markMask), 'date-part') !== undefined &&
    found.end === from
  )
    return undefined
  const isYear = mark.kind === sense.year
  if (isYear && mark.id === 'fiscal') return undefined
  if (isYear ? digits.size !== 4 : digits.size > 2) return undefined
  // The word for the year is no part of the date; the month's is (tháng 9), the day's not.
  const what = isYear ? 'year' : mark.id === 'month' ? 'month' : 'day'
  return {
    what,
    value: digits.value,
    start: what === 'month' ? at : from,
    end: digits.end,
    size: digits.size,
    sure: true,
  }
}

/** Puts the parts together; `undefined` when they make no date or are too few to be sure. */
export function resolve(reader: Reader, parts: Component[]): DateRead | undefined {
  let year: Component | undefined
  let month: Component | undefined
  let day: Component | undefined
  const used: Component[] = []
  for (const [index, part] of parts.entries()) {
    const role = part.what === 'number' ? numberRole(parts, index, day, month) : part.what
    // "in September 2017 five people": no day stands behind month and year
    if (
      part.what === 'number' &&
      role === 'day' &&
      month !== undefined &&
      year !== undefined &&
      month.start < year.start
    )
      break
    if (role === 'year' && year === undefined) year = part
    else if (role === 'month' && month === undefined) month = part
    else if (role === 'day' && day === undefined) day = part
    else break
    used.push(part)
  }
  while (used.length > 0 && !used[used.length - 1]!.sure && used.length > 1 && !isAnchored(used)) used.pop()
  if (used.length === 1 && year?.calendar !== undefined && eraOffsets[year.calendar] !== undefined)
    return year.fiscal
      ? {start: year.start, end: year.end, kind: 'period', iso: isoOf({year: year.value}), rule: 'period/fiscal'}
      : finish(year.start, year.end, {year: year.value})
  if (month === undefined || used.length < 2) return undefined
  if (year !== undefined && !isPlausibleYear(year)) return undefined
  const start = used[0]!.start
  const end = used[used.length - 1]!.end
  const calendar =
    month.calendar ?? (year?.calendar && eraOffsets[year.calendar] === undefined ? year.calendar : undefined)
  const written: Day = {year: year?.value, month: month.value, day: day?.value}
  if (calendar === 'persian' && year !== undefined) return finish(start, end, persianDay(written), written)
  if (calendar !== undefined && calendar !== 'persian') return undefined
  if (calendar === 'persian') return undefined
  const plain = year === undefined || year.calendar !== undefined ? written : calendarDay(reader, written)
  return finish(start, end, plain, written)
}

const isPlausibleYear = (part: Component): boolean => part.value >= 1 && part.value <= 2900
const isAnchored = (used: readonly Component[]): boolean => used.some(({what, sure}) => what === 'month' && sure)

function finish(start: number, end: number, day: Day, written: Day = day): DateRead | undefined {
  return isDay(day) ? {start, end, kind: 'date', iso: isoOf(day), rule: 'date/named', day, written} : undefined
}

/** What an unmarked number of one or two digits is: the day, when a month stands beside it. */
function numberRole(
  parts: readonly Component[],
  index: number,
  day: Component | undefined,
  month: Component | undefined,
): 'day' | 'month' | undefined {
  const part = parts[index]!
  if (part.size > 2 || part.value < 1 || part.value > 31 || day !== undefined) return undefined
  if (month !== undefined || parts[index + 1]?.what === 'month') return 'day'
  return undefined
}

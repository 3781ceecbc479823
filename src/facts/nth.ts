import {type Match, maskOf} from '../lexicon/lexicon'
import {type Day, daysInMonth, isDay, isoOf, isoWeek, nthWeekday} from './calendar'
import {type DateRead, plainDigits, readComponents, yearAt} from './date'
import {
  findSense,
  isDigitAt,
  isSpacedLetterAt,
  matchAt,
  matchBefore,
  type Reader,
  skipSpaces,
  unitAt,
  wordEnd,
} from './reader'

/** A year, or a month of one. */
interface Whole {
  readonly year: number
  readonly month?: number | undefined
  readonly start: number
  readonly end: number
}

/** The place in a series, -1 for the last one. */
interface Rank {
  readonly value: number
  readonly end: number
}

const lastMask = maskOf('last')
const ordinalMask = maskOf('ordinal')
const cardinalMask = maskOf('cardinal')
const numeralMask = maskOf('ordinal', 'cardinal')
const ordinalBeforeMask = maskOf('ordinal-before')
const ordinalAfterMask = maskOf('ordinal-after')
const partMask = maskOf('weekday', 'nth', 'quarter', 'half-year')
const linkMask = maskOf('date-joiner', 'function', 'year', 'date-part')

const dot = 46
const apostrophe = 39
const linkWords = 3

/** `third Tuesday of September 2014`, `last day of October 2015`, `third month of 2017`, `first week of 2015`. */
export function readNth(reader: Reader, at: number): DateRead | undefined {
  const rank = rankAt(reader, at)
  if (rank === undefined) return undefined
  const behind = matchAt(reader, skipSpaces(reader, rank.end), partMask)
  // "pondělí 3. listopadu" is Monday, the third: only a word for last has its noun before it without doubt
  const part = behind ?? (rank.value < 0 ? matchBefore(reader, at, partMask) : undefined)
  if (part === undefined) return undefined
  const whole = wholeAfter(reader, behind?.end ?? rank.end)
  return whole === undefined ? undefined : nthOf(Math.min(at, part.start), whole.end, rank.value, part, whole)
}

/** The same with the year or month first: `2014년 9월 세 번째 화요일`, `2018'in 3'üncü haftası`. */
export function readNthBehind(reader: Reader, whole: Whole): DateRead | undefined {
  const found = behindLinks(reader, skipParticle(reader, whole.end), (at) => {
    const rank = rankAt(reader, at)
    return rank && {rank, part: behindLinks(reader, rank.end, (next) => matchAt(reader, next, partMask))}
  })
  return found?.part && nthOf(whole.start, found.part.end, found.rank.value, found.part, whole)
}

/** An ordinal up to 53, or a word for last. */
function rankAt(reader: Reader, at: number): Rank | undefined {
  const last = matchAt(reader, at, lastMask)
  if (last !== undefined) return {value: -1, end: last.end}
  const before = isDigitAt(reader, at) ? undefined : matchAt(reader, at, ordinalBeforeMask)
  if (before !== undefined) return numeralAt(reader, skipSpaces(reader, before.end))
  const digits = plainDigits(reader, at)
  if (digits !== undefined) {
    const affix = matchAt(reader, digits.end, ordinalAfterMask)
    if (affix === undefined && unitAt(reader, digits.end) !== dot) return undefined
    return inSeries(digits.value, affix?.end ?? digits.end + 1)
  }
  const word = matchAt(reader, at, ordinalMask)
  if (word !== undefined) return inSeries(word.senses[0]!.value, word.end)
  const cardinal = matchAt(reader, at, cardinalMask)
  const affix = cardinal === undefined ? undefined : matchAt(reader, skipSpaces(reader, cardinal.end), ordinalAfterMask)
  return affix === undefined ? undefined : inSeries(cardinal!.senses[0]!.value, affix.end)
}

function numeralAt(reader: Reader, at: number): Rank | undefined {
  const digits = plainDigits(reader, at)
  if (digits !== undefined) return inSeries(digits.value, digits.end)
  const word = matchAt(reader, at, numeralMask)
  return word === undefined ? undefined : inSeries(word.senses[0]!.value, word.end)
}

const inSeries = (value: number, end: number): Rank | undefined =>
  Number.isInteger(value) && value >= 1 && value <= 53 ? {value, end} : undefined

/** The month and year, or the year, behind a few words such as "of the". */
const wholeAfter = (reader: Reader, end: number): Whole | undefined =>
  behindLinks(reader, end, (at): Whole | undefined => {
    const date = readComponents(reader, at)
    if (date?.day?.year !== undefined && date.day.day === undefined)
      return {year: date.day.year, month: date.day.month, start: date.start, end: date.end}
    const year = date === undefined ? yearAt(reader, at) : undefined
    return year && {year: year.value, start: at, end: year.end}
  })

/** What `read` finds at `from`, or behind a few small words there. */
function behindLinks<Found>(reader: Reader, from: number, read: (at: number) => Found | undefined): Found | undefined {
  let at = skipSpaces(reader, from)
  for (let round = 0; round <= linkWords; round++) {
    const found = read(at)
    const word = found === undefined && !isDigitAt(reader, at) ? matchAt(reader, at, linkMask) : undefined
    if (word === undefined) return found
    at = skipSpaces(reader, word.end)
  }
  return undefined
}

/** The ending behind an apostrophe: 2018'in. */
const skipParticle = (reader: Reader, at: number): number =>
  unitAt(reader, at) === apostrophe && isSpacedLetterAt(reader, at + 1) ? wordEnd(reader, at + 1) : at

function nthOf(start: number, end: number, rank: number, part: Match, whole: Whole): DateRead | undefined {
  const weekday = findSense(part, 'weekday')
  const {year, month} = whole
  if (weekday !== undefined && month !== undefined)
    return rank > 5 ? undefined : day(start, end, nthWeekday(year, month, weekday.value, rank))
  const unit = findSense(part, 'nth')?.id
  if (unit === 'day') {
    if (month !== undefined) return day(start, end, {year, month, day: rank < 0 ? daysInMonth(month, year) : rank})
    if (rank > 1) return undefined
    return day(start, end, rank < 0 ? {year, month: 12, day: 31} : {year, month: 1, day: 1})
  }
  if (month !== undefined) return undefined
  if (unit === 'month') return day(start, end, {year, month: rank < 0 ? 12 : rank})
  if (unit === 'week') return week(start, end, year, rank)
  const name = findSense(part, 'quarter')?.id === '' ? 'Q' : findSense(part, 'half-year')?.id === '' ? 'H' : undefined
  const last = name === 'Q' ? 4 : 2
  if (name === undefined || rank > last) return undefined
  return {start, end, kind: 'period', iso: `${year}-${name}${rank < 0 ? last : rank}`, rule: 'period/part-of-year'}
}

const day = (start: number, end: number, found: Day): DateRead | undefined =>
  isDay(found) ? {start, end, kind: 'date', iso: isoOf(found), rule: 'date/nth', day: found} : undefined

function week(start: number, end: number, year: number, rank: number): DateRead | undefined {
  const [first, last] = isoWeek(year, rank)
  // A 53rd week is there only in years that have one.
  if (rank === 53 && isoOf(first) !== isoOf(isoWeek(year, -1)[0])) return undefined
  return {start, end, kind: 'period', iso: `${isoOf(first)}/${isoOf(last)}`, rule: 'period/week'}
}

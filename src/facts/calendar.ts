/** A calendar day, or a part of one; Gregorian. */
export interface Day {
  readonly year?: number | undefined
  readonly month?: number | undefined
  readonly day?: number | undefined
}

const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
export const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
/** Days of a month; 29 for February when the year is unknown. */
export const daysInMonth = (month: number, year?: number): number =>
  month === 2 && (year === undefined || isLeapYear(year)) ? 29 : lengths[month - 1]!

export const isDay = ({year, month, day}: Day): boolean =>
  (month === undefined || (month >= 1 && month <= 12)) &&
  (day === undefined || (month !== undefined && day >= 1 && day <= daysInMonth(month, year)))

const two = (value: number): string => String(value).padStart(2, '0')
const four = (value: number): string => String(value).padStart(4, '0')

/** ISO 8601: `2025-11-03`, `2025-11`, `2025`, `--11-03`, `--11`. */
export function isoOf({year, month, day}: Day): string {
  const head = year === undefined ? '-' : four(year)
  if (month === undefined) return head
  return day === undefined ? `${head}-${two(month)}` : `${head}-${two(month)}-${two(day)}`
}

/** Years to add for an era that counts from another year than the Gregorian calendar. */
export const eraOffsets: Readonly<Record<string, number>> = {
  ce: 0,
  buddhist: -543,
  minguo: 1911,
  reiwa: 2018,
  heisei: 1988,
  showa: 1925,
  taisho: 1911,
  meiji: 1867,
}

/** The year that two digits mean: the one within 70 years before and 29 after the reference (2000 when unknown). */
export function fullYear(short: number, reference: number | undefined): number {
  const base = reference ?? 2020
  const century = Math.floor(base / 100) * 100
  const year = century + short
  if (year > base + 29) return year - 100
  return year < base - 70 ? year + 100 : year
}

const persianDays = [31, 31, 31, 31, 31, 31, 30, 30, 30, 30, 30, 29]

/** First Gregorian day (as a day number) of a Solar Hijri year: the 33-year rule, exact for 1206 to 1498 (1827 to 2120). */
function persianNewYear(year: number): number {
  const leaps = [1, 5, 9, 13, 17, 22, 26, 30]
  const leapsBefore = Math.floor((year - 1) / 33) * 8 + leaps.filter((leap) => leap < ((year - 1) % 33) + 1).length
  // 1 Farvardin 1 is day 227,260 after 1 January of year 0 in the proleptic Gregorian calendar.
  return 227_260 + (year - 1) * 365 + leapsBefore
}

/** Days from 1 January of year 0 to a day. */
function dayNumber(year: number, month: number, day: number): number {
  let days = yearStart(year) + day - 1
  for (let m = 1; m < month; m++) days += daysInMonth(m, year)
  return days
}

/** Days from 1 January of year 0 to 1 January of `year`. */
const yearStart = (year: number): number => {
  const before = year - 1
  return year <= 0
    ? 0
    : 366 + before * 365 + Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400)
}

function fromDayNumber(days: number): Day {
  let year = Math.floor(days / 365.2425)
  while (yearStart(year + 1) <= days) year++
  while (yearStart(year) > days) year--
  let rest = days - yearStart(year)
  let month = 1
  while (rest >= daysInMonth(month, year)) rest -= daysInMonth(month++, year)
  return {year, month, day: rest + 1}
}

/** A day of the Solar Hijri (Persian) calendar in the Gregorian one. */
export function fromPersian(year: number, month: number, day: number): Day {
  let days = persianNewYear(year) + day - 1
  for (let m = 1; m < month; m++) days += persianDays[m - 1]!
  return fromDayNumber(days)
}

/** 1 for Monday to 7 for Sunday. */
export function weekdayOf(year: number, month: number, day: number): number {
  // Day 0, 1 January of year 0, is a Saturday in the proleptic Gregorian calendar.
  return ((dayNumber(year, month, day) + 5) % 7) + 1
}

/** The `n`th Monday to Sunday (1 to 7) of a month; the last one for -1. */
export function nthWeekday(year: number, month: number, weekday: number, n: number): Day {
  const size = daysInMonth(month, year)
  const first = 1 + ((weekday - weekdayOf(year, month, 1) + 7) % 7)
  const last = size - ((weekdayOf(year, month, size) - weekday + 7) % 7)
  return {year, month, day: n < 0 ? last : first + 7 * (n - 1)}
}

/** First day and last day of the `n`th ISO 8601 week of a year; of its last one for -1. */
export function isoWeek(year: number, n: number): [Day, Day] {
  // The first week is the one with 4 January in it.
  const monday = (of: number): number => dayNumber(of, 1, 4) - weekdayOf(of, 1, 4) + 1
  const start = n < 0 ? monday(year + 1) - 7 : monday(year) + 7 * (n - 1)
  return [fromDayNumber(start), fromDayNumber(start + 6)]
}

/** `n` days, weeks, months or years after a day. */
export function shift(day: Required<Day>, n: number, unit: string): Day {
  const {year, month, day: date} = day as {year: number; month: number; day: number}
  if (unit === 'year') return {year: year + n}
  if (unit === 'month') {
    const months = year * 12 + month - 1 + n
    return {year: Math.floor(months / 12), month: (((months % 12) + 12) % 12) + 1}
  }
  return fromDayNumber(dayNumber(year, month, date) + (unit === 'week' ? 7 * n : n))
}

export const parseIsoDay = (iso: string): {year: number; month: number; day: number} => ({
  year: Number(iso.slice(0, 4)),
  month: Number(iso.slice(5, 7)),
  day: Number(iso.slice(8, 10)),
})

import {type Match, maskOf} from '../lexicon/lexicon'
import {sense} from '../lexicon/senses'
import {eraOffsets, fullYear, isoOf} from './calendar'
import {type DateRead, gregorian, isLikelyYear, plainDigits, readComponents, readNumeric} from './date'
import {connectorEnd, joins, skipArticle} from './date-range'
import {toNumber} from './decimal'
import {measureBefore} from './measure'
import {readNth, readNthBehind} from './nth'
import {readNumber} from './number'
import {
  findSense,
  isDigitAt,
  isFreeAt,
  isLetterAt,
  isLowerAt,
  isSpacedLetterAt,
  matchAt,
  matchBefore,
  type Reader,
  rawUnit,
  skipSpaces,
  unitAt,
} from './reader'
import {isHourOrAge} from './refuse'

const cardinalMask = maskOf('cardinal')
const quarterMask = maskOf('quarter', 'half-year')
const yearMask = maskOf('year', 'era')
const joinerMask = maskOf('date-joiner')
const firstMonthsMask = maskOf('first-months')
const decadeMask = maskOf('decade')
const centuryMask = maskOf('century')
const ordinalMask = maskOf('ordinal', 'cardinal')
const ordinalAffixMask = maskOf('ordinal-after')
const ordinalBeforeMask = maskOf('ordinal-before')
const fiscalMask = maskOf('year')
const toMask = maskOf('to')
const unitMask = maskOf('unit')
const eraMask = maskOf('era')

const dot = 46
const slash = 47
const dash = 45

/** A year beside a period's name: how it is written differs, its value and where it ends (or starts) count. */
interface Year {
  value: number
  start: number
  end: number
}

/** A year behind `at`: `/2025`, ` 2025`, ` of 2025`, ` năm 2025`, `2025年`, `'25`. */
function yearAfter(reader: Reader, at: number): Year | undefined {
  let i = skipSpaces(reader, at)
  const mark = unitAt(reader, i)
  if (mark === slash || mark === dash || mark === 44 || mark === 46) i = skipSpaces(reader, i + 1)
  for (let round = 0; round < 2; round++) {
    const word = matchAt(reader, i, joinerMask) ?? matchAt(reader, i, yearMask)
    if (word === undefined || isDigitAt(reader, i)) break
    i = skipSpaces(reader, word.end)
  }
  const apostrophe = unitAt(reader, i) === 39 ? 1 : 0
  const digits = plainDigits(reader, i + apostrophe)
  if (digits === undefined || isSpacedLetterAt(reader, digits.end)) return undefined
  if (apostrophe === 1 && digits.size === 2)
    return {value: fullYear(digits.value, reader.conventions.referenceYear), start: i, end: digits.end}
  if (digits.size !== 4) return undefined
  const value = gregorian(reader, digits.value)
  if (!isLikelyYear(value)) return undefined
  const suffix = matchAt(reader, digits.end, fiscalMask)
  return {value, start: i, end: suffix !== undefined && isFreeAt(reader, digits.end) ? suffix.end : digits.end}
}

/** Halves and spelled quarters without a year are mostly those of a match. */
const dropBare = (found: DateRead | undefined): DateRead | undefined =>
  found !== undefined &&
  (found.iso.startsWith('--H') || (found.rule === 'period/spelled-part' && found.iso.startsWith('--')))
    ? undefined
    : found

/** A period by its own name: quarter, half, first months, decade, century, fiscal year, range of years. */
export function readPeriod(reader: Reader, at: number): DateRead | undefined {
  const first = readOne(reader, at)
  if (first === undefined) return undefined
  return dropBare(readPartRange(reader, first) ?? first)
}

function readOne(reader: Reader, at: number): DateRead | undefined {
  if (isDigitAt(reader, at))
    return (
      readYears(reader, at) ??
      readDecade(reader, at) ??
      readNth(reader, at) ??
      readNumberedPart(reader, at) ??
      readFirstMonths(reader, at) ??
      readCentury(reader, at) ??
      readYearThenPart(reader, at)
    )
  return (
    readNth(reader, at) ??
    readNamedPart(reader, at) ??
    readNamedDecade(reader, at) ??
    readDecade(reader, at) ??
    readCenturyWord(reader, at) ??
    readEraMonths(reader, at)
  )
}

/** `first quarter of 2017 to third quarter of 2018`, `Q1-Q3 2025`: the first one may borrow the year. */
function readPartRange(reader: Reader, first: DateRead): DateRead | undefined {
  if (!partOfYearIso.test(first.iso)) return undefined
  const from = connectorEnd(reader, first.end)
  if (from === 0) return undefined
  const second = readOne(reader, from) ?? readOne(reader, skipArticle(reader, from))
  if (second === undefined || !partOfYearIso.test(second.iso) || second.iso.startsWith('--')) return undefined
  if (!joins(reader, first, second)) return undefined
  const start = first.iso.startsWith('--') ? `${second.iso.slice(0, 4)}${first.iso.slice(1)}` : first.iso
  const isAlike = start.length === second.iso.length && start.charAt(5) === second.iso.charAt(5)
  if (start >= second.iso || (!isAlike && first.kind === 'period')) return undefined
  return period(first.start, second.end, `${start}/${second.iso}`, 'period/parts-of-year')
}

/** A quarter, half or month of a year, or of one not said. */
const partOfYearIso = /^(?:\d{4}|-)-(?:[QH]\d|\d\d)$/

const period = (start: number, end: number, iso: string, rule: string): DateRead => ({
  start,
  end,
  kind: 'period',
  iso,
  rule,
})

/** `2021-2025`, `2025/26`, `2021 to 2025`. */
function readYears(reader: Reader, at: number): DateRead | undefined {
  const first = plainDigits(reader, at)
  if (
    first?.size !== 4 ||
    measureBefore(reader, at, reader.start)?.kind === 'money' ||
    !isLikelyYear(gregorian(reader, first.value)) ||
    (isLetterAt(reader, first.end) && !isFreeAt(reader, first.end))
  )
    return undefined
  const mark = unitAt(reader, first.end)
  const glued = (mark === slash || mark === dash) && isDigitAt(reader, first.end + 1)
  const a = gregorian(reader, first.value)
  if (glued) {
    const second = plainDigits(reader, first.end + 1)
    if (second === undefined) return undefined
    const behind = unitAt(reader, second.end)
    if ((behind === slash || behind === dash) && isDigitAt(reader, second.end + 1)) return undefined
    if (isSpacedLetterAt(reader, second.end)) return undefined
    if (second.size === 4) return spanOfYears(a, gregorian(reader, second.value), at, yearWordEnd(reader, second.end))
    // the month of ISO 8601, where dates begin with the year
    if (second.size === 2 && second.value >= 1 && second.value <= 12 && reader.conventions.order === 'YMD')
      return undefined
    if (second.size === 2 && second.value === (a + 1) % 100)
      return period(at, second.end, `${a}/${a + 1}`, 'period/season')
    if (second.size === 2 && mark === dash && second.value > a % 100)
      return period(at, second.end, `${a}/${Math.floor(a / 100) * 100 + second.value}`, 'period/years')
    return undefined
  }
  return readSpacedYears(reader, at, first.end, a)
}

/** End of a year's word written against it: the 年 of 2021-2025年. */
function yearWordEnd(reader: Reader, end: number): number {
  const word = isFreeAt(reader, end) ? matchAt(reader, end, fiscalMask) : undefined
  return word?.end ?? end
}

/** `1991 – 2020`, `1981 and 2010` after "between", `2021 to 2025`, `2015 to May 2018`. */
function readSpacedYears(reader: Reader, at: number, end: number, a: number): DateRead | undefined {
  const behind = skipSpaces(reader, end)
  const suffix = isFreeAt(reader, behind) ? matchAt(reader, behind, fiscalMask) : undefined
  const first = {start: at, end: suffix?.end ?? end}
  const next = connectorEnd(reader, first.end)
  const second = next === 0 ? undefined : laterDate(reader, at, next, a)
  return second !== undefined && joins(reader, first, second) ? second : undefined
}

/** The range from the year `a` to the date or year at `next`, behind a short word at most. */
function laterDate(reader: Reader, at: number, next: number, a: number): DateRead | undefined {
  const date = (isDigitAt(reader, next) ? readNumeric(reader, next) : undefined) ?? readComponents(reader, next)
  if (date?.day?.month !== undefined && date.day.year !== undefined)
    return date.day.year > a ? period(at, date.end, `${a}/${date.iso}`, 'period/dates') : undefined
  const second = plainDigits(reader, skipArticle(reader, next))
  if (second?.size !== 4 || isSpacedLetterAt(reader, second.end)) return undefined
  const after = isFreeAt(reader, second.end) ? matchAt(reader, second.end, fiscalMask) : undefined
  return spanOfYears(a, gregorian(reader, second.value), at, after?.end ?? second.end)
}

const spanOfYears = (a: number, b: number, start: number, end: number): DateRead | undefined =>
  isLikelyYear(b) && b > a ? period(start, end, `${a}/${b}`, 'period/years') : undefined

/** `1980s`, `1990-an`, `1980年代`, `80er Jahre`, `gli anni '80`, `八十年代`, `anni Sessanta`. */
function readDecade(reader: Reader, at: number): DateRead | undefined {
  const digits = plainDigits(reader, at)
  const number = digits ?? spelledTens(reader, at)
  if (number === undefined || number.value % 10 !== 0 || (number.size !== 2 && number.size !== 4)) return undefined
  const year = number.size === 4 ? number.value : yearOfDecade(number.value)
  if (year === undefined || !isLikelyYear(year)) return undefined
  const {end} = number
  if (number.size === 2 && isHourOrAge(reader, at, 'decade')) return undefined
  const isAffixed = unitAt(reader, end) === dash || unitAt(reader, end) === 39
  const behind = matchAt(reader, skipSpaces(reader, end), decadeMask)
  const unit = number.size === 2 ? matchAt(reader, skipSpaces(reader, end), unitMask) : undefined
  // "30 lat" are thirty years, "lata 90." a decade
  if (findSense(unit, 'unit')?.id === 'year' && unit!.end >= (behind?.end ?? 0)) return undefined
  const found = decadeMark(behind) ?? (isAffixed ? decadeMark(matchAt(reader, end + 1, decadeMask)) : undefined)
  const word = found ?? decadeMark(decadeBefore(reader, at))
  if (word === undefined) {
    const isS = number.size === 4 && unitAt(reader, end) === 115 && !isLetterAt(reader, end + 1)
    return isS ? decade(at, end + 1, year) : undefined
  }
  if (word.senses[0]!.id === '100' && year % 100 === 0) return century(reader, at, found?.end ?? end, year / 100 + 1)
  return decade(at, found?.end ?? end, year)
}

/** A word for decades before the number; the ending in "She's 60" is none. */
function decadeBefore(reader: Reader, at: number): Match | undefined {
  const found = matchBefore(reader, at, decadeMask)
  return found !== undefined && isLetterAt(reader, found.start) && found.end - found.start > 1 ? found : undefined
}

const decade = (start: number, end: number, year: number): DateRead => ({
  start,
  end,
  kind: 'date',
  iso: `${String(year).slice(0, 3)}X`,
  rule: 'date/decade',
})

/** A word that makes a decade of a number beside it, not one that is a decade by itself. */
const decadeMark = (found: Match | undefined): Match | undefined =>
  found === undefined || found.senses[0]!.value >= 1000 ? undefined : found

/** The year two digits of a decade begin with; the twenties may be those of either century. */
const yearOfDecade = (value: number): number | undefined =>
  value === 20 ? undefined : value < 20 ? 2000 + value : 1900 + value

/** Thirty to ninety in words, for a decade. */
function spelledTens(reader: Reader, at: number): {value: number; size: number; end: number} | undefined {
  const number = readNumber(reader, at)
  if (number === undefined || number.fraction || number.scale) return undefined
  const value = toNumber(number.value)
  return value >= 30 && value <= 90 ? {value, size: 2, end: number.end} : undefined
}

/** `the nineties`, `девяностые годы`, `التسعينيات`: a decade in words of its own. */
function readNamedDecade(reader: Reader, at: number): DateRead | undefined {
  const found = matchAt(reader, at, decadeMask)
  const year = findSense(found, 'decade')?.value ?? 0
  return found === undefined || year < 1000 ? undefined : decade(at, found.end, year)
}

// --- quarters and halves ------------------------------------------------------------------------------------------

const part = (sense: 'quarter' | 'half-year', number: number): string | undefined => {
  if (sense === 'quarter') return number >= 1 && number <= 4 ? `Q${number}` : undefined
  return number === 1 || number === 2 ? `H${number}` : undefined
}

/** `quý III/2025`, `Q3 2025`, `Quartal 3`, `nửa đầu năm 2025`: the name first. */
function readNamedPart(reader: Reader, at: number): DateRead | undefined {
  const ordinal = matchAt(reader, at, ordinalMask)
  if (ordinal !== undefined && ordinal.senses[0]!.value <= 4) {
    const from = skipSpaces(reader, ordinal.end)
    const word = matchAt(reader, unitAt(reader, from) === dash ? from + 1 : from, quarterMask)
    if (word !== undefined && word.senses[0]!.id === '')
      return partOfYear(reader, at, word.end, word.senses[0]!, ordinal.senses[0]!.value, true)
  }
  const found = matchAt(reader, at, quarterMask)
  if (found === undefined) return undefined
  const meaning = findSense(found, 'quarter') ?? findSense(found, 'half-year')!
  if (meaning.id !== '') return partOfYear(reader, at, found.end, meaning, meaning.value)
  // 第二季第三期: the third part of the second season
  if (isFreeAt(reader, at) && matchBefore(reader, at, cardinalMask) !== undefined) return undefined
  const before = matchAt(reader, skipSpaces(reader, found.end), ordinalBeforeMask)
  const from = skipSpaces(reader, before?.end ?? found.end)
  const number = smallNumber(reader, from)
  return number === undefined ? undefined : partOfYear(reader, at, number.end, meaning, number.value)
}

/** `3. Quartal 2025`, `3rd quarter of 2025`, `3분기`, `3Q25`: the number first. */
function readNumberedPart(reader: Reader, at: number): DateRead | undefined {
  const digits = plainDigits(reader, at)
  if (digits?.size !== 1 || digits.value > 4) return undefined
  const dotted = unitAt(reader, digits.end) === 46 ? digits.end + 1 : digits.end
  const affix = matchAt(reader, digits.end, ordinalAffixMask)
  const from = skipSpaces(reader, affix?.end ?? dotted)
  const found = matchAt(reader, unitAt(reader, from) === dash ? from + 1 : from, quarterMask)
  if (found === undefined || found.senses[0]!.id !== '') return undefined
  return partOfYear(reader, at, found.end, found.senses[0]!, digits.value)
}

function partOfYear(
  reader: Reader,
  at: number,
  end: number,
  meaning: {kind: number},
  number: number,
  spelled = false,
): DateRead | undefined {
  const name = part(meaning.kind === sense.quarter ? 'quarter' : 'half-year', number)
  if (name === undefined) return undefined
  const year = yearAfter(reader, end)
  if (year !== undefined) return period(at, year.end, `${year.value}-${name}`, 'period/part-of-year')
  return period(at, end, `--${name}`, spelled ? 'period/spelled-part' : 'period/part-of-year')
}

/** `2025年第三季度`, `2025. III. negyedév`, `2025 Q3`: the year first. */
function readYearThenPart(reader: Reader, at: number): DateRead | undefined {
  const digits = plainDigits(reader, at)
  if (digits?.size !== 4) return undefined
  const value = gregorian(reader, digits.value)
  if (!isLikelyYear(value)) return undefined
  const word = matchAt(reader, skipSpaces(reader, digits.end), yearMask)
  const nth = readNthBehind(reader, {year: value, start: at, end: word?.end ?? digits.end})
  if (nth !== undefined) return nth
  let from = skipSpaces(reader, word?.end ?? digits.end)
  const joiner = matchAt(reader, from, joinerMask)
  if (joiner !== undefined && !isDigitAt(reader, from)) from = skipSpaces(reader, joiner.end)
  if (unitAt(reader, from) === 46 || unitAt(reader, from) === dash || unitAt(reader, from) === slash)
    from = skipSpaces(reader, from + 1)
  if (from >= reader.end) return undefined
  const found = isDigitAt(reader, from) ? readNumberedPart(reader, from) : readNamedPart(reader, from)
  if (found === undefined || !found.iso.startsWith('--')) return readMonthsOfYear(reader, at, value, from)
  return period(at, found.end, `${value}-${found.iso.slice(2)}`, found.rule)
}

/** `2025年4〜9月`, `民國114年1至8月`. */
function readMonthsOfYear(reader: Reader, at: number, year: number, from: number): DateRead | undefined {
  const first = plainDigits(reader, from)
  if (first === undefined || first.size > 2 || first.value < 1 || first.value > 12) return undefined
  const mark = unitAt(reader, first.end)
  const word = mark === dash || mark === 126 ? first.end + 1 : matchAt(reader, first.end, toMask)?.end
  const second = word === undefined ? undefined : plainDigits(reader, word)
  if (second === undefined || second.size > 2 || second.value <= first.value || second.value > 12) return undefined
  const month = matchAt(reader, second.end, maskOf('date-part'))
  if (findSense(month, 'date-part')?.id !== 'month') return undefined
  return period(
    at,
    month!.end,
    `${isoOf({year, month: first.value})}/${isoOf({year, month: second.value})}`,
    'period/months',
  )
}

/** `民國114年1至8月`: months of a year with its era. */
function readEraMonths(reader: Reader, at: number): DateRead | undefined {
  const era = matchAt(reader, at, eraMask)
  const offset = era === undefined ? undefined : eraOffsets[era.senses[0]!.id]
  const digits = era === undefined ? undefined : plainDigits(reader, skipSpaces(reader, era.end))
  if (offset === undefined || digits === undefined || digits.size > 4) return undefined
  const word = matchAt(reader, digits.end, yearMask)
  return readMonthsOfYear(reader, at, digits.value + offset, skipSpaces(reader, word?.end ?? digits.end))
}

/** `9 tháng đầu năm 2025`: a number of first months. */
function readFirstMonths(reader: Reader, at: number): DateRead | undefined {
  const digits = plainDigits(reader, at)
  if (digits === undefined || digits.size > 2) return undefined
  return firstMonths(reader, at, digits.end, digits.value)
}

/** The first `count` months of the year behind; for digits and words alike. */
export function firstMonths(reader: Reader, at: number, end: number, count: number): DateRead | undefined {
  if (count < 1 || count > 11) return undefined
  const found = matchAt(reader, skipSpaces(reader, end), firstMonthsMask) ?? monthsAfterFirst(reader, at, end)
  if (found === undefined || found.senses[0]!.id === 'before') return undefined
  const year = yearAfter(reader, found.end)
  const last = String(count).padStart(2, '0')
  if (year === undefined) return period(at, found.end, `--01/--${last}`, 'period/first-months')
  if (reader.conventions.calendar === 'persian') {
    // Six months of a Persian year end on 31 Shahrivar, about 22 September.
    const until =
      count === 6 ? `${year.value}-09-22` : `${year.value}-${String(Math.min(12, count + 3)).padStart(2, '0')}-20`
    return count === 6 ? period(at, year.end, `${year.value}-03-21/${until}`, 'period/first-months') : undefined
  }
  return period(at, year.end, `${year.value}-01/${year.value}-${last}`, 'period/first-months')
}

/** `los primeros nueve meses de 2025`: the word for first before the number, the months behind it. */
function monthsAfterFirst(reader: Reader, at: number, end: number): Match | undefined {
  if (findSense(matchBefore(reader, at, firstMonthsMask), 'first-months')?.id !== 'before') return undefined
  const months = matchAt(reader, skipSpaces(reader, end), unitMask)
  return findSense(months, 'unit')?.id === 'month' ? months : undefined
}

// --- centuries and fiscal years -------------------------------------------------------------------------------------

/** Years of the Islamic calendar begin on days that differ from country to country. */
const unreadEras = new Set(['bce', 'islamic'])

/** Whether a word beside a year or century puts it before our era or into one that is not converted: v. Chr., 公元前, هـ. */
export const isOtherEra = (reader: Reader, start: number, end: number): boolean =>
  [matchBefore(reader, start, eraMask), matchAt(reader, skipSpaces(reader, end), eraMask)].some((era) =>
    unreadEras.has(findSense(era, 'era')?.id ?? ''),
  )

/** A century of our era. */
function century(reader: Reader, start: number, end: number, number: number): DateRead | undefined {
  if (number < 1 || number > 30 || isOtherEra(reader, start, end)) return undefined
  return period(start, end, `${String(number - 1).padStart(2, '0')}XX`, 'period/century')
}

/** `19th century`, `19世纪`, `19. Jahrhundert`. */
function readCentury(reader: Reader, at: number): DateRead | undefined {
  const digits = plainDigits(reader, at)
  if (digits === undefined || digits.size > 2) return undefined
  const affix = matchAt(reader, digits.end, ordinalAffixMask)
  const end = affix?.end ?? (unitAt(reader, digits.end) === 46 ? digits.end + 1 : digits.end)
  let from = skipSpaces(reader, end)
  if (unitAt(reader, from) === dash) from++
  const found = matchAt(reader, from, centuryMask)
  // "1 century" is a length of time
  const isLength = digits.size === 1 && end === digits.end && !isFreeAt(reader, from) && unitAt(reader, end) === 32
  if (found === undefined || isLength) return undefined
  return decadeOfCentury(reader, at, found.end, digits.value) ?? century(reader, at, found.end, digits.value)
}

/** `20世纪80年代`, `上世纪八十年代`: a decade of a century. */
function decadeOfCentury(reader: Reader, at: number, end: number, number: number): DateRead | undefined {
  const tens = plainDigits(reader, end) ?? spelledTens(reader, end)
  const word = tens?.size === 2 && tens.value % 10 === 0 ? matchAt(reader, tens.end, decadeMask) : undefined
  return word === undefined ? undefined : decade(at, word.end, (number - 1) * 100 + tens!.value)
}

/** `thế kỷ 19`, `siglo XIX`, `XIX век`, `nineteenth century`. */
function readCenturyWord(reader: Reader, at: number): DateRead | undefined {
  const found = matchAt(reader, at, centuryMask)
  if (found !== undefined) {
    // 上世纪: a century that is named without its number
    if (found.senses[0]!.id !== '') return decadeOfCentury(reader, at, found.end, found.senses[0]!.value)
    const before = matchAt(reader, skipSpaces(reader, found.end), ordinalBeforeMask)
    const from = skipSpaces(reader, before?.end ?? found.end)
    const number = smallNumber(reader, unitAt(reader, from) === dash ? from + 1 : from)
    // w wieku 17 lat: the same word says how old
    const unit = number === undefined ? undefined : matchAt(reader, skipSpaces(reader, number.end), unitMask)
    return number === undefined || findSense(unit, 'unit')?.id === 'year'
      ? undefined
      : century(reader, at, number.end, number.value)
  }
  const ordinal = matchAt(reader, at, ordinalMask)
  const number = ordinal === undefined ? readRoman(reader, at) : {value: ordinal.senses[0]!.value, end: ordinal.end}
  if (number === undefined) return undefined
  let from = skipSpaces(reader, number.end)
  const affix = matchAt(reader, from, ordinalAffixMask)
  if (affix !== undefined || unitAt(reader, from) === dot) from = skipSpaces(reader, affix?.end ?? from + 1)
  const word = matchAt(reader, unitAt(reader, from) === dash ? from + 1 : from, centuryMask)
  return word === undefined ? undefined : century(reader, at, word.end, number.value)
}

/** `FY25`, `FY2025`, `FY2025-26`: letters and digits in one word. `end` is where the letters end. */
export function readFiscal(reader: Reader, at: number, end: number): DateRead | undefined {
  const found = matchAt(reader, at, maskOf('year', 'quarter', 'half-year'))
  const fiscal = findSense(found, 'year')
  if (found === undefined || found.end < end) return undefined
  const from = skipSpaces(reader, end)
  if (fiscal?.id === 'fiscal') {
    const digits = plainDigits(reader, from)
    if (digits === undefined || (digits.size !== 2 && digits.size !== 4)) return undefined
    const year = digits.size === 2 ? fullYear(digits.value, reader.conventions.referenceYear) : digits.value
    const pair = readYears(reader, from)
    if (pair !== undefined) return {...pair, start: at, rule: 'period/fiscal'}
    return period(at, digits.end, String(year), 'period/fiscal')
  }
  const part = readNamedPart(reader, at)
  return part && (readPartRange(reader, part) ?? part)
}

// --- small numbers --------------------------------------------------------------------------------------------------

/** A number up to 99 in digits, Roman numerals or one word. */
function smallNumber(reader: Reader, at: number): {value: number; end: number} | undefined {
  const digits = plainDigits(reader, at)
  if (digits !== undefined)
    return digits.size <= 2 && !isSpacedLetterAt(reader, digits.end)
      ? {value: digits.value, end: digits.end}
      : undefined
  const roman = readRoman(reader, at)
  if (roman !== undefined) return roman
  const word = matchAt(reader, at, ordinalMask)
  return word === undefined || word.senses[0]!.value > 99 ? undefined : {value: word.senses[0]!.value, end: word.end}
}

const romanDigits: Readonly<Record<number, number>> = {105: 1, 118: 5, 120: 10}

/** A Roman numeral in capitals, I to XXXIX, also as one sign (Ⅲ). */
export function readRoman(reader: Reader, at: number): {value: number; end: number} | undefined {
  const sign = unitAt(reader, at)
  if (sign >= 0x2160 && sign <= 0x217b) return {value: ((sign - 0x2160) % 16) + 1, end: at + 1}
  let total = 0
  let last = 100
  let end = at
  while (romanDigits[unitAt(reader, end)] !== undefined && end - at < 8) {
    if (rawUnit(reader, end) === unitAt(reader, end)) return undefined
    const value = romanDigits[unitAt(reader, end)]!
    total += value > last ? value - 2 * last : value
    last = value
    end++
  }
  // XIXe: the ending of an ordinal may be written onto it
  const isOrdinal = isLowerAt(reader, end) && matchAt(reader, end, ordinalAffixMask) !== undefined
  return end === at || (isSpacedLetterAt(reader, end) && !isOrdinal) ? undefined : {value: total, end}
}

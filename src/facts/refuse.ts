import {type Match, maskOf} from '../lexicon/lexicon'
import {classOf, is} from '../text/classes'
import {spelledCoordinateEnd} from './codes'
import {isBareMark, readDigits} from './number/digits'
import {
  findSense,
  isAlone,
  isDigitAt,
  isFreeAt,
  isLetterAt,
  isSpacedLetterAt,
  linkerStart,
  matchAfter,
  matchAt,
  matchBefore,
  type Reader,
  skipSpaces,
  unitAt,
} from './reader'

/** Numbers that are no facts: clock times, phone numbers, identifiers, addresses, versions, list numbers. */

const refuseBefore = maskOf('refuse-before')
const refuseAfter = maskOf('refuse-after')
const refuseAfterOrWord = maskOf('refuse-after', 'function')
const unitMask = maskOf('unit')
const approxMask = maskOf('approx')
const ordinalBefore = maskOf('ordinal-before', 'currency')

const comma = 44
const colon = 58
const dash = 45
const slash = 47
const dot = 46
const plus = 43
const less = 60
const equals = 61
const more = 62

/** Units that, set directly before a digit, make it part of an address, an identifier or code. */
const idBefore = new Set(['_', '@', '#', '=', '&', '\\', '^', '*'].map((char) => char.charCodeAt(0)))
const idAfter = new Set(['_', '@', '=', '\\'].map((char) => char.charCodeAt(0)))

/** End of the clock time or identifier at `at`; 0 when nothing speaks against reading a date or number there. */
export function refusedUntil(reader: Reader, at: number): number {
  const time =
    clockEnd(reader, at) || spokenClockEnd(reader, at) || coordinateEnd(reader, at) || spelledCoordinateEnd(reader, at)
  if (time > 0) return time
  return isIdentifier(reader, at) ? runEnd(reader, at) : 0
}

/** `://` */
const schemeMarks = [colon, slash, slash]

/** End of the web address that starts with the word from `at` to `end` (http, www); 0 when none does. Its escapes are no percentages. */
export function addressEnd(reader: Reader, at: number, end: number): number {
  const isScheme = schemeMarks.every((mark, i) => unitAt(reader, end + i) === mark)
  const isHost = end - at === 3 && unitAt(reader, end) === dot && isWww(reader, at)
  if (!isScheme && !isHost) return 0
  let stop = end
  while (stop < reader.end && classOf[reader.units[stop]!] !== is.space && !isFreeAt(reader, stop)) stop++
  return stop
}

const isWww = (reader: Reader, at: number): boolean => [0, 1, 2].every((i) => unitAt(reader, at + i) === letterW)
const letterW = 119

/** Whether digits that are no date are a phone number or the number of a list item. */
export const isNoAmount = (reader: Reader, at: number): boolean =>
  isAdded(reader, at) || isPhone(reader, at) || isListNumber(reader, at)

/** The second number of a sum: after 90+**3** minutes. */
const isAdded = (reader: Reader, at: number): boolean => unitAt(reader, at - 1) === plus && isDigitAt(reader, at - 2)

/** End of a run of digits and letters with single marks between: 192.168.0.1, 978-3-16-148410-0, A-12/b. */
export function runEnd(reader: Reader, at: number): number {
  let end = at
  while (end < reader.end) {
    if (isDigitAt(reader, end) || isSpacedLetterAt(reader, end)) end++
    else if (
      isJoint(unitAt(reader, end)) &&
      end > at &&
      (isDigitAt(reader, end + 1) || (isSpacedLetterAt(reader, end + 1) && unitAt(reader, end) !== dot))
    )
      end++
    else break
  }
  return Math.max(end, at + 1)
}

const isJoint = (unit: number): boolean =>
  unit === dash ||
  unit === slash ||
  unit === dot ||
  unit === colon ||
  unit === comma ||
  unit === 95 ||
  unit === 64 ||
  unit === 61

/** `10:45`, `10:45:30`, also a score or ratio with a colon. */
function clockEnd(reader: Reader, at: number): number {
  let end = at
  while (isDigitAt(reader, end)) end++
  if (end - at > 3 || unitAt(reader, end) !== colon || !isDigitAt(reader, end + 1)) return 0
  while (unitAt(reader, end) === colon && isDigitAt(reader, end + 1)) {
    end++
    while (isDigitAt(reader, end)) end++
  }
  // 3:53,99 min: a time with its hundredths
  const mark = unitAt(reader, end)
  if ((mark === dot || mark === comma) && isDigitAt(reader, end + 1)) end++
  while (isDigitAt(reader, end)) end++
  return end
}

const degreeSign = 0xb0
const pointsOfTheCompass = new Set([...'nsewo'].map((letter) => letter.charCodeAt(0)))

/** `42°S`, `41.283° S`, `174°27′E`, `21°02'08"N`: degrees with minutes, or before a point of the compass. */
function coordinateEnd(reader: Reader, at: number): number {
  let end = amountEnd(reader, at)
  if (unitAt(reader, end) !== degreeSign) return 0
  end++
  const minutes = skipSpaces(reader, end)
  const stop = amountEnd(reader, minutes)
  let exact = false
  if (stop > minutes && isQuote(unitAt(reader, stop))) {
    exact = true
    end = stop + 1
    while (isQuote(unitAt(reader, end))) end++
    const seconds = amountEnd(reader, skipSpaces(reader, end))
    if (isQuote(unitAt(reader, seconds))) end = seconds + 1
    while (isQuote(unitAt(reader, end))) end++
  }
  const point = skipSpaces(reader, end)
  if (pointsOfTheCompass.has(unitAt(reader, point)) && !isLetterAt(reader, point + 1)) return point + 1
  return exact ? end : 0
}

function amountEnd(reader: Reader, at: number): number {
  let end = at
  while (isDigitAt(reader, end) || (end > at && unitAt(reader, end) === dot && isDigitAt(reader, end + 1))) end++
  return end
}

const quotes = new Set([...`'"′″’”`].map((mark) => mark.charCodeAt(0)))
const isQuote = (unit: number): boolean => quotes.has(unit)

/** `9時30分`, `9시 30분`, `7 giờ 30`: an hour that its word makes a time of day, with the minutes behind it. */
function spokenClockEnd(reader: Reader, at: number): number {
  let end = at
  while (isDigitAt(reader, end)) end++
  const hour = end - at > 2 ? undefined : matchAfter(reader, end, refuseAfter)
  if (hour === undefined) return 0
  const unit = matchAfter(reader, end, unitMask)
  if (unit !== undefined && unit.end > hour.end) return 0
  const from = skipSpaces(reader, hour.end)
  let stop = from
  while (isDigitAt(reader, stop)) stop++
  if (stop === from || stop - from > 2) return 0
  const minutes = matchAfter(reader, stop, unitMask)?.end ?? stop
  let seconds = minutes
  while (isDigitAt(reader, seconds)) seconds++
  if (seconds === minutes || seconds - minutes > 2 || !isFreeAt(reader, minutes - 1)) return minutes
  return matchAt(reader, seconds, unitMask)?.end ?? minutes
}

function isIdentifier(reader: Reader, at: number): boolean {
  const before = unitAt(reader, at - 1)
  const bound = before === equals && (unitAt(reader, at - 2) === less || unitAt(reader, at - 2) === more)
  if (idBefore.has(before) && !bound) return true
  if (before === slash && (isLetterAt(reader, at - 2) || unitAt(reader, at - 2) === slash))
    return !isPriceBefore(reader, at - 2)
  if (before === dot && isSpacedLetterAt(reader, at - 2))
    return isSpacedLetterAt(reader, at - 3) && matchBefore(reader, at, refuseBeforeOrPrefix) === undefined
  if (before === dash && isSpacedLetterAt(reader, at - 2))
    return (
      matchBefore(reader, at, ordinalBefore) === undefined &&
      matchBefore(reader, at - 1, ordinalBefore) === undefined &&
      !followsPrefix(reader, at) &&
      linkerStart(reader, at) === at
    )
  let end = at
  while (isDigitAt(reader, end)) end++
  const after = unitAt(reader, end)
  return idAfter.has(after) || (after === dot && isFileName(reader, end + 1))
}

/** Whether the letters before the dash at `at - 1` are a particle of the language. */
function followsPrefix(reader: Reader, at: number): boolean {
  let from = at - 1
  while (isSpacedLetterAt(reader, from - 1)) from--
  const word = String.fromCharCode(...reader.units.subarray(from, at - 1))
  return reader.lexicon.prefixes.some((prefix) => prefix === word || prefix === `${word}-`)
}

const refuseBeforeOrPrefix = maskOf('refuse-before', 'ordinal-before', 'currency', 'approx')
const isPriceBefore = (reader: Reader, at: number): boolean =>
  isLetterAt(reader, at) && classOf[unitAt(reader, at)] === is.unspaced

const fileEndings = new Set([
  'jpg',
  'jpeg',
  'png',
  'gif',
  'webp',
  'svg',
  'pdf',
  'doc',
  'docx',
  'xls',
  'xlsx',
  'zip',
  'html',
  'htm',
  'php',
  'mp3',
  'mp4',
  'css',
  'js',
  'json',
  'xml',
  'csv',
  'txt',
  'com',
  'org',
  'net',
])

/** Whether a file ending of latin letters stands at `at`. */
function isFileName(reader: Reader, at: number): boolean {
  if (!isSpacedLetterAt(reader, at)) return false
  let end = at
  while (isSpacedLetterAt(reader, end) && end - at < 6) end++
  return fileEndings.has(String.fromCharCode(...reader.units.subarray(at, end)))
}

/** `+84 277 3851 234`, `02-123-4567`, `(021) 8812 3456`, `0277 3851 234`. */
function isPhone(reader: Reader, at: number): boolean {
  const before = unitAt(reader, at - 1)
  const groups: number[] = []
  let end = at
  let dashes = 0
  for (;;) {
    const from = end
    while (isDigitAt(reader, end)) end++
    groups.push(end - from)
    const mark = unitAt(reader, end)
    const wide = mark === 32 || mark === dash || mark === dot || mark === 41
    if (!wide || groups.length > 6) break
    let next = end + 1
    if (mark === 41 && (unitAt(reader, next) === 32 || unitAt(reader, next) === dash)) next++
    if (!isDigitAt(reader, next)) break
    if (mark === dash || mark === 41) dashes++
    end = next
  }
  const total = groups.reduce((sum, size) => sum + size, 0)
  const first = groups[0]!
  if (before === plus) return total >= 6
  const zero = unitAt(reader, at) === 48
  // A leading zero before more digits is no amount: 0277, 021; dates have been read before.
  if (zero && first > 1) return !isPadded(reader, at, first) && !isBareMark(reader, at - 1)
  if (groups.length >= 3 && dashes >= 2) return true
  // "100-1000 gram": a larger second end with a word behind it is a range
  if (groups.length === 2 && first < groups[1]! && unitAt(reader, end) === 32 && isLetterAt(reader, end + 1))
    return false
  return (
    groups.length >= 2 &&
    dashes >= 1 &&
    total >= 7 &&
    groups.every((size) => size >= 3) &&
    !groups.every((size) => size === 4)
  )
}

/** `05`, `01,10`: a few digits with a leading zero that fill a cell. */
const isPadded = (reader: Reader, at: number, size: number): boolean =>
  size <= longestPadded && isAlone(reader, at, readDigits(reader, at)?.end ?? at)
const longestPadded = 4

/** `1. Introduction`, `2) …` at the start of a block. */
function isListNumber(reader: Reader, at: number): boolean {
  if (at !== reader.start && !(at === reader.start + 1 && unitAt(reader, reader.start) === 40)) return false
  let end = at
  while (isDigitAt(reader, end)) end++
  const mark = unitAt(reader, end)
  if (end - at > 2 || (mark !== dot && mark !== 41)) return false
  const next = unitAt(reader, end + 1)
  return next === 32 && isLetterAt(reader, end + 2)
}

const nameBefore = (reader: Reader, start: number): Match | undefined => {
  const found = matchBefore(reader, start, refuseBefore)
  return found?.senses.some(({id}) => id === '' || id === 'street') ? found : undefined
}

const functionMask = maskOf('function')

/** Whether a word for a street stands before the date at `start`, perhaps with one of grammar between: ul. 3 Maja, rue du 8 mai 1945. */
export function isStreetBefore(reader: Reader, start: number): boolean {
  const link = matchBefore(reader, start, functionMask)
  return [start, link?.start ?? start].some(
    (at) => matchBefore(reader, at, refuseBefore)?.senses.some(({id}) => id === 'street') ?? false,
  )
}

/** Whether a word before the number makes it a name: Article 5, P.O. Box 2041. */
export const isNamedBefore = (reader: Reader, start: number): boolean => nameBefore(reader, start) !== undefined

/** Whether a word before the number makes an hour of the day of it (à 16 heures), or years of age of a decade (in her 30s). */
export const isHourOrAge = (reader: Reader, start: number, what: 'clock' | 'decade'): boolean =>
  matchBefore(reader, start, refuseBefore)?.senses.some(({id}) => id === what) ?? false

/** Whether a word beside the number makes it a name: Article 5, Route 66, page 12. */
export function isNamed(reader: Reader, start: number, end: number): boolean {
  let before = start
  // "No. 5", "Tel: 5", "§ 5"
  while (
    before > reader.start &&
    (unitAt(reader, before - 1) === 32 || unitAt(reader, before - 1) === colon || unitAt(reader, before - 1) === dot)
  )
    before--
  const named = nameBefore(reader, start) ?? nameBefore(reader, before)
  // "con số 832": a longer phrase about the number beats the word in it
  const about = named === undefined ? undefined : matchBefore(reader, start, approxMask)
  if (named !== undefined && !(about !== undefined && about.start < named.start)) return true
  if (unitAt(reader, before - 1) === 0xa7 || unitAt(reader, before - 1) === 0x2116) return true
  return findSense(matchAfter(reader, end, refuseAfterOrWord), 'refuse-after') !== undefined
}

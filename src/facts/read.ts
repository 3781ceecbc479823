import {isAnchor, isFreeAnchor, type Mask, type Match, maskOf} from '../lexicon/lexicon'
import {sense} from '../lexicon/senses'
import {classOf, is} from '../text/classes'
import {readAmount} from './amount'
import {describe, isLowerBound, isUpperBound, relate} from './around'
import {type Day, isoOf, shift, weekdayOf} from './calendar'
import {followsDigits, isPartOfCode} from './codes'
import {type DateRead, gregorian} from './date'
import {readDate, weekdayAt} from './date-range'
import {decimalOf, isNegative, toNumber} from './decimal'
import {type Draft, noFactRule} from './draft'
import {isInsideWord, type Measure, measureAfter, measureBefore} from './measure'
import {readNthBehind} from './nth'
import {type NumberRead, readNumber} from './number'
import {readOrdinalWords} from './number/ordinal'
import {firstMonths, isOtherEra, readFiscal, readPeriod, readRoman} from './period'
import {
  type Conventions,
  findSense,
  isAlone,
  isDigitAt,
  isFreeAt,
  isLetterAt,
  isSpacedLetterAt,
  isTibetan,
  linkerStart,
  matchAfter,
  matchAt,
  matchBefore,
  type Reader,
  skipEnding,
  skipSpaces,
  skipSpacesBack,
  unitAt,
  upTo,
  wordEnd,
  wordStart,
} from './reader'
import {
  addressEnd,
  isHourOrAge,
  isNamed,
  isNamedBefore,
  isNoAmount,
  isStreetBefore,
  refusedUntil,
  runEnd,
} from './refuse'
import {lengthOf} from './time-units'

const yearMask = maskOf('year')
const yearAfterMask = maskOf('year', 'era')
const approxMask = maskOf('approx')
const multipleMask = maskOf('multiple', 'multiple-loose')
const grammarMask = maskOf('function', 'to', 'approx-after')
const spanMask = maskOf('span')
const weekdayMask = maskOf('weekday')
const currencyMask = maskOf('currency')
const classifierMask = maskOf('classifier')
const relativeMask = maskOf('relative')
const monthMask = maskOf('month')
const changeMask = maskOf('change')
const minusMask = maskOf('minus')
const quarterOrYear = maskOf('year', 'quarter', 'half-year')

/** The facts of one block, in text order. One pass: anchors first, then their neighbours. */
export function readFacts(reader: Reader): Draft[] {
  const drafts: Draft[] = []
  const {units, end, lexicon} = reader
  let floor = reader.start
  let i = reader.start
  while (i < end) {
    const kind = classOf[units[i]!]!
    let next = i + 1
    let draft: Draft | undefined
    if (kind === is.digit) {
      const refused = refusedUntil(reader, i)
      if (refused > 0) next = refused
      else {
        draft = readAtDigit(reader, i, floor)
        if (draft === undefined) next = runEnd(reader, i)
      }
    } else if (kind === is.letter || kind === is.mark) {
      next = wordEnd(reader, i)
      const address = addressEnd(reader, i, next)
      if (address > 0) next = address
      else if (isDigitAt(reader, next)) {
        draft = readMixed(reader, i, next, floor)
        if (draft === undefined && isPrefixed(reader, i, next)) next = skipDash(reader, next)
        else if (draft === undefined) next = runEnd(reader, i)
      } else if (!isCompoundPart(reader, i) && (mayStart(reader, i, next) || startsRoman(reader, i)))
        draft = readAtWord(reader, i, floor)
    } else if ((kind === is.unspaced && !isStacked(reader, i)) || (kind === is.hangul && !isLetterAt(reader, i - 1))) {
      if (isFreeAnchor(lexicon, units, i, end)) draft = readAtWord(reader, i, floor)
    } else if (kind === is.numeral || units[i] === 39) {
      draft = readAtWord(reader, i, floor)
    }
    const shield =
      draft?.spelled && !isNegated(draft) && !isAlone(reader, draft.start, draft.end) ? shieldEnd(reader, i, draft) : 0
    if (shield > 0) {
      draft = undefined
      next = shield
    }
    if (draft !== undefined && draft.end > i) {
      if (draft.start < floor) draft.start = Math.max(draft.start, floor)
      describe(reader, draft, floor)
      const last = drafts[drafts.length - 1]
      if (draft.rule !== noFactRule && (last === undefined || !joinBounds(reader, last, draft))) drafts.push(draft)
      floor = draft.end
      next = draft.end
    }
    i = next
  }
  relate(reader, drafts)
  return drafts
}

/** A word for minus before it makes a number of any numeral. */
const isNegated = ({value}: Draft): boolean => value !== undefined && isNegative(value)

const shieldMask = maskOf('function', 'weekday')

/** End of a longer word of grammar or weekday in which the numeral is only a part (năm nay, 一起, thứ hai); else 0. */
function shieldEnd(reader: Reader, at: number, draft: Draft): number {
  // ერთ დღეს is one day, not today
  if (draft.rule.endsWith('/relative')) return shieldFromBefore(reader, at)
  if (draft.kind === 'date' || draft.kind === 'period') return 0
  const found = matchAt(reader, at, shieldMask)
  if (found !== undefined && found.end >= draft.end && found.end > at + 1) return found.end
  return shieldFromBefore(reader, at)
}

/** The same for a phrase that starts before the numeral and covers it: cả năm, 数十. */
function shieldFromBefore(reader: Reader, at: number): number {
  const starts = isFreeAt(reader, at) ? [at - 1, at - 2] : [wordStart(reader, skipSpacesBack(reader, at))]
  const covered = isFreeAt(reader, at) ? at + 1 : wordEnd(reader, at)
  for (const start of starts) {
    if (start < reader.start || start >= at || isDigitAt(reader, start)) continue
    const found = matchAt(reader, start, shieldMask)
    if (found !== undefined && found.end >= covered) return found.end
  }
  return 0
}

/** `more than 100 and less than 300`, `100以上300以下`: two bounds of one thing are a range; the first draft takes the second in. */
function joinBounds(reader: Reader, first: Draft, second: Draft): boolean {
  const [low, high] = isLowerBound(first.approx) ? [first, second] : [second, first]
  if (!isLowerBound(low.approx) || !isUpperBound(high.approx) || !sameThing(first, second)) return false
  if (low.value === undefined || high.value === undefined || toNumber(low.value) >= toNumber(high.value)) return false
  if (!isLinked(reader, skipEnding(reader, first.end), second.start, mostLinks)) return false
  const kind = second.kind === 'count' ? 'count' : first.kind
  Object.assign(first, {
    kind,
    end: second.end,
    min: low.value,
    max: high.value,
    ...(low.iso === undefined ? {} : {iso: `${low.iso}/${high.iso}`}),
    value: undefined,
    other: undefined,
    approx: undefined,
    noun: second.noun ?? first.noun,
    rule: `${kind}/bounds`,
  })
  return true
}

const boundKinds: ReadonlySet<string> = new Set([
  'percentage',
  'money',
  'quantity',
  'count',
  'number',
  'age',
  'duration',
])
const plainKinds: ReadonlySet<string> = new Set(['count', 'number'])

const sameThing = (first: Draft, second: Draft): boolean =>
  boundKinds.has(first.kind) &&
  (first.kind === second.kind || (plainKinds.has(first.kind) && plainKinds.has(second.kind))) &&
  first.unit === second.unit &&
  first.currency === second.currency

/** Words and marks between two bounds: `100以上、300以下`, more than 100 but, at the same time, less than 300. */
const mostLinks = 6
const linkMasks = [maskOf('approx'), maskOf('approx-after'), maskOf('joiner', 'function')]
const commas = new Set([',', '،', '，', '、'].map((mark) => mark.charCodeAt(0)))

/** Whether nothing but limits, joiners and words of grammar stands between two positions. */
function isLinked(reader: Reader, from: number, to: number, links: number): boolean {
  const at = skipSpaces(reader, from)
  if (at >= to || links === 0) return at === to
  if (commas.has(unitAt(reader, at))) return isLinked(reader, at + 1, to, links - 1)
  return linkMasks.some((mask) => {
    const found = matchAt(reader, at, mask)
    return found !== undefined && isLinked(reader, found.end, to, links - 1)
  })
}

/** Whether the letter stands under the one before it (Khmer coeng, Burmese virama): no word starts there. */
const isStacked = (reader: Reader, at: number): boolean => {
  const before = unitAt(reader, at - 1)
  return before === 0x17d2 || before === 0x1039
}

/** Whether a Roman numeral in capitals may stand here: XIX century. */
const startsRoman = (reader: Reader, at: number): boolean => {
  const unit = reader.units[at]!
  return (unit === 105 || unit === 118 || unit === 120) && readRoman(reader, at) !== undefined
}

/** The second half of a hyphenated word (kedua-dua, twenty-odd) starts nothing. */
const isCompoundPart = (reader: Reader, at: number): boolean =>
  unitAt(reader, at - 1) === 45 && isSpacedLetterAt(reader, at - 2)

/** Whether the word may start a fact by itself, by the lexicon's filter. */
function mayStart({lexicon, units}: Reader, from: number, to: number): boolean {
  if (isAnchor(lexicon, units, from, to)) return true
  for (const prefix of lexicon.prefixes) {
    const start = from + prefix.length
    if (start + 1 < to && units[from] === prefix.charCodeAt(0) && isAnchor(lexicon, units, start, to)) return true
  }
  return false
}

const prefixDash = 45
const skipDash = (reader: Reader, at: number): number => (unitAt(reader, at) === prefixDash ? at + 1 : at)

/** Whether the letters from `at` to `end` are a particle that the language writes onto numbers: am የ44, zu engu-30, he ב-2018. */
function isPrefixed(reader: Reader, at: number, end: number): boolean {
  if (linkerStart(reader, end) === at) return true
  return reader.lexicon.prefixes.some(
    (prefix) => prefix.replace('-', '').length === end - at && startsWithUnits(reader, at, prefix),
  )
}

function startsWithUnits(reader: Reader, at: number, phrase: string): boolean {
  for (let i = 0; i < phrase.length; i++)
    if (phrase.charCodeAt(i) !== prefixDash && unitAt(reader, at + i) !== phrase.charCodeAt(i)) return false
  return true
}

/** A date, or the part of a month that is named behind it. */
function readDateOrPart(reader: Reader, at: number): DateRead | undefined {
  const date = readDate(reader, at)
  const {year, month, day} = date?.day ?? {}
  if (date === undefined || year === undefined || month === undefined || day !== undefined) return date
  return readNthBehind(reader, {year, month, start: date.start, end: date.end}) ?? date
}

const dateDraft = (found: DateRead): Draft => ({
  start: found.start,
  end: found.end,
  kind: found.kind,
  rule: found.rule,
  iso: found.iso,
  otherIso: found.other,
  spelled: false,
})

function readAtDigit(reader: Reader, at: number, floor: number): Draft | undefined {
  const period = readPeriod(reader, at)
  if (period !== undefined) return dateDraft(period)
  const date = readDateOrPart(reader, at)
  if (date !== undefined) return isStreetBefore(reader, at) ? {...dateDraft(date), rule: noFactRule} : dateDraft(date)
  if (isNoAmount(reader, at)) return undefined
  const number = readNumber(reader, at)
  if (number === undefined) return undefined
  const year = readYear(reader, number)
  if (year !== undefined) return year
  return settle(reader, number, floor)
}

/** The fact of a number, or none where its surroundings make it a name. */
function settle(reader: Reader, number: NumberRead, floor: number): Draft | undefined {
  const draft = readAmount(reader, number, floor)
  if (draft === undefined || isRefused(reader, number, draft)) return undefined
  if (isPartOfCode(reader, number, draft)) return undefined
  if (draft.kind === 'number' || draft.kind === 'count' || draft.kind === 'ordinal') {
    if (isNamed(reader, draft.start, draft.end) || isGluedToWord(reader, draft)) return undefined
    if (number.plain && (runsOnWithDash(reader, draft.end) || number.end - number.start > 15)) return undefined
  }
  if (
    draft.kind === 'multiplier' &&
    number.plain &&
    toNumber(number.value) > 200 &&
    isSpacedLetterAt(reader, number.end)
  )
    return undefined
  return draft
}

const refuseAfterMask = maskOf('refuse-after')
const refuseBeforeMask = maskOf('refuse-before')
const clockUnits = new Set(['hour', 'minute', 'second'])

/** Clock times and names whose words are also units: 7 giờ sáng, 8 గంటలకు, à 8 heures. */
function isRefused(reader: Reader, number: NumberRead, draft: Draft): boolean {
  const after = matchAt(reader, skipSpaces(reader, number.end), refuseAfterMask)
  if (after !== undefined && after.end > draft.end) return true
  // 数十亿元: a word that makes a spelled number vague stands against it
  if (
    draft.spelled &&
    isFreeAt(reader, number.start) &&
    matchBefore(reader, number.start, refuseBeforeMask)?.end === number.start
  )
    return true
  // 公元前221年, 44 BC, 1444 هـ: years and centuries of such eras are not read
  if (isOtherEra(reader, number.start, draft.end) || isBesideOtherMonth(reader, number)) return true
  if (draft.kind !== 'duration') return false
  if (isHourOrAge(reader, draft.start, 'decade')) return true
  if (draft.unit === 'hour' && isClockHour(draft) && isHourOrAge(reader, draft.start, 'clock')) return true
  // 17时49分19秒: seconds behind minutes that are no duration
  if (draft.unit === 'second' && isFreeAt(reader, draft.start - 1) && isDigitAt(reader, draft.start - 2)) return true
  // ч. 1 ст. 185: part 1 of article 185, no century
  if (isDigitAt(reader, skipSpaces(reader, draft.end)) && isNamedBefore(reader, number.start)) return true
  if (!clockUnits.has(draft.unit ?? '')) return false
  return isClock(reader, number, draft) || isNamed(reader, draft.start, draft.end)
}

/** `19.30 hodin`, `20.15 h` where decimals have a comma; `19 h 30`, which is a time of day or a length of time. */
function isClock(reader: Reader, number: NumberRead, draft: Draft): boolean {
  if (draft.unit !== 'hour' || number.spelled) return false
  if (unitAt(reader, number.end - 3) === 46) return reader.lexicon.settings.get('decimal') === ','
  return isLetterAt(reader, draft.end - 1) && !isLetterAt(reader, draft.end - 2) && isDigitAt(reader, draft.end + 1)
}

const isClockHour = ({value, max}: Draft): boolean => toNumber((max ?? value)!) <= 24

/** `1 Muharram`, `Muharram 1444`: days and years beside a month of a calendar that is not converted. */
const isBesideOtherMonth = (reader: Reader, number: NumberRead): boolean =>
  [matchAt(reader, skipSpaces(reader, number.end), monthMask), matchBefore(reader, number.start, monthMask)].some(
    (month) => findSense(month, 'month')?.id.includes('-') === true,
  )

/** Words and numbers between a month and its year. */
const mostBetween = 3

/** `ኅዳር 15 ቀን 2018`: a year a few words behind a month of a calendar that is not converted. */
function followsOtherMonth(reader: Reader, start: number): boolean {
  let at = start
  for (let words = 0; words < mostBetween; words++) {
    const month = matchBefore(reader, at, monthMask)
    if (month !== undefined) return findSense(month, 'month')!.id.includes('-')
    at = skipSpacesBack(reader, at)
    if (isDigitAt(reader, at - 1)) while (isDigitAt(reader, at - 1)) at--
    else if (isSpacedLetterAt(reader, at - 1)) at = wordStart(reader, at)
    else return false
  }
  return false
}

/** `787-9`, `4-1`: a dash and more digits that made no range. */
const runsOnWithDash = (reader: Reader, end: number): boolean =>
  unitAt(reader, end) === 45 && isDigitAt(reader, end + 1)

/** `3D`, `5G`, `4-door`: letters glued to a number that no lexicon knows make a name of it. */
function isGluedToWord(reader: Reader, draft: Draft): boolean {
  const at = draft.end
  if (!isSpacedLetterAt(reader, at) || draft.spelled || !isDigitAt(reader, at - 1) || draft.kind === 'ordinal')
    return false
  if (isTibetan(reader.units[at]!)) return false
  // A classifier, an ending or an approximator may be written onto the number.
  if (draft.noun?.start === at || draft.approx !== undefined) return false
  return !reader.lexicon.suffixes.has(
    String.fromCharCode(...reader.units.subarray(at, Math.min(wordEnd(reader, at), at + 24))),
  )
}

/** A plain number of four digits that stands for a year. */
function readYear(reader: Reader, number: NumberRead): Draft | undefined {
  if (!number.plain) return undefined
  const size = number.end - number.start
  if (size < 3 || size > 4 || followsOtherMonth(reader, number.start) || isBesideOtherMonth(reader, number))
    return undefined
  if (isOtherEra(reader, number.start, number.end)) return undefined
  const value = toNumber(number.value)
  const before = matchBefore(reader, number.start, yearMask)
  const after = matchAt(reader, skipSpaces(reader, number.end), yearAfterMask)
  const glued = after !== undefined && after.start === number.end && isFreeAt(reader, number.end)
  const found = (end: number, year: number, rule: string): Draft => ({
    start: number.start,
    end,
    kind: 'date',
    rule,
    iso: String(year).padStart(4, '0'),
    spelled: false,
  })
  // tahun 1445H: with letters that are no ending it is no year
  if (after === undefined && skipEnding(reader, number.end) === number.end && isSpacedLetterAt(reader, number.end))
    return undefined
  const named = readDate(upTo(reader, number.end), number.start)
  if (named !== undefined) return dateDraft(named)
  const year = gregorian(reader, value)
  const mark = findSense(after, 'year')
  if (mark?.id === 'fiscal' && size === 4 && glued) return {...found(after!.end, year, 'period/fiscal'), kind: 'period'}
  if (mark !== undefined && mark.id !== 'fiscal' && size === 4)
    return found(glued ? after!.end : number.end, year, 'date/year-word')
  if (findSense(before, 'year')?.id === 'fiscal' && size === 4)
    return {...found(number.end, year, 'period/fiscal'), start: before!.start, kind: 'period'}
  if (size === 3 && isLetterAt(reader, skipSpaces(reader, number.end))) return undefined
  if (before !== undefined && isYearHere(reader, number))
    return isNamedBefore(reader, number.start) ? undefined : found(number.end, year, 'date/year-word')
  if (size !== 4 || value < 1700 || value > 2099 || !isYearHere(reader, number)) return undefined
  if (followsDigits(reader, number.start) || isNamedBefore(reader, number.start) || isLevel(reader, number.start))
    return undefined
  return found(number.end, year, 'date/year')
}

/** `Sh 2057 kutoka 2060`: behind an amount without a unit and a word for from stands another amount. */
function isLevel(reader: Reader, at: number): boolean {
  const from = matchBefore(reader, at, changeMask)
  return findSense(from, 'change')?.id === 'from' && isDigitAt(reader, skipSpacesBack(reader, from!.start) - 1)
}

/** Whether nothing beside the number makes it an amount. */
function isYearHere(reader: Reader, number: NumberRead): boolean {
  if (isBehindPrefix(reader, number.start)) return false
  const after = measureAfter(reader, number.end)
  if (after !== undefined && after.end > number.end && !isOrdinalYear(reader, number, after)) return false
  if (matchAt(reader, skipSpaces(reader, number.end), classifierMask) !== undefined) return false
  const before = measureBefore(reader, number.start, reader.start)
  return before === undefined || before.kind === 'duration' || before.kind === 'quantity'
}

/** `до 2030-го`, `у 2025-му`: an ordinal of four digits that the word for the year is left out behind. */
const isOrdinalYear = (reader: Reader, {value, end}: NumberRead, {kind}: Measure): boolean =>
  kind === 'ordinal' && unitAt(reader, end) === prefixDash && toNumber(value) >= 1900

/** `0800 1971 329`: digits with a leading zero before it make it part of a phone number. */
function isBehindPrefix(reader: Reader, at: number): boolean {
  let from = at - 1
  if (unitAt(reader, from) !== 32 || !isDigitAt(reader, from - 1)) return false
  while (isDigitAt(reader, from - 1)) from--
  return unitAt(reader, from) === 48 && !isLetterAt(reader, from - 1) && at - from > 3
}

// --- words ----------------------------------------------------------------------------------------------------------

const periodMask = maskOf(
  'quarter',
  'half-year',
  'century',
  'ordinal',
  'ordinal-before',
  'cardinal',
  'era',
  'last',
  'decade',
)
const dateMask = maskOf('month', 'date-part', 'era', 'ordinal', 'cardinal')
const numeralMask = maskOf('cardinal', 'digit', 'scale', 'half', 'fraction', 'minus')
const openingMask = maskOf(
  'digit',
  'quarter',
  'half-year',
  'century',
  'ordinal',
  'cardinal',
  'month',
  'date-part',
  'era',
  'scale',
  'half',
  'fraction',
  'multiple',
  'multiple-loose',
  'relative',
  'ordinal-before',
  'last',
  'decade',
  'span',
)

const hasAny = (found: Match | undefined, mask: Mask): boolean =>
  found?.senses.some(({kind}) => (kind < 31 ? (mask.low >> kind) & 1 : (mask.high >> (kind - 31)) & 1)) ?? false

/** Whether a phrase at `at` has one of the senses: the longest one, or a shorter one in it (last, of "last week"). */
const opens = (found: Match | undefined, reader: Reader, at: number, mask: Mask): boolean =>
  hasAny(found, mask) || (found !== undefined && matchAt(reader, at, mask) !== undefined)

/** A fact that starts with a word. What the word can mean decides what is tried. */
function readAtWord(reader: Reader, at: number, floor: number): Draft | undefined {
  const found = matchAt(reader, at, openingMask)
  const spelledOut = found === undefined && (reader.lexicon.glued || !isLetterAt(reader, at))
  if (opens(found, reader, at, periodMask) || readRoman(reader, at) !== undefined) {
    const period = readPeriod(reader, at)
    if (period !== undefined) return dateDraft(period)
  }
  if (opens(found, reader, at, dateMask) || unitAt(reader, at) === 39) {
    const date = readDateOrPart(reader, at)
    if (date !== undefined) return dateDraft(date)
  }
  const relative = found === undefined ? undefined : readRelative(reader, at)
  if (relative !== undefined) return relative
  const number = spelledOut || hasAny(found, numeralMask) ? readNumber(reader, at) : undefined
  if (number !== undefined) {
    const value = toNumber(number.value)
    // sıfırın altında: zero in a word for minus
    if ((matchAt(reader, at, minusMask)?.end ?? 0) > number.end) return undefined
    const months = Number.isInteger(value) ? firstMonths(reader, at, number.end, value) : undefined
    if (months !== undefined) return dateDraft(months)
    const draft = settle(reader, number, floor)
    if (draft !== undefined) return draft
  }
  return found === undefined ? undefined : (readSpan(reader, at) ?? readMultiple(reader, at) ?? readOrdinal(reader, at))
}

/** `عامين`, `полчаса`, `all day`: a duration that no number stands beside. */
function readSpan(reader: Reader, at: number): Draft | undefined {
  const found = matchAt(reader, at, spanMask)
  if (found === undefined) return undefined
  const iso = found.senses[0]!.id
  return {start: at, end: found.end, kind: 'duration', rule: 'duration/word', ...lengthOf(iso), iso, spelled: true}
}

/** `double`, `gấp đôi`. */
function readMultiple(reader: Reader, at: number): Draft | undefined {
  const found = matchAt(reader, at, multipleMask)
  if (found === undefined || isNamed(reader, at, found.end)) return undefined
  if (
    found.senses.every(({kind}) => kind === sense['multiple-loose']) &&
    matchAfter(reader, found.end, grammarMask) === undefined &&
    matchBefore(reader, at, approxMask) === undefined
  )
    return undefined
  return {
    start: at,
    end: found.end,
    kind: 'multiplier',
    rule: 'multiplier/word',
    value: decimalOf(found.senses[0]!.value),
    spelled: true,
  }
}

const ordinalBeforeMask = maskOf('ordinal-before')

/** `第十二`: the whole numeral behind the sign of the ordinal. */
function readAffixed(reader: Reader, at: number): Draft | undefined {
  const before = matchAt(reader, at, ordinalBeforeMask)
  const number = before === undefined ? undefined : readNumber(reader, before.end)
  if (number === undefined || number.fraction) return undefined
  return {
    start: at,
    end: number.end,
    kind: 'ordinal',
    rule: 'ordinal/before-number',
    value: number.value,
    spelled: number.spelled,
  }
}

/** `third`, `ketiga`. */
function readOrdinal(reader: Reader, at: number): Draft | undefined {
  const affixed = isFreeAt(reader, at) ? readAffixed(reader, at) : undefined
  if (affixed !== undefined) return affixed
  const found = readOrdinalWords(reader, at)
  return found === undefined
    ? undefined
    : {start: at, end: found.end, kind: 'ordinal', rule: 'ordinal/word', value: found.value, spelled: true}
}

/** `yesterday`, `last week`, `this quarter`: dates and periods only when a day to count from is given. */
function readRelative(reader: Reader, at: number): Draft | undefined {
  const {reference} = reader.conventions
  const found = reference === undefined ? undefined : matchAt(reader, at, relativeMask)
  if (reference === undefined || found === undefined) return undefined
  const [amount, unit = 'day'] = found.senses[0]!.id.split(' ')
  const day = unit === 'week' ? weekdayBeside(reader, found) : undefined
  if (day !== undefined) {
    const iso = isoOf(shift(mondayOf(reference, Number(amount)), day.weekday - 1, 'day'))
    return {start: day.start, end: day.end, kind: 'date', rule: 'date/relative', iso, spelled: true}
  }
  const iso = relativeIso(reference, Number(amount), unit)
  const kind = unit === 'week' || unit === 'quarter' ? 'period' : 'date'
  return iso === undefined ? undefined : {start: at, end: found.end, kind, rule: `${kind}/relative`, iso, spelled: true}
}

/** A weekday with its week: Monday last week, thứ Hai tuần này, 지난주 월요일. */
function weekdayBeside(reader: Reader, week: Match): {weekday: number; start: number; end: number} | undefined {
  const before = matchBefore(reader, week.start, weekdayMask)
  if (before !== undefined) return {weekday: before.senses[0]!.value, start: before.start, end: week.end}
  const behind = weekdayAt(reader, skipSpaces(reader, week.end))
  return behind && {weekday: behind.senses[0]!.value, start: week.start, end: behind.end}
}

type Reference = NonNullable<Conventions['reference']>

/** The Monday so many weeks after the week of `reference`. */
const mondayOf = (reference: Reference, weeks: number): Required<Day> =>
  shift(reference, weeks * 7 + 1 - weekdayOf(reference.year, reference.month, reference.day), 'day') as Required<Day>

/** The day, week from Monday, month, quarter or year so many after the one of `reference`. */
function relativeIso(reference: Reference, amount: number, unit: string): string | undefined {
  if (unit === 'week') {
    const monday = mondayOf(reference, amount)
    return `${isoOf(monday)}/${isoOf(shift(monday, 6, 'day'))}`
  }
  if (unit === 'quarter') {
    const {year, month} = shift(reference, amount * 3, 'month')
    return `${year}-Q${Math.ceil(month! / 3)}`
  }
  return unit === 'day' || unit === 'month' || unit === 'year' ? isoOf(shift(reference, amount, unit)) : undefined
}

/** Arabic letters do not join digits: a forgotten space before a measured number is seen by nobody. */
const isArabic = (unit: number): boolean => unit >= 0x620 && unit <= 0x6ff
const measuredKinds: ReadonlySet<string> = new Set([
  'percentage',
  'percentage-point',
  'money',
  'quantity',
  'duration',
  'age',
])

/** Letters with digits glued to them: `USD100`, `Q3`, `FY25`, `Rp5.000`; most such words are names. */
function readMixed(reader: Reader, at: number, digits: number, floor: number): Draft | undefined {
  if (matchAt(reader, at, quarterOrYear) !== undefined) {
    const fiscal = readFiscal(reader, at, digits)
    if (fiscal !== undefined) return dateDraft(fiscal)
  }
  const last = reader.units[digits - 1]!
  const isApart = isArabic(last) || isTibetan(last)
  const draft = isApart || startsAmount(reader, at, digits) ? readAtDigit(reader, digits, floor) : undefined
  if (isApart && draft !== undefined && (isTibetan(last) || measuredKinds.has(draft.kind))) return draft
  const used = draft !== undefined && (draft.start < digits || matchAt(reader, at, approxMask)?.end === digits)
  return used ? draft : undefined
}

/** Whether the letters before the digits are a currency or an ordinal prefix. */
function startsAmount(reader: Reader, at: number, digits: number): boolean {
  for (let from = at; from < digits; from++) {
    const found = matchAt(
      upTo(reader, digits),
      from,
      from === at ? maskOf('currency', 'ordinal-before', 'approx') : currencyMask,
    )
    if (found?.end === digits && (from === at || (digits - from > 1 && !isInsideWord(reader, from)))) return true
  }
  return false
}

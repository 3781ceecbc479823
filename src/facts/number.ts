import {type Match, maskOf, matchWithin, type Sense} from '../lexicon/lexicon'
import {type SenseName, sense} from '../lexicon/senses'
import type {Approx} from '../page'
import {classOf, is} from '../text/classes'
import {add, type Decimal, decimalOf, decimalOfDigits, divide, multiply, scaled, toNumber} from './decimal'
import {
  digitsBetween,
  isAlone,
  isDigitAt,
  isFreeAt,
  isLetterAt,
  isSpacedLetterAt,
  isUpperAt,
  matchAfter,
  matchAt,
  matchBefore,
  type Reader,
  rawUnit,
  skipSpaces,
  unitAt,
  upTo,
  wordEnd,
} from './reader'
import {timeUnits} from './time-units'

/** A number as it stands in the text, without sign, unit and approximator. */
export interface NumberRead {
  readonly start: number
  readonly end: number
  readonly value: Decimal
  /** The other reading of `1.200`, where neither language nor page settles it. */
  readonly other?: Decimal
  /** Written in words, at least in part. */
  readonly spelled: boolean
  /** ASCII digits only: what dates, years and identifiers are made of. */
  readonly plain: boolean
  /** A written fraction: ½, 2/3, two thirds. */
  readonly fraction: boolean
  /** An approximator inside: 900多万. */
  readonly approx?: Approx
  /** The last scale, hundred included; 1 where there is none. */
  readonly unit?: number
  /** Ends in an ordinal: forty-second. */
  readonly ordinal?: boolean
  /** Has a scale word: 3 million, 6万5千. */
  readonly scale: boolean
  /** Value before the last scale word, and that scale: what a range in front of it may borrow. */
  readonly base?: Decimal
  readonly scaleValue?: number
}

const numberMask = maskOf('cardinal', 'scale', 'fraction', 'half')
const digitMask = maskOf('digit')
const termMask = maskOf('cardinal', 'digit', 'scale')
const cardinalMask = maskOf('cardinal')
const pieceMask = maskOf('cardinal', 'scale', 'joiner')
const scaleMask = maskOf('scale', 'half')
const joinerMask = maskOf('joiner')
const pointMask = maskOf('point')
const denominatorMask = maskOf('denominator')
const partMask = maskOf('part')
const ordinalMask = maskOf('ordinal')
const fractionMask = maskOf('fraction')
const ageMask = maskOf('age')
const dateJoinerMask = maskOf('date-joiner')
const betweenMask = maskOf('between')
const percentMask = maskOf('percent')
const grammarMask = maskOf('function', 'date-joiner', 'percent')
const currencyMask = maskOf('currency')
const approxAfterMask = maskOf('approx-after')
const longerMask = maskOf('unit', 'percent', 'percent-point', 'currency')
const wordMask = maskOf('function')
const countedMask = maskOf('classifier')
const unitMask = maskOf('unit')
const measureMask = maskOf('currency', 'percent')

const senseOf = (found: Match | undefined, name: SenseName): Sense | undefined => {
  if (found === undefined) return undefined
  const kind = sense[name]
  for (const meaning of found.senses) if (meaning.kind === kind) return meaning
  return undefined
}

/** The number that starts at `at`, in digits, words or both. */
export function readNumber(reader: Reader, at: number): NumberRead | undefined {
  const known = reader.numbers.get(at)
  if (known !== undefined || reader.numbers.has(at)) return known
  const number = isDigitAt(reader, at)
    ? readFromDigits(reader, at)
    : classOf[unitAt(reader, at)] === is.numeral
      ? readVulgar(reader, at)
      : readSpelled(reader, at)
  reader.numbers.set(at, number)
  return number
}

// --- digits -----------------------------------------------------------------------------------------------------

interface Digits {
  end: number
  value: Decimal
  other?: Decimal
  plain: boolean
  /** Number of digits in the first group and after the last mark. */
  whole: number
}

const separators = new Set(['.', ',', "'", '٫', '٬', ' ', '·', '・'].map((mark) => mark.charCodeAt(0)))
const apostrophe = 39
const decimalMarks = new Set(['.', ',', '٫', '·', '・'])
const dot = 46
const comma = 44
const dash = 45
const arabicPoint = 0x66b
const katakanaDot = 0x30fb
const fullWidthComma = 0xff0c
const ideographicComma = 0x3001

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

// --- parts ------------------------------------------------------------------------------------------------------

/**
 * A number under construction: parts of falling magnitude. `place` is the unit of the last part, below which more may be
 * added: after twenty three may follow (place 10), after three nothing (place 1).
 */
interface Part {
  value: Decimal
  size: number
  place: number
  /** Written in digits: a scale behind it always multiplies it. */
  digits?: boolean
}

interface Builder {
  /** Starts with digits: words do not go on with them. */
  digits?: boolean
  /** Ends in an ordinal. */
  ordinal?: boolean
  /** A currency stands right before: one-letter scales count. */
  money?: boolean
  approx?: Approx
  parts: Part[]
  lastScale: number
  base: Decimal | undefined
}

const placeOf = (value: number): number => {
  if (value === 0) return 1
  let place = 1
  while (place <= value / 10 && value % (place * 10) === 0) place *= 10
  return place
}

/** Adds a smaller number behind what is there; `false` when it does not fit. */
function append(builder: Builder, value: number, wholeTens = false): boolean {
  const last = builder.parts[builder.parts.length - 1]
  // Where 21 to 29 are words of their own, twenty and one are two numbers.
  if (wholeTens && last?.place === 10 && value < 10 && value > 0) return false
  if (last !== undefined && (value >= last.place || value === 0)) return false
  builder.parts.push({value: decimalOf(value), size: value, place: placeOf(value)})
  return true
}

/** Multiplies the parts smaller than the scale by it; `false` when the result would not fit behind the rest. */
function scaleBy(builder: Builder, factor: number): boolean {
  const {parts} = builder
  let from = parts.length
  while (from > 0 && parts[from - 1]!.size < factor) from--
  if (from === 1 && parts.length === 1 && parts[0]!.digits) from = 0
  let sum: Decimal | undefined
  let size = 0
  for (let i = from; i < parts.length; i++) {
    sum = sum === undefined ? parts[i]!.value : add(sum, parts[i]!.value)
    size += parts[i]!.size
  }
  const before = parts[from - 1]
  const value = sum === undefined ? decimalOf(factor) : multiply(sum, decimalOf(factor))
  const total = sum === undefined ? factor : size * factor
  if (before !== undefined && total >= before.place) return false
  builder.base = from === 0 ? sum : undefined
  builder.lastScale = factor
  parts.length = from
  parts.push({value, size: total, place: factor})
  return true
}

const sumOf = (builder: Builder): Decimal => builder.parts.reduce((sum, part) => add(sum, part.value), decimalOf(0))

const copyOf = (builder: Builder): Builder => ({...builder, parts: builder.parts.map((part) => ({...part}))})

const newBuilder = (): Builder => ({parts: [], lastScale: 0, base: undefined})

// --- digits with scale words ------------------------------------------------------------------------------------

function readFromDigits(reader: Reader, at: number): NumberRead | undefined {
  const digits = readDigits(reader, at)
  if (digits === undefined) return undefined
  const bare = readBareFraction(reader, at, digits)
  if (bare !== undefined) return bare
  const mixed =
    readMixedFraction(reader, at, digits) ?? readPower(reader, at, digits) ?? readDigitsAndPart(reader, at, digits)
  if (mixed !== undefined) return mixed
  const builder = newBuilder()
  builder.digits = true
  builder.money = isMoneyBefore(reader, at)
  const size = Math.abs(Number(digits.value.mantissa) * 10 ** digits.value.exponent)
  builder.parts.push({value: digits.value, size, place: 1, digits: true})
  const written = digits.plain && !builder.money ? readDenominator(reader, builder, digits.end, at) : undefined
  if (written !== undefined) return {...written, spelled: false}
  const places =
    digits.plain && isSpacedLetterAt(reader, skipSpaces(reader, digits.end))
      ? readPoint(reader, builder, digits.end, at)
      : 0
  if (places > 0) return {...finishSpelled(builder, at, readScales(reader, builder, places)), spelled: false}
  const end = readScales(reader, builder, digits.end)
  const scale = builder.lastScale > 0
  const quarters = scale && builder.parts.length === 1 ? readMixedWords(reader, builder, at, end) : undefined
  if (quarters !== undefined) return {...quarters, spelled: false}
  // a half alone (5 einhalb) is added, too
  const value = end > digits.end ? sumOf(builder) : digits.value
  return {
    start: at,
    end,
    value,
    ...(digits.other === undefined
      ? {}
      : {
          other:
            scale && builder.parts.length === 1 ? multiply(digits.other, decimalOf(builder.lastScale)) : digits.other,
        }),
    spelled: false,
    plain: digits.plain && !scale && end === digits.end,
    fraction: false,
    scale,
    unit: builder.lastScale || 1,
    ...(builder.approx === undefined ? {} : {approx: builder.approx}),
    ...(scale && builder.parts.length === 1 && builder.base !== undefined
      ? {base: builder.base, scaleValue: builder.lastScale}
      : {}),
  }
}

/** `2 e 1/4`, `3又5分之1`: digits, a joiner and a fraction in digits. */
function readDigitsAndPart(reader: Reader, at: number, digits: Digits): NumberRead | undefined {
  const joiner = digits.plain && digits.whole <= 3 ? matchAfter(reader, digits.end, joinerMask) : undefined
  const from = joiner === undefined ? 0 : skipSpaces(reader, joiner.end)
  if (joiner === undefined || !isDigitAt(reader, from)) return undefined
  const part = readPart(reader, from)
  return part === undefined
    ? undefined
    : {
        start: at,
        end: part.end,
        value: add(digits.value, part.value),
        spelled: false,
        plain: false,
        fraction: true,
        scale: false,
      }
}

/** `10⁸`, `2.48×10⁻⁵`, `5.5 x 10^8`, `1e10`, `1,1^23`: digits with an exponent. */
function readPower(reader: Reader, at: number, digits: Digits): NumberRead | undefined {
  const found = (end: number, value: Decimal): NumberRead => ({
    start: at,
    end,
    value,
    spelled: false,
    plain: false,
    fraction: false,
    scale: false,
  })
  const mark = unitAt(reader, digits.end)
  if (mark === letterE) {
    const power = readExponent(reader, digits.end + 1)
    return power === undefined ? undefined : found(power.end, scaled(digits.value, power.value))
  }
  if (mark === caret) {
    const power = readExponent(reader, digits.end + 1)
    const value = power === undefined ? Number.NaN : toNumber(digits.value) ** power.value
    return Number.isFinite(value) ? found(power!.end, decimalOf(Number(value.toPrecision(15)))) : undefined
  }
  const isTen = digits.plain && digits.whole === 2 && unitAt(reader, at) === 49 && unitAt(reader, at + 1) === 48
  if (isTen && !isDigitAt(reader, digits.end) && isRaised(unitAt(reader, digits.end))) {
    const power = readExponent(reader, digits.end)
    return power === undefined ? undefined : found(power.end, scaled(decimalOf(1), power.value))
  }
  const cross = skipSpaces(reader, digits.end)
  if (unitAt(reader, cross) !== timesSign && unitAt(reader, cross) !== letterX) return undefined
  const ten = skipSpaces(reader, cross + 1)
  if (unitAt(reader, ten) !== 49 || unitAt(reader, ten + 1) !== 48) return undefined
  const raised = unitAt(reader, ten + 2) === caret ? ten + 3 : ten + 2
  if (isDigitAt(reader, raised) && raised === ten + 2) return undefined
  const power = readExponent(reader, raised)
  return power === undefined ? undefined : found(power.end, scaled(digits.value, power.value))
}

const letterE = 101
const letterX = 120
const caret = 94
const timesSign = 0xd7
const raisedDigits = '⁰¹²³⁴⁵⁶⁷⁸⁹'
const raisedMinus = 0x207b
const isRaised = (unit: number): boolean => unit === raisedMinus || raisedDigits.includes(String.fromCharCode(unit))

/** One or two digits, raised ones too, perhaps with a sign, at the end of a word. */
function readExponent(reader: Reader, at: number): {value: number; end: number} | undefined {
  const sign = unitAt(reader, at)
  const from = sign === dash || sign === 43 || sign === raisedMinus ? at + 1 : at
  let value = 0
  let end = from
  for (; end - from < 2; end++) {
    const digit = isDigitAt(reader, end)
      ? unitAt(reader, end) - 48
      : raisedDigits.indexOf(String.fromCharCode(unitAt(reader, end)))
    if (digit < 0) break
    value = value * 10 + digit
  }
  if (end === from || isDigitAt(reader, end) || isSpacedLetterAt(reader, end)) return undefined
  return {value: from > at && sign !== 43 ? -value : value, end}
}

const isMoneyBefore = (reader: Reader, at: number): boolean =>
  classOf[unitAt(reader, at - 1)] === is.currency || matchBefore(reader, at, currencyMask) !== undefined

/** `.25`, `,25`: a decimal mark without a zero before it. */
function readBareFraction(reader: Reader, at: number, digits: Digits): NumberRead | undefined {
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

/** Scale words after a number, and the smaller numbers that go with them: 3 tỷ 200 triệu, 2tr5, 6만5천, 3 million. */
function readScales(reader: Reader, builder: Builder, from: number): number {
  let end = from
  for (let round = 0; round < 8; round++) {
    const gap = approxBeforeScale(reader, end)
    const found = matchScale(reader, gap?.end ?? end, builder)
    if (found !== undefined) {
      if (gap !== undefined) builder.approx = gap.senses[0]!.id as Approx
      const half = senseOf(found, 'half')
      const factor = senseOf(found, 'scale')
      if (factor !== undefined) {
        if (!scaleBy(builder, factor.value)) return end
      } else if (half !== undefined) addHalf(builder)
      end = found.end
      const tail = readTail(reader, builder, end)
      if (tail > 0) end = tail
      continue
    }
    const next = builder.lastScale > 0 ? readSmaller(reader, builder, end) : 0
    if (next === 0) return end
    end = next
  }
  return end
}

/** `900多万`: an approximator between number and scale. */
function approxBeforeScale(reader: Reader, end: number): Match | undefined {
  const gap = isFreeAt(reader, end) ? matchAt(reader, end, approxAfterMask) : undefined
  return gap !== undefined && matchAt(reader, gap.end, scaleMask) !== undefined ? gap : undefined
}

/** Most spaces between a number and its scale; more are columns. */
const widestGap = 4

/** A scale word beside the number. One-letter abbreviations must be glued to the digits, and `m` only where it can't be a metre. */
function matchScale(reader: Reader, end: number, builder: Builder): Match | undefined {
  const at = skipSpaces(reader, end)
  if (at - end > widestGap) return undefined
  const from = unitAt(reader, at) === 45 && at === end && isLetterAt(reader, at + 1) ? at + 1 : at
  const found = matchAt(reader, from, scaleMask)
  if (found === undefined) return undefined
  if (senseOf(found, 'half')?.id === 'before') return undefined
  // 千克 and 兆字节 are units and 百度 a name, whatever their first character means alone
  const longer = matchAt(reader, from, longerMask)
  if (longer !== undefined && longer.end > found.end) return undefined
  const word = matchAt(reader, from, wordMask)
  if (word !== undefined && word.end > found.end && matchAt(reader, from, countedMask) === undefined) return undefined
  return isLetterScale(reader, found) && !letterFits(reader, from, end, builder) ? undefined : found
}

/** `k`, `M`: a scale only right behind digits. */
const isLetterScale = (reader: Reader, {start, end}: Match): boolean =>
  end - start === 1 && unitAt(reader, start) < 128 && isSpacedLetterAt(reader, start)

const letterK = 107

/** `5k`, `5K` and `5M` are glued on; `5 M` stands behind a no-break space; `$5m`, `Rp 2 T` behind a currency. */
function letterFits(reader: Reader, at: number, end: number, builder: Builder): boolean {
  if (builder.lastScale > 0) return false
  const upper = isUpperAt(reader, at)
  if (builder.money) return at === end || upper
  if (at !== end) return upper && rawUnit(reader, end) !== 32
  return upper ? unitAt(reader, at) !== 116 : unitAt(reader, at) === letterK
}

/** `2tr5`: digits glued to a scale word are tenths, hundredths of it. */
function readTail(reader: Reader, builder: Builder, at: number): number {
  if (!isDigitAt(reader, at) || isFreeAt(reader, at - 1)) return 0
  let end = at
  while (isDigitAt(reader, end)) end++
  if (end - at > 3 || isLetterAt(reader, end) || unitAt(reader, end) === 46 || unitAt(reader, end) === 44) return 0
  const part = scaled(multiply(decimalOfDigits(digitsBetween(reader, at, end)), decimalOf(builder.lastScale)), at - end)
  const last = builder.parts[builder.parts.length - 1]!
  last.value = add(last.value, part)
  builder.base = undefined
  return end
}

/** A smaller number behind a scale: with a scale of its own (3 tỷ 200 triệu), or in a script without spaces (6만5000). */
function readSmaller(reader: Reader, builder: Builder, end: number): number {
  let at = skipSpaces(reader, end)
  const joiner = matchAt(reader, at, joinerMask)
  if (joiner !== undefined) at = skipSpaces(reader, joiner.end)
  const trial = copyOf(builder)
  if (isDigitAt(reader, at)) {
    const digits = readDigits(reader, at)
    if (digits === undefined) return 0
    const size = Math.abs(Number(digits.value.mantissa) * 10 ** digits.value.exponent)
    const last = trial.parts[trial.parts.length - 1]!
    if (size >= last.place || size === 0) return 0
    trial.parts.push({value: digits.value, size, place: 1})
    // 3万5千米 are 35,000 metres: a lone digit there waits for its scale, and 千米 is no unit
    const glued = at === end && size < 10 && isFreeAt(reader, digits.end)
    const scale = glued ? matchAt(reader, digits.end, scaleMask) : matchScale(reader, digits.end, trial)
    const factor = senseOf(scale, 'scale')
    if (factor !== undefined && factor.value < builder.lastScale && scaleBy(trial, factor.value)) {
      Object.assign(builder, trial, {base: undefined})
      return scale!.end
    }
    const isWhole = digits.plain || digits.value.exponent === 0
    if (isWhole && ((at === end && isFreeAt(reader, end - 1)) || goesOn(reader, builder, at - end, digits.end))) {
      Object.assign(builder, trial, {base: undefined})
      return digits.end
    }
    return 0
  }
  const piece = matchAt(reader, at, pieceMask)
  if (piece !== undefined && isLongerMeasure(reader, at, piece)) return 0
  const word = readWords(reader, at, trial)
  // "1.7 million four years ago": words do not go on with digits, unless by a smaller scale of their own
  const started = builder.digits && !isFreeAt(reader, end - 1)
  if (word === 0 || (started && trial.lastScale === builder.lastScale)) return 0
  Object.assign(builder, trial, {base: undefined})
  return word
}

/** `99 हज़ार 918`, `61 nghìn 631 tỷ`: whole thousands and the rest of the number behind a space, unless the rest counts time of its own. */
function goesOn(reader: Reader, {parts, digits, lastScale, base}: Builder, gap: number, end: number): boolean {
  if (!digits || gap !== 1 || lastScale !== 1000) return false
  if (parts.length === 1 && (base === undefined || base.exponent < 0)) return false
  const unit = senseOf(matchAfter(reader, end, unitMask), 'unit')
  return unit === undefined || !timeUnits.has(unit.id)
}

/** Adds half of the last unit: 3 tỷ rưỡi, zweieinhalb, 两点 ... */
function addHalf(builder: Builder): void {
  const last = builder.parts[builder.parts.length - 1]
  if (last === undefined) return
  last.value = add(last.value, decimalOf(last.place / 2))
  last.size += last.place / 2
}

// --- fractions --------------------------------------------------------------------------------------------------

const vulgar = new Map<number, readonly [number, number]>([
  [0xbd, [1, 2]],
  [0xbc, [1, 4]],
  [0xbe, [3, 4]],
  [0x2153, [1, 3]],
  [0x2154, [2, 3]],
  [0x2155, [1, 5]],
  [0x2156, [2, 5]],
  [0x2157, [3, 5]],
  [0x2158, [4, 5]],
  [0x2159, [1, 6]],
  [0x215a, [5, 6]],
  [0x2150, [1, 7]],
  [0x215b, [1, 8]],
  [0x215c, [3, 8]],
  [0x215d, [5, 8]],
  [0x215e, [7, 8]],
  [0x2151, [1, 9]],
  [0x2152, [1, 10]],
])

const ratio = (numerator: Decimal, denominator: Decimal): Decimal => divide(numerator, denominator)

function readVulgar(reader: Reader, at: number): NumberRead | undefined {
  const parts = vulgar.get(unitAt(reader, at))
  if (parts === undefined || isLetterAt(reader, at - 1)) return undefined
  const builder = newBuilder()
  const value = ratio(decimalOf(parts[0]), decimalOf(parts[1]))
  builder.parts.push({value, size: parts[0] / parts[1], place: 1})
  const end = readScales(reader, builder, at + 1)
  return {
    start: at,
    end,
    value: sumOf(builder),
    spelled: false,
    plain: false,
    fraction: true,
    scale: builder.lastScale > 0,
  }
}

/** `3½`, `3 1/2`, `3/4`. A slash between larger numbers is no fraction. */
function readMixedFraction(reader: Reader, at: number, digits: Digits): NumberRead | undefined {
  const result = (end: number, value: Decimal): NumberRead => {
    const builder = newBuilder()
    builder.parts.push({value, size: Number(value.mantissa) * 10 ** value.exponent, place: 1})
    const stop = readScales(reader, builder, end)
    return {
      start: at,
      end: stop,
      value: sumOf(builder),
      spelled: false,
      plain: false,
      fraction: true,
      scale: builder.lastScale > 0,
    }
  }
  if (!digits.plain) return undefined
  const near = skipSpaces(reader, digits.end)
  const sign = vulgar.get(unitAt(reader, near))
  if (sign !== undefined && near - digits.end <= 1)
    return result(near + 1, add(digits.value, ratio(decimalOf(sign[0]), decimalOf(sign[1]))))
  const simple = readSlash(reader, at, digits)
  if (simple !== undefined) return result(simple.end, simple.value)
  if (near > digits.end && near <= digits.end + 2 && isDigitAt(reader, near)) {
    const second = readDigits(reader, near)
    const behind = second?.plain ? readSlash(reader, near, second) : undefined
    if (behind?.proper) return result(behind.end, add(digits.value, behind.value))
  }
  return undefined
}

const denominators = new Set([2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 16, 20, 32, 64, 100, 1000])

function readSlash(
  reader: Reader,
  at: number,
  digits: Digits,
): {end: number; value: Decimal; proper: boolean} | undefined {
  if (unitAt(reader, digits.end) !== 47 || unitAt(reader, at - 1) === 47 || !isDigitAt(reader, digits.end + 1))
    return undefined
  const below = readDigits(reader, digits.end + 1)
  if (below === undefined || !below.plain || below.whole > 4 || digits.whole > 2) return undefined
  if (unitAt(reader, below.end) === 47 || unitAt(reader, digits.end + 1) === 48 || unitAt(reader, at) === 48)
    return undefined
  const [top, bottom] = [Number(digits.value.mantissa), Number(below.value.mantissa)]
  const isShare = top < bottom && matchAfter(reader, below.end, dateJoinerMask) !== undefined
  if ((!denominators.has(bottom) && !isShare) || top === 0) return undefined
  return {end: below.end, value: ratio(digits.value, below.value), proper: top < bottom}
}

// --- words ------------------------------------------------------------------------------------------------------

function readSpelled(reader: Reader, at: number): NumberRead | undefined {
  const term = readTermNumber(reader, at)
  if (term !== undefined) return term
  const opening = matchAt(reader, at, numberMask)
  if (opening === undefined) return readGlued(reader, at)
  const before = senseOf(opening, 'half')
  if (before?.id === 'before') return readHalfBefore(reader, at, opening, before.value)
  const whole = senseOf(opening, 'fraction')
  const builder = newBuilder()
  let end: number
  if (whole !== undefined && senseOf(opening, 'cardinal') === undefined) {
    builder.parts.push({value: decimalOf(whole.value), size: whole.value, place: 1})
    end = readScales(reader, builder, opening.end)
    return {
      start: at,
      end,
      value: sumOf(builder),
      spelled: true,
      plain: false,
      fraction: true,
      scale: builder.lastScale > 0,
    }
  }
  const word = readScaleFirst(reader, at, builder) || readWords(reader, at, builder)
  if (word === 0) return undefined
  end = approxBeforeScale(reader, word) === undefined ? word : readScales(reader, builder, word)
  const ordinal = readOrdinalEnding(reader, builder, end)
  if (ordinal > 0) return {...finishSpelled(builder, at, ordinal), ordinal: true}
  const point = readPoint(reader, builder, end, at)
  if (point > 0) end = readScales(reader, builder, point)
  const fraction = readDenominator(reader, builder, end, at)
  if (fraction !== undefined) return fraction
  return readMixedWords(reader, builder, at, end) ?? finishSpelled(builder, at, end)
}

const finishSpelled = (builder: Builder, at: number, end: number): NumberRead => ({
  start: at,
  end,
  value: sumOf(builder),
  spelled: true,
  plain: false,
  fraction: false,
  scale: builder.lastScale >= 1000,
  unit: builder.lastScale || 1,
  ...(builder.approx === undefined ? {} : {approx: builder.approx}),
  ...(builder.lastScale >= 1000 && builder.parts.length === 1 && builder.base !== undefined
    ? {base: builder.base, scaleValue: builder.lastScale}
    : {}),
})

/** `elfu mbili na mia tano`, `milioni 5`: languages that put the scale before its factor. 0 where this is not the way. */
function readScaleFirst(reader: Reader, at: number, builder: Builder): number {
  if (!reader.lexicon.settings.has('scaleBefore') && !(isFreeAt(reader, at) && isMoneyBefore(reader, at))) return 0
  let end = 0
  let i = at
  for (let round = 0; round < 6; round++) {
    const found = matchAt(reader, i, scaleMask)
    const scale = senseOf(found, 'scale')
    const last = builder.parts[builder.parts.length - 1]
    if (scale === undefined || (last !== undefined && scale.value >= last.place)) break
    const factor = readFactor(reader, found!.end, scale.value)
    if (factor === undefined && (end === 0 || scale.value > 1000) && !followedByCardinal(reader, found!.end)) return end
    builder.parts.push({
      value: multiply(factor?.value ?? decimalOf(1), decimalOf(scale.value)),
      size: scale.value * (factor?.size ?? 1),
      place: scale.value,
    })
    builder.lastScale = scale.value
    end = factor?.end ?? found!.end
    i = skipSpaces(reader, end)
    const joiner = matchAt(reader, i, joinerMask)
    if (joiner !== undefined) i = skipSpaces(reader, joiner.end)
  }
  if (end === 0) return 0
  const rest = matchAt(reader, i, cardinalMask)
  const value = rest?.senses[0]?.value ?? 0
  return value > 0 && append(builder, value) ? rest!.end : end
}

/** The factor behind a scale word: digits, or words smaller than the scale. */
function readFactor(
  reader: Reader,
  end: number,
  scale: number,
): {value: Decimal; size: number; end: number} | undefined {
  const at = skipSpaces(reader, end)
  if (isDigitAt(reader, at)) {
    const digits = readDigits(reader, at)
    return digits === undefined
      ? undefined
      : {value: digits.value, size: Number(digits.value.mantissa) * 10 ** digits.value.exponent, end: digits.end}
  }
  const words = newBuilder()
  const stop =
    scale >= 1000 ? readScaleFirst(reader, at, words) || plainWords(reader, at, words) : plainWords(reader, at, words)
  if (stop === 0) return undefined
  const size = words.parts.reduce((sum, part) => sum + part.size, 0)
  return size >= scale ? undefined : {value: sumOf(words), size, end: stop}
}

/** Cardinals alone, tens and units. */
function plainWords(reader: Reader, at: number, builder: Builder): number {
  let end = 0
  let i = at
  for (let round = 0; round < 3; round++) {
    const found = matchAt(reader, i, cardinalMask)
    if (found !== undefined && !append(builder, found.senses[0]!.value)) break
    const next = found?.end ?? gluedInto(reader, i, builder)
    if (next === 0) break
    end = next
    if (unitAt(reader, end) === dash && isLetterAt(reader, end + 1)) {
      i = end + 1
      continue
    }
    i = joinerBefore(reader, skipSpaces(reader, end), builder) || skipSpaces(reader, end)
  }
  return end
}

/** Reads number words from `at` into the builder; returns where they end, 0 when there are none. */
function readWords(reader: Reader, at: number, builder: Builder): number {
  let end = 0
  let i = at
  let single = 0
  let joinedHere = false
  for (let round = 0; round < 60; round++) {
    const gap = end > 0 ? approxBeforeScale(reader, i) : undefined
    if (gap !== undefined) {
      builder.approx = gap.senses[0]!.id as Approx
      i = gap.end
    }
    const found = matchAt(reader, i, numberMask)
    const saved = copyOf(builder)
    if (found !== undefined && end > 0 && isLongerMeasure(reader, i, found)) break
    const next =
      found === undefined
        ? gluedInto(reader, i, builder)
        : takeWord(reader, builder, found, end === 0, joinedHere) || takeFirst(reader, builder, found)
    if (next === 0) {
      Object.assign(builder, saved)
      if (end > 0 && single > 0 && isFreeAt(reader, i)) {
        const digit = found === undefined ? undefined : senseOf(found, 'cardinal')
        if (digit !== undefined && positional(builder, digit.value)) {
          end = found!.end
          i = end
          single++
          continue
        }
      }
      break
    }
    const isDigitWord = found !== undefined && isSmallDigit(found)
    single = isDigitWord && builder.parts.length === 1 && builder.lastScale === 0 ? single + 1 : 0
    end = next
    i = skipSpaces(reader, end)
    if (unitAt(reader, i) === 45 && i === end && isLetterAt(reader, i + 1)) i++
    const joined = joinerBefore(reader, i, builder)
    joinedHere = joined > 0
    if (joinedHere) i = joined
  }
  if (end > 0) endInTenths(reader, builder, end)
  // 三四个 is three or four: two digits in a row are no number
  if (
    single === 2 &&
    builder.parts.length === 1 &&
    isFreeAt(reader, end - 1) &&
    end - at === 2 &&
    unitAt(reader, at) !== unitAt(reader, at + 1)
  )
    return 0
  return end
}

/** 千瓦 behind 600万: a unit that starts with a scale's character. */
function isLongerMeasure(reader: Reader, at: number, found: Match): boolean {
  if (senseOf(found, 'scale') === undefined || !isFreeAt(reader, at)) return false
  const measure = matchAt(reader, at, longerMask)
  return measure !== undefined && measure.end > found.end && !endsInPart(reader, measure)
}

const isSmallDigit = (found: Match): boolean => {
  const value = senseOf(found, 'cardinal')?.value
  return value !== undefined && value >= 0 && value < 10 && found.end - found.start === 1
}

/** `一万二`, `二百五`: in Chinese a last digit right behind a scale is tenths of it. */
function endInTenths(reader: Reader, builder: Builder, end: number): void {
  if (!reader.lexicon.settings.has('tailTenths')) return
  const [scale, last] = builder.parts.slice(-2)
  if (
    scale === undefined ||
    last === undefined ||
    scale.place < 100 ||
    last.size > 9 ||
    last.size < 1 ||
    last.place !== 1
  )
    return
  // the digit must stand right behind the scale's character
  const before = matchAt(reader, end - 2, scaleMask)
  if (before?.end !== end - 1 || senseOf(before, 'scale')?.value !== scale.place) return
  last.value = multiply(last.value, decimalOf(scale.place / 10))
  last.size *= scale.place / 10
}

/** `二〇二五`: digits one after the other in a script without spaces. */
function positional(builder: Builder, digit: number): boolean {
  if (digit > 9 || builder.parts.length !== 1 || builder.lastScale > 0) return false
  const part = builder.parts[0]!
  part.value = add(multiply(part.value, decimalOf(10)), decimalOf(digit))
  part.size = part.size * 10 + digit
  return true
}

/** Takes a number word; returns its end, 0 when it does not fit. */
function takeWord(reader: Reader, builder: Builder, found: Match, first: boolean, joined: boolean): number {
  const value = senseOf(found, 'cardinal')
  const factor = senseOf(found, 'scale')
  if (value !== undefined && !(factor !== undefined && builder.parts.length > 0)) {
    if (builder.parts.length > 0 && !joined && isUnitHere(reader, found)) return 0
    if (joined && goesFirst(reader, builder, value.value)) return addTens(builder, value.value, found.end)
    return append(builder, value.value, reader.lexicon.wholeTens && !joined) ? found.end : 0
  }
  if (factor !== undefined) {
    if (isLetterScale(reader, found)) return 0
    if (first && builder.parts.length === 0) {
      // A lone "hundred" is no number; 十五 and mil trescientos are.
      if (!startsNumber(reader, found, factor.value) && !isLoneScale(reader, found)) return 0
    }
    return scaleBy(builder, factor.value) ? found.end : 0
  }
  if (senseOf(found, 'half') !== undefined && senseOf(found, 'half')!.id !== 'before' && builder.parts.length > 0) {
    addHalf(builder)
    return found.end
  }
  return 0
}

/** `一百一十二`: where the numeral 十二 does not fit, its first character alone may. */
function takeFirst(reader: Reader, builder: Builder, {start, end}: Match): number {
  if (end - start < 2 || !isFreeAt(reader, start) || builder.parts.length === 0) return 0
  const first = matchAt(upTo(reader, start + 1), start, scaleMask)
  return first === undefined ? 0 : takeWord(reader, builder, first, false, false)
}

/** A word that is a numeral and a length of time (Vietnamese năm) is the unit behind a number, unless a scale follows. */
function isUnitHere(reader: Reader, found: Match): boolean {
  if (!isSpacedLetterAt(reader, found.start)) return false
  const unit = matchAt(reader, found.start, unitMask)
  return unit?.end === found.end && matchAfter(reader, found.end, scaleMask) === undefined
}

/** `billion` and nothing else in the block. */
const isLoneScale = (reader: Reader, {start, end}: Match): boolean =>
  isAlone(reader, start, end) && matchAt(reader, start, ordinalMask) === undefined

/** Whether a scale word without a number before it is a number: in scripts without spaces, or when a smaller number word follows. */
function startsNumber(reader: Reader, found: Match, factor: number): boolean {
  if (factor > 1000) return false
  if (isFreeAt(reader, found.end - 1) && classOf[unitAt(reader, found.start)] === is.unspaced)
    return (
      factor === 10 || followedByCardinal(reader, found.end) || matchAfter(reader, found.end, measureMask) !== undefined
    )
  return followedByCardinal(reader, found.end)
}

const followedByCardinal = (reader: Reader, end: number): boolean => {
  const next = matchAfter(reader, end, cardinalMask)
  return next !== undefined && next.senses[0]!.value > 1
}

/** Whether the last part is a unit that stands before its tens: ستة و عشرون, drie en dertig. */
function goesFirst({lexicon}: Reader, {parts}: Builder, tens: number): boolean {
  const last = parts[parts.length - 1]
  return (
    lexicon.settings.has('unitsFirst') &&
    last?.place === 1 &&
    last.size < 10 &&
    tens >= 20 &&
    tens <= 90 &&
    tens % 10 === 0
  )
}

function addTens({parts}: Builder, tens: number, end: number): number {
  const last = parts[parts.length - 1]!
  last.value = add(last.value, decimalOf(tens))
  last.size += tens
  return end
}

/** Whether the number before the joiner at `at` opens a range: between six and twenty. */
const isBetween = (reader: Reader, at: number): boolean =>
  matchBefore(reader, matchBefore(reader, at, cardinalMask)?.start ?? at, betweenMask) !== undefined

/** Position behind a joiner when a number word follows that can be added; else 0. */
function joinerBefore(reader: Reader, at: number, builder: Builder): number {
  const joiner = matchAt(reader, at, joinerMask)
  if (joiner === undefined) return 0
  const next = skipSpaces(reader, joiner.end)
  const word = matchAt(reader, next, numberMask)
  const value = senseOf(word, 'cardinal')?.value
  const last = builder.parts[builder.parts.length - 1]
  if (value === undefined || last === undefined) return 0
  if (goesFirst(reader, builder, value) && !isBetween(reader, at)) return next
  if (value >= last.place || last.place < 10) return 0
  // "five billion and three quarters" is a mixed number, "five hundred and six hundred" are two
  const over = matchAfter(reader, word!.end, partMask)
  if (matchAfter(reader, word!.end, denominatorMask) !== undefined || (over && over.senses[0]!.id !== 'inverse'))
    return 0
  const behind = matchAfter(reader, word!.end, scaleMask)
  const factor = senseOf(behind, 'scale')?.value
  // "two hundred and fifty thousand": a scale above all that precedes multiplies the whole
  return factor !== undefined && value * factor >= last.place && factor <= last.size ? 0 : next
}

/** The last words of a spelled ordinal (forty-second, two hundredth): added or multiplied in; their end, or 0. */
function readOrdinalEnding(reader: Reader, builder: Builder, from: number): number {
  let end = builder.ordinal ? from : 0
  for (let round = 0; round < mostOrdinalWords; round++) {
    const next = end || from
    let at = skipSpaces(reader, next)
    if (unitAt(reader, at) === dash && at === next) at++
    const joined = joinerEnd(reader, at)
    const found = matchAt(reader, joined, ordinalMask)
    if (found === undefined) return end
    if (end === 0 && isOne(builder) && !countsNoun(reader, found.end)) return 0
    if (!takeOrdinal(builder, found, joined === at && matchAt(reader, at, denominatorMask) === undefined)) return end
    end = found.end
  }
  return end
}
const mostOrdinalWords = 6

const isOne = ({parts}: Builder): boolean => parts.length === 1 && parts[0]!.size === 1

/** Adds the ordinal to what precedes, or multiplies that by it. */
function takeOrdinal(builder: Builder, found: Match, multiplies = true): boolean {
  const value = senseOf(found, 'ordinal')?.value
  const last = builder.parts[builder.parts.length - 1]
  if (value === undefined || last === undefined) return false
  return value < last.place ? append(builder, value) : value >= 100 && multiplies && scaleBy(builder, value)
}

/** An ordinal of ordinals: vigésimo primero, dvacátý první, τεσσαρακοστός δεύτερος. */
export function readOrdinalWords(reader: Reader, at: number): {value: Decimal; end: number} | undefined {
  const first = matchAt(reader, at, ordinalMask)
  const value = senseOf(first, 'ordinal')?.value
  if (first === undefined || value === undefined) return undefined
  const builder = newBuilder()
  append(builder, value)
  const end = value < 10 ? 0 : readOrdinalEnding(reader, builder, first.end)
  return {value: sumOf(builder), end: end || first.end}
}

const joinerEnd = (reader: Reader, at: number): number => {
  const joiner = matchAt(reader, at, joinerMask)
  return joiner === undefined ? at : skipSpaces(reader, joiner.end)
}

/** Decimal places in words after a point word: three point one four, ba phẩy năm, 三点五. */
function readPoint(reader: Reader, builder: Builder, end: number, at: number): number {
  const point = matchAfter(reader, end, pointMask)
  if (point === undefined || matchAt(reader, point.start, joinerMask)?.end === point.end) return 0
  const {digits, end: stop} = readPlaces(reader, skipSpaces(reader, point.end))
  if (digits === '' || (senseOf(point, 'point')!.id === 'alone' && !fillsCell(reader, at, stop))) return 0
  builder.parts.push({
    value: scaled(decimalOfDigits(digits), -digits.length),
    size: Number(`0.${digits}`),
    place: 10 ** -digits.length,
  })
  return stop
}

/** The decimal places that start at `at`: digits, digit words one by one (zero three), or tens and units (seventy-one). */
function readPlaces(reader: Reader, at: number): {digits: string; end: number} {
  let digits = ''
  let end = at
  for (let i = at; isDigitAt(reader, i); end = ++i) digits += String.fromCharCode(unitAt(reader, i))
  if (end > at) return {digits, end}
  for (let i = at; digits.length < mostPlaces; i = skipSpaces(reader, end)) {
    const words = newBuilder()
    const stop = plainWords(reader, i, words) || digitWord(reader, i, words)
    const value = toNumber(sumOf(words))
    if (stop === 0 || (value > 9 && /[1-9]/.test(digits))) break
    digits += value
    end = stop
  }
  return {digits, end}
}
const mostPlaces = 20

/** One numeral that counts only in such places. */
function digitWord(reader: Reader, at: number, builder: Builder): number {
  const found = matchAt(reader, at, digitMask)
  return found !== undefined && append(builder, found.senses[0]!.value) ? found.end : 0
}

/** `two and three quarters`, `five billion and a half`: a fraction of the last scale is added. */
function readMixedWords(reader: Reader, builder: Builder, at: number, end: number): NumberRead | undefined {
  const joiner = matchAfter(reader, end, joinerMask) ?? matchAfter(reader, end, pointMask)
  if (joiner === undefined) return undefined
  const from = skipSpaces(reader, joiner.end)
  const part = readPart(reader, from)
  if (part === undefined) return undefined
  const scale = builder.lastScale >= 1000 ? builder.lastScale : 1
  return {
    start: at,
    end: part.end,
    value: add(sumOf(builder), multiply(part.value, decimalOf(scale))),
    spelled: true,
    plain: false,
    fraction: true,
    scale: scale > 1,
  }
}

/** `삼분의 이`, `삼점사`, `천삼`: a number with numerals that count only in a fraction, with a decimal mark or alone in a cell. */
function readTermNumber(reader: Reader, at: number): NumberRead | undefined {
  if (!reader.lexicon.hasDigits || !isFreeAt(reader, at)) return undefined
  const builder = newBuilder()
  const end = readTerm(reader, at, builder)
  if (end === 0) return undefined
  const fraction = readDenominator(reader, builder, end, at)
  if (fraction !== undefined) return fraction
  const places = readPoint(reader, builder, end, at)
  if (places > 0) return finishSpelled(builder, at, places)
  const mixed = readMixedWords(reader, builder, at, end)
  if (mixed !== undefined) return mixed
  return isAlone(reader, at, end) ? finishSpelled(builder, at, end) : undefined
}

/** Cardinals, scales and digits; their end, or 0. A lone digit goes before no large scale: 삼조각 are three pieces. */
function readTerm(reader: Reader, at: number, builder: Builder): number {
  let end = 0
  let i = at
  for (let round = 0; round < 20; round++) {
    const found = matchAt(reader, i, termMask)
    if (found === undefined) break
    const value = senseOf(found, 'cardinal') ?? senseOf(found, 'digit')
    const factor = senseOf(found, 'scale')
    if (factor !== undefined && factor.value >= 10_000 && end - at === 1) break
    const taken = factor === undefined ? append(builder, value!.value) : scaleBy(builder, factor.value)
    if (!taken) break
    end = found.end
    i = skipSpaces(reader, end)
  }
  return end
}

/** A fraction smaller than one: three quarters, a half. */
function readPart(reader: Reader, from: number): {value: Decimal; end: number} | undefined {
  const word = matchAt(reader, from, fractionMask)
  if (word !== undefined) return {value: decimalOf(senseOf(word, 'fraction')!.value), end: word.end}
  const term = isDigitAt(reader, from) ? readFromDigits(reader, from) : readTermNumber(reader, from)
  if (term !== undefined) return term.fraction && toNumber(term.value) < 1 ? term : undefined
  const top = newBuilder()
  const stop = readWords(reader, from, top)
  const part = stop === 0 ? undefined : readDenominator(reader, top, stop, from)
  return part !== undefined && toNumber(part.value) < 1 ? part : undefined
}

/** `two thirds`, `một phần ba`, `satu per tiga`, `3分の1`. */
function readDenominator(reader: Reader, builder: Builder, end: number, at: number): NumberRead | undefined {
  const top = sumOf(builder)
  const fraction = (stop: number, value: Decimal): NumberRead => ({
    start: at,
    end: stop,
    value,
    spelled: true,
    plain: false,
    fraction: true,
    scale: false,
  })
  const next = skipSpaces(reader, end)
  const denominator = matchAt(reader, unitAt(reader, next) === 45 ? next + 1 : next, denominatorMask)
  // "a fifth man" is no fraction
  const isNth =
    denominator !== undefined &&
    toNumber(top) === 1 &&
    matchAt(reader, denominator.start, ordinalMask)?.end === denominator.end &&
    countsNoun(reader, denominator.end)
  if (denominator !== undefined && !isNth && !isDigitAt(reader, end - 1))
    return fraction(denominator.end, ratio(top, decimalOf(denominator.senses[0]!.value)))
  const nth = toNumber(top) === 1 && next > end ? readOrdinalWords(reader, next) : undefined
  if (nth !== undefined && toNumber(nth.value) > 3 && !countsNoun(reader, nth.end))
    return fraction(nth.end, ratio(top, nth.value))
  const part = matchAt(reader, next, partMask)
  if (part === undefined) return readAdjacent(reader, top, next, fraction)
  const from = skipSpaces(reader, part.end)
  const second = readSecondTerm(reader, from)
  if (second === undefined) return undefined
  const {id} = part.senses[0]!
  if (id === 'alone' && !fillsCell(reader, at, second.end)) return undefined
  // "12 out of 10" is no fraction
  if (id === '' && isSpacedLetterAt(reader, part.start) && toNumber(second.value) < toNumber(top)) return undefined
  const inverse = id === 'inverse'
  // "one of 19 nanometres", "1000 over 3 years": what the second number measures is no part of a whole
  if (!inverse && isDigitAt(reader, from) && matchAfter(reader, second.end, longerMask) !== undefined) return undefined
  const [above, below] = inverse ? [second.value, top] : [top, second.value]
  return below.mantissa === 0 ? undefined : fraction(second.end, ratio(above, below))
}

/** `três vinte e um avos`: the denominator stands right behind the numerator, and the word behind both. */
function readAdjacent(
  reader: Reader,
  top: Decimal,
  at: number,
  fraction: (end: number, value: Decimal) => NumberRead,
): NumberRead | undefined {
  if (matchAt(reader, at, cardinalMask) === undefined) return undefined
  const second = readSecondTerm(reader, at)
  const part = second === undefined ? undefined : matchAfter(reader, second.end, partMask)
  return second !== undefined && senseOf(part, 'part')?.id === 'after'
    ? fraction(part!.end, ratio(top, second.value))
    : undefined
}

/** Whether the block holds nothing but the stretch and perhaps a percent sign behind it. */
const fillsCell = (reader: Reader, start: number, end: number): boolean =>
  isAlone(reader, start, matchAfter(reader, end, percentMask)?.end ?? end)

/** Whether a word with content follows: `a fifth man`, but `a fifth of`, `un cinquième des`. */
const countsNoun = (reader: Reader, end: number): boolean =>
  isLetterAt(reader, skipSpaces(reader, end)) && matchAfter(reader, end, grammarMask) === undefined

/** Whether a phrase for a percentage ends in the word between the terms of a fraction (百分之): its number stands behind it. */
export function endsInPart(reader: Reader, {start, end}: Match): boolean {
  for (let at = start + 1; at < end; at++)
    if (isFreeAt(reader, at) && matchAt(reader, at, partMask)?.end === end) return true
  return false
}

function readSecondTerm(reader: Reader, from: number): {value: Decimal; end: number} | undefined {
  if (isDigitAt(reader, from)) {
    const digits = readDigits(reader, from)
    return digits?.plain ? digits : undefined
  }
  const builder = newBuilder()
  const end = (reader.lexicon.hasDigits && readTerm(reader, from, builder)) || readWords(reader, from, builder)
  return end === 0 ? undefined : {value: sumOf(builder), end}
}

/** `साढ़े तीन`: the half stands before the number it is added to. */
function readHalfBefore(reader: Reader, at: number, opening: Match, half: number): NumberRead | undefined {
  const at2 = skipSpaces(reader, opening.end)
  const share = half === 1 ? 0.5 : half
  const scale = matchAt(reader, at2, scaleMask)
  const factor = senseOf(scale, 'scale')
  if (factor !== undefined)
    return {
      start: at,
      end: scale!.end,
      value: multiply(decimalOf(1 + share), decimalOf(factor.value)),
      spelled: true,
      plain: false,
      fraction: false,
      scale: factor.value >= 1000,
      unit: factor.value,
    }
  const rest = readNumber(reader, at2)
  if (rest === undefined) return undefined
  const extra = multiply(decimalOf(share), decimalOf(rest.unit ?? 1))
  return {...rest, start: at, value: add(rest.value, extra), spelled: true, plain: false}
}

// --- one word -----------------------------------------------------------------------------------------------------

/** A number written as one word, with nothing else in the word. */
function readGlued(reader: Reader, at: number): NumberRead | undefined {
  const builder = newBuilder()
  const first = gluedInto(reader, at, builder)
  if (first === 0) return undefined
  const ending = readOrdinalEnding(reader, builder, first)
  if (ending > 0) return {...finishSpelled(builder, at, ending), ordinal: true}
  const fraction = readDenominator(reader, builder, first, at)
  if (fraction !== undefined) return fraction
  const trial = copyOf(builder)
  const next = skipSpaces(reader, first)
  const more = next > first ? readWords(reader, next, trial) : 0
  const end = more > 0 ? more : first
  return finishSpelled(more > 0 ? trial : builder, at, more > 0 ? end : readScales(reader, builder, first))
}

/** Takes the number words that make up the word at `at`; 0 unless they use it up. */
function gluedInto(reader: Reader, at: number, builder: Builder): number {
  if (!reader.lexicon.glued || !isSpacedLetterAt(reader, at)) return 0
  const stop = wordEnd(reader, at)
  // hunderttausende: an amount nobody counted
  if (matchAt(reader, at, wordMask)?.end === stop) return 0
  return stop - at > longestGlued ? 0 : gluedFrom(reader, at, stop, builder, 0)
}
const longestGlued = 80

/** The rest of a glued number from `at`, behind `pieces` of it: longest pieces first (tausende, tausend). */
function gluedFrom(reader: Reader, at: number, stop: number, builder: Builder, pieces: number): number {
  if (at === stop) return stop
  const last = pieces > 0 ? matchWithin(reader.lexicon, reader.units, at, stop, ordinalMask) : undefined
  if (last?.end === stop && takeOrdinal(builder, last)) {
    builder.ordinal = true
    return stop
  }
  // vierzehnjährig: what follows says what the number counts
  if (pieces > 0 && matchWithin(reader.lexicon, reader.units, at, stop, ageMask)?.end === stop) return at
  for (let limit = stop; limit > at; ) {
    const found = matchWithin(reader.lexicon, reader.units, at, limit, pieceMask)
    if (found === undefined) break
    const trial = copyOf(builder)
    const end = takePiece(trial, found, pieces) ? gluedFrom(reader, found.end, stop, trial, pieces + 1) : 0
    if (end > 0) {
      Object.assign(builder, trial)
      return end
    }
    limit = found.end - 1
  }
  return pieces > 1 && restIsEnding(reader, at, stop) ? stop : 0
}

/** Takes a piece of a glued number; a joiner stands only between two. */
function takePiece(builder: Builder, found: Match, pieces: number): boolean {
  const value = senseOf(found, 'cardinal')
  if (value !== undefined && append(builder, value.value)) return true
  const factor = senseOf(found, 'scale')
  if (factor !== undefined && (pieces > 0 || factor.value <= 1000) && scaleBy(builder, factor.value)) return true
  return pieces > 0 && senseOf(found, 'joiner') !== undefined
}

/** Whether what remains of a word is one of its language's endings. */
function restIsEnding(reader: Reader, at: number, stop: number): boolean {
  const {suffixes, longestSuffix} = reader.lexicon
  if (stop - at > longestSuffix) return false
  return suffixes.has(String.fromCharCode(...reader.units.subarray(at, stop)))
}

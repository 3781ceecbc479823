import {type Match, maskOf, match, matchListed, type Sense} from '../lexicon/lexicon'
import {sense} from '../lexicon/senses'
import type {Approx} from '../page'
import {classOf, is} from '../text/classes'
import {marksBehind} from './date'
import type {Range} from './draft'
import {endsInPart} from './number/denominator'
import {
  digitsBetween,
  findSense,
  isAlone,
  isDigitAt,
  isFreeAt,
  isIndochinese,
  isLetterAt,
  isLowerAt,
  isSpacedLetterAt,
  isUpperAt,
  matchAfter,
  matchAt,
  matchBefore,
  type Reader,
  rawUnit,
  skipSpaces,
  skipSpacesBack,
  unitAt,
  upTo,
  withoutStop,
  wordEnd,
  wordStart,
} from './reader'
import {isShorter, timeUnits} from './time-units'

/** What a number measures: the sign or word beside it. */
export interface Measure {
  readonly kind:
    | 'percentage'
    | 'percentage-point'
    | 'money'
    | 'quantity'
    | 'duration'
    | 'age'
    | 'multiplier'
    | 'ordinal'
    | 'count'
  /** Where the expression with its measure ends (behind the number) or starts (before it). */
  readonly start: number
  readonly end: number
  /** Multiplies the number: cents, toman, per mille. */
  readonly factor: number
  readonly unit?: string
  readonly currency?: string
  readonly currencies?: readonly string[]
  readonly noun?: Range
  /** An approximator between the measure and its number. */
  readonly approx?: Approx | undefined
  /** A word for times that counts occasions unless a comparison follows. */
  readonly either?: boolean
}

const afterMask = maskOf(
  'percent',
  'percent-point',
  'currency',
  'unit',
  'age',
  'times',
  'ordinal-after',
  'ordinal-dot',
  'classifier',
  'function',
  'to',
  'joiner',
)
const grammarMask = [sense.function, sense.to, sense.joiner]
const approxMask = maskOf('approx')
const ageMask = maskOf('age')
/** Arguments of the words for age and times that make nothing of the number they stand behind. */
const otherPlaces = new Set(['before', 'have', 'of', 'person', 'behind', 'lasting', 'either-before'])
const beforeMask = maskOf('percent', 'currency', 'unit', 'age', 'ordinal-before', 'times')
const decadeMask = maskOf('decade')
const perMask = maskOf('per')
const functionMask = maskOf('function')
const unitMask = maskOf('unit')
const ordinalMask = maskOf('ordinal')
const datePartMask = maskOf('date-part')
const yearMask = maskOf('year')
const approxAfterMask = maskOf('approx-after')
const currencyMask = maskOf('currency')
const numeralMask = maskOf('cardinal', 'scale')
const joinerMask = maskOf('date-joiner')
const andMask = maskOf('joiner')

const space = 32
const dash = 45
const slash = 47
const dot = 46

/** Kelvin, watt, volt, ampere, degrees, joule and byte stand in capitals, litre in both cases. */
const capitalSymbols = new Set([...'kwvafcjb'].map((letter) => letter.charCodeAt(0)))
const letterL = 108

/** Symbols that are units in lower case only, or in upper case only: `5G` are no grams, `300 k` no kelvin. */
function caseFits(reader: Reader, found: Match, unit: string): boolean {
  const length = found.end - found.start
  if (length > 2 || !isSpacedLetterAt(reader, found.start) || reader.units[found.start]! > 127) return true
  if (length === 1) {
    const upper = isUpperAt(reader, found.start)
    const letter = reader.units[found.start]!
    if (timeUnits.has(unit))
      return (!upper || letter === 104) && !(letter === letterS && isFourDigits(reader, found.start))
    return (
      letter === letterL ||
      upper === capitalSymbols.has(letter) ||
      unit.startsWith('celsius') ||
      unit.startsWith('fahrenheit')
    )
  }
  // 7 HR jobs are no hours
  return !(timeUnits.has(unit) && isCapitalized(reader, found.start, length))
}

const letterS = 115
const letterT = 116

/** The cards RTX 3090s and 3080s are no seconds. */
const isFourDigits = (reader: Reader, end: number): boolean =>
  isDigitAt(reader, end - 4) && isDigitAt(reader, end - 1) && !isDigitAt(reader, end - 5)

/** `Mb/s`, `Mbps` are bits, `MB/s`, `MBps` bytes; `Nm` are newton metres, `nm` nanometres. */
function symbolUnit(reader: Reader, {start, end}: Match, unit: string): string {
  if (unit === 'nanometer' && end - start === 2 && isUpperAt(reader, start)) return 'newton-meter'
  const isRate = end - start === 4 && /^(?:kilo|mega|giga|tera)bit-per-second$/.test(unit)
  return isRate && rawUnit(reader, start + 1) === capitalB ? unit.replace('bit', 'byte') : unit
}
const capitalB = 66

/** What stands behind the number that ends at `end`. */
export function measureAfter(reader: Reader, end: number): Measure | undefined {
  let at = skipSpaces(reader, end)
  if (at - end > 2) return undefined
  const hyphen =
    unitAt(reader, at) === dash && at === end && (isLetterAt(reader, at + 1) || unitAt(reader, at + 1) === 37)
  if (hyphen) {
    const glued = matchAt(reader, at, afterMask)
    const plain = matchAt(reader, at + 1, afterMask)
    const found = glued ?? plain
    if (found === undefined || startsNext(reader, found)) return undefined
    at = found.start
    return read(reader, found, end, true)
  }
  const inches = at === end ? inchMark(reader, end) : 0
  if (inches > 0) return {kind: 'quantity', start: end, end: inches, factor: 1, unit: 'inch'}
  if (isPercentInBrackets(reader, at)) {
    const percent = read(reader, matchAt(reader, at + 1, afterMask)!, end, false)
    return percent && {...percent, end: percent.end + 1}
  }
  const phrase = matchAt(reader, at, afterMask)
  if (phrase === undefined || startsNext(reader, phrase)) return undefined
  return read(reader, endsSentence(reader, phrase) ? withoutStop(reader, phrase, afterMask) : phrase, end, false)
}

/** `55,6 (%)`, but not `% 55,6 (% 1 more)`. */
const isPercentInBrackets = (reader: Reader, at: number): boolean =>
  unitAt(reader, at) === 40 && unitAt(reader, at + 1) === 37 && unitAt(reader, at + 2) === 41

/** Whether a capital behind the phrase may open a sentence. */
const endsSentence = (reader: Reader, {end}: Match): boolean =>
  unitAt(reader, end) === space && isUpperAt(reader, end + 1) && !reader.lexicon.settings.has('capitalNouns')

const apostrophe = 39
const quote = 34
/** Units before a quotation mark in which another one may open a quotation. */
const longestQuote = 200

/** End of the mark of inches at `at` (5", 5''), 0 where there is none or it closes a quotation. */
export function inchMark(reader: Reader, at: number): number {
  if (unitAt(reader, at) === apostrophe)
    return unitAt(reader, at + 1) === apostrophe && !isLetterAt(reader, at + 2) ? at + 2 : 0
  if (unitAt(reader, at) !== quote || isLetterAt(reader, at + 1)) return 0
  let quotes = 0
  for (let i = Math.max(reader.start, at - longestQuote); i < at; i++) if (reader.units[i] === quote) quotes++
  return quotes % 2 === 0 ? at + 1 : 0
}

/** A currency sign with a digit right behind it belongs to the next number: $3 million to **$**5 million. */
const startsNext = (reader: Reader, found: Match): boolean =>
  isDigitAt(reader, found.end) &&
  found.senses.some(({kind}) => kind === sense.currency) &&
  !isFreeAt(reader, found.end - 1)

function read(reader: Reader, found: Match, numberEnd: number, hyphen: boolean): Measure | undefined {
  const glued = found.start === numberEnd
  if (!glued && isGrammar(reader, found, numberEnd)) return undefined
  const base = {start: numberEnd, end: found.end, factor: 1}
  for (const meaning of order(found.senses, glued && (found.end - found.start > 1 || isRankSign(reader, found)))) {
    const measure = readSense(reader, found, meaning, base, glued || hyphen)
    if (measure !== undefined) return measure
  }
  return undefined
}

/**
 * An abbreviation that is also a word of grammar (Hindi से, second and from) is the word. Latin symbols (ha, l) are
 * symbols, but behind a year or words: `en 2019 ha crecido`.
 */
const isGrammar = (reader: Reader, found: Match, numberEnd: number): boolean =>
  found.end - found.start <= 3 &&
  found.senses.some(({kind}) => grammarMask.includes(kind)) &&
  (reader.units[found.start]! > 127 ||
    isVowel(reader.units[found.start]!) ||
    (isSpacedLetterAt(reader, numberEnd - 1) && found.senses.some(({kind}) => kind === sense.unit)) ||
    isYearBefore(reader, numberEnd))

/** Four digits from 1700 to 2099, with nothing glued before them. */
function isYearBefore(reader: Reader, end: number): boolean {
  const start = end - 4
  const digits = digitsBetween(reader, Math.max(start, reader.start), end)
  const before = unitAt(reader, start - 1)
  return digits.length === 4 && digits >= '1700' && digits <= '2099' && (before === 0 || before === 32 || before === 40)
}
const vowels = new Set([97, 101, 105, 111, 117, 121])
const isVowel = (unit: number): boolean => vowels.has(unit)

const priority: readonly number[] = [
  sense['percent-point'],
  sense.percent,
  sense.currency,
  sense.age,
  sense.unit,
  sense.times,
  sense['ordinal-after'],
  sense['ordinal-dot'],
  sense.classifier,
]
/** Letters glued to digits are an ordinal's before they are a unit's: 1st. */
const gluedPriority: readonly number[] = [sense['ordinal-after'], ...priority]
function order(senses: readonly Sense[], glued: boolean): readonly Sense[] {
  if (senses.length === 1) return senses
  const ranks = glued ? gluedPriority : priority
  return [...senses].sort((a, b) => ranks.indexOf(a.kind) - ranks.indexOf(b.kind) || unitRank(a) - unitRank(b))
}
/** `3° posto`: a degree sign between one or two digits and a noun, where the language writes ordinals with it. */
function isRankSign(reader: Reader, {start, end}: Match): boolean {
  if (isLetterAt(reader, start) || isDigitAt(reader, start - 3)) return false
  const next = skipSpaces(reader, end)
  const isWord = next > end && isLowerAt(reader, next)
  return isWord && wordEnd(reader, next) - next > 2 && matchAt(reader, next, noRankMask) === undefined
}
const noRankMask = maskOf('function', 'approx', 'approx-after', 'unit', 'minus', 'to', 'joiner', 'per', 'date-joiner')

/** Bare degrees are those of weather before those of angles. */
const unitRank = ({id}: Sense): number => (id === 'temperature-generic' ? 0 : 1)

function readSense(
  reader: Reader,
  found: Match,
  meaning: Sense,
  base: {start: number; end: number; factor: number},
  glued: boolean,
): Measure | undefined {
  switch (meaning.kind) {
    case sense['percent-point']:
      return {...base, kind: 'percentage-point', factor: meaning.value}
    case sense.percent:
      if (endsInPart(reader, found)) return undefined
      return {...base, kind: 'percentage', factor: meaning.value}
    case sense.currency:
      return isWeighed(reader, found) ? undefined : money(reader, found, meaning, base)
    case sense.age:
      return otherPlaces.has(meaning.id) ? undefined : {...base, kind: 'age', unit: meaning.id || 'year'}
    case sense.unit:
      return unitMeasure(reader, found, meaning, base, glued)
    case sense.times:
      if (otherPlaces.has(meaning.id) || !isTimes(reader, found, base.start)) return undefined
      return {...base, kind: 'multiplier', ...(meaning.id === 'either' ? {either: true, noun: found} : {})}
    case sense['ordinal-after']:
      if (!isOrdinalOf(reader, meaning, found.start)) return undefined
      return glued || isFreeAt(reader, found.start) || isOrdinalWord(found) ? {...base, kind: 'ordinal'} : undefined
    case sense['ordinal-dot']:
      return meaning.id === '' && isOrdinalDot(reader, found) ? {...base, kind: 'ordinal'} : undefined
    case sense.classifier: {
      // "6 na buwan": a linker between the number and its unit
      const behind = isSpacedLetterAt(reader, found.start) ? measureAfter(reader, found.end) : undefined
      if (behind !== undefined && behind.kind !== 'count' && behind.kind !== 'ordinal')
        return {...behind, start: base.start}
      return {...base, kind: 'count', end: base.start, noun: classifierNoun(reader, found)}
    }
    default:
      return undefined
  }
}

const letterX = 120

/** Not before a digit: 0x1F is code, 3 x 2 a format. The letter x multiplies digits alone, and stands at them: not in Xbox One X, 7-X. */
function isTimes(reader: Reader, {start, end}: Match, numberEnd: number): boolean {
  if (isDigitAt(reader, skipSpaces(reader, end))) return false
  return unitAt(reader, start) !== letterX || (isDigitAt(reader, numberEnd - 1) && unitAt(reader, start - 1) !== dash)
}

/** `21st`, but `12st` are stones: an ending with an argument belongs to numbers with that last digit, 11 to 13 aside. */
const isOrdinalOf = (reader: Reader, {id}: Sense, end: number): boolean =>
  id === '' || (reader.units[end - 1] === id.charCodeAt(0) && reader.units[end - 2] !== digitOne)
const digitOne = 49

/** `3. místo`, `der 12. Platz`: a full stop makes an ordinal where the sentence goes on, or of a number that fills a cell. */
function isOrdinalDot(reader: Reader, found: Match): boolean {
  let start = found.start
  while (isDigitAt(reader, start - 1)) start--
  if (start === found.start || found.start - start > mostDotted) return false
  const next = skipSpaces(reader, found.end)
  const goesOn = next > found.end && (isLowerAt(reader, next) || isArticled(reader, start, next))
  return goesOn || isAlone(reader, start, found.end)
}
const mostDotted = 3
const dottedMask = maskOf('ordinal-dot')

/** Whether an article stands before the number and a noun in capitals behind its full stop. */
const isArticled = (reader: Reader, start: number, next: number): boolean =>
  findSense(matchBefore(reader, start, dottedMask), 'ordinal-dot')?.id === 'behind' &&
  isUpperAt(reader, next) &&
  matchAt(reader, next, functionMask) === undefined

/** A spaced word (वाँ) makes an ordinal too, when it is no word of grammar. */
const isOrdinalWord = (found: Match): boolean =>
  found.end - found.start >= 2 && !found.senses.some(({kind}) => grammarMask.includes(kind))

/** The noun behind a classifier (con **bò**), or the classifier when no noun follows. */
function classifierNoun(reader: Reader, found: Match): Range {
  const at = skipSpaces(reader, found.end)
  // "25.000 orang yang tewas": with a word of grammar behind it the classifier is the noun
  const goesOn = isSpacedLetterAt(reader, at) && matchAt(reader, at, functionMask) === undefined
  return goesOn && isSpacedLetterAt(reader, found.start)
    ? {start: at, end: wordEnd(reader, at)}
    : {start: found.start, end: found.end}
}

function money(reader: Reader, found: Match, meaning: Sense, base: {start: number; end: number}): Measure | undefined {
  if (!isCurrencyWord(reader, found) || isSmallMetric(reader, found) || isGrandNoun(reader, found, meaning, base.start))
    return undefined
  return {
    ...base,
    kind: 'money',
    factor: meaning.value,
    ...resolveCurrency(reader, meaning),
    ...codeAfter(reader, found),
  }
}

/** `the LC 500 grand tourer`, `$132,000 Grand Prix`: a word for a thousand of a currency stands behind its number last, and alone. */
function isGrandNoun(reader: Reader, {start, end}: Match, {value}: Sense, numberEnd: number): boolean {
  if (value !== 1000 || end - start < 5 || wordEnd(reader, start) !== end) return false
  const next = skipSpaces(reader, end)
  if (isLetterAt(reader, next) && matchAt(reader, next, noNounMask) === undefined) return true
  let from = numberEnd
  while (from > reader.start && !isLetterAt(reader, from - 1) && unitAt(reader, from - 1) !== space) from--
  return classOf[unitAt(reader, from)] === is.currency
}
const noNounMask = maskOf('function', 'to', 'joiner', 'per', 'approx', 'approx-after', 'change')

/** `3 km` are kilometres also where the mark is KM: symbols of metric units are small. */
const isSmallMetric = (reader: Reader, found: Match): boolean =>
  found.end - found.start === 2 &&
  !isUpperAt(reader, found.start) &&
  found.senses.some(({kind, id}) => kind === sense.unit && metric.test(id))
const metric = /^(?:kilo|centi|milli)/

/** `$ CAD`, `$CAD`: a code behind a sign says which currency it is. */
function codeAfter(reader: Reader, sign: Match): {end?: number; currency?: string; currencies?: readonly string[]} {
  if (isLetterAt(reader, sign.end - 1)) return {}
  const at = skipSpaces(reader, sign.end)
  const found = matchAt(reader, at, currencyMask)
  return found !== undefined && at - sign.end < 2 && isCode(reader, found)
    ? {end: found.end, currency: found.senses[0]!.id, currencies: []}
    : {}
}

/** `seis libras de carne`: a pound of something is a weight. */
function isWeighed(reader: Reader, found: Match): boolean {
  if (!found.senses.some(({kind, id}) => kind === sense.unit && id === 'pound')) return false
  const of = matchAfter(reader, found.end, joinerMask)
  return of !== undefined && of.end - of.start <= 3 && isLetterAt(reader, skipSpaces(reader, of.end))
}

/** The ISO code of a currency word; a sign of several currencies by region, else its commonest one with the others noted. */
function resolveCurrency(reader: Reader, meaning: Sense): {currency?: string; currencies?: readonly string[]} {
  const codes = meaning.id.split('/')
  if (codes.length === 1) return {currency: meaning.id}
  const {currencies, currenciesSettled} = reader.conventions
  const [own, ...others] = currencies.filter((code) => codes.includes(code))
  if (own !== undefined)
    return currenciesSettled || others.length === 0 ? {currency: own} : {currency: own, currencies: others}
  return {currency: codes[0]!, currencies: codes.slice(1)}
}

function unitMeasure(
  reader: Reader,
  found: Match,
  meaning: Sense,
  base: {start: number; end: number},
  glued: boolean,
): Measure | undefined {
  // "10 km2" where only km is known: no kilometres
  if (!caseFits(reader, found, meaning.id) || (isDigitAt(reader, found.end) && !isFreeAt(reader, found.end - 1)))
    return undefined
  const length = found.end - found.start
  if (isInflectedSymbol(reader, found, meaning.id) || isPebble(reader, found, meaning.id)) return undefined
  // the standard 802.11ac
  if (meaning.id === 'acre' && glued && isSpacedLetterAt(reader, found.start) && unitAt(reader, base.start - 3) === dot)
    return undefined
  // 254 miljoner SEK. are no seconds
  const code =
    length === 4 && unitAt(reader, found.end - 1) === dot ? matchAt(reader, found.start, currencyMask) : undefined
  if (code !== undefined && isCode(reader, code))
    return {...base, end: code.end, kind: 'money', factor: 1, ...resolveCurrency(reader, code.senses[0]!)}
  // A single letter behind a space is a unit only where the word ends there and nothing is glued to it by a dash or point.
  if (length === 1 && isSpacedLetterAt(reader, found.start) && !glued && unitAt(reader, found.end) === dash)
    return undefined
  // 832-т: a letter behind a dash is an ending, but not in the 10-m dash
  if (length === 1 && unitAt(reader, found.start - 1) === dash && unitAt(reader, found.start) > 127) return undefined
  // 150 n.Ch.: a letter with more behind its point is an abbreviation
  if (length === 1 && unitAt(reader, found.end) === dot && isSpacedLetterAt(reader, found.end + 1)) return undefined
  // 113年度, 113年1月: years of the Minguo calendar without its name
  if (
    isFreeAt(reader, found.start) &&
    meaning.id === 'year' &&
    isDigitAt(reader, base.start - 3) &&
    opensDate(reader, found)
  )
    return undefined
  // 1444 H and 1444H are years of the Islamic calendar, 24H is a day
  const isLong = !glued || isDigitAt(reader, found.start - 4)
  if (length === 1 && isLong && timeUnits.has(meaning.id) && isUpperAt(reader, found.start)) return undefined
  // 12日 and 9月 are a day and a month of the year, lengths of time only with more behind them (日間, 个月)
  if (isFreeAt(reader, found.start) && found.end - found.start === 1 && isDatePart(reader, found)) return undefined
  if (isFreeAt(reader, found.end) && isLoneLetter(reader, found)) return undefined
  // 1000 초과 is more than 1000, no second
  if (isFreeAt(reader, found.start) && (matchAt(reader, found.start, approxAfterMask)?.end ?? 0) > found.end)
    return undefined
  // 八十年代 are the eighties
  if (isFreeAt(reader, found.start) && (matchAt(reader, found.start, decadeMask)?.end ?? 0) > found.end)
    return undefined
  // "un segundo intento": a unit that is an ordinal, too, is one behind digits only
  if (!isDigitAt(reader, base.start - 1) && isOrdinal(reader, found)) return undefined
  if (timeUnits.has(meaning.id)) return {...base, kind: 'duration', factor: meaning.value, unit: meaning.id}
  const scale = meaning.id === 'temperature-generic' ? scaleOf(reader, found.end) : undefined
  if (scale !== undefined) return {...base, kind: 'quantity', factor: meaning.value, ...scale}
  const compound = perUnit(reader, found.end)
  if (compound !== undefined)
    return {
      ...base,
      kind: 'quantity',
      factor: meaning.value / compound.factor,
      unit: `${meaning.id}-per-${compound.unit}`,
      end: compound.end,
    }
  const unit = symbolUnit(reader, found, meaning.id)
  return {...base, kind: 'quantity', factor: meaning.value, unit}
}

/** `5 ድንጋይ` are stones, not 70 pounds, unless they fill a cell: only `st` and `stone` say so in a sentence. */
function isPebble(reader: Reader, {start, end}: Match, unit: string): boolean {
  if (unit !== 'stone' || (unitAt(reader, start) === letterS && unitAt(reader, start + 1) === letterT)) return false
  let stop = skipSpaces(reader, end)
  while (isDigitAt(reader, stop)) stop++
  return skipSpaces(reader, stop) < reader.end
}

/** Turkish `hata` is no `ha` with an ending: symbols take theirs behind a mark. */
function isInflectedSymbol(reader: Reader, {start, end}: Match, unit: string): boolean {
  const {lexicon} = reader
  if (lexicon.suffixes.size === 0 || end - start < 3 || timeUnits.has(unit)) return false
  const symbol = matchAt(upTo(reader, start + 2), start, unitMask)
  if (!symbol?.senses.some(({id}) => id === unit)) return false
  return matchListed(lexicon, reader.units, start, reader.end, unitMask)?.end !== end
}

/** Whether the word for year goes on with a month, or is part of a longer word for one. */
const opensDate = (reader: Reader, {start, end}: Match): boolean =>
  (matchAt(reader, start, yearMask)?.end ?? 0) > end ||
  (isDigitAt(reader, end) && findSense(datePartBehind(reader, end), 'date-part')?.id === 'month')

function datePartBehind(reader: Reader, at: number): Match | undefined {
  let end = at
  while (isDigitAt(reader, end)) end++
  return matchAt(reader, end, datePartMask)
}

/** ປ, ฟ: a letter of a script whose words are not set apart is mostly the first one of a word. */
const isLoneLetter = (reader: Reader, found: Match): boolean =>
  found.end - found.start === 1 && isIndochinese(reader.units[found.start]!)

const isOrdinal = (reader: Reader, found: Match): boolean =>
  matchAt(reader, found.start, ordinalMask)?.end === found.end

const isDatePart = (reader: Reader, found: Match): boolean =>
  marksBehind(reader) && matchAt(reader, found.start, datePartMask)?.end === found.end

const scaleLetters: Readonly<Record<number, string>> = {99: 'celsius', 102: 'fahrenheit', 107: 'kelvin'}

/** The temperature scale behind degrees: `37° Celsius`, `70 grados F`. */
function scaleOf(reader: Reader, end: number): {unit: string; end: number} | undefined {
  const at = skipSpaces(reader, end)
  const letter = scaleLetters[unitAt(reader, at)]
  if (letter !== undefined && !isLetterAt(reader, at + 1)) return {unit: letter, end: at + 1}
  const found = matchAt(reader, at, unitMask)
  const unit = findSense(found, 'unit')
  return found === undefined || unit === undefined || !degrees.has(unit.id)
    ? undefined
    : {unit: unit.id, end: found.end}
}

/** `/ha`, ` per hour`: a unit after a slash makes a compound unit. */
function perUnit(reader: Reader, end: number): {unit: string; factor: number; end: number} | undefined {
  const at = skipSpaces(reader, end)
  let from: number
  if (unitAt(reader, at) === slash) from = skipSpaces(reader, at + 1)
  else {
    const word = matchAt(reader, at, perMask)
    if (word === undefined) return undefined
    const {id} = word.senses[0]!
    if (id === 'loose') return undefined
    if (isShorter(id, 'day')) return {unit: id, factor: 1, end: word.end}
    from = skipSpaces(reader, word.end)
  }
  if (isDigitAt(reader, from)) return undefined
  const found = matchAt(reader, from, unitMask)
  const unit = findSense(found, 'unit')
  return unit === undefined || found === undefined || !caseFits(reader, found, unit.id)
    ? undefined
    : {unit: unit.id, factor: unit.value, end: found.end}
}

/** Units that recipes put before the number in any language. */
const spoons = new Set(['tablespoon', 'teaspoon', 'cup'])
/** Units whose words mean other things: un bar, to some degree. */
export const everydayUnits = new Set(['bar', 'temperature-generic', 'degree', 'decimeter'])
export const degrees = new Set(['celsius', 'fahrenheit', 'kelvin'])

/** What stands before the number that starts at `start`, not before `floor`. */
export function measureBefore(reader: Reader, start: number, floor: number): Measure | undefined {
  const near = start - skipSpacesBack(reader, start)
  if (near > 2) return undefined
  const limit = limitBehindUnit(reader, start)
  const found = matchBefore(reader, limit?.start ?? start, beforeMask) ?? symbolBefore(reader, start)
  if (found === undefined || found.start < floor) return undefined
  const base = {start: found.start, end: start, factor: 1, approx: limit?.senses[0]?.id as Approx | undefined}
  const currency = findSense(found, 'currency')
  if (
    currency !== undefined &&
    isCurrencyWord(reader, found) &&
    standsBefore(reader, found) &&
    !isModel(reader, found, start)
  )
    return {...moneyBefore(reader, found, currency, start), approx: base.approx}
  const percent = findSense(found, 'percent')
  // tenths (成, 割) stand only behind their number
  if (percent !== undefined && percent.value !== 10 && !(near > 0 && isRemainder(reader, found)))
    return {...base, kind: 'percentage', factor: percent.value}
  const ordinal = findSense(found, 'ordinal-before')
  if (ordinal !== undefined) return {...base, kind: 'ordinal'}
  const age = findSense(found, 'age')
  if (age?.id === 'before') return {...base, start, kind: 'age', unit: 'year'}
  if (age !== undefined && !otherPlaces.has(age.id)) return {...base, start, kind: 'age', unit: age.id || 'year'}
  const times = findSense(found, 'times')
  if (times?.id === 'before') return {...base, kind: 'multiplier'}
  if (times?.id === 'either-before') return {...base, kind: 'multiplier', either: true, noun: found}
  const unit = findSense(found, 'unit')
  if (unit === undefined) return undefined
  if (!reader.lexicon.settings.has('unitBefore') && !spoons.has(unit.id) && !degrees.has(unit.id)) return undefined
  if (found.end - found.start < 2 || !caseFits(reader, found, unit.id)) return undefined
  if (isPebble(reader, found, unit.id)) return undefined
  if (matchAt(reader, found.start, functionMask)?.end === found.end) return undefined
  const kind = timeUnits.has(unit.id) ? 'duration' : 'quantity'
  return {...base, kind, factor: unit.value, unit: unit.id}
}

/** `kilomita zaidi ya 5`: an approximator between a unit and its number, in languages that put units first. */
function limitBehindUnit(reader: Reader, start: number): Match | undefined {
  const limit = reader.lexicon.settings.has('unitBefore') ? matchBefore(reader, start, approxMask) : undefined
  return limit !== undefined && matchBefore(reader, limit.start, beforeMask) !== undefined ? limit : undefined
}

/** `i % 2`: a sign set off behind a lone letter is a remainder in code. */
const isRemainder = (reader: Reader, {start}: Match): boolean =>
  !isLetterAt(reader, start) &&
  unitAt(reader, start - 1) === space &&
  isSpacedLetterAt(reader, start - 2) &&
  !isSpacedLetterAt(reader, start - 3)

const moneyBefore = (reader: Reader, found: Match, currency: Sense, end: number): Measure => ({
  start: found.start,
  end,
  kind: 'money',
  factor: currency.value,
  ...resolveCurrency(reader, currency),
  ...codeBefore(reader, found),
})

/** `dólar 22,5 millones`: the name of a currency before a number, in languages where it mostly stands behind; not behind a number of its own. */
export function currencyNameBefore(reader: Reader, start: number, floor: number): Measure | undefined {
  const found = matchBefore(reader, start, currencyMask)
  const currency = findSense(found, 'currency')
  if (found === undefined || currency === undefined || found.start < floor || !isCurrencyWord(reader, found))
    return undefined
  const before = skipSpacesBack(reader, found.start)
  if (isDigitAt(reader, before - 1) || matchBefore(reader, before, numeralMask) !== undefined) return undefined
  return moneyBefore(reader, found, currency, start)
}

/** Two capitals and a few digits glued together name a thing: the RS232 port, planet SR388. */
const isModel = (reader: Reader, found: Match, start: number): boolean =>
  found.end === start &&
  start - found.start === 2 &&
  isUpperAt(reader, found.start) &&
  isUpperAt(reader, start - 1) &&
  !found.senses.some(({kind, id}) => kind === sense.currency && reader.conventions.currencies.includes(id)) &&
  !isLargeAround(reader, found)

/** Signs, codes and short abbreviations stand before their number (Rp 5); names of currencies do so only in some languages. */
const standsBefore = (reader: Reader, found: Match): boolean =>
  !isSpacedLetterAt(reader, found.end - 1) ||
  found.end - found.start <= 2 ||
  isCode(reader, found) ||
  reader.lexicon.settings.has('unitBefore') ||
  reader.lexicon.settings.has('scaleBefore')

/** `MXN$ 15`, `NZD $15`: a code before the sign says which currency it is. */
function codeBefore(reader: Reader, sign: Match): {start?: number; currency?: string; currencies?: readonly string[]} {
  const end = skipSpacesBack(reader, sign.start)
  if (isLetterAt(reader, sign.start) || !isSpacedLetterAt(reader, end - 1)) return {}
  const start = wordStart(reader, end)
  const found = matchAt(reader, start, currencyMask)
  const code = findSense(found, 'currency')
  if (code === undefined || code.id.length !== 3 || (end < sign.start && !isCode(reader, found!))) return {}
  return {start, currency: code.id, currencies: []}
}

/** Whether words before the number say that its years are an age: aged 40, usia 40 tahun, Kinder unter sechs Jahren. */
export function saysAge(reader: Reader, start: number): boolean {
  return matchBefore(reader, start, ageMask)?.senses.some(({id}) => id === 'before' || id === 'person') ?? false
}

/** Words looked at for one of a thing that lasts, and most units of an ending it may have. */
const lastingWords = 2
const longestEnding = 2
const shortestStem = 3

/** Whether what is so many years old, by its word, is a thing that lasts so long: a zehnjährige Haftstrafe, 5-летний контракт. */
export function isLasting(reader: Reader, end: number): boolean {
  let at = skipSpaces(reader, end)
  for (let words = 0; words < lastingWords && isSpacedLetterAt(reader, at); words++) {
    const stop = wordEnd(reader, at)
    for (let to = stop; to >= stop - longestEnding && to >= at + shortestStem; to--) {
      const found = match(reader.lexicon, reader.units, at, to, ageMask)
      if (found?.end === to && findSense(found, 'age')?.id === 'lasting') return true
    }
    at = skipSpaces(reader, stop)
  }
  return false
}

/**
 * Whether somebody has the years or months from `start` to `end`: ha 60 anni, tenía solo diez meses. The clause must end
 * with them: tiene 5 años de experiencia.
 */
export function hasAge(reader: Reader, start: number, end: number): boolean {
  const limit = matchBefore(reader, start, approxMask)
  const verb = matchBefore(reader, limit?.start ?? start, ageMask)
  if (findSense(verb, 'age')?.id !== 'have') return false
  const next = skipSpaces(reader, end)
  return !isLetterAt(reader, next) || matchAt(reader, next, andMask) !== undefined
}

/** A sign glued to the number, which no word boundary delimits: the `$` of `US$5`. */
function symbolBefore(reader: Reader, start: number): Match | undefined {
  for (let from = Math.max(reader.start, start - 4); from < start; from++) {
    const found = matchAt(reader, from, currencyMask)
    if (found !== undefined && found.end === start && !isInsideWord(reader, from)) return found
  }
  return undefined
}

/** `HERS2`: Latin letters go on before the position, in the same case. */
export const isInsideWord = (reader: Reader, at: number): boolean =>
  isSpacedLetterAt(reader, at) &&
  reader.units[at]! < 128 &&
  isSpacedLetterAt(reader, at - 1) &&
  !(isUpperAt(reader, at) && !isUpperAt(reader, at - 1))

/** ISO 4217 codes that are no word of a language, so that people write them small: 10 usd. `all`, `top`, `try` are codes only in capitals. */
const smallCodes = new Set([
  'usd',
  'eur',
  'gbp',
  'jpy',
  'vnd',
  'cny',
  'krw',
  'inr',
  'idr',
  'thb',
  'myr',
  'sgd',
  'aud',
  'chf',
  'rub',
  'uah',
  'pln',
  'czk',
  'huf',
  'twd',
  'hkd',
  'brl',
  'mxn',
  'php',
  'aed',
  'sar',
  'nzd',
  'zar',
])

/** An ISO 4217 code in capitals, perhaps for thousands or millions (MUSD); the EURO 2024 is a tournament. */
const isCode = (reader: Reader, found: Match): boolean => {
  const length = found.end - found.start
  return (
    (length === 3 || (length === 4 && found.senses.some(({value}) => value >= 1000))) &&
    isSpacedLetterAt(reader, found.start) &&
    isCapitalized(reader, found.start, length)
  )
}

const isCapitalized = (reader: Reader, start: number, length: number): boolean =>
  isUpperAt(reader, start) && isUpperAt(reader, start + length - 1)

/** Codes are written in capitals, with an ending too: `bir yerde` is no Yemeni rial. */
function isCurrencyWord(reader: Reader, found: Match): boolean {
  const {start, end} = found
  if (end - start < 3 || !isSpacedLetterAt(reader, start) || reader.units[start]! > 127) return true
  // MUSD, but msek is a millisecond
  if (end - start === 4 && found.senses.some(({id, value}) => value >= 1000 && id.length === 3))
    return isCapitalized(reader, start + 1, 3)
  const word = String.fromCharCode(...reader.units.subarray(start, start + 3))
  if (!found.senses.some(({kind, id}) => kind === sense.currency && id.toLowerCase() === word)) return true
  if (!smallCodes.has(word) && !isCapitalized(reader, start, 3)) return false
  const code = word.toUpperCase()
  return !nameCodes.has(code) || reader.conventions.currencies.includes(code) || isLargeAround(reader, found)
}

/** Codes that stand in capitals for something else as often: the TOP 5, COP 27, an AMD processor. */
const nameCodes = new Set(['TOP', 'ALL', 'AMD', 'SCR', 'CUP', 'SOS', 'MOP', 'PEN', 'COP'])

const scaleMask = maskOf('scale')

/** Whether the number beside a currency has four digits or a scale: COP 20 billion. */
function isLargeAround(reader: Reader, {start, end}: Range): boolean {
  const isGrouped = (at: number, step: number): boolean => !isLetterAt(reader, at) && isDigitAt(reader, at + step)
  const digits = (from: number, step: number): {count: number; end: number} => {
    let i = from
    let count = 0
    for (; isDigitAt(reader, i) || (count > 0 && isGrouped(i, step)); i += step) if (isDigitAt(reader, i)) count++
    return {count, end: i}
  }
  const next = skipSpaces(reader, end)
  const ahead = digits(next, 1)
  if (ahead.count > 3 || digits(skipSpacesBack(reader, start) - 1, -1).count > 3) return true
  if (matchBefore(reader, start, scaleMask) !== undefined) return true
  return ahead.count > 0 && matchAt(reader, skipSpaces(reader, ahead.end), scaleMask) !== undefined
}

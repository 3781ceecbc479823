import {type Mask, type Match, maskOf} from '../../lexicon/lexicon'
import type {Approx} from '../../page'
import {limitFromEnding} from '../around'
import {type Decimal, decimalOf, multiply, negate, toNumber} from '../decimal'
import type {Draft} from '../draft'
import {currencyNameBefore, everydayUnits, type Measure, measureAfter, measureBefore, saysAge} from '../measure'
import {type NumberRead, readNumber} from '../number'
import {
  isDigitAt,
  isFreeAt,
  isSpacedLetterAt,
  isUpperAt,
  matchAt,
  type Reader,
  skipEnding,
  skipLinker,
  skipSpaces,
  unitAt,
} from '../reader'
import {nounAfter} from './count'
import {isInBrackets, signBefore} from './sign'

const perMask = maskOf('per')
const approxAfterMask = maskOf('approx-after')
const linkMask = maskOf('of', 'date-joiner', 'function')
const ofMask = maskOf('of')
const plus = 43

/** A number with what it measures, before it is joined with another to a range. */
export interface Operand {
  approx: Approx | undefined
  number: NumberRead
  value: Decimal
  start: number
  end: number
  after: Measure | undefined
  before: Measure | undefined
}

export function operand(reader: Reader, number: NumberRead, floor: number): Operand {
  const sign = signBefore(reader, number, floor)
  const gap = limitBehind(reader, number)
  const end = isInBrackets(reader, number) ? number.end + 1 : number.end
  const near = measureAfter(reader, gap?.end ?? end) ?? measureBehindOf(reader, number)
  const isOther = near !== undefined && (isLooseAfterWords(reader, number, near) || isOfNext(reader, near))
  const behind = isOther ? undefined : near
  const before = operandBefore(reader, number, sign.start, floor, behind)
  // R$ 139,99 **R$** 135,99
  const isNext =
    before?.kind === 'money' && behind?.kind === 'money' && isDigitAt(reader, skipSpaces(reader, behind.end))
  return {
    approx: number.approx ?? gap?.approx ?? before?.approx,
    number,
    value: sign.negative ? negate(number.value) : number.value,
    start: sign.start,
    end,
    after: isNext ? undefined : behind,
    before,
  }
}

/** Units of the longest symbols of units. */
const longestSymbol = 3

/** `watu 5 dakika 10`: where units stand before their number, a word for one that another number follows belongs to that. */
function isOfNext(reader: Reader, {kind, start, end}: Measure): boolean {
  if (!reader.lexicon.settings.has('unitBefore') || end - skipSpaces(reader, start) <= longestSymbol) return false
  const next = isSpacedLetterAt(reader, end - 1) ? readNumber(reader, skipLinker(reader, end)) : undefined
  if (next === undefined || (kind === 'age' && !saysAge(reader, next.start))) return false
  return measureBefore(reader, next.start, start)?.kind === kind
}

/** The measure before the number, where the one behind it leaves room for it. */
function operandBefore(
  reader: Reader,
  number: NumberRead,
  start: number,
  floor: number,
  behind: Measure | undefined,
): Measure | undefined {
  if (behind === undefined)
    return (
      measureBefore(reader, start, floor) ?? (isLarge(number) ? currencyNameBefore(reader, start, floor) : undefined)
    )
  if (behind.kind === 'count' || behind.kind === 'ordinal') return measureBefore(reader, start, floor)
  const before = measureBefore(reader, start, floor)
  if (before === undefined || before.approx !== undefined) return undefined
  // asilimia 4.5 mwaka jana, kilomita 50 siku ya kwanza: what stands behind opens another phrase
  if (behind.kind === 'duration') return before.kind === 'percentage' || before.kind === 'quantity' ? before : undefined
  if (behind.kind !== 'quantity' && behind.kind !== 'money') return undefined
  return before.kind === 'money' || before.kind === behind.kind ? before : undefined
}

/** A number that names no model or year: with a scale word, decimals or groups, or of many digits. */
const isLarge = ({scale, plain, spelled, value}: NumberRead): boolean =>
  scale || (!spelled && (!plain || toNumber(value) >= 10_000))

/** `einer H&M-Filiale`, `einer Bar`, `einen SCR-Kat`, `four RS-25 engines`, 三度获奖: after a numeral in words a sign or a word of two meanings measures nothing. */
function isLooseAfterWords(reader: Reader, number: NumberRead, {kind, unit, end}: Measure): boolean {
  if (!number.spelled || number.scale) return false
  const value = toNumber(number.value)
  const at = skipSpaces(reader, number.end)
  if (isFreeAt(reader, at)) return unit === 'temperature-generic' && value < 10
  const size = end - at
  if (kind === 'quantity' || kind === 'duration') return size === 1 || (unit === 'bar' && value === 1)
  return kind === 'money' && size <= 3 && isUpperAt(reader, end - 1)
}

/** `300多公里`, `250,000 lebih pelancong`, `50+ countries`: an approximator between the number and what it measures or counts. */
export function limitBehind(reader: Reader, {end}: NumberRead): {approx: Approx; end: number} | undefined {
  const limit =
    limitAt(reader, end) ?? limitAt(reader, skipEnding(reader, end)) ?? limitOf(limitFromEnding(reader, end))
  if (limit === undefined) return undefined
  const measured = measureAfter(reader, limit.end) !== undefined || nounAfter(reader, limit.end) !== undefined
  return measured ? limit : undefined
}

function limitAt(reader: Reader, end: number): {approx: Approx; end: number} | undefined {
  if (unitAt(reader, end) === plus) return {approx: 'at-least', end: end + 1}
  const at = skipSpaces(reader, end)
  const found = at - end > 1 ? undefined : matchAt(reader, at, approxAfterMask)
  return limitOf(found)
}

const limitOf = (found: Match | undefined): {approx: Approx; end: number} | undefined =>
  found && {approx: found.senses[0]!.id as Approx, end: found.end}

/** The measure behind a scale and a short word; a currency with a number of its own belongs to that one: Rs 10 lakh to **Rs 20** lakh. */
function measureBehindOf(reader: Reader, number: NumberRead): Measure | undefined {
  const {fraction, end} = number
  // $53 million **a week**: the word divides
  if (countsOf(number) ? matchAt(reader, skipSpaces(reader, end), perMask) !== undefined : !fraction) return undefined
  const of = skipOf(reader, end)
  const found = measureAfter(reader, of > end ? of : skipLink(reader, end))
  // five million in bar
  if (found?.kind === 'quantity' && of === end && everydayUnits.has(found.unit!)) return undefined
  return found?.kind === 'money' && isDigitAt(reader, skipSpaces(reader, found.end)) ? undefined : found
}

/** Whether a short word may stand between the number and what it counts: millions of, une dizaine de. */
export const countsOf = ({scale, spelled, unit}: NumberRead): boolean => scale || (spelled && (unit ?? 1) > 1)

/** Position behind the short word between a scale and its measure: million **in** dollars. */
export const skipLink = (reader: Reader, end: number): number => skipShort(reader, end, linkMask)

/** Position behind the short word between a scale and what it counts: millions **of** people. */
export const skipOf = (reader: Reader, end: number): number => skipShort(reader, end, ofMask)

function skipShort(reader: Reader, end: number, mask: Mask): number {
  const at = skipSpaces(reader, end)
  const found = at > end ? matchAt(reader, at, mask) : undefined
  return found === undefined || found.end - at > 3 || isFreeAt(reader, at) ? end : found.end
}

/** The measure that counts: a currency before the number wins over a unit behind it, a percent sign over all. */
export function choose({after, before}: Operand): Measure | undefined {
  if (after === undefined) return before
  if (before === undefined) return after
  if (before.kind === 'money' && after.kind === 'money')
    return {...(after.currencies === undefined ? after : before), start: before.start, end: after.end}
  if (before.kind === 'money' && after.kind !== 'percentage') return before
  if (after.kind === 'duration') return before
  if (before.kind === 'quantity' && after.kind === 'quantity')
    return after.unit === 'temperature-generic' || after.unit === 'degree'
      ? {...after, unit: before.unit!, start: before.start}
      : after
  return after.kind === 'count' || after.kind === 'ordinal' ? before : after
}

const startOf = (part: Operand, measure: Measure): number => Math.min(part.start, measure.start)

const endOf = (part: Operand, measure: Measure): number => Math.max(part.end, measure.end)

export const times = (value: Decimal, factor: number): Decimal =>
  factor === 1 ? value : multiply(value, decimalOf(factor))

export function single(part: Operand, measure: Measure): Draft {
  return {
    start: startOf(part, measure),
    end: measure.kind === 'count' ? part.end : endOf(part, measure),
    kind: measure.kind,
    rule: ruleOf(part, measure),
    value: times(part.value, measure.factor),
    other: part.number.other === undefined ? undefined : times(part.number.other, measure.factor),
    spelled: part.number.spelled,
    approx: part.approx,
    ...(measure.kind === 'count' && measure.noun !== undefined ? {tail: measure.noun.end} : {}),
    ...details(measure),
  }
}

const ruleOf = (part: Operand, measure: Measure): string =>
  `${measure.kind}/${measure === part.before ? 'before' : 'after'}-number`

export const details = ({currency, currencies, unit, noun}: Measure): Partial<Draft> => ({
  currency,
  currencies,
  unit,
  noun,
})

import {maskOf} from '../../lexicon/lexicon'
import {add, type Decimal, decimalOf, multiply, toNumber} from '../decimal'
import type {Draft} from '../draft'
import type {Measure} from '../measure'
import {type NumberRead, readNumber} from '../number'
import {
  isDigitAt,
  isFreeAt,
  isLetterAt,
  isSpacedLetterAt,
  isTibetan,
  matchAt,
  matchBefore,
  type Reader,
  skipEnding,
  skipSpaces,
  unitAt,
} from '../reader'
import {type Operand, skipLink, times} from './operand'

const joinerMask = maskOf('joiner')
const scaleMask = maskOf('scale')
const subUnitMask = maskOf('currency', 'sub-unit')
const endMask = maskOf('approx-after', 'to')

/** `£125m` where m is no known scale, `dibilione di le $11`: money multiplied by what we can't read, or not together with it. */
export function isMultiplied(reader: Reader, {before, after, number}: Operand): boolean {
  if (before?.kind !== 'money') return false
  const next = unitAt(reader, number.end)
  const isEnding = isTibetan(next) || skipEnding(reader, number.end) > number.end + 1
  const isMark = isSpacedLetterAt(reader, number.end) && !isEnding && !number.spelled && after?.kind !== 'money'
  if (isMark || reader.lexicon.settings.has('scaleBefore')) return isMark
  return matchBefore(reader, before.start, scaleMask) !== undefined
}

export const closers = new Set([44, 46, 41, 59, 0x3001, 0x3002])

/** `2 dollars and 23 cents`, `五十元六角三分`, `20 euros 43`: smaller amounts of the same money behind it. */
export function withCents(reader: Reader, draft: Draft, measure: Measure): Draft {
  if (measure.factor !== 1 || draft.value === undefined || draft.value.exponent < 0) return draft
  let {end, value} = draft
  let factor = 1
  for (let round = 0; round < 2; round++) {
    const part = centsBehind(reader, end, factor)
    if (part === undefined) break
    ;({end, factor} = part)
    value = add(value, part.value)
  }
  const rest = factor < 1 ? undefined : (bareCents(reader, draft) ?? tenthsBehind(reader, end))
  if (rest !== undefined) {
    end = rest.end
    value = add(value, rest.value)
  }
  return end === draft.end ? draft : {...draft, end, value, other: undefined, rule: 'money/with-cents'}
}

/** A number below a hundred with the word of a smaller coin than `factor`: and 23 cents, 43c. */
function centsBehind(
  reader: Reader,
  end: number,
  factor: number,
): {end: number; value: Decimal; factor: number} | undefined {
  const joined = skipJoiner(reader, end)
  // 3 euros con 99 céntimos
  const at = isSpacedLetterAt(reader, joined) ? skipSpaces(reader, skipLink(reader, end)) : joined
  const number = at > end || isFreeAt(reader, at) || isFreeAt(reader, end - 1) ? smallNumber(reader, at) : undefined
  if (number === undefined) return undefined
  const found = matchAt(reader, skipLink(reader, skipSpaces(reader, number.end)), subUnitMask)
  const coin = found?.senses.find(({value}) => value < factor)
  return coin === undefined
    ? undefined
    : {end: found!.end, value: multiply(number.value, decimalOf(coin.value)), factor: coin.value}
}

export function skipJoiner(reader: Reader, end: number): number {
  const at = skipSpaces(reader, end)
  const joiner = isDigitAt(reader, at) ? undefined : matchAt(reader, at, joinerMask)
  return joiner === undefined ? at : skipSpaces(reader, joiner.end)
}

function smallNumber(reader: Reader, at: number): NumberRead | undefined {
  const number = readNumber(reader, at)
  return number === undefined || number.scale || number.value.exponent < 0 || toNumber(number.value) >= 100
    ? undefined
    : number
}

/** Currencies that no page writes with two decimals. */
const centless = new Set(['JPY', 'KRW', 'VND', 'IDR', 'CLP', 'PYG', 'ISK', 'UGX', 'RWF', 'XOF', 'XAF', 'HUF'])

/** `20 euros 43.`, `thirteen dollars and forty-five`: two digits at the end of a clause behind the word of a currency. */
function bareCents(reader: Reader, draft: Draft): {end: number; value: Decimal} | undefined {
  if (!isSpacedLetterAt(reader, draft.end - 1) || centless.has(draft.currency ?? '')) return undefined
  const at = skipJoiner(reader, draft.end)
  const number = at > draft.end ? smallNumber(reader, at) : undefined
  if (number === undefined || toNumber(number.value) < 10) return undefined
  const next = unitAt(reader, skipSpaces(reader, number.end))
  return next === 0 || closers.has(next) ? {end: number.end, value: multiply(number.value, decimalOf(0.01))} : undefined
}

/** `一块二`, `三米九`: a last digit right behind its unit is tenths of it, where the language writes so; 零四 hundredths. */
export function tenthsBehind(reader: Reader, end: number): {end: number; value: Decimal} | undefined {
  if (!reader.lexicon.settings.has('tailTenths') || !isFreeAt(reader, end)) return undefined
  const number = smallNumber(reader, end)
  if (number === undefined || !number.spelled || toNumber(number.value) > 9) return undefined
  const size = number.end - end
  const next = unitAt(reader, skipSpaces(reader, number.end))
  const isLast = next === 0 || closers.has(next) || matchAt(reader, number.end, endMask) !== undefined
  return size > 2 || !isLast ? undefined : {end: number.end, value: multiply(number.value, decimalOf(10 ** -size))}
}

/** `ས་ཡ་£125`: the scale word before the sign, in languages that put it before its factor. */
export function withLeadingScale(reader: Reader, draft: Draft): Draft {
  if (draft.value === undefined || !reader.lexicon.settings.has('scaleBefore')) return draft
  const scale = matchBefore(reader, draft.start, scaleMask)
  if (scale === undefined) return draft
  return {...draft, start: scale.start, value: times(draft.value, scale.senses[0]!.value), other: undefined}
}

/** `125 USD millones`: the scale word behind the currency. */
export function withTrailingScale(reader: Reader, draft: Draft): Draft {
  if (draft.value === undefined) return draft
  const scale = matchAt(reader, skipSpaces(reader, draft.end), scaleMask)
  if (scale === undefined || scale.end - scale.start < 4 || !isLetterAt(reader, scale.start)) return draft
  return {...draft, end: scale.end, value: times(draft.value, scale.senses[0]!.value), other: undefined}
}

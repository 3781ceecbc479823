import {maskOf} from '../../lexicon/lexicon'
import {add, type Decimal, decimalOf, multiply, toNumber} from '../decimal'
import type {Draft} from '../draft'
import {everydayUnits, inchMark, type Measure, measureAfter} from '../measure'
import {readNumber} from '../number'
import {
  findSense,
  isDigitAt,
  isFreeAt,
  matchAfter,
  matchBefore,
  type Reader,
  skipSpaces,
  skipSpacesBack,
  unitAt,
} from '../reader'
import {timeUnits} from '../time-units'
import {halfBehind} from './duration'
import {closers, skipJoiner, tenthsBehind} from './money'
import type {Operand} from './operand'

const unitMask = maskOf('unit')
const perMask = maskOf('per')
const space = 32
const dash = 45
const apostrophe = 39

/** `un bar`, `ett DM`: an article before what only looks like a unit. */
export const isArticle = ({spelled, value, unit}: Draft): boolean =>
  spelled && value !== undefined && toNumber(value) === 1 && everydayUnits.has(unit!)

/** `6'2"`: inches below twelve behind feet. */
export function feetAndInches(reader: Reader, {number, start, value}: Operand): Draft | undefined {
  if (!number.plain || unitAt(reader, number.end) !== apostrophe) return undefined
  const inches = isDigitAt(reader, number.end + 1) ? readNumber(reader, number.end + 1) : undefined
  const end = inches === undefined ? 0 : inchMark(reader, inches.end)
  if (end === 0 || toNumber(inches!.value) >= 12) return undefined
  const total = add(multiply(value, decimalOf(12)), inches!.value)
  return {start, end, kind: 'quantity', rule: 'quantity/feet-inches', value: total, unit: 'inch', spelled: false}
}

/** Units of the same thing, larger ones first, with the factor to the next smaller one. */
const unitChains: readonly (readonly (readonly [string, number])[])[] = [
  [
    ['mile', 1760],
    ['yard', 3],
    ['foot', 12],
    ['inch', 1],
  ],
  [
    ['kilometer', 1000],
    ['meter', 100],
    ['centimeter', 10],
    ['millimeter', 1],
  ],
  [
    ['tonne', 1000],
    ['kilogram', 1000],
    ['gram', 1],
  ],
  [
    ['stone', 14],
    ['pound', 16],
    ['ounce', 1],
  ],
  [
    ['liter', 10],
    ['deciliter', 10],
    ['centiliter', 10],
    ['milliliter', 1],
  ],
  [
    ['jin', 10],
    ['liang', 1],
  ],
]

/** `5 feet 2 inches` is 62 inches: a smaller unit behind, in which the whole is said. */
export function withSmallerUnits(reader: Reader, draft: Draft, measure: Measure): Draft {
  let whole = draft
  if (measure.factor !== 1) return draft
  for (let round = 0; round < 3 && whole.value !== undefined; round++) {
    const part = smallerUnit(reader, whole)
    if (part === undefined) break
    whole = {...whole, ...part, other: undefined, rule: 'quantity/mixed-units'}
  }
  if (whole === draft && draft.unit === 'foot') whole = withInches(reader, draft)
  const rest = whole === draft ? (quantityHalf(reader, draft) ?? tenthsBehind(reader, draft.end)) : undefined
  return rest === undefined || draft.value === undefined || draft.value.exponent < 0
    ? whole
    : {...draft, end: rest.end, value: add(draft.value, rest.value), other: undefined}
}

/** `7-foot-3`, `6 feet 4,`, `5 ft 11 in`: bare inches behind feet, or with a word that alone is one of grammar. */
function withInches(reader: Reader, draft: Draft): Draft {
  const mark = unitAt(reader, draft.end)
  const number = mark === dash || mark === space ? readNumber(reader, draft.end + 1) : undefined
  if (!number?.plain || toNumber(number.value) >= 12 || draft.value === undefined) return draft
  const next = unitAt(reader, number.end)
  const inches = matchAfter(reader, number.end, unitMask)
  const end = findSense(inches, 'unit')?.id === 'inch' ? inches!.end : number.end
  if (mark === space && end === number.end && next !== 0 && !closers.has(next)) return draft
  const value = add(multiply(draft.value, decimalOf(12)), number.value)
  return {...draft, end, value, unit: 'inch', other: undefined, rule: 'quantity/feet-inches'}
}

/** `三斤半`: half of the unit behind it. */
function quantityHalf(reader: Reader, {end}: Draft): {end: number; value: Decimal} | undefined {
  const half = isFreeAt(reader, end) ? halfBehind(reader, end) : 0
  return half === 0 ? undefined : {end: half, value: decimalOf(0.5)}
}

/** Feet and inches may be set apart (7 feet, 10 inches); metric units with a mark between are two quantities. */
const isLoose = (chain: readonly (readonly [string, number])[]): boolean =>
  chain[0]![1] % 10 !== 0 || chain[0]![0] === 'mile'

const skipComma = (reader: Reader, end: number): number => {
  const at = skipSpaces(reader, end)
  return unitAt(reader, at) === 44 ? at + 1 : end
}

function smallerUnit(
  reader: Reader,
  {end, unit, value}: Draft,
): {end: number; unit: string; value: Decimal} | undefined {
  const chain = unitChains.find((units) => units.some(([id]) => id === unit))
  if (chain === undefined) return undefined
  const at = isLoose(chain) ? skipJoiner(reader, skipComma(reader, end)) : skipSpaces(reader, end)
  const number = at > end || isFreeAt(reader, end - 1) ? readNumber(reader, at) : undefined
  const after = number === undefined ? undefined : measureAfter(reader, number.end)
  if (number === undefined || after?.kind !== 'quantity' || after.factor !== 1) return undefined
  const from = chain.findIndex(([id]) => id === unit)
  const to = chain.findIndex(([id]) => id === after.unit)
  if (to <= from) return undefined
  const factor = chain.slice(from, to).reduce((product, [, next]) => product * next, 1)
  if (toNumber(number.value) >= factor) return undefined
  return {end: after.end, unit: after.unit!, value: add(multiply(value!, decimalOf(factor)), number.value)}
}

/** `每小时18公里`, `saatte 80 km`: a speed said with the hour first. */
export function withRate(reader: Reader, draft: Draft): Draft {
  if (draft.unit?.includes('-per-') || draft.per !== undefined) return draft
  const rate = matchBefore(reader, draft.start, perMask)
  const named = rate?.senses[0]?.id ?? ''
  if (timeUnits.has(named))
    return {...draft, start: rate!.start, unit: `${draft.unit}-per-${named}`, rule: 'quantity/rate-first'}
  if (!isFreeAt(reader, skipSpacesBack(reader, draft.start) - 1)) return draft
  const time = matchBefore(reader, draft.start, unitMask)
  const unit = findSense(time, 'unit')
  const per = time === undefined ? undefined : matchBefore(reader, time.start, perMask)
  if (per === undefined || unit === undefined || !timeUnits.has(unit.id)) return draft
  return {...draft, start: per.start, unit: `${draft.unit}-per-${unit.id}`, rule: 'quantity/rate-first'}
}

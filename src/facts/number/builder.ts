import type {Match} from '../../lexicon/lexicon'
import type {Approx} from '../../page'
import {add, type Decimal, decimalOf, multiply} from '../decimal'
import type {Reader} from '../reader'
import {findSense} from '../reader'

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

export interface Builder {
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
export function append(builder: Builder, value: number, wholeTens = false): boolean {
  const last = builder.parts[builder.parts.length - 1]
  // Where 21 to 29 are words of their own, twenty and one are two numbers.
  if (wholeTens && last?.place === 10 && value < 10 && value > 0) return false
  if (last !== undefined && (value >= last.place || value === 0)) return false
  builder.parts.push({value: decimalOf(value), size: value, place: placeOf(value)})
  return true
}

/** Multiplies the parts smaller than the scale by it; `false` when the result would not fit behind the rest. */
export function scaleBy(builder: Builder, factor: number): boolean {
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

export const sumOf = (builder: Builder): Decimal =>
  builder.parts.reduce((sum, part) => add(sum, part.value), decimalOf(0))

export const copyOf = (builder: Builder): Builder => ({...builder, parts: builder.parts.map((part) => ({...part}))})

export const newBuilder = (): Builder => ({parts: [], lastScale: 0, base: undefined})

/** Adds half of the last unit: 3 tỷ rưỡi, zweieinhalb, 两点 ... */
export function addHalf(builder: Builder): void {
  const last = builder.parts[builder.parts.length - 1]
  if (last === undefined) return
  last.value = add(last.value, decimalOf(last.place / 2))
  last.size += last.place / 2
}

/** `二〇二五`: digits one after the other in a script without spaces. */
export function positional(builder: Builder, digit: number): boolean {
  if (digit > 9 || builder.parts.length !== 1 || builder.lastScale > 0) return false
  const part = builder.parts[0]!
  part.value = add(multiply(part.value, decimalOf(10)), decimalOf(digit))
  part.size = part.size * 10 + digit
  return true
}

/** Whether the last part is a unit that stands before its tens: ستة و عشرون, drie en dertig. */
export function goesFirst({lexicon}: Reader, {parts}: Builder, tens: number): boolean {
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

export function addTens({parts}: Builder, tens: number, end: number): number {
  const last = parts[parts.length - 1]!
  last.value = add(last.value, decimalOf(tens))
  last.size += tens
  return end
}

export const isOne = ({parts}: Builder): boolean => parts.length === 1 && parts[0]!.size === 1

/** Adds the ordinal to what precedes, or multiplies that by it. */
export function takeOrdinal(builder: Builder, found: Match, multiplies = true): boolean {
  const value = findSense(found, 'ordinal')?.value
  const last = builder.parts[builder.parts.length - 1]
  if (value === undefined || last === undefined) return false
  return value < last.place ? append(builder, value) : value >= 100 && multiplies && scaleBy(builder, value)
}

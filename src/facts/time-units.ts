import {add, type Decimal, decimalOf, multiply, toExact, toNumber} from './decimal'

/** Lengths of time by CLDR id, longest first: the designator of ISO 8601 they are written with, and how many of it they are. */
const lengths: Readonly<Record<string, readonly [string, number]>> = {
  century: ['Y', 100],
  decade: ['Y', 10],
  year: ['Y', 1],
  quarter: ['M', 3],
  month: ['M', 1],
  fortnight: ['W', 2],
  week: ['W', 1],
  day: ['D', 1],
  night: ['D', 1],
  hour: ['TH', 1],
  minute: ['TM', 1],
  second: ['TS', 1],
  millisecond: ['TS', 0.001],
  microsecond: ['TS', 1e-6],
  nanosecond: ['TS', 1e-9],
}
const longestFirst = Object.keys(lengths)
const designators = ['Y', 'M', 'W', 'D', 'TH', 'TM', 'TS']

/** Numbers of these units are durations, not quantities. */
export const timeUnits: ReadonlySet<string> = new Set([
  ...longestFirst,
  ...['day', 'week', 'month', 'year'].map((unit) => `${unit}-person`),
])

/** `year` of `year-person`. */
export const plainUnit = (unit: string): string => unit.replace('-person', '')

/** Whether both are units of time and the first is the shorter one. */
export const isShorter = (unit: string, than: string): boolean =>
  longestFirst.indexOf(unit) > longestFirst.indexOf(than)

/** How many of the next one a unit holds, where that is always the same. */
const smaller: Readonly<Record<string, readonly [string, number]>> = {
  year: ['month', 12],
  week: ['day', 7],
  day: ['hour', 24],
  hour: ['minute', 60],
  minute: ['second', 60],
}

/** How many of `unit` a `longer` one holds; 0 where that differs or it is not longer. */
export function lengthRatio(longer: string, unit: string): number {
  let ratio = 1
  for (let at = longer; at !== unit; ) {
    const next = smaller[at]
    if (next === undefined) return 0
    ;[at, ratio] = [next[0], ratio * next[1]]
  }
  return longer === unit ? 0 : ratio
}

/** ISO 8601: `P3Y`, `PT1.5H`. */
export const durationIso = (value: Decimal, unit: string): string => joinDurations([[value, unit]])

/** One duration of several lengths: `P1Y3M`; those of one designator are added up. */
export function joinDurations(parts: readonly (readonly [Decimal, string])[]): string {
  const sums = new Map<string, Decimal>()
  for (const [value, unit] of parts) {
    const [designator, factor] = lengths[plainUnit(unit)]!
    const amount = factor === 1 ? value : multiply(value, decimalOf(factor))
    const sum = sums.get(designator)
    sums.set(designator, sum === undefined ? amount : add(sum, amount))
  }
  let iso = 'P'
  for (const designator of designators) {
    const sum = sums.get(designator)
    if (sum === undefined) continue
    if (designator.startsWith('T') && !iso.includes('T')) iso += 'T'
    iso += `${toExact(decimalOf(Number(toNumber(sum).toPrecision(12))))}${designator.at(-1)}`
  }
  return iso
}

/** The number and unit of an ISO 8601 duration with one unit: 2 and `year` of `P2Y`. */
export function lengthOf(iso: string): {value: Decimal; unit: string} {
  const [, time, amount, letter] = /^P(T?)([\d.]+)([YMWDHS])$/.exec(iso)!
  const unit = longestFirst.find((name) => lengths[name]![0] === `${time}${letter}` && lengths[name]![1] === 1)!
  return {value: decimalOf(Number(amount)), unit}
}

/**
 * What this Node's `Intl` writes, and what each of it must be read as: an implementation of CLDR that is not ours. Numbers in
 * words, which `Intl` does not write, are spelled by the rules of CLDR.
 */
import {dig, locales, ownData, ruleSets} from '../scripts/generate/cldr'
import {parseGrammar, spellings} from '../scripts/generate/rbnf'
import type {FactKind} from '../src/page'
import {tableNames} from '../src/tables/generated'

/** A text and the fact it is, by kind of round trip. */
export interface Trip {
  readonly trip: 'number' | 'percent' | 'currency' | 'compact' | 'unit' | 'date' | 'spelled'
  readonly tag: string
  readonly text: string
  readonly kind: FactKind
  /** Exact value, or ISO 8601 day. */
  readonly value: string
  /** Unit or currency. */
  readonly measure?: string
}

export const referenceDate = '2025-11-24'

const currencies =
  'USD EUR JPY GBP CNY AUD CAD CHF HKD SGD SEK KRW NOK NZD INR MXN TWD ZAR BRL DKK PLN THB ILS IDR CZK AED TRY HUF CLP SAR PHP MYR COP RUB RON VND KZT EGP NGN UAH'.split(
    ' ',
  )
const numbers = [7, 12.5, 0.25, -3, 1234.5, 1234567, 1234567.89]
const percents = [7, 12.5, 1234]
const rounds = [5000, 12_000, 700_000, 3_000_000, 45_000_000, 2_000_000_000, 3_000_000_000_000]
const spelled = [
  2, 7, 11, 15, 20, 21, 25, 32, 48, 57, 63, 71, 84, 92, 96, 99, 101, 120, 145, 200, 345, 500, 777, 999, 1001, 1100,
  1250, 2000, 3456, 10_000, 12_000, 25_500, 100_000, 150_000, 345_678, 2_000_000, 2_500_000, 45_000_000, 123_456_789,
  3_000_000_000,
]
const days = ['2025-11-03', '2024-02-28', '2025-05-14']

/** Units that ECMA-402 sanctions, by CLDR category. */
const units: Record<string, string> = {
  area: 'acre hectare',
  digital: 'bit byte gigabit gigabyte kilobit kilobyte megabit megabyte petabyte terabit terabyte',
  temperature: 'celsius fahrenheit',
  length: 'centimeter foot inch kilometer meter mile mile-scandinavian millimeter yard',
  angle: 'degree',
  volume: 'fluid-ounce gallon liter milliliter',
  mass: 'gram kilogram ounce pound stone',
  duration: 'day hour millisecond microsecond nanosecond minute month second week year',
  concentr: 'percent',
}

/** Locales of `Intl` that have a lexicon. Those of a region differ from their language in marks and dates alone. */
export const tripTags = tableNames
  .flatMap((name) => /^lexicon\/(.*)/.exec(name)?.slice(1) ?? [])
  .filter((tag) => locales.includes(tag) && Intl.NumberFormat.supportedLocalesOf(tag).includes(tag))

export function tripsOf(tag: string): Trip[] {
  const isRegional = /-(?:[A-Z]{2}|\d{3})$/.test(tag)
  const plain = [...numberTrips(tag), ...percentTrips(tag), ...dateTrips(tag)]
  return isRegional
    ? plain
    : [...plain, ...currencyTrips(tag), ...compactTrips(tag), ...unitTrips(tag), ...spelledTrips(tag)]
}

function numberTrips(tag: string): Trip[] {
  const format = new Intl.NumberFormat(tag)
  return numbers.map((value) => ({
    trip: 'number',
    tag,
    text: format.format(value),
    kind: 'number',
    value: String(value),
  }))
}

function percentTrips(tag: string): Trip[] {
  const format = new Intl.NumberFormat(tag, {style: 'percent', maximumFractionDigits: 1})
  return percents.map((value) => ({
    trip: 'percent',
    tag,
    text: format.format(value / 100),
    kind: 'percentage',
    value: String(value),
  }))
}

function currencyTrips(tag: string): Trip[] {
  const displays = ['symbol', 'code', 'name'] as const
  return currencies.flatMap((currency) =>
    displays.map((currencyDisplay): Trip => {
      const text = new Intl.NumberFormat(tag, {style: 'currency', currency, currencyDisplay}).format(1234)
      return {trip: 'currency', tag, text, kind: 'money', value: '1234', measure: currency}
    }),
  )
}

function compactTrips(tag: string): Trip[] {
  const numberData = dig(ownData('numbers', tag, 'numbers'), 'numbers')
  return (['short', 'long'] as const).flatMap((compactDisplay) => {
    const format = new Intl.NumberFormat(tag, {notation: 'compact', compactDisplay})
    const patterns = dig(numberData, `decimalFormats-numberSystem-${format.resolvedOptions().numberingSystem}`)
    // What the locale lacks is written as in the root, which has G for billions.
    if (Object.keys(dig(patterns, compactDisplay)).length === 0) return []
    return rounds.map(
      (value): Trip => ({trip: 'compact', tag, text: format.format(value), kind: 'number', value: String(value)}),
    )
  })
}

function unitTrips(tag: string): Trip[] {
  const data = dig(ownData('units', tag, 'units'), 'units')
  return Object.entries(units).flatMap(([category, names]) =>
    names.split(' ').flatMap((unit) =>
      (['short', 'long'] as const).flatMap((unitDisplay): Trip[] => {
        // What the locale lacks is written as in the root, with signs like `d`.
        if (Object.keys(dig(data, unitDisplay, `${category}-${unit}`)).length === 0) return []
        const text = new Intl.NumberFormat(tag, {style: 'unit', unit, unitDisplay}).format(5)
        const kind = unit === 'percent' ? 'percentage' : category === 'duration' ? 'duration' : 'quantity'
        return [{trip: 'unit', tag, text, kind, value: '5', ...(unit !== 'percent' && {measure: unit})}]
      }),
    ),
  )
}

/** Calendars whose years the reader knows; dates of the others are written in the Gregorian one. */
const calendars = new Set(['gregory', 'buddhist', 'persian'])

function dateTrips(tag: string): Trip[] {
  const calendar = dig(ownData('dates', tag, 'ca-gregorian'), 'dates', 'calendars', 'gregorian')
  const hasNames = Object.keys(dig(calendar, 'months', 'format', 'wide')).length > 0
  const usual = new Intl.DateTimeFormat(tag).resolvedOptions().calendar
  return (['full', 'long', 'medium', 'short'] as const).flatMap((dateStyle) => {
    if (!hasNames && dateStyle !== 'short') return []
    const format = new Intl.DateTimeFormat(tag, {
      dateStyle,
      timeZone: 'UTC',
      ...(!calendars.has(usual) && {calendar: 'gregory'}),
    })
    return days.map(
      (day): Trip => ({trip: 'date', tag, text: format.format(new Date(`${day}T00:00:00Z`)), kind: 'date', value: day}),
    )
  })
}

/** Numbers in words: the first form of each set of rules for cardinals. */
function spelledTrips(tag: string): Trip[] {
  const grammar = parseGrammar(ruleSets(tag === 'nb' ? 'no' : tag))
  const sets = [...grammar.keys()].filter((name) => name.startsWith('%spellout-cardinal'))
  return spelled.flatMap((value) => {
    const texts = new Set(sets.flatMap((name) => [...spellings(grammar, [name], value)].slice(0, 1)))
    return [...texts].map((text): Trip => ({trip: 'spelled', tag, text, kind: 'number', value: String(value)}))
  })
}

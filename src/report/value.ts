import type {Amount, Fact, Reading} from '../page'

const approximators = {
  over: 'over',
  under: 'under',
  about: 'about',
  'at-least': 'at least',
  'at-most': 'at most',
  'up-to': 'up to',
} as const

/** What a fact says, for people: `over 524,000,000,000 VND`, `12.31 %`, `2025-11-03`. */
export function factValue(fact: Fact): string {
  const value = readingOf(fact.kind, fact)
  return fact.approx === undefined ? value : `${approximators[fact.approx]} ${value}`
}

/** The other readings of a fact, in the same form; they keep its unit unless they name one. */
export function otherValues(fact: Fact): string[] {
  const {currency, unit} = fact as Reading
  const own: Reading = {...(currency && {currency}), ...(unit && {unit})}
  return (fact.alternatives ?? []).map((reading) => readingOf(reading.kind ?? fact.kind, {...own, ...reading}))
}

function readingOf(kind: Fact['kind'], reading: Reading): string {
  const {iso, currency, unit} = reading
  const amount = amountText(reading)
  switch (kind) {
    case 'date':
    case 'period':
      return iso ?? ''
    case 'percentage':
      return `${amount} %`
    case 'percentage-point':
      return `${amount} pp`
    case 'multiplier':
      return `× ${amount}`
    case 'money':
      return `${amount} ${currency ?? '?'}`
    case 'duration':
      return unit === 'mixed' || amount === '' ? (iso ?? '') : `${amount} ${unit}`
    default:
      return unit === undefined ? amount : `${amount} ${unit}`
  }
}

function amountText({exact, exactMin, exactMax}: Amount): string {
  if (exact !== undefined) return grouped(exact)
  if (exactMin === undefined) return exactMax === undefined ? '' : `≤ ${grouped(exactMax)}`
  return exactMax === undefined ? `≥ ${grouped(exactMin)}` : `${grouped(exactMin)} – ${grouped(exactMax)}`
}

/** A decimal with a comma between thousands. */
const grouped = (exact: string): string => exact.replace(/^-?\d+/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, ','))

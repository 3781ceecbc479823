/**
 * Exact decimal numbers: `mantissa * 10 ** exponent`. The mantissa is a safe integer as long as it fits, a bigint
 * beyond, so that common values stay cheap and no digit is ever lost.
 */
export interface Decimal {
  readonly mantissa: number | bigint
  readonly exponent: number
}

const largest = Number.MAX_SAFE_INTEGER
const small = (mantissa: bigint): number | bigint =>
  mantissa <= BigInt(largest) && mantissa >= -BigInt(largest) ? Number(mantissa) : mantissa
const make = (mantissa: number | bigint, exponent: number): Decimal => ({mantissa, exponent})

/** From a whole number or one with few decimals, as lexicons hold them (0.5, 1000, 1.5). */
export function decimalOf(value: number): Decimal {
  if (Number.isSafeInteger(value)) return make(value, 0)
  const [digits, power = '0'] = String(value).split('e') as [string, string?]
  return scaled(decimalOfDigits(digits.replace('.', '')), Number(power) - (digits.split('.')[1]?.length ?? 0))
}

/** From ASCII digits, perhaps with a sign. */
export function decimalOfDigits(digits: string): Decimal {
  return digits.length <= 15 ? make(Number(digits), 0) : make(small(BigInt(digits)), 0)
}

/** `a * 10 ** power`. */
export const scaled = (a: Decimal, power: number): Decimal => make(a.mantissa, a.exponent + power)

export function multiply(a: Decimal, b: Decimal): Decimal {
  const exponent = a.exponent + b.exponent
  if (typeof a.mantissa === 'number' && typeof b.mantissa === 'number') {
    const product = a.mantissa * b.mantissa
    if (product <= largest && product >= -largest) return make(product, exponent)
  }
  return make(small(BigInt(a.mantissa) * BigInt(b.mantissa)), exponent)
}

export function add(a: Decimal, b: Decimal): Decimal {
  if (a.exponent < b.exponent) return add(b, a)
  const shift = a.exponent - b.exponent
  if (typeof a.mantissa === 'number' && typeof b.mantissa === 'number' && shift <= 15) {
    const sum = a.mantissa * 10 ** shift + b.mantissa
    if (sum <= largest && sum >= -largest && Math.abs(a.mantissa * 10 ** shift) <= largest) return make(sum, b.exponent)
  }
  return make(small(BigInt(a.mantissa) * 10n ** BigInt(shift) + BigInt(b.mantissa)), b.exponent)
}

export const negate = (a: Decimal): Decimal => make(a.mantissa === 0 ? 0 : -a.mantissa, a.exponent)

/** The quotient to 15 significant digits: for written fractions, which have no exact decimal form. */
export const divide = (a: Decimal, b: Decimal): Decimal =>
  decimalOf(Number((toNumber(a) / toNumber(b)).toPrecision(15)))

/** The nearest double. */
export function toNumber(a: Decimal): number {
  if (typeof a.mantissa === 'number' && a.exponent >= -22 && a.exponent <= 22)
    return a.exponent < 0 ? a.mantissa / 10 ** -a.exponent : a.mantissa * 10 ** a.exponent
  return Number(toExact(a))
}

/** Plain decimal notation without trailing zeros: `524000000000`, `0.03`, `-1.5`. Beyond 400 digits in `e` notation. */
export function toExact(a: Decimal): string {
  if (a.exponent === 0) return String(a.mantissa)
  const negative = a.mantissa < 0
  const digits = String(a.mantissa).replace('-', '')
  if (digits === '0') return '0'
  const sign = negative ? '-' : ''
  if (Math.abs(a.exponent) > 400) return `${sign}${digits}e${a.exponent}`
  if (a.exponent > 0) return sign + digits + '0'.repeat(a.exponent)
  const places = -a.exponent
  const padded = digits.padStart(places + 1, '0')
  const whole = padded.slice(0, padded.length - places)
  const rest = padded.slice(padded.length - places).replace(/0+$/, '')
  return sign + (rest === '' ? whole : `${whole}.${rest}`)
}

export const isNegative = (a: Decimal): boolean => a.mantissa < 0

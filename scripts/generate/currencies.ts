/** Currency names with plurals, and signs, from cldr-numbers-full. */
import {dig, localeData, textAt, texts} from './cldr'
import {add, addWord, type Draft, settle} from './draft'
import {currenciesOf, currentCurrencies, homesOf, regionOf} from './regions'

/** Currencies that pages of any language write about, most traded first; a language has those of its own region besides. */
export const known: readonly string[] =
  `USD EUR JPY GBP CNY AUD CAD CHF HKD SGD SEK KRW NOK NZD INR MXN TWD ZAR BRL DKK PLN THB ILS IDR CZK AED TRY HUF CLP SAR
PHP MYR COP RUB RON PEN BHD BGN ARS VND KWD QAR UAH KZT EGP NGN PKR BDT LKR NPR MMK KHR LAK BND MOP MNT IRR IQD OMR JOD LBP
SYP YER MAD DZD TND LYD SDG AFN UZS KGS TJS TMT AZN AMD GEL BYN MDL ISK RSD BAM ALL MKD KES GHS ETB TZS UGX XOF XAF VES BOB
PYG UYU CRC DOP CUP GTQ`.split(/\s+/)
const rank = new Map(known.map((code, index) => [code, index]))

export function addCurrencies(draft: Draft, locale: string): void {
  const currencies = dig(localeData('numbers', locale, 'currencies'), 'numbers', 'currencies')
  const local = currenciesOf(regionOf(locale))
  const near = homesOf(locale).flatMap(currenciesOf)
  if (local.length > 0) draft.settings.currencies = local.join('|')
  const signs = signCounts(currencies)
  for (const code of new Set([...local, ...near, ...known])) {
    for (const [key, name] of texts(dig(currencies, code))) {
      if (key.startsWith('displayName') && name !== code && !/[()]/.test(name)) addWord(draft, 'currency', code, name)
      else if (key.startsWith('symbol') && name !== code && isSign(name, signs.get(name) ?? 0, local.includes(code)))
        add(draft, 'currency', code, name)
    }
  }
  settle(draft, 'currency', (code) => (local.includes(code) ? -1 : (rank.get(code) ?? rank.size)))
}

/** Signs of several currencies (`$`, `kr`) and their codes, most traded first. */
export function sharedSigns(): [string, string[]][] {
  const currencies = dig(localeData('numbers', 'en', 'currencies'), 'numbers', 'currencies')
  const codes = new Map<string, string[]>()
  for (const code of [...currentCurrencies].sort((a, b) => (rank.get(a) ?? rank.size) - (rank.get(b) ?? rank.size))) {
    const sign = textAt(currencies, code, 'symbol-alt-narrow')
    if (sign !== undefined) codes.set(sign, [...(codes.get(sign) ?? []), code])
  }
  return [...codes].filter(([sign, sharing]) => sharing.length > 1 && sign.length > 0)
}

/** How many currencies in use share a sign here. Those of several (`$`, `kr`) stand in the common lexicon, for the region to settle. */
function signCounts(currencies: ReturnType<typeof dig>): Map<string, number> {
  const counts = new Map<string, number>()
  for (const code of currentCurrencies)
    for (const sign of new Set([textAt(currencies, code, 'symbol'), textAt(currencies, code, 'symbol-alt-narrow')]))
      if (sign !== undefined) counts.set(sign, (counts.get(sign) ?? 0) + 1)
  return counts
}

/** A sign of one currency only. Short ones in letters (R, Ft) are words elsewhere and count at home only. */
function isSign(sign: string, currencies: number, local: boolean): boolean {
  if (currencies > 1 || sign.toLowerCase() === 'km' || /\s/u.test(sign)) return false
  const letters = sign.replace(/[^\p{L}]/gu, '')
  return local || letters.length > 2 || letters.length < sign.replace(/\./g, '').length || sign === ''
}

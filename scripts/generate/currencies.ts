/** Currency names with plurals, and signs, from cldr-numbers-full. */
import {dig, type Json, localeData, textAt, texts} from './cldr'
import {add, addWord, type Draft, settle} from './draft'
import {currenciesOf, currentCurrencies, homesOf, regionOf} from './regions'

/** Currencies that pages of any language write about, most traded first; a language has those of its own region besides. */
export const known: readonly string[] =
  `USD EUR JPY GBP CNY AUD CAD CHF HKD SGD SEK KRW NOK NZD INR MXN TWD ZAR BRL DKK PLN THB ILS IDR CZK AED TRY HUF CLP SAR
PHP MYR COP RUB RON PEN BHD BGN ARS VND KWD QAR UAH KZT EGP NGN PKR BDT LKR NPR MMK KHR LAK BND MOP MNT IRR IQD OMR JOD LBP
SYP YER MAD DZD TND LYD SDG AFN UZS KGS TJS TMT AZN AMD GEL BYN MDL ISK RSD BAM ALL MKD KES GHS ETB TZS UGX XOF XAF VES BOB
PYG UYU CRC DOP CUP GTQ DEM FRF ITL ESP NLG ATS BEF FIM HRK`.split(/\s+/)
/** Codes that are written though the currency is no legal tender any more. */
export const formerCurrencies: readonly string[] =
  'BGN HRK EEK LTL LVL SKK DEM FRF ITL ESP NLG BEF ATS FIM GRD IEP'.split(' ')

/** Currencies that share a noun (Swiss **franc**, CFA **franc**), most traded first. */
const families: readonly (readonly string[])[] = `
USD AUD CAD NZD HKD SGD TWD
CHF XOF XAF CDF RWF BIF DJF GNF KMF
MXN ARS CLP COP UYU PHP DOP CUP
INR PKR LKR NPR MUR SCR
KWD BHD JOD IQD DZD TND LYD RSD
SAR QAR IRR OMR YER
SEK NOK DKK ISK
KES TZS UGX SOS`
  .trim()
  .split('\n')
  .map((line) => line.split(' '))

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
  addNouns(draft, currencies)
  settle(draft, 'currency', (code) => (local.includes(code) ? -1 : (rank.get(code) ?? rank.size)))
}

/** The noun that most names of a family share, in each of its forms, as a word of several currencies. */
function addNouns(draft: Draft, currencies: Json): void {
  const words = families.map((codes) => wordCounts(currencies, codes))
  for (const [index, counts] of words.entries())
    for (const [word, names] of counts) {
      const isElsewhere = words.some((others, at) => at !== index && others.has(word))
      if (names >= 3 && names * 2 > families[index]!.length && !isElsewhere)
        addWord(draft, 'currency', families[index]!.join('/'), word)
    }
}

/** In the names of how many of the currencies a word of three letters or more stands. */
function wordCounts(currencies: Json, codes: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const code of codes) {
    const names = texts(dig(currencies, code)).filter(([key]) => key.startsWith('displayName'))
    const words = names.flatMap(([, name]) => name.toLowerCase().match(/[\p{L}\p{M}]{3,}/gu) ?? [])
    for (const word of new Set(words)) counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  return counts
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

import {regionRows} from '../generated/regions'

/** What a country decides. */
export interface Region {
  /** Order of all-numeric dates. */
  order: string
  /** ISO 4217 codes in use, the main one first. */
  currencies: readonly string[]
  /** Whether bare degrees are Fahrenheit. */
  fahrenheit: boolean
}

let regions: Map<string, Region> | undefined

/** The row of an ISO 3166-1 alpha-2 code; unpacked on first use. */
export function regionOf(code: string): Region | undefined {
  regions ??= new Map(
    regionRows.split('\n').map((row) => {
      const [name, order, currencies = '', flag] = row.split(' ') as [string, string, string?, string?]
      return [name, {order, currencies: currencies.split('/'), fahrenheit: flag === 'F'}]
    }),
  )
  return regions.get(code.toUpperCase())
}

/** Domains of countries that anybody buys for their letters. */
const letters = new Set(
  'ac ag ai am bz cc cd co dj fm gg gl gs im io is la lc li ly me mn ms mu nu pn pw sc sh sr st tk tm to tv vc vg ws'.split(
    ' ',
  ),
)

/** The country of a web address, by its top-level domain: NZ of https://www.stuff.co.nz/. */
export function regionOfUrl(url: string): string | undefined {
  const domain = /^[a-z]+:\/\/[^/?#]*\.([a-z]{2})(?:[:/?#]|$)/i.exec(url)?.[1]?.toLowerCase()
  if (domain === undefined || letters.has(domain)) return undefined
  const code = domain === 'uk' ? 'GB' : domain.toUpperCase()
  return regionOf(code) && code
}

/** The region subtag of a BCP 47 tag: VN of vi-VN. */
export const regionSubtag = (tag: string): string | undefined => /-([A-Z]{2})(?:-|$)/.exec(tag)?.[1]

import type {Language} from '../page'
import {type Html, html, type Part} from './html'

/** ISO 15924 codes of scripts that run from right to left. */
const rightToLeft = new Set([
  'Adlm',
  'Arab',
  'Aran',
  'Armi',
  'Avst',
  'Hebr',
  'Mand',
  'Mani',
  'Mend',
  'Nkoo',
  'Phli',
  'Rohg',
  'Samr',
  'Syrc',
  'Thaa',
  'Yezi',
])

/** Where lines of a language begin; where nobody knows, the text itself decides. */
export function directionOf({script}: Language): 'ltr' | 'rtl' | 'auto' {
  if (script === 'Zyyy') return 'auto'
  return rightToLeft.has(script) ? 'rtl' : 'ltr'
}

/** `lang` and `dir` attributes of text in a language. */
export function languageAttributes(language: Language): Html {
  const direction = directionOf(language)
  return language.tag === 'und' ? html`dir="${direction}"` : html`lang="${language.tag}" dir="${direction}"`
}

/** A number with the noun that it counts: `1 line`, `1,204 lines`. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${wholeNumber(count)} ${count === 1 ? one : many}`

export const wholeNumber = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',')

export const percent = (share: number): string => `${Math.round(share * 100)} %`

/** How often each value occurs, the most frequent first. */
export function tally(values: Iterable<string>): [string, number][] {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
}

/** Name and value pairs as a description list; those without a value are left out. */
export const descriptions = (pairs: readonly (readonly [string, Part])[]): Html =>
  html`<dl class="about">${pairs
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`

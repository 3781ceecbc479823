import {readdirSync, readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {extract, extractFacts, type Fact} from '../src/index'

const folder = new URL('../fixtures/pages/', import.meta.url)
const pages = readdirSync(folder)
  .filter((name) => name.endsWith('.txt') && name.split('.').length === 2)
  .map((name) => {
    const text = readFileSync(new URL(name, folder), 'utf8')
    return {name, text, language: extract(text).language.tag}
  })

/** What a fact says, without how it is spelled and where it stands. */
const meaningOf = (fact: Fact): string => {
  const {kind, exact, value, iso, min, max, unit, currency, approx} = fact as Fact & Record<string, unknown>
  return [kind, exact ?? value ?? iso, min, max, unit ?? currency, approx]
    .filter((part) => part !== undefined)
    .join(' ')
}
const meanings = (text: string, language: string): string[] => extractFacts(text, {language}).map(meaningOf)

const withDigits =
  (zero: number) =>
  (text: string): string =>
    text.replace(/[0-9]/g, (digit) => String.fromCodePoint(zero + Number(digit)))

/** Other spellings of the same text: the values stay. */
const spellings: readonly [string, (text: string) => string][] = [
  ['full-width digits', withDigits(0xff10)],
  ['Arabic digits', withDigits(0x660)],
  ['Devanagari digits', withDigits(0x966)],
  ['Khmer digits', withDigits(0x17e0)],
  ['digits beyond the BMP', withDigits(0x1d7ce)],
  ['NFD', (text) => text.normalize('NFD')],
  ['NFC', (text) => text.normalize('NFC')],
  ['CRLF', (text) => text.replaceAll('\n', '\r\n')],
  ['a byte order mark', (text) => `\ufeff${text}`],
  ['zero-width spaces', (text) => text.replaceAll(' ', ' \u200b')],
  ['direction marks', (text) => text.replace(/\d[\d.,]*/g, '\u200e$&\u200f')],
  ['isolates', (text) => text.replace(/\d[\d.,]*/g, '\u2068$&\u2069')],
  ['soft hyphens', (text) => text.replace(/([a-z]{4})(?=[a-z]{4})/g, '$1\u00ad')],
  ['no-break spaces', (text) => text.replaceAll(' ', '\u00a0')],
  ['narrow spaces between digits', (text) => text.replace(/(\d) (?=\d)/g, '$1\u202f')],
  ['blank lines between lines', (text) => text.replaceAll('\n', '\n\n')],
]

describe.each(pages)('$name', ({text, language}) => {
  const plain = meanings(text, language)

  it.each(spellings)('says the same with %s', (_, respell) => {
    expect(meanings(respell(text), language)).toEqual(plain)
  })

  it('says the same below other lines, and twice when it stands there twice', () => {
    expect(meanings(`Lorem ipsum\n\n${text}`, language)).toEqual(plain)
    expect(meanings(`${text}\n\n${text}`, language)).toEqual([...plain, ...plain])
  })
})

describe('spaces between a number and what belongs to it', () => {
  it.each([
    ['en', '524  million dollars', 'money 524000000 USD'],
    ['ms', '524  bilion  VND', 'money 524000000000 VND'],
    ['ar', '340  مليون دولار', 'money 340000000 USD'],
    ['vi', '2  tỷ  đồng', 'money 2000000000 VND'],
    ['hi', '18.5  करोड़  रुपये', 'money 185000000 INR'],
  ])('%s: %s', (language, text, meaning) => {
    expect(meanings(text, language)).toEqual([meaning])
  })
})

describe('a dash that touches a number', () => {
  it('is a sign, but in a list that sets its numbers off by dashes', () => {
    expect(meanings('Meat -14.8 percent', 'en')).toEqual(['percentage -14.8'])
    expect(meanings('Bread – 31.9 percent, meat -14.8 percent', 'en')).toEqual(['percentage 31.9', 'percentage 14.8'])
    expect(meanings('Bread - 3 kg, meat -5 °C', 'en')).toEqual(['quantity 3 kilogram', 'quantity -5 celsius'])
  })
})

import {readdirSync, readFileSync} from 'node:fs'
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {classify, detectLanguage, extract, extractFacts} from '../src/index'
import {factKinds} from '../src/page'
import {expectSound} from './invariants'

const folder = new URL('../fixtures/pages/', import.meta.url)
const pages = readdirSync(folder)
  .filter((name) => name.endsWith('.txt') && name.split('.').length === 2)
  .map((name) => ({name, text: readFileSync(new URL(name, folder), 'utf8')}))

/** Text made of what readers of numbers trip over, in many scripts. */
const pieces = fc.constantFrom(
  ...'0 1 2 9 5 12 2024 1.200 12,5 03/11/2025 % $ € ₫ VND - – ~ / . , : ( ) \n \n\n \t'.split(' '),
  ' ',
  ' ',
  '\u00a0',
  '\u200b',
  '\u0301',
  '\ud800',
  '\udfff',
  '\0',
  '٣',
  '५',
  '三',
  '万',
  '億',
  'ล้าน',
  'triệu',
  'tỷ',
  'bilion',
  'million',
  'and',
  'half',
  'twenty',
  'hundred',
  'einundzwanzig',
  'quatre-vingt',
  'ke-',
  'kg',
  'km/h',
  '°C',
  'years old',
  'from',
  'to',
  'between',
  'Nov',
  '年',
  '月',
  '日',
  'Q3',
  'FY25',
  'Komen',
  '½',
  '①',
  '𝟙',
)
const jumble = fc.array(pieces, {maxLength: 40}).map((parts) => parts.join(''))
const anything = fc.oneof(jumble, fc.string({unit: 'binary', maxLength: 60}), fc.string({maxLength: 60}))

describe('any text', () => {
  it('gives a sound page', () => {
    fc.assert(
      fc.property(anything, (text) => expectSound(extract(text), text)),
      {numRuns: 1500},
    )
  })

  it('gives the same answer twice, also with other texts between', () => {
    fc.assert(
      fc.property(jumble, jumble, (text, other) => {
        const first = extract(text)
        extract(other)
        expect(extract(text)).toEqual(first)
      }),
      {numRuns: 300},
    )
  })

  it.each([
    ['nothing', ''],
    ['one NUL', '\0'],
    ['lone surrogates', '\ud800\udc00\udfff\ud83d'],
    ['only marks', '\u0301'.repeat(5000)],
    ['a year and a number without end', `2021-${'9'.repeat(99)}`],
    ['only line ends', '\r\n\u2028\u0085\n'],
  ])('%s is a page', (_, text) => {
    expectSound(extract(text), text)
    expect(extractFacts(text)).toEqual([])
    expect(classify(text)).toEqual(extract(text).blocks)
    expect(detectLanguage(text).tag).toBe('und')
  })

  it.each(['24万2000㎡025', '5㎡025 in 2024', '9㎏2024'])('%s has no fact that splits a character', (text) => {
    expectSound(extract(text, {kinds: factKinds}), text)
    for (const fact of extractFacts(text, {kinds: factKinds})) expect(fact.text).not.toMatch(/^[㎡㎏]/)
  })

  it('10 MB on one line is a page', () => {
    const text = 'Costs rose 5.2% to 3 million dollars. '.repeat(280_000).slice(0, 10_000_000)
    const page = extract(text, {language: 'en'})
    expect(page.blocks.length).toBe(1)
    expect(page.text.length).toBe(10_000_000)
  })
})

describe.each(pages)('$name', ({text}) => {
  it('is sound', () => expectSound(extract(text), text))

  it('is sound at any cut', () => {
    fc.assert(
      fc.property(fc.nat(text.length), fc.nat(text.length), (a, b) => {
        const cut = text.slice(Math.min(a, b), Math.max(a, b))
        expectSound(extract(cut), cut)
      }),
      {numRuns: 15},
    )
  })

  it('finds the same with CRLF line ends', () => {
    const values = (page: ReturnType<typeof extract>): unknown[] =>
      page.facts.map(({kind, text: found}) => `${kind} ${found}`)
    expect(values(extract(text.replaceAll('\n', '\r\n')))).toEqual(values(extract(text)))
  })
})

describe('wrong arguments', () => {
  it.each([
    [() => extract(undefined as unknown as string), /string, got undefined/],
    [() => extract('x', {region: 'Vietnam'}), /region.*"Vietnam"/],
    [() => extract('x', {language: 'a_b'}), /language.*"a_b"/],
    [() => extract('x', {referenceDate: '2025-02-30'}), /referenceDate.*2025-02-30/],
    [() => extract('x', {kinds: ['prices' as 'money']}), /Unknown kind "prices"/],
    [() => extract('x', {langauge: 'en'} as object), /Unknown option `langauge`/],
    [() => extractFacts('x', [] as object), /options as an object, got an array/],
  ])('%#: a TypeError that names the value', (call, message) => {
    expect(call).toThrow(TypeError)
    expect(call).toThrow(message)
  })
})

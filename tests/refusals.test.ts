import {readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {extractFacts, type FactOptions} from '../src/index'
import {describeFact} from './describe'

const folder = new URL('../fixtures/refusals/', import.meta.url)

/** Lines that are read all the same, with what is read. Lines may go, never come. */
const missesFile = new URL('../fixtures/refusals-misses.txt', import.meta.url)
const known = readFileSync(missesFile, 'utf8').trimEnd().split('\n')

/** Lines that hold no facts, by language; comments and the name of the language are left out. */
const books = readdirSync(folder).map((name) => {
  const lines = readFileSync(new URL(name, folder), 'utf8').split('\n')
  const language = lines.find((line) => line.startsWith('language '))!.slice(9)
  return {language, lines: lines.filter((line) => line !== '' && !/^(# |language )/.test(line))}
})

/** What is read in a line all the same. */
const misread = (text: string, language: string): string[] =>
  extractFacts(text, {language}).map((fact) => `${language}: ${text}  ->  ${describeFact(fact)} {${fact.text}}`)

describe('lines without facts', () => {
  it('are there in many languages', () => {
    expect(books.length).toBeGreaterThanOrEqual(24)
    for (const {lines} of books) expect(lines.length).toBeGreaterThanOrEqual(25)
  })

  const read = books.flatMap(({language, lines}) => lines.flatMap((line) => misread(line, language))).sort()
  // `SHRINK_MISSES=1` takes out of the list what stays unread now; it never adds.
  if (process.env.SHRINK_MISSES)
    writeFileSync(missesFile, `${known.filter((line) => read.includes(line)).join('\n')}\n`)

  it('stay unread, but for those listed, all of which are still read', () => expect(read).toEqual(known))

  it('stay unread in at least 97 of 100 cases', () => {
    const lines = books.flatMap((book) => book.lines)
    const lost = new Set(read.map((miss) => miss.split('  ->  ')[0]))
    expect((100 * (lines.length - lost.size)) / lines.length).toBeGreaterThanOrEqual(97)
  })
})

describe('what has two readings', () => {
  /** Each fact with the others that it may be. */
  const readings = (text: string, language: string, options: FactOptions = {}): string[] =>
    extractFacts(text, {language, ...options}).map((fact) => {
      const others = (fact.alternatives ?? []).map(({exact, iso, currency}) => currency ?? iso ?? exact)
      return [describeFact(fact), ...others.slice(0, 3)].join(' or ')
    })

  it.each([
    ['de', '1.200 kg', ['quantity 1200 kilogram or 1.2']],
    ['en', '1.200 kg', ['quantity 1.2 kilogram or 1200']],
    ['vi', '1.200 kg', ['quantity 1200 kilogram or 1.2']],
    ['en', 'on 03/04/2025', ['date 2025-03-04 or 2025-04-03']],
    ['fa', '03/04/2025', ['date 2025-04-03 or 2025-03-04']],
    ['en', 'It costs $5.', ['money 5 USD or CAD or AUD or NZD']],
    ['es', 'Cuesta $5.', ['money 5 USD or AUD or CAD or HKD']],
    ['zh', '售价$5', ['money 5 USD or AUD or CAD or HKD']],
    ['en', 'costs ¥5', ['money 5 JPY or CNY']],
    ['en', 'costs 5 pesos', ['money 5 PHP or MXN or ARS or CLP']],
  ])('%s: %s has the other one beside it', (language, text, expected) =>
    expect(readings(text, language)).toEqual(expected),
  )

  it.each([
    ['en', 'on 03/04/2025', 'GB', ['date 2025-04-03']],
    ['en', 'on 03/04/2025', 'US', ['date 2025-03-04']],
    ['en', 'costs $5', 'AU', ['money 5 AUD']],
    ['es', 'Cuesta $5.', 'MX', ['money 5 MXN']],
  ])('%s: %s is settled by region %s', (language, text, region, expected) =>
    expect(readings(text, language, {region})).toEqual(expected),
  )

  it.each([
    ['en', '5 M'],
    ['fr', '5 M'],
    ['es', '5 M'],
    ['vi', '12 tr'],
    ['nl', '1 billion euro'],
    ['it', '1 billion euro'],
    ['sv', '1 billion kronor'],
    ['es', '1 billion dólares'],
  ])('%s: %s is refused', (language, text) => expect(readings(text, language)).toEqual([]))

  it.each([
    ['en', '1 billion euros', 'money 1000000000 EUR'],
    ['ms', '1 bilion ringgit', 'money 1000000000 MYR'],
    ['fil', '1 bilyon piso', 'money 1000000000 PHP'],
    ['pt', '1 bilhão de reais', 'money 1000000000 BRL'],
    ['pt', '1 bilião de euros', 'money 1000000000000 EUR'],
    ['de', '1 Billion Euro', 'money 1000000000000 EUR'],
    ['fr', '1 billion d’euros', 'money 1000000000000 EUR'],
    ['es', '1 billón de euros', 'money 1000000000000 EUR'],
    ['nl', '1 biljoen euro', 'money 1000000000000 EUR'],
    ['pl', '1 bilion złotych', 'money 1000000000000 PLN'],
    ['da', '1 billion kroner', 'money 1000000000000 DKK'],
  ])('%s: %s is as large as the language has it', (language, text, expected) =>
    expect(readings(text, language)).toEqual([expected]),
  )
})

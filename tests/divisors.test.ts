import {describe, expect, it} from 'vitest'
import {extractFacts, type Span} from '../src/index'

/** What each amount of a text is for one of: language, text, divisors. */
const cases: readonly (readonly [string, string, ...(string | undefined)[]])[] = [
  ['en', '€95,000 a year', 'year'],
  ['en', '€75,000 – €95,000 a year, depending on experience', 'year'],
  ['en', '£9.99/month', 'month'],
  ['en', '$30 per night', 'night'],
  ['en', '$53 million a week', 'week'],
  ['en', '5 hours a day', 'day'],
  ['en', 'earned $12 a year ago', undefined],
  ['es', '2.915 € al mes a 30 años', 'mes', undefined],
  ['es', '300 euros al mes de mayo', undefined],
  ['fr', "12 € de l'heure", 'heure'],
  ['fr', "5 % l'an dernier", undefined],
  ['de', '2.000 Euro im Monat', 'Monat'],
  ['de', '2.000 Euro im Jahr 2024', undefined],
  ['de', 'seit 21 Jahren jeden Tag', undefined],
  ['it', "10 euro l'ora", 'ora'],
  ['ru', '5000 рублей в месяц', 'месяц'],
  ['sv', '500 kronor i månaden', 'månaden'],
  ['sv', '5 procent i år', undefined],
  ['vi', '5 triệu đồng mỗi héc-ta', 'héc-ta'],
]

describe('what an amount is divided by', () => {
  it.each(cases.map(([language, text, ...divisors]) => ({language, text, divisors})))('$language: $text', (given) => {
    const {language, text, divisors} = given
    const cut = (span: Span | undefined): string | undefined => span && text.slice(span.start, span.end)
    const facts = extractFacts(text, {language}).filter(({kind}) => kind !== 'date')
    expect(facts.map((fact) => cut('per' in fact ? fact.per : undefined))).toEqual(divisors)
    for (const {subject} of facts) if (subject !== undefined) expect(divisors).not.toContain(cut(subject))
  })
})

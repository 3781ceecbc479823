import {describe, expect, it} from 'vitest'
import {extractFacts} from '../src/index'

/** How each amount of a text changes: language, text, changes. */
const cases: readonly (readonly [string, string, ...(string | undefined)[]])[] = [
  ['ja', '前年同月比17.6%増の389万6300人だった', 'increase', undefined],
  [
    'ja',
    '韓国が86万7200人(18.4%増)で最も多く、中国が71万5700人(22.8%増)',
    undefined,
    'increase',
    undefined,
    'increase',
  ],
  ['ja', '売上は5%減り、3億円だった', 'decrease', undefined],
  ['zh', '同比增长5%', 'increase'],
  ['en', 'Sales rose by 5% to $3 million', 'increase', 'to'],
  ['ru', 'Инфляция упала до 7 %', 'to'],
]

describe('how an amount changes', () => {
  it.each(cases.map(([language, text, ...changes]) => ({language, text, changes})))('$language: $text', (given) => {
    const facts = extractFacts(given.text, {language: given.language})
    expect(facts.map((fact) => ('change' in fact ? fact.change : undefined))).toEqual(given.changes)
  })
})

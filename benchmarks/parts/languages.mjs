import {readdirSync} from 'node:fs'
import {extract, extractFacts} from '../../dist/index.js'
import {compare, inTurn} from '../measure.mjs'
import {pagesOf, scripts} from '../pages.mjs'
import {figure, table} from '../report.mjs'

/** English pages with the English lexicon alone, then with all of them in memory. */
export function run() {
  const texts = pagesOf(scripts[0], 10_000)
  const measure = () => compare({extract: inTurn(texts, extract)}, {rounds: 40, budget: 1}).extract
  measure()
  const one = measure()
  const tags = readdirSync(new URL('../../generated/lexicons/', import.meta.url))
    .map((name) => name.replace(/\..*/, ''))
    .filter((tag) => tag !== 'common')
  for (const language of tags) extractFacts('1', {language})
  const all = measure()
  return `## Flat in languages\n\n${table(
    ['lexicons in memory', 'µs a page'],
    [
      ['1', figure(one)],
      [tags.length, figure(all)],
      ['more', `${figure((all / one - 1) * 100)} %`],
    ],
  )}`
}

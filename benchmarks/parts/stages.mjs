import {closeContext, createContext, createPage, extract, stages} from '../../dist/index.js'
import {compare, inTurn, readUnits} from '../measure.mjs'
import {pagesOf, scripts} from '../pages.mjs'
import {figure, table} from '../report.mjs'

const sizes = [1000, 10_000, 100_000]
const names = stages.map(({name}) => name.replace(/\d+$/, ''))

/** Each stage by itself, on the page that the stages before it made. */
function stageTimes(texts) {
  const contexts = texts.map((text) => createContext(text))
  const made = texts.map((text) => [createPage(text)])
  for (const [index, pages] of made.entries())
    for (const stage of stages) pages.push(stage(pages.at(-1), contexts[index]))
  const turns = texts.map((_, index) => index)
  const times = compare(
    Object.fromEntries(
      stages.map((stage, place) => [
        names[place],
        inTurn(turns, (index) => stage(made[index][place], contexts[index])),
      ]),
    ),
    {rounds: 15, budget: 0.2},
  )
  for (const context of contexts) closeContext(context)
  return times
}

export function run() {
  const rows = []
  for (const script of scripts)
    for (const size of sizes) {
      const texts = pagesOf(script, size)
      const {yardstick, fold, whole} = compare(
        {
          yardstick: inTurn(texts, readUnits),
          fold: inTurn(texts, (text) => closeContext(createContext(text))),
          whole: inTurn(texts, extract),
        },
        {rounds: 15, budget: 0.4},
      )
      const times = stageTimes(texts)
      rows.push([
        script.name,
        size / 1000,
        figure(yardstick),
        figure(fold),
        ...names.map((name) => figure(times[name])),
        figure(whole),
        figure(whole / yardstick),
        figure(size / whole),
      ])
    }
  return `## Stages\n\nMicroseconds of CPU a page, by script and by thousands of UTF-16 units. The yardstick looks every unit up in a table.\n\n${table(['page', 'k units', 'yardstick', 'fold', ...names, 'extract', '× yardstick', 'M units/s'], rows)}`
}

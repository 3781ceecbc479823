import recognizers from '@microsoft/recognizers-text-suite'
import {Readability} from '@mozilla/readability'
import * as chrono from 'chrono-node'
import compromise from 'compromise'
import {Defuddle} from 'defuddle/node'
import {eld} from 'eld/small'
import {franc} from 'franc'
import {franc as francMin} from 'franc-min'
import {parseHTML} from 'linkedom'
import retextLatin from 'retext-latin'
import {unified} from 'unified'
import {extractHtml} from '../../dist/html.js'
import {detectLanguage, extract, extractFacts} from '../../dist/index.js'
import {compare, inTurn, readUnits} from '../measure.mjs'
import {htmlOf, pagesOf, scripts} from '../pages.mjs'
import {barChart, figure, table, versionOf, write} from '../report.mjs'

const size = 10_000
const latin = unified().use(retextLatin)
const {recognizeNumber, recognizePercentage, recognizeCurrency, Culture} = recognizers

/** Peers for any language, and those that know English best. */
const anyLanguage = {
  franc: (text) => franc(text),
  'franc-min': (text) => francMin(text),
  'eld small': (text) => eld.detect(text),
  'retext-latin': (text) => latin.parse(text),
}
const english = {
  'chrono-node': (text) => chrono.parse(text),
  compromise: (text) => compromise(text).numbers().json(),
  'Recognizers, 3 models': (text) => {
    for (const line of text.split('\n'))
      for (const recognize of [recognizeNumber, recognizePercentage, recognizeCurrency])
        recognize(line, Culture.English)
  },
}
const own = {
  'pagefacts extract': (text) => extract(text),
  'pagefacts extractFacts': (text) => extractFacts(text),
  'pagefacts detectLanguage': (text) => detectLanguage(text),
}
const html = {
  'pagefacts extractHtml': (source) => extractHtml(source),
  'Readability + linkedom': (source) => new Readability(parseHTML(source).document).parse(),
}

const turns = (candidates, texts) =>
  Object.fromEntries(Object.entries(candidates).map(([name, use]) => [name, inTurn(texts, use)]))

/** Defuddle answers with a promise, so it takes its turns apart. */
async function defuddleTime(sources) {
  const times = []
  for (let round = 0; round < 12; round++) {
    const before = process.cpuUsage()
    await Defuddle(parseHTML(sources[round % sources.length]).document, 'https://example.org/')
    const {user, system} = process.cpuUsage(before)
    times.push(user + system)
  }
  return times.sort((a, b) => a - b)[times.length >> 1]
}

export async function run() {
  const rows = []
  let bars = []
  for (const [index, script] of scripts.entries()) {
    const texts = pagesOf(script, size)
    const all = {yardstick: readUnits, ...own, ...anyLanguage, ...(index === 0 ? english : {})}
    const times = compare(turns(all, texts), {rounds: 15, budget: 0.6})
    rows.push([
      script.name,
      ...['yardstick', ...Object.keys({...own, ...anyLanguage, ...english})].map((name) => figure(times[name])),
    ])
    if (index === 0) bars = Object.entries(times).map(([name, time]) => [name, size / time])
  }
  const sources = pagesOf(scripts[0], size).map(htmlOf)
  const pages = {
    ...compare(turns(html, sources), {rounds: 15, budget: 0.6}),
    'Defuddle + linkedom': await defuddleTime(sources),
  }
  write(
    'peers.svg',
    barChart(
      'English pages of 10,000 characters',
      'million characters a second of CPU, scale of logarithms',
      bars.sort((a, b) => b[1] - a[1]),
    ),
  )
  const versions = [
    'franc',
    'franc-min',
    'eld',
    'retext-latin',
    'chrono-node',
    'compromise',
    '@microsoft/recognizers-text-suite',
    '@mozilla/readability',
    'linkedom',
    'defuddle',
  ]
  return `## Beside others\n\nMicroseconds of CPU for a page of 10,000 UTF-16 units. They do different things: franc and eld name a language, retext-latin finds words and sentences, chrono-node dates, compromise numbers, Recognizers numbers, percentages and currencies line by line.\n\n![Bars](peers.svg)\n\n${table(['page', 'yardstick', ...Object.keys({...own, ...anyLanguage, ...english})], rows)}\n\nHTML of the English pages:\n\n${table(
    ['', 'µs'],
    Object.entries(pages).map(([name, time]) => [name, figure(time)]),
  )}\n\n${versions.map((name) => `${name} ${versionOf(name)}`).join(', ')}.`
}

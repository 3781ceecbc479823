import {extract} from '../../dist/index.js'
import {cpuTime} from '../measure.mjs'
import {pagesOf, scripts} from '../pages.mjs'
import {figure, table} from '../report.mjs'

const repeat = (piece) => (size) => piece.repeat(Math.ceil(size / piece.length)).slice(0, size)
const prose = scripts[0]
const texts = {
  prose: (size) => pagesOf(prose, size, 1)[0],
  digits: repeat('7'),
  'digits in lines': repeat('1234567890\n'),
  commas: repeat(','),
  'digits and commas': repeat('1,'),
  'one number word': repeat('hundred '),
  'number words without spaces': repeat('百'),
  brackets: repeat('('),
  'combining marks': repeat('a\u0301\u0301\u0301'),
  spaces: repeat(' '),
  'empty lines': repeat('\n'),
  percents: repeat('5% '),
}

/** From 16 thousand units on, four times as many each time; prose up to 50 million with `--full`. */
export function run() {
  const largest = process.argv.includes('--full') ? 50e6 : 1e6
  const sizes = [16e3, 64e3, 256e3, 1e6, 4e6, 16e6, 50e6].filter((size) => size <= largest)
  for (let warm = 0; warm < 30; warm++) for (const make of Object.values(texts)) extract(make(2000))
  const rows = Object.entries(texts).map(([name, make]) => [
    name,
    ...sizes.map((size) => {
      const text = make(size)
      const times = Array.from({length: size > 300e3 ? 1 : 5}, () => cpuTime(() => extract(text)))
      return figure((Math.min(...times) / size) * 1000)
    }),
  ])
  return `## Linear in length\n\nNanoseconds of CPU a UTF-16 unit: where the time is linear, a row stays level.\n\n${table(['text', ...sizes.map((size) => `${size / 1000} k`)], rows)}`
}

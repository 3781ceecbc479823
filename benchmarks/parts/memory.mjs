import {execFileSync} from 'node:child_process'
import {fileURLToPath} from 'node:url'
import {extract} from '../../dist/index.js'
import {pagesOf, scripts} from '../pages.mjs'
import {figure, table} from '../report.mjs'

const pages = 10_000
const every = 1000

/** In a process of its own: 10,000 pages one after the other, then what is left of pages of which only facts are kept. */
function stream() {
  const texts = scripts.flatMap((script) => pagesOf(script, 10_000, 8))
  const used = () => {
    globalThis.gc()
    return process.memoryUsage().heapUsed / 1e6
  }
  const heap = []
  for (let i = 0; i < pages; i++) {
    extract(`${i}\n${texts[i % texts.length]}`)
    if ((i + 1) % every === 0) heap.push(used())
  }
  const before = used()
  const kept = []
  for (let i = 0; i < 1000; i++) {
    const {facts, claims} = extract(`${i}\n${texts[i % texts.length]}`)
    kept.push({facts, claims})
  }
  const held = used() - before
  const bytes = texts.reduce((sum, text) => sum + text.length * (/^[\0-\xff]*$/.test(text) ? 1 : 2), 0) / texts.length
  return {heap, held, texts: bytes / 1000, facts: kept.reduce((sum, {facts}) => sum + facts.length, 0)}
}

export function run() {
  const {heap, held, texts, facts} = JSON.parse(
    execFileSync(process.execPath, ['--expose-gc', fileURLToPath(import.meta.url), 'stream'], {encoding: 'utf8'}),
  )
  return `## Memory\n\nHeap in MB after a full collection, while 10,000 pages of 10,000 units in eight languages go by:\n\n${table(['pages', ...heap.map((_, index) => (index + 1) * every)], [['MB', ...heap.map(figure)]])}\n\nFacts and claims of 1,000 pages kept, their texts dropped: ${figure(held)} MB for ${facts.toLocaleString('en')} facts; the texts would be ${figure(texts)} MB more.`
}

if (process.argv[2] === 'stream') console.log(JSON.stringify(stream()))

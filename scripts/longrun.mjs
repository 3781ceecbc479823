// `npm run longrun`: millions of different small pages through one process. Fails when the heap grows or an answer changes.
import {createHash} from 'node:crypto'
import {readdirSync, readFileSync} from 'node:fs'
import {extract} from '../dist/index.js'

const calls = Number(process.argv[2] ?? 5_000_000)
const reportEvery = Math.max(1, Math.floor(calls / 20))
/** Pages whose answers are compared between the start and the end. */
const probes = 2000
/** How much larger than after the first report the heap may ever be. */
const mostGrowth = 1.1

const phrases = new URL('../fixtures/phrases/', import.meta.url)
const pages = new URL('../fixtures/pages/', import.meta.url)
const linesOf = (folder, name) => readFileSync(new URL(name, folder), 'utf8').split('\n')

/** Lines of a language a list: what its phrase book holds, without headers and marks. */
const books = readdirSync(phrases).map((name) =>
  linesOf(phrases, name)
    .filter((line) => line.startsWith('  '))
    .map((line) => line.trim().replace(/[{}]/g, '')),
)
const furniture = readdirSync(pages)
  .filter((name) => name.split('.').length === 2)
  .flatMap((name) => linesOf(pages, name))
  .filter((line) => line !== '' && line.length < 80)

/** Whole numbers below `limit`, the same for the same seed (mulberry32). */
function randomFrom(seed) {
  let state = seed
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit
  }
}

/** The page of a number: 100 to 250 units, phrases of one language between lines of a site, with digits of its own. */
function pageOf(number) {
  const below = randomFrom(number)
  const pick = (list) => list[below(list.length)]
  const book = pick(books)
  const length = 100 + below(100)
  let page = pick(furniture)
  while (page.length < length) page += `\n${pick(book)}\n${pick(furniture)}`
  return page.replace(/[1-9]/g, () => String(1 + below(9)))
}

const fingerprint = () => {
  const hash = createHash('sha256')
  for (let number = 0; number < probes; number++) hash.update(JSON.stringify(extract(pageOf(number))))
  return hash.digest('hex')
}

const megabytes = (bytes) => (bytes / 1e6).toFixed(1).padStart(7)
/** Bytes on the heap and outside it after a collection. */
function memory() {
  globalThis.gc()
  const {heapUsed, external, rss} = process.memoryUsage()
  return {heapUsed, external, rss}
}

const first = fingerprint()
const started = Date.now()
let level
let units = 0
let facts = 0
console.log('     calls  seconds  heap MB  external MB  resident MB')
for (let number = 1; number <= calls; number++) {
  const page = extract(pageOf(number))
  units += page.text.length
  facts += page.facts.length
  if (number % reportEvery !== 0) continue
  const {heapUsed, external, rss} = memory()
  level ??= heapUsed
  const seconds = ((Date.now() - started) / 1000).toFixed(0)
  console.log(
    `${String(number).padStart(10)} ${seconds.padStart(8)} ${megabytes(heapUsed)} ${megabytes(external)}     ${megabytes(rss)}`,
  )
  if (heapUsed > level * mostGrowth) {
    console.error(`FAIL the heap grew from ${megabytes(level).trim()} MB`)
    process.exitCode = 1
  }
}
console.log(`${calls} pages, ${(units / calls).toFixed(0)} units and ${(facts / calls).toFixed(1)} facts each`)
if (fingerprint() === first) console.log(`the answers for ${probes} pages are the same at the start and the end`)
else {
  console.error('FAIL answers changed')
  process.exitCode = 1
}

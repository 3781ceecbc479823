import {spawnSync} from 'node:child_process'
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {availableParallelism, tmpdir} from 'node:os'
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import {pagesOf, scripts} from '../pages.mjs'
import {figure, table} from '../report.mjs'

const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url))
const pages = 12_000
const size = 10_000

/** A folder of text files, and the same pages as JSON Lines. */
function corpus(folder) {
  const texts = scripts.flatMap((script) => pagesOf(script, size, 8))
  const page = (i) => `${i}\n${texts[i % texts.length]}`
  mkdirSync(path.join(folder, 'texts'))
  for (let i = 0; i < pages; i++) writeFileSync(path.join(folder, 'texts', `${i}.txt`), page(i))
  writeFileSync(
    path.join(folder, 'lines.jsonl'),
    Array.from({length: pages}, (_, i) => `${JSON.stringify({text: page(i)})}\n`).join(''),
  )
  return [
    {name: 'text files', input: path.join(folder, 'texts')},
    {name: 'JSON Lines', input: path.join(folder, 'lines.jsonl')},
  ]
}

/** Prints the CPU time of all threads, and of the first one where Linux tells it, in milliseconds. */
const program = `
  import {existsSync, readFileSync} from 'node:fs'
  const tick = 10
  const file = '/proc/self/task/' + process.pid + '/stat'
  process.on('exit', () => {
    const {user, system} = process.cpuUsage()
    const fields = existsSync(file) ? readFileSync(file, 'utf8').split(') ')[1].split(' ') : []
    console.error(JSON.stringify({all: (user + system) / 1000, first: (Number(fields[11]) + Number(fields[12])) * tick}))
  })`
const report = `data:text/javascript,${encodeURIComponent(program)}`

/** From files to NDJSON: seconds on the clock, seconds of CPU of all threads and of the first one. */
function measure(input, output, workers) {
  const start = performance.now()
  const command = ['--import', report, cli, '--quiet', '--pages', output, '--workers', String(workers), input]
  const {status, stderr} = spawnSync(process.execPath, command, {encoding: 'utf8'})
  if (status !== 0) throw new Error(stderr)
  const {all, first} = JSON.parse(stderr.trim().split('\n').at(-1))
  return {clock: (performance.now() - start) / 1000, all: all / 1000, first: first / 1000}
}

/**
 * The clock is meaningful on a machine that does nothing else; CPU time is everywhere: what the first thread does bounds how
 * many threads are of use.
 */
export function run() {
  const folder = mkdtempSync(path.join(tmpdir(), 'pagefacts-'))
  const counts = [1, availableParallelism()]
  try {
    const rows = corpus(folder).flatMap(({name, input}) => {
      const runs = counts.map((count) => measure(input, path.join(folder, 'pages.ndjson'), count))
      return runs.map(({clock, all, first}, i) => [
        `${name}, ${counts[i]} ${counts[i] === 1 ? 'thread' : 'threads'}`,
        figure(clock),
        figure(runs[0].clock / clock),
        figure(all),
        figure(first),
      ])
    })
    return `## Threads\n\nSeconds for ${pages.toLocaleString('en')} pages of ${size.toLocaleString('en')} units, from files to NDJSON, start-up included:\n\n${table(['', 'clock', 'times as fast', 'CPU, all threads', 'CPU, first thread'], rows)}`
  } finally {
    rmSync(folder, {recursive: true})
  }
}

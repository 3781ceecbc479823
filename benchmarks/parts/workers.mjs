import {spawnSync} from 'node:child_process'
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {availableParallelism, tmpdir} from 'node:os'
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import {pagesOf, scripts} from '../pages.mjs'
import {figure, table} from '../report.mjs'

const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url))
const pages = 8000
const size = 10_000
const rounds = 3

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

/** Seconds from files to NDJSON. */
function seconds(input, output, workers) {
  const start = performance.now()
  const {status, stderr} = spawnSync(process.execPath, [cli, '--quiet', '--pages', output, '--workers', workers, input])
  if (status !== 0) throw new Error(String(stderr))
  return (performance.now() - start) / 1000
}

const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1]

/** Wall time, in turns: meaningful on a machine that does nothing else. */
export function run() {
  const folder = mkdtempSync(path.join(tmpdir(), 'pagefacts-'))
  const counts = [1, availableParallelism()]
  try {
    const rows = corpus(folder).map(({name, input}) => {
      const times = counts.map(() => [])
      for (let round = 0; round < rounds; round++)
        for (const [i, count] of counts.entries())
          times[i].push(seconds(input, path.join(folder, 'pages.ndjson'), String(count)))
      const [one, all] = times.map(median)
      return [name, figure(one), figure(all), figure(one / all)]
    })
    return `## Threads\n\nSeconds for ${pages.toLocaleString('en')} pages of ${size.toLocaleString('en')} units, from files to NDJSON, start-up included:\n\n${table(['', '1 thread', `${counts[1]} threads`, 'ratio'], rows)}`
  } finally {
    rmSync(folder, {recursive: true})
  }
}

// Accuracy floors on the development benchmarks: what has been reached may not be lost.
import {spawnSync} from 'node:child_process'
import {mkdtempSync, readFileSync} from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import {fileURLToPath} from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const floors = JSON.parse(readFileSync(path.join(root, 'scripts/accuracy-floors.json'), 'utf8'))
const file = path.join(mkdtempSync(path.join(os.tmpdir(), 'pagefacts-')), 'figures.json')
const scorer = path.join(root, '../shared/benchmarks/score.mjs')
const {status} = spawnSync(process.execPath, [scorer, ...Object.keys(floors), '--json', file], {
  cwd: root,
  stdio: ['ignore', 'ignore', 'inherit'],
})
if (status !== 0) process.exit(status ?? 1)
const figures = JSON.parse(readFileSync(file, 'utf8'))
let failed = false
for (const [suite, rows] of Object.entries(floors))
  for (const [name, floor] of Object.entries(rows)) {
    const value = name.split('.').reduce((at, key) => at?.[key], figures[suite])
    const ok =
      value !== undefined &&
      (name === 'threw' || name === 'badOffsets' || name === 'leakedFromChrome' ? value <= floor : value >= floor)
    failed ||= !ok
    console.log(
      `${ok ? 'ok  ' : 'LOST'} ${suite} ${name} ${typeof value === 'number' ? value.toFixed(3) : value} (${floor})`,
    )
  }
process.exit(failed ? 1 : 0)

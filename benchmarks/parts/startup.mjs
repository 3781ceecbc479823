import {spawnSync} from 'node:child_process'
import {fileURLToPath} from 'node:url'
import {median} from '../measure.mjs'
import {figure, table} from '../report.mjs'

const path = (name) => fileURLToPath(new URL(`../../${name}`, import.meta.url))
const runs = 15

/** CPU time in milliseconds of a script in a process of its own, from the start of Node to its end. */
function cpuOf(script) {
  const report =
    "process.on('exit', () => {const {user, system} = process.cpuUsage(); console.log((user + system) / 1000)});"
  const times = Array.from({length: runs}, () => {
    const {stdout} = spawnSync(process.execPath, ['--input-type=module', '--eval', report + script], {encoding: 'utf8'})
    return Number(stdout)
  })
  return median(times)
}

/** The same for the command line, which answers for one page. */
function cpuOfCommand() {
  const report =
    "data:text/javascript,process.on('exit', () => {const {user, system} = process.cpuUsage(); console.error((user + system) / 1000)})"
  const times = Array.from({length: runs}, () => {
    const command = ['--import', report, path('dist/cli.js'), path('fixtures/pages/vi-news.txt')]
    return Number(spawnSync(process.execPath, command, {encoding: 'utf8'}).stderr)
  })
  return median(times)
}

export function run() {
  const empty = cpuOf('')
  const rows = ['index', 'html', 'unified', 'stream', 'node'].map((door) => [
    `import pagefacts${door === 'index' ? '' : `/${door}`}`,
    `${figure(cpuOf(`await import(${JSON.stringify(`file://${path(`dist/${door}.js`)}`)})`) - empty)} ms of CPU over an empty script (${figure(empty)} ms)`,
  ])
  return `## Start-up\n\n${table(['', `median of ${runs}`], [...rows, ['pagefacts vi-news.txt, from the start of Node to its end', `${figure(cpuOfCommand())} ms of CPU`]])}`
}

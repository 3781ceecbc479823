// `npm run bench`, or `npm run bench -- stages peers` for some parts only. Writes results/README.md and the chart.
import {machine, write} from './report.mjs'

const names = ['stages', 'peers', 'linear', 'languages', 'memory', 'startup', 'workers']
const given = process.argv.slice(2).filter((name) => !name.startsWith('--'))
const unknown = given.find((name) => !names.includes(name))
if (unknown !== undefined) throw new TypeError(`No part ${unknown}; there are ${names.join(', ')}`)

const sections = []
for (const name of given.length > 0 ? given : names) {
  console.error(`${name} …`)
  const {run} = await import(`./parts/${name}.mjs`)
  const section = await run()
  console.log(`${section}\n`)
  sections.push(section)
}
if (given.length === 0)
  write(
    'README.md',
    `# Benchmarks\n\n\`npm run bench\` on ${machine()}, ${new Date().toISOString().slice(0, 10)}. All in one process, candidates in turns; medians of CPU time.\n\n${sections.join('\n\n')}\n`,
  )

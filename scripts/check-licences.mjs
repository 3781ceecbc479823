// `npm run check:licences`: what users install is under permissive licences, runs no scripts when installed, and is justified in
// docs/dependencies.md; tools are under licences that bind nobody but who changes them. Reads package-lock.json alone.
import {readFileSync} from 'node:fs'

const read = (name) => readFileSync(new URL(`../${name}`, import.meta.url), 'utf8')

const permissive = new Set([
  'MIT',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  '0BSD',
  'BlueOak-1.0.0',
  'Unicode-3.0',
])
/** Of tools, which are neither changed nor handed on. */
const forTools = new Set([...permissive, 'MIT OR Apache-2.0', 'MPL-2.0', 'Python-2.0'])
/** Tools with another licence or none in their package.json, and why they may stay. */
const exceptions = {
  '@wikimedia/codex-design-tokens': 'GPL-2.0+; comes with oojs-ui, of which training reads the messages alone',
  sylvester: 'MIT by its readme; comes with natural, of which the stemmers alone are bundled',
}
/** Tools whose code or data goes into dist. */
const bundled = new Set(['natural', 'fflate', 'franc', 'trigram-utils', 'n-gram', 'collapse-white-space'])

const packages = Object.entries(JSON.parse(read('package-lock.json')).packages)
  .filter(([path]) => path !== '')
  .map(([path, entry]) => ({...entry, name: path.replace(/^.*node_modules\//, '')}))
const installed = packages.filter(({dev, devOptional}) => !dev && !devOptional)
const justified = read('docs/dependencies.md')

const problems = []
for (const {name, dev, devOptional, license = 'no licence', hasInstallScript} of packages) {
  const reachesUsers = (!dev && !devOptional) || bundled.has(name)
  const allowed = reachesUsers ? permissive : forTools
  if (!allowed.has(license) && !(name in exceptions && !reachesUsers)) problems.push(`${name}: ${license}`)
  if (reachesUsers && hasInstallScript) problems.push(`${name}: runs a script when it is installed`)
  if (reachesUsers && !justified.includes(`\`${name}\``)) problems.push(`${name}: not in docs/dependencies.md`)
}
const count = new Set(installed.map(({name}) => name)).size
if (!justified.includes(`${count} packages`)) problems.push(`docs/dependencies.md does not say ${count} packages`)

console.log(`${count} packages for users, ${packages.length - installed.length} for tools`)
for (const problem of problems) console.error(`FAIL ${problem}`)
if (problems.length > 0) process.exitCode = 1

// `npm start`: from a fresh clone to facts on the screen. Installs and builds what is missing, then reads the fixtures.
import {spawnSync} from 'node:child_process'
import {existsSync} from 'node:fs'
import {fileURLToPath} from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const run = (command, args, quiet = false) => {
  const {status, stdout, stderr} = spawnSync(command, args, {
    cwd: root,
    stdio: quiet ? 'pipe' : 'inherit',
    encoding: 'utf8',
    shell: process.platform === 'win32',
  })
  if (status === 0) return
  if (quiet) process.stderr.write(`${stdout}${stderr}`)
  process.exit(status ?? 1)
}

if (!existsSync(`${root}/node_modules/tsup`)) {
  console.log('Installing …')
  run('npm', ['ci', '--no-audit', '--no-fund'], true)
}
console.log('Building …')
run('npm', ['run', 'build', '--silent'], true)
run('node', [
  'dist/cli.js',
  '--format',
  'pretty',
  ...(process.argv.length > 2 ? process.argv.slice(2) : ['fixtures/pages']),
])

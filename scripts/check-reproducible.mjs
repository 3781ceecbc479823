// `npm run check:reproducible`: builds the sources once more, in another folder, time zone and locale, and compares with dist.
import {execFileSync} from 'node:child_process'
import {createHash} from 'node:crypto'
import {cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync} from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import {fileURLToPath} from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const copy = mkdtempSync(path.join(os.tmpdir(), 'pagefacts-'))

/** Files of a folder with their hashes, a line each. */
const listing = (folder) =>
  readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map(({parentPath, name}) => path.join(parentPath, name))
    .map((file) => `${createHash('sha256').update(readFileSync(file)).digest('hex')}  ${path.relative(folder, file)}`)
    .sort()

try {
  const tracked = execFileSync('git', ['ls-files', '-z'], {cwd: root, encoding: 'utf8', maxBuffer: 1e8})
  for (const file of tracked.split('\0').filter(Boolean)) cpSync(path.join(root, file), path.join(copy, file))
  symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'))
  const env = {...process.env, TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8'}
  execFileSync('npm', ['run', '--silent', 'build'], {cwd: copy, env, stdio: ['ignore', 'ignore', 'inherit']})
  const [first, second] = [listing(path.join(root, 'dist')), listing(path.join(copy, 'dist'))]
  const other = [...first.filter((line) => !second.includes(line)), ...second.filter((line) => !first.includes(line))]
  if (other.length > 0) throw new Error(`Two builds differ:\n${other.join('\n')}`)
  console.log(`${first.length} files, the same in both builds`)
} finally {
  rmSync(copy, {recursive: true, force: true})
}

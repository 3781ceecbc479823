// A worker that is killed, as by the system, when a page says so: `node faulty-worker.mjs CLI FLAG_FILE worker ...`.
// KILL-ONCE kills the first process that reads it (it leaves the flag file), KILL-ALWAYS every one.
import {existsSync, writeFileSync} from 'node:fs'
import {Transform} from 'node:stream'
import {pathToFileURL} from 'node:url'

const [cli, flag] = process.argv.splice(2, 2)
const die = () => process.kill(process.pid, 'SIGKILL')

const watched = process.stdin.pipe(
  new Transform({
    transform(chunk, _, done) {
      if (chunk.includes('KILL-ALWAYS')) die()
      if (chunk.includes('KILL-ONCE') && !existsSync(flag)) {
        writeFileSync(flag, '')
        die()
      }
      done(null, chunk)
    },
  }),
)
Object.defineProperty(process, 'stdin', {value: watched})
await import(pathToFileURL(cli).href)

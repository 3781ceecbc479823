import {type ChildProcess, fork} from 'node:child_process'
import {fileURLToPath} from 'node:url'
import type {BadRecord, PageRecord, Reading} from '../record'

/** What the process is to read, from a row group on. */
export interface Task {
  file: string
  options: Omit<Reading, 'onBytes'>
  from: number
}

/** What the process tells: that a row group begins, records that were asked for, or why there are none. */
export interface Answer {
  group?: number
  bytes?: number
  records?: (PageRecord | BadRecord)[]
  isLast?: boolean
  error?: string
}

/** Memory of the process, without the bytes of texts. */
const heapMegabytes = 1024
/** Seconds that a row group may take, and bytes of it for each of which there is another: ten times what it usually takes. */
const patience = 30
const bytesPerSecond = 2 ** 22

/**
 * Pages of a Parquet file, a row a page, its columns named by the options. One row group is in memory at a time. They
 * are read in a process of their own: a few wrong bytes can make the reader of the format fill all memory, which ends
 * its process, or go on for hours; then that row group is one bad record and the next one follows. Throws when the
 * file's own description can't be read.
 */
export async function* readParquet(file: string, options: Reading): AsyncGenerator<PageRecord | BadRecord> {
  for (let from: number | undefined = 0; from !== undefined; ) from = yield* readFrom(file, options, from)
}

/** Pages from a row group on. Gives the row group to go on with when the process was lost. */
async function* readFrom(
  file: string,
  {onBytes, ...options}: Reading,
  from: number,
): AsyncGenerator<PageRecord | BadRecord, number | undefined> {
  const script = fileURLToPath(new URL('./parquet-process.js', import.meta.url))
  const reader = fork(script, {
    execArgv: [`--max-old-space-size=${heapMegabytes}`],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  let group: number | undefined
  try {
    for (let request: Task | 'next' = {file, options, from}; ; request = 'next') {
      const answer = await ask(reader, request, (begun) => {
        group = begun.group
        onBytes(begun.bytes ?? 0)
      })
      if (answer.error !== undefined) throw new Error(answer.error)
      yield* answer.records!
      if (answer.isLast) return undefined
    }
  } catch (error) {
    if (!(error instanceof Lost) || group === undefined) throw error
    yield {place: `${file}, row group ${group + 1}`, error: error.message}
    return group + 1
  } finally {
    reader.kill('SIGKILL')
  }
}

/** The process gave no answer. */
class Lost extends Error {}

/** Asks the process for records; what it tells before goes to `onBegun`. */
function ask(reader: ChildProcess, request: Task | 'next', onBegun: (answer: Answer) => void): Promise<Answer> {
  return new Promise((resolve, reject) => {
    let timer: NodeJS.Timeout | undefined
    const wait = (seconds: number) => {
      clearTimeout(timer)
      timer = setTimeout(() => end(() => reject(new Lost(`not read within ${Math.round(seconds)} s`))), seconds * 1000)
    }
    const onMessage = (answer: Answer) => {
      if (answer.group === undefined) return end(() => resolve(answer))
      onBegun(answer)
      wait(patience + (answer.bytes ?? 0) / bytesPerSecond)
    }
    const onExit = () => end(() => reject(new Lost('it broke its reader, probably by filling all memory')))
    const end = (settle: () => void) => {
      clearTimeout(timer)
      reader.off('message', onMessage).off('exit', onExit).off('error', onExit)
      settle()
    }
    wait(patience)
    reader.on('message', onMessage).on('exit', onExit).on('error', onExit).send(request)
  })
}

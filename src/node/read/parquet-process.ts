import {type Reading, reading} from '../record'
import type {Answer, Task} from './parquet'
import {type Group, readGroups} from './parquet-file'

/** Rows that go to the asking process at once. */
const atOnce = 64

const tell = (answer: Answer): void => void process.send!(answer)
const asked = (): Promise<void> => new Promise((resolve) => process.once('message', () => resolve()))

/** Reads a Parquet file for the process that asks: what can't be read may take this one down, and only this one. */
async function serve({file, from}: Task, options: Reading): Promise<void> {
  let group = from
  const onGroup = (index: number, bytes: number): void => tell({group: (group = index), bytes})
  for await (const found of readGroups(file, options, from, onGroup))
    for (const records of batchesOf(found, `${file}, row group ${group + 1}`)) {
      tell({records})
      await asked()
    }
  tell({records: [], isLast: true})
}

function* batchesOf(group: Group, place: string): Generator<NonNullable<Answer['records']>> {
  if (group.error !== undefined) yield [{place, error: group.error}]
  else
    for (let row = 0; row < group.count; row += atOnce)
      yield Array.from({length: Math.min(atOnce, group.count - row)}, (_, index) => group.record(row + index))
}

process.once('message', (task: Task) => {
  serve(task, reading(task.options)).catch((error: Error) => tell({error: error.message}))
})
// Ctrl-C is for the asking process, which ends this one
process.on('SIGINT', () => {})

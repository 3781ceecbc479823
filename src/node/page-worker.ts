import {parentPort, workerData} from 'node:worker_threads'
import type {PageRecord} from './record'
import {type Job, workOn} from './work'

/** A thread of the pool: batches of records in, what was made of them out, in the same order. */
let last = Promise.resolve()
parentPort!.on('message', (records: PageRecord[]) => {
  last = last.then(() => answer(records))
})

async function answer(records: readonly PageRecord[]): Promise<void> {
  const done = await workOn(records, workerData as Job)
  const buffers = done.outputs.flatMap((output) => (output instanceof Uint8Array ? [output.buffer as ArrayBuffer] : []))
  parentPort!.postMessage(done, buffers)
}

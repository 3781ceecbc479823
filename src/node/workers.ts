import {Pool} from './pool'
import type {PageRecord} from './record'
import type {Done, Job, Workers} from './work'
import {isText, type Row} from './write/renderings'

/** Threads that do a job. Where a batch brings a thread down, its records are tried one by one: the one at fault is bad. */
export function workers(job: Job, count: number): Workers {
  const pool = new Pool<PageRecord[], Done>(new URL('./page-worker.js', import.meta.url), job, count)
  const run = async (records: PageRecord[]): Promise<Done> => {
    try {
      return await pool.run(records)
    } catch (error) {
      if (records.length === 1) return failed(job, (error as Error).message)
      const parts: Done[] = []
      for (const record of records) parts.push(await run([record]))
      return join(parts)
    }
  }
  return {run, close: () => pool.close()}
}

const failed = ({renderings}: Job, error: string): Done => ({
  outputs: renderings.map((name) => (isText(name) ? new Uint8Array() : [])),
  pages: 0,
  facts: 0,
  bad: [{index: 0, error}],
})

/** Batches of one record each as one. */
const join = (parts: readonly Done[]): Done => ({
  outputs: parts[0]!.outputs.map((_, index) => joinOutputs(parts.map(({outputs}) => outputs[index]!))),
  pages: parts.reduce((sum, {pages}) => sum + pages, 0),
  facts: parts.reduce((sum, {facts}) => sum + facts, 0),
  bad: parts.flatMap(({bad}, index) => bad.map(({error}) => ({index, error}))),
})

const joinOutputs = (outputs: Done['outputs']): Done['outputs'][number] =>
  outputs[0] instanceof Uint8Array ? Buffer.concat(outputs as Uint8Array[]) : (outputs as Row[][]).flat()

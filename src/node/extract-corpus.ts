import type {ExtractOptions} from '../options'
import {type Destination, type Progress, runCorpus, type Summary} from './corpus'
import type {BadRecord, ReadOptions} from './record'
import {renderingOf} from './write/renderings'

export interface CorpusOptions extends ReadOptions {
  /** How pages are read. */
  extract?: ExtractOptions
  /** File for pages: whole ones in `.ndjson`, a row a page in `.csv` and `.parquet`. */
  pages?: string
  /** File for facts, a row each: `.ndjson`, `.csv` or `.parquet`. */
  facts?: string
  /** File for bad records: a line of JSON each, with `place` and `error`. */
  quarantine?: string
  /** Threads that extract. Default 1: the calling thread. */
  workers?: number
  /** Goes on where an unfinished run of the same inputs, options and files stopped, if there is one. */
  resume?: boolean
  /** Seconds of work that a kill may cost. Default 30. */
  checkpointSeconds?: number
  /** Stops reading: what was read is finished, and the outputs are whole files that `resume` can go on with. */
  signal?: AbortSignal
  /** Told of each bad record. */
  onBad?: (record: BadRecord) => void
  /** Told after each batch how far the run has come. */
  onProgress?: (progress: Progress) => void
}

/**
 * The facts of a corpus in files, as `pagefacts --pages FILE --facts FILE` writes them: in the order of the inputs, in
 * constant memory. Throws `TypeError` on wrong options, a `RunError` where an unfinished run stands in the way, and what
 * the system says of the files that are written. Bad records throw nothing.
 */
export async function extractCorpus(names: string | readonly string[], options: CorpusOptions): Promise<Summary> {
  const {extract = {}, pages, facts, quarantine, signal, onBad, onProgress, ...rest} = options
  const {workers = 1, resume = false, checkpointSeconds = 30, ...read} = rest
  const destinations: Destination[] = []
  if (pages !== undefined) destinations.push({rendering: renderingOf('pages', pages), to: pages})
  if (facts !== undefined) destinations.push({rendering: renderingOf('facts', facts), to: facts})
  if (destinations.length === 0) throw new TypeError('Expected a file in `pages` or `facts`, got neither')
  if (!Number.isInteger(workers) || workers < 1)
    throw new TypeError(`Expected \`workers\` as a number of threads, got ${String(workers)}`)
  const callbacks = {...(onBad === undefined ? {} : {onBad}), ...(onProgress === undefined ? {} : {onProgress})}
  const run = {extract, read, quarantine, workers, resume, checkpointSeconds, stop: signal, ...callbacks}
  return runCorpus(typeof names === 'string' ? [names] : names, destinations, run)
}

import path from 'node:path'
import {checkOptions, type ExtractOptions} from '../options'
import {mapBatches} from './batches'
import type {Checkpoint, Counts, Position} from './checkpoint'
import {findInputs, type Input, readInput} from './inputs'
import {standardInput} from './read/bytes'
import {type BadRecord, isBad, type PageRecord, type Reading, type ReadOptions, reading} from './record'
import {RunError} from './run-error'
import type {Done, Job, Workers} from './work'
import {type Output, openOutput} from './write/output'
import type {Rendering} from './write/renderings'
import type {Target} from './write/target'

/** Pages or facts in a format, and where they go: a file, or something that takes bytes. */
export interface Destination {
  rendering: Rendering
  to: string | Target
}

export interface RunOptions {
  extract: ExtractOptions
  read: ReadOptions
  /** File for bad records: a line of JSON each, with `place` and `error`. */
  quarantine?: string | undefined
  /** Threads that extract; with 1 the calling thread does. */
  workers: number
  /** Goes on where an unfinished run of the same inputs, options and outputs stopped, if there is one. */
  resume: boolean
  /** Seconds after which what is done is made to last. */
  checkpointSeconds: number
  /** Stops reading: what was read is finished, and the outputs are whole files that `resume` can go on with. */
  stop?: AbortSignal | undefined
  onBad?: (record: BadRecord) => void
  onProgress?: (progress: Progress) => void
}

export interface Progress {
  counts: Counts
  /** Pages of them that earlier runs did. */
  before: number
  /** Bytes of the inputs that were read, and that there are to read; 0 where nobody knows. */
  read: number
  size: number
}

/** How a run ended: what it counted, with the runs that it went on with, and whether it came to the end. */
export interface Summary {
  counts: Counts
  finished: boolean
}

/**
 * Reads a corpus, extracts, and writes the outputs, in order and in constant memory. When all outputs are files, a run
 * that was stopped or killed can be resumed: nothing is lost, nothing comes twice. Throws `RunError` before it begins,
 * later only what the outputs throw.
 */
export async function runCorpus(
  names: readonly string[],
  destinations: readonly Destination[],
  options: RunOptions,
): Promise<Summary> {
  checkOptions(options.extract)
  const all = options.quarantine
    ? [...destinations, {rendering: 'bad.ndjson' as const, to: options.quarantine}]
    : destinations
  const files = all.flatMap(({to}) => (typeof to === 'string' ? [to] : []))
  const inputs = (await findInputs(names, options.read)).filter((input) => isBad(input) || !isOneOf(input.file, files))
  const canResume = files.length === all.length && !names.includes(standardInput)
  if (options.resume && !canResume)
    throw new RunError('standard input can not be read again, so there is nothing to resume')
  const checkpoints = canResume ? await checkpointsOf(files, [inputs, all, options.extract, options.read]) : undefined
  const start = checkpoints?.begin(options.resume) ?? beginning()
  const outputs: Output[] = []
  for (const [i, {rendering, to}] of all.entries()) outputs.push(await openOutput(rendering, to, start.outputs[i]))

  const {counts} = start
  const progress: Progress = {counts, before: counts.pages, read: 0, size: sizeOf(inputs.slice(start.position.input))}
  let {position} = start
  let saved = performance.now()
  const save = async () => {
    const states = []
    for (const output of outputs) states.push(await output.flush())
    checkpoints?.save({position, counts, outputs: states})
    saved = performance.now()
  }

  const job = {options: options.extract, renderings: destinations.map(({rendering}) => rendering)}
  const crew = await crewOf(job, options.workers)
  try {
    const settled = reading({...options.read, onBytes: (count) => (progress.read += count)})
    const items = itemsFrom(inputs, start.position, settled, options.stop)
    for await (const batch of mapBatches(items, workWith(crew), {weigh, window: 2 * options.workers})) {
      await writeBatch(batch, outputs, counts, options.onBad)
      position = batch.position
      options.onProgress?.(progress)
      if (performance.now() - saved >= options.checkpointSeconds * 1000) await save()
    }
    await save()
    for (const output of outputs) await output.close()
  } finally {
    await crew.close()
  }
  const finished = !options.stop?.aborted
  if (finished) checkpoints?.remove()
  return {counts, finished}
}

const beginning = (): Checkpoint => ({
  position: {input: 0, records: 0},
  counts: {pages: 0, facts: 0, bad: 0, replaced: 0},
  outputs: [],
})

// What a run does not need is not loaded: most of the time for one page is the start.

async function checkpointsOf(files: readonly string[], run: unknown) {
  const {Checkpoints} = await import('./checkpoint')
  return new Checkpoints(files, run, beginning())
}

async function crewOf(job: Job, count: number): Promise<Workers> {
  if (count > 1) return (await import('./workers')).workers(job, count)
  return (await import('./work')).noWorkers(job)
}

const isOneOf = (file: string, files: readonly string[]): boolean =>
  files.some((other) => path.resolve(other) === path.resolve(file))

const sizeOf = (inputs: readonly (Input | BadRecord)[]): number =>
  inputs.reduce((sum, input) => sum + (isBad(input) ? 0 : input.bytes), 0)

/** A record, and where reading stands behind it. */
interface Item {
  record: PageRecord | BadRecord
  position: Position
}

async function* itemsFrom(
  inputs: readonly (Input | BadRecord)[],
  start: Position,
  options: Reading,
  stop: AbortSignal | undefined,
): AsyncGenerator<Item> {
  for (let input = start.input; input < inputs.length; input++) {
    const done = input === start.input ? start.records : 0
    let records = 0
    for await (const record of recordsOf(inputs[input]!, options)) {
      if (stop?.aborted) return
      if (++records > done) yield {record, position: {input, records}}
    }
  }
}

async function* recordsOf(input: Input | BadRecord, options: Reading): AsyncGenerator<PageRecord | BadRecord> {
  if (isBad(input)) yield input
  else yield* readInput(input, options)
}

const weigh = ({record}: Item): number => (isBad(record) ? 0 : (record.text ?? record.html).length)

/** A batch that is done, all its bad records in one list. */
interface DoneBatch extends Pick<Done, 'outputs' | 'pages' | 'facts'> {
  bad: BadRecord[]
  replaced: number
  position: Position
}

const workWith =
  (crew: Workers) =>
  async (items: readonly Item[]): Promise<DoneBatch> => {
    const records = items.map(({record}) => record)
    const good = records.filter((record): record is PageRecord => !isBad(record))
    const {bad, ...done} = await crew.run(good)
    return {
      ...done,
      bad: [...records.filter(isBad), ...bad.map(({index, error}) => ({place: good[index]!.place, error}))],
      replaced: good.reduce((sum, {replaced = 0}) => sum + replaced, 0),
      position: items.at(-1)!.position,
    }
  }

async function writeBatch(
  {outputs: rendered, pages, facts, bad, replaced}: DoneBatch,
  outputs: readonly Output[],
  counts: Counts,
  onBad?: (record: BadRecord) => void,
): Promise<void> {
  for (const [i, part] of rendered.entries()) await outputs[i]!.write(part)
  for (const record of bad) {
    await outputs[rendered.length]?.write(Buffer.from(`${JSON.stringify(record)}\n`))
    onBad?.(record)
  }
  counts.pages += pages
  counts.facts += facts
  counts.bad += bad.length
  counts.replaced += replaced
}

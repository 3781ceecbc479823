import {createHash} from 'node:crypto'
import {closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync} from 'node:fs'
import {deserialize, serialize} from 'node:v8'
import {RunError} from './run-error'
import type {OutputState} from './write/output'

/** How far reading has come: in which of the inputs, and how many records of it are done. */
export interface Position {
  input: number
  records: number
}

/** What is counted over a run. */
export interface Counts {
  pages: number
  facts: number
  bad: number
  /** Malformed byte sequences that became U+FFFD. */
  replaced: number
}

/** All that a run needs to go on: everything before `position` is in the outputs, up to their states, and nothing else. */
export interface Checkpoint {
  position: Position
  counts: Counts
  /** Of each output; none before anything was written. */
  outputs: OutputState[]
}

/** Keeps the checkpoint of a run in a file beside its first output. */
export class Checkpoints {
  readonly #file: string
  readonly #files: readonly string[]
  readonly #start: Checkpoint
  /** Hash of inputs, options and outputs: another run must not go on with it. */
  readonly #run: string

  constructor(files: readonly string[], run: unknown, start: Checkpoint) {
    this.#files = files
    this.#file = `${files[0]}.progress`
    this.#start = start
    this.#run = createHash('sha256').update(JSON.stringify(run)).digest('hex')
  }

  /** Where the run begins: new, or where an unfinished one stopped. Throws `RunError`. */
  begin(resume: boolean): Checkpoint {
    if (existsSync(this.#file)) {
      if (resume) return this.#load(this.#file)
      throw new RunError(`${this.#file} is of an unfinished run: go on with --resume, or delete it to start anew`)
    }
    const there = this.#files.find((file) => existsSync(file))
    if (resume && there !== undefined)
      throw new RunError(`nothing to resume: ${there} is there, but no ${this.#file} of an unfinished run`)
    this.save(this.#start)
    return this.#start
  }

  #load(file: string): Checkpoint {
    const {run, checkpoint} = deserialize(readFileSync(file)) as {run: string; checkpoint: Checkpoint}
    if (run !== this.#run)
      throw new RunError(`inputs or options are not those of the unfinished run; delete ${file} to start anew`)
    return checkpoint
  }

  /** Writes a checkpoint so that at any moment either the last one or this one is there. */
  save(checkpoint: Checkpoint): void {
    const draft = `${this.#file}.new`
    const descriptor = openSync(draft, 'w')
    try {
      writeSync(descriptor, serialize({run: this.#run, checkpoint}))
      fsyncSync(descriptor)
    } finally {
      closeSync(descriptor)
    }
    renameSync(draft, this.#file)
  }

  /** The run is finished. */
  remove(): void {
    rmSync(this.#file, {force: true})
  }
}

import {Worker} from 'node:worker_threads'

interface Waiting<Task, Result> {
  task: Task
  resolve(result: Result): void
  reject(error: Error): void
}

/** A thread with the tasks that it was given, the one that it works on first. */
interface Slot<Task, Result> {
  worker?: Worker | undefined
  waiting: Waiting<Task, Result>[]
}

/**
 * Threads that run one script, started when needed: a task is a message to it, its result the answer. A thread that
 * dies, as of too little memory, fails the task it was at; the tasks behind it go on in a new thread.
 */
export class Pool<Task, Result> {
  readonly #script: URL
  readonly #workerData: unknown
  readonly #slots: Slot<Task, Result>[]

  constructor(script: URL, workerData: unknown, size: number) {
    this.#script = script
    this.#workerData = workerData
    this.#slots = Array.from({length: size}, () => ({waiting: []}))
  }

  /** Gives the task to the thread with the fewest. */
  run(task: Task): Promise<Result> {
    const slot = this.#slots.reduce((best, other) => (other.waiting.length < best.waiting.length ? other : best))
    return new Promise((resolve, reject) => {
      slot.waiting.push({task, resolve, reject})
      if (slot.worker === undefined) this.#start(slot)
      else slot.worker.postMessage(task)
    })
  }

  /** Ends the threads, whatever they are at. */
  async close(): Promise<void> {
    for (const {worker} of this.#slots) {
      worker?.removeAllListeners('exit')
      await worker?.terminate()
    }
  }

  /** Starts a thread on all that waits. */
  #start(slot: Slot<Task, Result>): void {
    const worker = new Worker(this.#script, {workerData: this.#workerData})
    slot.worker = worker
    let reason = new Error('the thread ended')
    worker.on('message', (result: Result) => slot.waiting.shift()!.resolve(result))
    worker.on('error', (error) => (reason = error))
    worker.on('exit', () => {
      slot.worker = undefined
      slot.waiting.shift()?.reject(reason)
      if (slot.waiting.length > 0) this.#start(slot)
    })
    for (const {task} of slot.waiting) worker.postMessage(task)
  }
}

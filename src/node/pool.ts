import {Worker} from 'node:worker_threads'

interface Waiting<Task, Result> {
  task: Task
  resolve(result: Result): void
  reject(error: Error): void
}

/** A thread with the tasks that it was given, the one that it works on first. */
interface Slot<Task, Result> {
  worker: Worker
  waiting: Waiting<Task, Result>[]
}

/**
 * Threads that run one script: a task is a message to it, its result the answer. A thread that dies, as of too little
 * memory, fails the task it was at and is replaced; the tasks behind it go on.
 */
export class Pool<Task, Result> {
  readonly #script: URL
  readonly #data: unknown
  readonly #slots: Slot<Task, Result>[] = []
  #closed = false

  constructor(script: URL, data: unknown, size: number) {
    this.#script = script
    this.#data = data
    for (let i = 0; i < size; i++) {
      const slot: Slot<Task, Result> = {worker: this.#start(() => slot), waiting: []}
      this.#slots.push(slot)
    }
  }

  /** Gives the task to the thread with the fewest. */
  run(task: Task): Promise<Result> {
    const slot = this.#slots.reduce((best, other) => (other.waiting.length < best.waiting.length ? other : best))
    return new Promise((resolve, reject) => {
      slot.waiting.push({task, resolve, reject})
      slot.worker.postMessage(task)
    })
  }

  /** Ends the threads, whatever they are at. */
  async close(): Promise<void> {
    this.#closed = true
    await Promise.all(this.#slots.map(({worker}) => worker.terminate()))
  }

  #start(slotOf: () => Slot<Task, Result>): Worker {
    const worker = new Worker(this.#script, {workerData: this.#data})
    let reason = new Error('the thread ended')
    worker.on('message', (result: Result) => slotOf().waiting.shift()!.resolve(result))
    worker.on('error', (error) => {
      reason = error
    })
    worker.on('exit', () => {
      if (!this.#closed) this.#replace(slotOf(), reason)
    })
    return worker
  }

  #replace(slot: Slot<Task, Result>, reason: Error): void {
    slot.worker = this.#start(() => slot)
    slot.waiting.shift()?.reject(reason)
    for (const {task} of slot.waiting) slot.worker.postMessage(task)
  }
}

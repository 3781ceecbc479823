import {Worker} from 'node:worker_threads'

/** What a thread posts once it takes tasks: the time of the first one starts then. */
export const ready = 'ready'

/** Why a task has no result. */
export interface Loss {
  code: 'timeout' | 'crashed'
  message: string
}

interface Task {
  input: Uint8Array
  resolve: (result: string | Loss) => void
  reject: (error: Error) => void
}

/**
 * One thread that does tasks one after the other. A task that outlasts its time or ends the thread is lost; a new thread
 * takes over with the next one. The script posts `ready` once, then a string for each message.
 */
export class GuardedThread {
  readonly #script: URL
  readonly #workerData: unknown
  readonly #timeoutMs: number
  #thread: Worker
  #isReady = false
  #timer: NodeJS.Timeout | undefined
  #tasks: Task[] = []

  constructor(script: URL, {workerData, timeoutMs}: {workerData: unknown; timeoutMs: number}) {
    this.#script = script
    this.#workerData = workerData
    this.#timeoutMs = timeoutMs
    this.#thread = this.#start()
  }

  /** The result of a task, or how it was lost. Rejects only when no thread can be started. */
  run(input: Uint8Array): Promise<string | Loss> {
    return new Promise((resolve, reject) => {
      this.#tasks.push({input, resolve, reject})
      this.#thread.postMessage(input)
      if (this.#tasks.length === 1) this.#watch()
    })
  }

  async close(): Promise<void> {
    clearTimeout(this.#timer)
    this.#thread.removeAllListeners()
    await this.#thread.terminate()
  }

  #start(): Worker {
    const thread = new Worker(this.#script, {workerData: this.#workerData})
    this.#isReady = false
    let cause = new Error('the thread ended')
    thread.on('message', (message: string) => {
      if (!this.#isReady) this.#isReady = true
      else this.#tasks.shift()?.resolve(message)
      this.#watch()
    })
    thread.on('error', (error) => (cause = error))
    thread.on('exit', () => {
      if (this.#isReady) this.#replace({code: 'crashed', message: cause.message})
      else for (const task of this.#tasks.splice(0)) task.reject(cause)
    })
    for (const {input} of this.#tasks) thread.postMessage(input)
    return thread
  }

  /** Gives the first task its time, from now on. */
  #watch(): void {
    clearTimeout(this.#timer)
    if (!this.#isReady || this.#tasks.length === 0) return
    const [task] = this.#tasks
    this.#timer = setTimeout(() => {
      // a result that already waits to be taken counts, however late this thread comes to it
      setImmediate(() => {
        if (this.#tasks[0] === task) this.#replace({code: 'timeout', message: `no answer within ${this.#timeoutMs} ms`})
      })
    }, this.#timeoutMs)
  }

  /** Gives the first task up and goes on with a new thread. */
  #replace(loss: Loss): void {
    clearTimeout(this.#timer)
    this.#thread.removeAllListeners()
    void this.#thread.terminate()
    this.#tasks.shift()?.resolve(loss)
    this.#thread = this.#start()
  }
}

import {abortable} from '../abortable'

/** Limits of a batch: how many items, how much weight in them, and the age in milliseconds at which it leaves anyway. */
const mostItems = 64
const mostWeight = 2 ** 18
const oldest = 20

export interface BatchOptions<T> {
  /** Weight of an item, in about bytes. */
  weigh(item: T): number
  /** Batches that are worked on, or wait to be taken, at once. */
  window: number
  /** Stops everything: its reason is thrown. */
  signal?: AbortSignal | undefined
}

/**
 * Works on batches of a source, several at once, and gives the results in order. The source is read only as far as the
 * window reaches, so memory stays bounded when the reader is slow. When the source fails, what came before is given first.
 */
export async function* mapBatches<T, R>(
  source: AsyncIterable<T> | Iterable<T>,
  work: (batch: T[]) => Promise<R>,
  {weigh, window, signal}: BatchOptions<T>,
): AsyncGenerator<R, void, undefined> {
  const batches = gather(abortable(source, signal), weigh)
  const running: Promise<R>[] = []
  let next = quiet(batches.next())
  try {
    for (;;) {
      signal?.throwIfAborted()
      const batch = running.length < window ? await firstOf(next, running[0]) : undefined
      if (batch === undefined) yield await running.shift()!
      else if (batch.done) break
      else {
        running.push(quiet(work(batch.value)))
        next = quiet(batches.next())
      }
    }
  } catch (error) {
    if (!signal?.aborted) yield* drain(running)
    throw error
  } finally {
    // not awaited: a source that is waiting closes only when its wait is over
    quiet(batches.return())
  }
  yield* drain(running)
}

/** The batch if it comes before the result, else nothing. */
const firstOf = <B, R>(batch: Promise<B>, result: Promise<R> | undefined): Promise<B | undefined> =>
  result === undefined ? batch : Promise.race([batch, result.then(() => undefined)])

async function* drain<R>(running: Promise<R>[]): AsyncGenerator<R> {
  while (running.length > 0) yield await running.shift()!
}

/** A promise whose failure is seen to later. */
function quiet<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => {})
  return promise
}

async function* gather<T>(source: AsyncIterable<T>, weigh: (item: T) => number): AsyncGenerator<T[], void, undefined> {
  let batch = new Batch<T>()
  const items = source[Symbol.asyncIterator]()
  try {
    let next = items.next()
    for (;;) {
      const item = await batch.orOld(next)
      if (item?.done) break
      if (item !== undefined) {
        batch.add(item.value, weigh(item.value))
        next = items.next()
      }
      if (item !== undefined && !batch.isFull) continue
      yield batch.close()
      batch = new Batch()
    }
  } catch (error) {
    if (batch.items.length > 0) yield batch.close()
    throw error
  } finally {
    quiet(Promise.resolve(items.return?.()))
  }
  if (batch.items.length > 0) yield batch.close()
}

class Batch<T> {
  readonly items: T[] = []
  #weight = 0
  #timer: NodeJS.Timeout | undefined
  #old: Promise<undefined> | undefined

  get isFull(): boolean {
    return this.items.length >= mostItems || this.#weight >= mostWeight
  }

  add(item: T, weight: number): void {
    this.items.push(item)
    this.#weight += weight
    this.#old ??= new Promise((resolve) => {
      this.#timer = setTimeout(() => resolve(undefined), oldest)
    })
  }

  /** The next item, or nothing when the batch has waited long enough. */
  orOld<I>(next: Promise<I>): Promise<I | undefined> {
    return this.#old === undefined ? next : Promise.race([next, this.#old])
  }

  close(): T[] {
    clearTimeout(this.#timer)
    return this.items
  }
}

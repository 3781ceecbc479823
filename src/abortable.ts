/** The items of a source until the signal is aborted: then its reason is thrown, even while the source is waited for. */
export async function* abortable<T>(source: AsyncIterable<T> | Iterable<T>, signal?: AbortSignal): AsyncGenerator<T> {
  signal?.throwIfAborted()
  const iterator = Symbol.asyncIterator in source ? source[Symbol.asyncIterator]() : source[Symbol.iterator]()
  try {
    for (;;) {
      const item = await unlessAborted(iterator.next(), signal)
      if (item.done) return
      yield item.value
      signal?.throwIfAborted()
    }
  } finally {
    // not awaited: a source that is waiting closes only when its wait is over
    Promise.resolve(iterator.return?.()).catch(() => {})
  }
}

function unlessAborted<T>(next: T | Promise<T>, signal?: AbortSignal): T | Promise<T> {
  if (signal === undefined) return next
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason)
    signal.addEventListener('abort', abort, {once: true})
    Promise.resolve(next)
      .then(resolve, reject)
      .finally(() => signal.removeEventListener('abort', abort))
  })
}

import {describe, expect, it} from 'vitest'
import {extractStream, extractTransform} from '../src/stream'

const pages = ['Costs rose 5%.', 'Revenue fell 12.5%.', '']

async function collect<T>(source: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const item of source) all.push(item)
  return all
}

describe('extractStream', () => {
  it('gives a page for each text, in order', async () => {
    const results = await collect(extractStream(pages, {language: 'en'}))
    expect(results.map(({page}) => page?.text)).toEqual(pages)
    expect(results.map(({id}) => id)).toEqual([0, 1, 2])
  })

  it("gives back the caller's own ids", async () => {
    const [result] = await collect(extractStream([{id: 'a', text: 'x'}]))
    expect(result?.id).toBe('a')
  })

  it('puts an item that is no text aside and goes on', async () => {
    const results = await collect(extractStream(['a', 7 as unknown as string, 'b']))
    expect(results.map(({error}) => error?.message)).toEqual([
      undefined,
      'Expected the text as a string, got 7',
      undefined,
    ])
  })

  it('asks the source for no more than was taken', async () => {
    let asked = 0
    async function* source() {
      for (;;) yield `page ${++asked}`
    }
    const stream = extractStream(source())
    await stream.next()
    await stream.next()
    expect(asked).toBe(2)
    await stream.return()
  })

  it('stops at an aborted signal and closes the source', async () => {
    const controller = new AbortController()
    let closed = false
    async function* source() {
      try {
        for (;;) yield 'page'
      } finally {
        closed = true
      }
    }
    const stream = extractStream(source(), {signal: controller.signal})
    await stream.next()
    controller.abort(new Error('enough'))
    await expect(stream.next()).rejects.toThrow('enough')
    expect(closed).toBe(true)
  })

  it('names a wrong option at once', async () => {
    await expect(extractStream([], {region: 'Vietnam'}).next()).rejects.toThrow(/region.*"Vietnam"/)
  })
})

describe('extractTransform', () => {
  it('is a step of a web stream', async () => {
    const source = new ReadableStream<string>({
      start(controller) {
        for (const page of pages) controller.enqueue(page)
        controller.close()
      },
    })
    const results = await collect(
      source.pipeThrough(extractTransform()) as unknown as AsyncIterable<{page?: {text: string}}>,
    )
    expect(results.map(({page}) => page?.text)).toEqual(pages)
  })
})

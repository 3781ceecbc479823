import {fileURLToPath} from 'node:url'
import {describe, expect, it} from 'vitest'
import {extractStream, extractTransform} from '../src/stream'
import {hasBrowser, launchBrowser, serveFolder} from './browser'

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

  it('stops at an aborted signal while the source is waited for', async () => {
    const controller = new AbortController()
    const waiting = (async function* () {
      yield 'page'
      await new Promise(() => {})
    })()
    const stream = extractStream(waiting, {signal: controller.signal})
    await stream.next()
    const next = stream.next()
    controller.abort(new Error('enough'))
    await expect(next).rejects.toThrow('enough')
  })

  it('reads nothing when the signal is aborted already', async () => {
    let asked = false
    async function* source() {
      asked = true
      yield 'page'
    }
    await expect(extractStream(source(), {signal: AbortSignal.abort(new Error('enough'))}).next()).rejects.toThrow(
      'enough',
    )
    expect(asked).toBe(false)
  })

  it('closes the source when the reader has enough', async () => {
    let closed = false
    async function* source() {
      try {
        for (;;) yield 'page'
      } finally {
        closed = true
      }
    }
    for await (const _ of extractStream(source())) break
    expect(closed).toBe(true)
  })

  it('passes on what the source throws', async () => {
    async function* source() {
      yield 'page'
      throw new Error('disk')
    }
    const stream = extractStream(source())
    await stream.next()
    await expect(stream.next()).rejects.toThrow('disk')
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

  it('takes no more from its source than its reader takes', async () => {
    let asked = 0
    const source = new ReadableStream<string>(
      {
        pull(controller) {
          controller.enqueue(`page ${++asked}`)
        },
      },
      {highWaterMark: 0},
    )
    const reader = source.pipeThrough(extractTransform()).getReader()
    for (let i = 0; i < 3; i++) await reader.read()
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(asked).toBeLessThanOrEqual(5)
    await reader.cancel()
  })

  it('stops at an aborted signal of the pipe', async () => {
    const controller = new AbortController()
    const source = new ReadableStream<string>({pull: (stream) => stream.enqueue('page')})
    const reader = source.pipeThrough(extractTransform(), {signal: controller.signal}).getReader()
    await reader.read()
    controller.abort(new Error('enough'))
    await expect(
      (async () => {
        while (!(await reader.read()).done);
      })(),
    ).rejects.toThrow('enough')
  })
})

describe.skipIf(!hasBrowser)('streams in Chromium', () => {
  it('read, wait for a slow reader, and stop at a signal', async () => {
    const site = await serveFolder(fileURLToPath(new URL('../dist/', import.meta.url)))
    const browser = await launchBrowser()
    try {
      const tab = await browser.newPage()
      await tab.goto(`${site.address}stream.js`)
      // Without a bundler a page names the tables itself.
      await tab.setContent('<script type="importmap">{"imports": {"#tables": "/tables.js"}}</script>')
      const found = await tab.evaluate(`(async () => {
        const {extractStream, extractTransform} = await import('/stream.js')
        let asked = 0
        const source = new ReadableStream(
          {pull: (controller) => controller.enqueue('Costs rose by ' + ++asked + '%.')},
          {highWaterMark: 0},
        )
        const reader = source.pipeThrough(extractTransform({language: 'en'})).getReader()
        const piped = [await reader.read(), await reader.read()].map(({value}) => value.page.facts[0].value)
        await new Promise((resolve) => setTimeout(resolve, 50))
        const controller = new AbortController()
        const stream = extractStream(['It fell by 7%.', 'It rose by 8%.'], {language: 'en', signal: controller.signal})
        const {value} = await stream.next()
        controller.abort(new Error('enough'))
        const stopped = await stream.next().catch((error) => error.message)
        return {piped, asked, first: value.page.facts[0].value, stopped}
      })()`)
      expect(found).toMatchObject({piped: [1, 2], first: 7, stopped: 'enough'})
      expect((found as {asked: number}).asked).toBeLessThanOrEqual(4)
    } finally {
      await browser.close()
      site.close()
    }
  })
})

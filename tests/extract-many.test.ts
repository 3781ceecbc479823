import {readdirSync, readFileSync} from 'node:fs'
import {fileURLToPath, pathToFileURL} from 'node:url'
import {describe, expect, it} from 'vitest'
import {extractHtml} from '../src/html'
import {extract} from '../src/index'
import {Pool} from '../src/node/pool'
import {collect, scratch} from './scratch'

// The built package: threads run a file of it.
const built = fileURLToPath(new URL('../dist/node.js', import.meta.url))
const {extractMany} = (await import(built)) as typeof import('../src/node/index')

const folder = new URL('../fixtures/pages/', import.meta.url)
const pages = readdirSync(folder)
  .filter((name) => !/findings|facts/.test(name))
  .map((name) => readFileSync(new URL(name, folder), 'utf8'))

describe('extractMany', () => {
  it.each([1, 2])('gives what extract gives, in order, with %i threads', async (concurrency) => {
    const many = Array.from({length: 20}, () => pages).flat()
    const results = await collect(extractMany(many, {concurrency, region: 'VN'}))
    expect(results.map(({id}) => id)).toEqual(many.map((_, index) => index))
    const expected = pages.map((page) => JSON.stringify(extract(page, {region: 'VN'})))
    expect(results.map(({page}) => JSON.stringify(page))).toEqual(
      many.map((_, index) => expected[index % pages.length]),
    )
  })

  it.each([1, 2])('keeps names, and reads HTML and languages of its own, with %i threads', async (concurrency) => {
    const id = {own: () => 'name'}
    const html = '<title>T</title><p>The price rose by 5% to $30.'
    const [first, second] = await collect(
      extractMany(
        [
          {id, url: 'https://a.example/', html},
          {text: '12 km', language: 'de', place: 'x:1'},
        ],
        {concurrency},
      ),
    )
    expect(first).toEqual({id, url: 'https://a.example/', page: extractHtml(html, {url: 'https://a.example/'})})
    expect(second).toEqual({id: 1, place: 'x:1', page: extract('12 km', {language: 'de'})})
  })

  it.each([1, 2])('puts bad items aside and goes on, with %i threads', async (concurrency) => {
    const source = [
      'a',
      7 as unknown as string,
      {place: 'x:3', error: 'not JSON'},
      {text: 'b', language: 'no language'},
      'c',
    ]
    const results = await collect(extractMany(source, {concurrency}))
    expect(results.map(({page, error}) => page?.text ?? error?.message)).toEqual([
      'a',
      'Expected the text as a string, got 7',
      'not JSON',
      expect.stringContaining('"no language"'),
      'c',
    ])
  })

  it('reads no further ahead than keeps the threads busy', async () => {
    let asked = 0
    async function* source() {
      for (;;) {
        asked++
        yield pages[asked % pages.length]!
      }
    }
    const stream = extractMany(source(), {concurrency: 2})
    for (let i = 0; i < 10; i++) await stream.next()
    await new Promise((resolve) => setTimeout(resolve, 200))
    const ahead = asked
    await new Promise((resolve) => setTimeout(resolve, 200))
    expect(asked).toBe(ahead)
    expect(asked).toBeLessThan(1000)
    await stream.return()
  })

  it('gives pages of a slow source as they come', async () => {
    const stream = extractMany(
      (async function* () {
        yield 'first'
        await new Promise(() => {})
      })(),
      {concurrency: 2},
    )
    expect((await stream.next()).value).toMatchObject({page: {text: 'first'}})
  })

  it.each([1, 2])('stops at an aborted signal, even when the source waits, with %i threads', async (concurrency) => {
    const controller = new AbortController()
    const waiting = (async function* () {
      yield 'first'
      await new Promise(() => {})
    })()
    const stream = extractMany(waiting, {concurrency, signal: controller.signal})
    await stream.next()
    setTimeout(() => controller.abort(new Error('enough')), 50)
    await expect(stream.next()).rejects.toThrow('enough')
  })

  it('gives what came before the source failed', async () => {
    async function* failing() {
      yield* ['a', 'b']
      throw new Error('disk')
    }
    const texts: unknown[] = []
    const reading = (async () => {
      for await (const {page} of extractMany(failing(), {concurrency: 2})) texts.push(page?.text)
    })()
    await expect(reading).rejects.toThrow('disk')
    expect(texts).toEqual(['a', 'b'])
  })

  it('names wrong options', async () => {
    await expect(extractMany([], {concurrency: 0}).next()).rejects.toThrow(/concurrency.*0/)
    await expect(extractMany([], {region: 'Vietnam'}).next()).rejects.toThrow(/region.*"Vietnam"/)
  })
})

describe('a thread that dies', () => {
  it('fails the task it was at, and is replaced', async () => {
    const {put} = scratch()
    const script = put(
      'script.mjs',
      `import {parentPort} from 'node:worker_threads'
       parentPort.on('message', (task) => (task === 'die' ? process.exit(1) : parentPort.postMessage(task + '!')))`,
    )
    const pool = new Pool<string, string>(pathToFileURL(script), undefined, 1)
    const results = await Promise.allSettled(['a', 'die', 'b', 'c'].map((task) => pool.run(task)))
    await pool.close()
    expect(results.map((result) => (result.status === 'fulfilled' ? result.value : 'failed'))).toEqual([
      'a!',
      'failed',
      'b!',
      'c!',
    ])
  })
})

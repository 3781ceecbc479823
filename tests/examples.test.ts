import {execFileSync} from 'node:child_process'
import {mkdtempSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {createServer, type RequestListener} from 'node:http'
import type {AddressInfo} from 'node:net'
import os from 'node:os'
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import {describe, expect, it} from 'vitest'
import type {Page} from '../src/index'

const examples = fileURLToPath(new URL('../examples/', import.meta.url))
const pages = fileURLToPath(new URL('../fixtures/pages/', import.meta.url))
const seed = readFileSync(`${pages}ms-vietnam-poverty.txt`)

/** Runs an example as its readers would. */
const run = (name: string, ...args: string[]): string =>
  execFileSync(process.execPath, [examples + name, ...args], {encoding: 'utf8'})

describe('examples', () => {
  it('are all listed and tested here', () => {
    const programs = readdirSync(examples).filter((name) => name.endsWith('.js'))
    const [list, tests] = [`${examples}README.md`, fileURLToPath(import.meta.url)].map((file) =>
      readFileSync(file, 'utf8'),
    )
    expect(programs.filter((name) => !list!.includes(`\`${name}\``) || !tests!.includes(name))).toEqual([])
  })

  it('folder-to-csv.js', () => {
    const file = path.join(mkdtempSync(path.join(os.tmpdir(), 'pagefacts-')), 'facts.csv')
    expect(run('folder-to-csv.js', pages, file)).toMatch(/^\d+ facts of 14 pages$/m)
    const [head, ...rows] = readFileSync(file, 'utf8').split('\r\n')
    expect(head).toMatch(/^id,url,language,publisher,published,kind,value/)
    expect(rows).toContainEqual(
      expect.stringMatching(/,ms,.*,2025-11-03,money,524000000000,.*,524 bilion VND,1630,1644,/),
    )
  })

  it('http-handler.js', async () => {
    const {handler} = (await import(`${examples}http-handler.js`)) as {handler: RequestListener}
    const server = createServer(handler).listen(0, '127.0.0.1')
    const address = await new Promise<string>((resolve) =>
      server.on('listening', () => resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)),
    )
    try {
      const page = (await (await fetch(address, {method: 'POST', body: seed})).json()) as Page
      expect(page.facts.map(({text}) => text)).toContain('524 bilion VND')
      const html = {method: 'POST', body: '<p>Costs rose by 5%.</p>', headers: {'content-type': 'text/html'}}
      expect(((await (await fetch(`${address}?language=en`, html)).json()) as Page).text).toBe('Costs rose by 5%.')
      expect((await fetch(`${address}?region=Vietnam`, {method: 'POST', body: 'x'})).status).toBe(400)
      expect((await fetch(address)).status).toBe(405)
    } finally {
      server.close()
    }
  })

  it('edge-worker.js', async () => {
    const {default: worker} = (await import(`${examples}edge-worker.js`)) as {
      default: {fetch: (request: Request) => Promise<Response>}
    }
    const response = await worker.fetch(new Request('https://example.org/', {method: 'POST', body: seed}))
    expect(await response.json()).toMatchObject({language: {tag: 'ms'}, published: '2025-11-03'})
    expect((await worker.fetch(new Request('https://example.org/'))).status).toBe(405)
  })

  it('document-loader.js', async () => {
    expect(run('document-loader.js', pages)).toMatch(/de-news\.txt: Stadtwerke Niederau .*, \d+ characters, \d+ facts/)
    const {PageLoader} = (await import(`${examples}document-loader.js`)) as {
      PageLoader: new (names: string[]) => {load: () => Promise<{pageContent: string}[]>}
    }
    const [document] = await new PageLoader([`${pages}ms-vietnam-poverty.txt`]).load()
    expect(document).toMatchObject({metadata: {language: 'ms', published: '2025-11-03'}})
    expect(document!.pageContent).not.toContain('Komen (0)')
  })

  it('retext-pipeline.js', () => {
    const file = path.join(mkdtempSync(path.join(os.tmpdir(), 'pagefacts-')), 'prose.txt')
    writeFileSync(file, 'He said that the bridge cost $2.4 billion in 2024.')
    const lines = run('retext-pipeline.js', file)
    expect(lines).toMatch(/^29\tmoney\t\$2\.4 billion\n45\tdate\t2024\n/)
  })
})

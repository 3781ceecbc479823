/** What the readme and the pages of docs/ show is run here: a block of `text` behind code is what the code prints. */
import {execFileSync} from 'node:child_process'
import {cpSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {fileURLToPath, pathToFileURL} from 'node:url'
import {gzipSync} from 'node:zlib'
import {DuckDBInstance} from '@duckdb/node-api'
import {beforeAll, describe, expect, it} from 'vitest'
import type * as pagefacts from '../src/index'
import {hasBrowser, launchBrowser} from './browser'
import {scratch} from './scratch'

const root = fileURLToPath(new URL('../', import.meta.url))
const {extractFacts, factKinds} = (await import(`${root}dist/index.js`)) as typeof pagefacts
const pages = ['README.md', ...readdirSync(`${root}docs`).map((name) => `docs/${name}`)]
const seed = readFileSync(`${root}fixtures/pages/ms-vietnam-poverty.txt`, 'utf8')
const html = '<!doctype html><title>Prices</title><article><p>Costs rose by 5% to $30 in 2024.</p></article>'

/** A folder with what the samples name: pages, a crawl, JSON Lines, the package with its command, and a network that gives one page. */
function workspace(): string {
  const {folder, put} = scratch()
  for (const name of ['pages', 'crawl', 'bin', 'node_modules']) mkdirSync(path.join(folder, name))
  for (const name of ['ms-vietnam-poverty.txt', 'vi-news.txt'])
    cpSync(`${root}fixtures/pages/${name}`, `${folder}/pages/${name}`)
  for (const name of readdirSync(`${root}node_modules`).filter((entry) => !entry.startsWith('.')))
    symlinkSync(`${root}node_modules/${name}`, `${folder}/node_modules/${name}`)
  symlinkSync(root, `${folder}/node_modules/pagefacts`)
  const warc = gzipSync(
    `WARC/1.0\r\nWARC-Type: conversion\r\nContent-Length: ${Buffer.byteLength(seed)}\r\n\r\n${seed}\r\n\r\n`,
  )
  put('page.txt', seed)
  put('page.html', html)
  put('crawl.warc.gz', warc)
  put('crawl/1.warc.gz', warc)
  put('news.jsonl.gz', gzipSync(`${JSON.stringify({body: seed})}\n`))
  put('records.ndjson', `${JSON.stringify({id: 1, text: seed})}\n`)
  put('prelude.mjs', prelude)
  const command = (name: string, script: string) =>
    writeFileSync(`${folder}/bin/${name}`, `#!/bin/sh\n${script}\n`, {mode: 0o755})
  command('pagefacts', `exec "${process.execPath}" "${root}dist/cli.js" "$@"`)
  command('npx', 'exec "$@"')
  command('curl', `cat "${folder}/page.html"`)
  return folder
}

/** What samples take for granted: a text, HTML, a tree of it, prose, a signal, and the web. */
const prelude = `
import {readFileSync} from 'node:fs'
import {unified} from 'unified'
import rehypeParse from 'rehype-parse'
const text = readFileSync('page.txt', 'utf8')
const html = readFileSync('page.html', 'utf8')
Object.assign(globalThis, {
  text,
  html,
  tree: unified().use(rehypeParse).parse(html),
  prose: 'The bridge cost $2.4 billion.',
  signal: new AbortController().signal,
  fetch: async () => new Response(html, {headers: {'content-type': 'text/html; charset=utf-8'}}),
})`

/** Code of a page, with what it prints where the page says so. */
interface Sample {
  page: string
  line: number
  language: string
  code: string
  output?: string
}

function samplesOf(page: string): Sample[] {
  const content = readFileSync(root + page, 'utf8')
  const fences = [...content.matchAll(/^```(\w+)\n(.*?)^```$/gms)]
  return fences.map((fence, index) => {
    const next = fences[index + 1]
    const end = fence.index + fence[0].length
    const isOutput = next?.[1] === 'text' && content.slice(end, next.index).trim() === ''
    const line = content.slice(0, fence.index).split('\n').length
    return {page, line, language: fence[1]!, code: fence[2]!, ...(isOutput ? {output: next[2]!} : {})}
  })
}

const samples = pages.flatMap(samplesOf)
const of = (language: string) => samples.filter((sample) => sample.language === language)
const environment = (folder: string) => ({...process.env, NO_COLOR: '1', PATH: `${folder}/bin:${process.env.PATH}`})

describe('programs', () => {
  const folder = workspace()

  it.each(of('js'))('$page:$line', ({code, output}) => {
    writeFileSync(`${folder}/sample.mjs`, code)
    const args = ['--import', pathToFileURL(`${folder}/prelude.mjs`).href, 'sample.mjs']
    const printed = execFileSync(process.execPath, args, {cwd: folder, encoding: 'utf8', env: environment(folder)})
    if (output !== undefined) expect(printed).toBe(output)
  })
})

describe.skipIf(!hasBrowser)('web pages', () => {
  it.each(of('html'))('$page:$line', async ({code}) => {
    const browser = await launchBrowser()
    try {
      const tab = await browser.newPage()
      await tab.route('**/*', (route) => {
        const {pathname} = new URL(route.request().url())
        if (pathname === '/') return route.fulfill({contentType: 'text/html', body: html + code})
        return route.fulfill({contentType: 'text/javascript', path: root + pathname.replace('/pagefacts/', '')})
      })
      const printed = tab.waitForEvent('console')
      await tab.goto('http://localhost/')
      expect(JSON.parse((await printed).text())).toMatchObject([{value: 5}, {value: 30}, {iso: '2024'}])
    } finally {
      await browser.close()
    }
  })
})

/** Commands about a checkout, not about the package. */
const ofCheckout = /^(git clone|npm |npx (tsx|vitest) |duckdb )/

describe('commands', () => {
  it.each(of('sh'))('$page:$line', ({code, output}) => {
    const folder = workspace()
    for (const line of code.split('\n').filter((command) => command !== '' && !ofCheckout.test(command))) {
      const script = `set -o pipefail; ${line}`
      const printed = execFileSync('bash', ['-c', script], {
        cwd: folder,
        encoding: 'utf8',
        env: environment(folder),
        stdio: 'pipe',
      })
      if (output !== undefined) expect(printed).toBe(output)
    }
  })
})

describe('queries', () => {
  const folder = workspace()
  beforeAll(() => {
    const args = [
      `${root}dist/cli.js`,
      '--quiet',
      '--facts',
      `${folder}/facts.parquet`,
      '--pages',
      `${folder}/pages.parquet`,
      `${folder}/pages`,
    ]
    execFileSync(process.execPath, args)
  })

  it.each(of('sql'))('$page:$line', async ({code}) => {
    const connection = await (await DuckDBInstance.create()).connect()
    const query = code.replaceAll(/'(\w+\.parquet)'/g, `'${folder}/$1'`)
    expect((await connection.runAndReadAll(query)).getRowObjectsJson().length).toBeGreaterThan(0)
  })
})

describe('fact-kinds.md', () => {
  const sections = readFileSync(`${root}docs/fact-kinds.md`, 'utf8')
    .split(/^## /m)
    .filter((section) => section.includes('| text | language | fact |'))
    .map((section) => [section.slice(0, section.indexOf('\n')) as pagefacts.FactKind, section] as const)
  const rows = sections.flatMap(([kind, section]) =>
    [...section.matchAll(/^\| (.+?) \| ([\w-]+) \| `(.+)` \|$/gm)].map((row) => ({
      kind,
      text: row[1]!,
      language: row[2]!,
      fact: row[3]!,
    })),
  )

  it('has every kind', () => expect(sections.map(([kind]) => kind)).toEqual([...factKinds]))

  it.each(rows)('$kind $text', ({kind, text, language, fact}) => {
    const found = extractFacts(text, {language, kinds: [kind]})
    expect(found.map((one) => fieldsOf(one, text))).toEqual([JSON.parse(`{${fact}}`)])
  })
})

/** Fields that the tables leave out. */
const unshown = new Set('kind start end text block rule confidence exact exactMin exactMax subject time'.split(' '))

/** A fact as the tables show it: spans as their text, without exact strings. */
const fieldsOf = (fact: pagefacts.Fact, text: string): unknown =>
  JSON.parse(
    JSON.stringify(fact, (name, value: unknown) => {
      if (unshown.has(name)) return undefined
      const {start, end} = value as Partial<pagefacts.Span>
      return name !== '' && start !== undefined && end !== undefined ? text.slice(start, end) : value
    }),
  )

describe('links', () => {
  it('lead to files that are there', () => {
    const broken = pages.flatMap((page) =>
      [...readFileSync(root + page, 'utf8').matchAll(/\]\(([^)#:]+)(?:#[\w-]+)?\)/g)]
        .map(([, target]) => path.join(root, path.dirname(page), target!))
        .filter((target) => !existsSync(target))
        .map((target) => `${page}: ${target}`),
    )
    expect(broken).toEqual([])
  })

  it('of the readme name every page', () => {
    const readme = readFileSync(`${root}README.md`, 'utf8')
    expect(pages.slice(1).filter((page) => !readme.includes(`(${page})`))).toEqual([])
  })
})

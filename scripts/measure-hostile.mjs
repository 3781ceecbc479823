// `npm run measure:hostile`: time and memory of what is made to be too much, each in a process of its own. Prints the table of docs/security.md.
import {execFileSync} from 'node:child_process'
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import {gzipSync} from 'node:zlib'
import {parquetWriteBuffer} from 'hyparquet-writer'

const cases = {
  'HTML nested 100,000 deep': () => html(`${'<div>'.repeat(1e5)}Costs rose 5%${'</div>'.repeat(1e5)}`),
  'a tag with 1,000,000 attributes': () => html(`<p ${'a=b '.repeat(1e6)}>Costs rose 5%</p>`),
  '1,000,000 different attributes': () =>
    html(`<p ${Array.from({length: 1e6}, (_, n) => `a${n}=b`).join(' ')}>Costs rose 5%</p>`),
  '100 MB of one tag': () => html('<b>'.repeat(1e8 / 3)),
  '100 MB inside one attribute': () => html(`<p title="${'x'.repeat(1e8)}">Costs rose 5%</p>`),
  '10 MB of character references': () => html('&amp;'.repeat(2e6)),
  'entities that name entities (they are not expanded)': () =>
    html(`<!DOCTYPE x [<!ENTITY a "${'&b;'.repeat(10)}"><!ENTITY b "${'&a;'.repeat(10)}">]><p>${'&a;'.repeat(1e5)}`),
  '10 MB of text on one line': () => text('The 12 ships carried 3,000 tons of rice. '.repeat(250_000)),
  '10 MB of digits': () => text('7'.repeat(1e7)),
  '10 MB of digits and spaces': () => text('1 2 3 4 5 '.repeat(1e6)),
  '10 MB of combining marks': () => text('\u0301'.repeat(1e7)),
  '1,000,000 lines': () => text('a 5%\n'.repeat(1e6)),
  'a gzip bomb, 1 GB from 1 MB': () => file('bomb.jsonl.gz', gzipSync(Buffer.alloc(1e9, 'x'))),
  'a gzip bomb as the body of a WARC response': () => file('bomb.warc', response(gzipSync(Buffer.alloc(2e8, 'x')))),
  'a JSON line of 200 MB': () => file('long.jsonl', Buffer.from(`{"text":"${'x'.repeat(2e8)}"}\n{"text":"5%"}\n`)),
  'Parquet with a run of 1,000,000,000 levels': () => file('lying.parquet', lyingParquet()),
  '50 MB that are no UTF-8': () => file('bytes.txt', Buffer.alloc(5e7, 0xff)),
}

const [name] = process.argv.slice(2)
if (name === undefined) measureAll()
else await measureOne()

/** Each case in a process of its own, a line of the table each. */
function measureAll() {
  console.log('| input | seconds | peak MB | what comes of it |\n|---|---|---|---|')
  for (const title of Object.keys(cases))
    console.log(execFileSync(process.execPath, [fileURLToPath(import.meta.url), title], {encoding: 'utf8'}).trimEnd())
}

async function measureOne() {
  const run = await cases[name]()
  const before = process.cpuUsage()
  const outcome = await run()
  const {user, system} = process.cpuUsage(before)
  const peak = process.resourceUsage().maxRSS / 1000
  console.log(`| ${name} | ${((user + system) / 1e6).toFixed(1)} | ${peak.toFixed(0)} | ${outcome} |`)
}

/** What a page has, in a few words. */
function counted({blocks, facts}) {
  return `${blocks.length} blocks, ${facts.length} facts`
}

async function html(source) {
  const {extractHtml} = await import('../dist/html.js')
  return () => counted(extractHtml(source))
}

async function text(source) {
  const {extract} = await import('../dist/index.js')
  return () => counted(extract(source, {language: 'en'}))
}

async function file(fileName, bytes) {
  const {readRecords} = await import('../dist/node.js')
  const folder = mkdtempSync(path.join(os.tmpdir(), 'pagefacts-'))
  const input = path.join(folder, fileName)
  writeFileSync(input, bytes)
  return async () => {
    const outcomes = []
    for await (const record of readRecords(input))
      outcomes.push(
        'error' in record ? record.error : `a page${record.replaced ? `, ${record.replaced} bytes replaced` : ''}`,
      )
    rmSync(folder, {recursive: true})
    return [...new Set(outcomes)].join('; ')
  }
}

function response(body) {
  const head = 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n'
  const fields = `WARC-Type: response\r\nContent-Length: ${head.length + body.length}`
  return Buffer.concat([Buffer.from(`WARC/1.0\r\n${fields}\r\n\r\n${head}`), body])
}

/** Four rows whose levels, a handful of bits, are said to be a run of a thousand million. */
function lyingParquet() {
  const texts = ['a', null, 'c', 'd']
  const bytes = Buffer.from(
    parquetWriteBuffer({columnData: [{name: 'text', type: 'STRING', data: texts}], codec: 'UNCOMPRESSED'}),
  )
  const levels = bytes.indexOf(Buffer.from([0x03, 0x0d, 0x01]))
  if (levels < 0) throw new Error('The levels are not where they were')
  bytes.set([0xfe, 0xff, 0xff, 0xff, 0x07], levels)
  return bytes
}

import {type ChildProcess, spawn} from 'node:child_process'
import {existsSync, readdirSync, readFileSync, statSync} from 'node:fs'
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import {gzipSync} from 'node:zlib'
import {asyncBufferFromFile, parquetReadObjects} from 'hyparquet'
import {beforeAll, describe, expect, it} from 'vitest'
import {extractCorpus, RunError} from '../src/node/index'
import {scratch} from './scratch'

const cli = fileURLToPath(new URL('../dist/cli.js', import.meta.url))
const {folder, put} = scratch()

/** Pages with a fact or two each, some records bad, in several files of several formats. */
const count = 1000
const line = (n: number): string =>
  n % 100 === 7
    ? '{"text": 7}'
    : JSON.stringify({
        id: `page ${n}`,
        text: `Report ${n}\n\nSales rose by ${n}.5 percent to 1,${100 + (n % 900)} million dollars.\n${'The company said that this was the best year so far. '.repeat(12)}`,
      })
const lines = Array.from({length: count}, (_, n) => line(n))
const inputs = [
  put('a.jsonl', `${lines.slice(0, 400).join('\n')}\n`),
  put('b.jsonl.gz', Buffer.concat(lines.slice(400).map((text) => gzipSync(`${text}\n`)))),
  put('c.txt', 'Sales rose by 5 percent.'),
]

interface Run {
  child: ChildProcess
  ended: Promise<{code: number | null; signal: NodeJS.Signals | null; stdout: string; stderr: string}>
}

/** Starts the built command line. */
function start(args: readonly string[]): Run {
  const child = spawn(process.execPath, [cli, ...args], {env: {...process.env, NO_COLOR: '1', FORCE_COLOR: ''}})
  let stdout = ''
  let stderr = ''
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk))
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk))
  return {
    child,
    ended: new Promise((resolve) => child.on('close', (code, signal) => resolve({code, signal, stdout, stderr}))),
  }
}

const outputs = (name: string): string[] =>
  ['pages.ndjson', 'facts.csv', 'facts.parquet', 'bad.ndjson'].map((file) => path.join(folder, `${name}-${file}`))

/** Arguments for a run into files of this name: CSV or Parquet of facts. */
const argumentsOf = (name: string, facts: 'csv' | 'parquet', ...more: string[]): string[] => [
  ...['--pages', `${folder}/${name}-pages.ndjson`, '--facts', `${folder}/${name}-facts.${facts}`],
  ...['--quarantine', `${folder}/${name}-bad.ndjson`, '--language', 'en', ...more, ...inputs],
]

const rowsOf = async (file: string) => parquetReadObjects({file: await asyncBufferFromFile(file)})

/** Ends the process when a file has grown to a size. False when the process ended before. */
async function endAt({child, ended}: Run, file: string, bytes: number, signal: NodeJS.Signals): Promise<boolean> {
  let isOver = false
  void ended.then(() => (isOver = true))
  while (!isOver) {
    if (existsSync(file) && statSync(file).size >= bytes) return child.kill(signal)
    await new Promise((resolve) => setTimeout(resolve, 2))
  }
  return false
}

describe('a run into files', () => {
  const [pages, csv, , bad] = outputs('whole') as [string, string, string, string]
  beforeAll(async () => {
    const {code, stderr} = await start(argumentsOf('whole', 'csv')).ended
    expect({code, stderr}).toEqual({
      code: 0,
      stderr: expect.stringMatching(/^pagefacts: 991 pages, [\d,]+ facts, 10 bad records in .*\n$/),
    })
    await start(argumentsOf('two', 'csv', '--workers', '2')).ended
    await start(argumentsOf('columns', 'parquet', '--quiet')).ended
  }, 120_000)

  it('has every page once, in the order of the inputs', () => {
    const ids = readFileSync(pages, 'utf8')
      .trim()
      .split('\n')
      .map((text) => (JSON.parse(text) as {id: string}).id)
    const expected = lines.flatMap((text) => (JSON.parse(text) as {id?: string}).id ?? [])
    expect(ids).toEqual([...expected, `${folder}/c.txt`])
  })

  it('keeps bad records with place and reason', () => {
    const records = readFileSync(bad, 'utf8')
      .trim()
      .split('\n')
      .map((text) => JSON.parse(text) as object)
    expect(records).toHaveLength(10)
    expect(records[0]).toEqual({place: `${folder}/a.jsonl:8`, error: 'field text is no text'})
  })

  it('is the same with threads', () => {
    for (const [index, file] of outputs('two').entries())
      if (index !== 2) expect(readFileSync(file).equals(readFileSync(outputs('whole')[index]!))).toBe(true)
  })

  it('has the same facts in CSV and in Parquet', async () => {
    const rows = await rowsOf(outputs('columns')[2]!)
    const table = readFileSync(csv, 'utf8').trim().split('\r\n')
    expect(rows).toHaveLength(table.length - 1)
    expect(Object.keys(rows[0]!).join(',')).toBe(table[0])
    expect(rows[5]).toMatchObject({id: expect.stringMatching(/^page \d+$/), language: 'en', start: expect.any(Number)})
  })

  it('leaves nothing behind but its outputs', () =>
    expect(readdirSync(folder).filter((name) => /progress/.test(name))).toEqual([]))

  it('says that there is nothing to resume', async () => {
    const {code, stderr} = await start(argumentsOf('whole', 'csv', '--resume')).ended
    expect({code, stderr}).toEqual({code: 2, stderr: expect.stringContaining('nothing to resume')})
  })
})

describe('a run that is killed', () => {
  it.each([
    ['csv', '1'],
    ['csv', '2'],
    ['parquet', '1'],
  ] as const)(
    'again and again loses nothing and gives nothing twice: %s, %s threads',
    async (facts, workers) => {
      const name = `killed-${facts}-${workers}`
      const args = argumentsOf(name, facts, '--resume', '--checkpoint', '0.02', '--workers', workers)
      const [pages] = outputs(name) as [string]
      const [whole] = outputs('whole') as [string]
      let kills = 0
      for (let round = 0; round < 4; round++) {
        const from = existsSync(pages) ? statSync(pages).size : 0
        const at = from + Math.floor(((statSync(whole).size - from) * Math.random()) / 2)
        const run = start(args)
        if (await endAt(run, pages, at, 'SIGKILL')) kills++
        await run.ended
      }
      expect(kills).toBeGreaterThan(1)
      expect((await start(args).ended).code).toBe(0)
      expect(readFileSync(pages).equals(readFileSync(whole))).toBe(true)
      expect(readFileSync(outputs(name)[3]!).equals(readFileSync(outputs('whole')[3]!))).toBe(true)
      if (facts === 'csv') expect(readFileSync(outputs(name)[1]!).equals(readFileSync(outputs('whole')[1]!))).toBe(true)
      else expect(await rowsOf(outputs(name)[2]!)).toEqual(await rowsOf(outputs('columns')[2]!))
    },
    180_000,
  )

  it('is not started anew, nor gone on with by another run', async () => {
    const run = start(argumentsOf('other', 'csv'))
    await endAt(run, outputs('other')[0]!, 1, 'SIGKILL')
    await run.ended
    const anew = await start(argumentsOf('other', 'csv')).ended
    expect(anew).toMatchObject({code: 2, stderr: expect.stringContaining('go on with --resume, or delete it')})
    const changed = await start(argumentsOf('other', 'csv', '--resume', '--kinds', 'money')).ended
    expect(changed).toMatchObject({code: 2, stderr: expect.stringContaining('not those of the unfinished run')})
  })
})

describe('Ctrl-C', () => {
  it('leaves whole files, and the run can be resumed', async () => {
    const [pages, , parquet] = outputs('stopped') as [string, string, string]
    const run = start(argumentsOf('stopped', 'parquet'))
    expect(await endAt(run, pages, 1, 'SIGINT')).toBe(true)
    const {code, stderr} = await run.ended
    expect({code, stderr}).toEqual({code: 130, stderr: expect.stringMatching(/stopped: .*--resume/)})
    const ids = readFileSync(pages, 'utf8')
      .trim()
      .split('\n')
      .map((text) => (JSON.parse(text) as {id: string}).id)
    const named = new Set((await rowsOf(parquet)).map(({id}) => id as string))
    expect([...named].every((id) => ids.includes(id))).toBe(true)
    expect((await start(argumentsOf('stopped', 'parquet', '--resume')).ended).code).toBe(0)
    expect(readFileSync(pages).equals(readFileSync(outputs('whole')[0]!))).toBe(true)
    expect(await rowsOf(parquet)).toEqual(await rowsOf(outputs('columns')[2]!))
  })
})

describe('standard output', () => {
  it('that is closed early ends the run quietly', async () => {
    const run = start(['--format', 'ndjson', '--language', 'en', '--quarantine', `${folder}/early.ndjson`, ...inputs])
    run.child.stdout!.once('data', () => run.child.stdout!.destroy())
    expect(await run.ended).toMatchObject({code: 0, stderr: ''})
  })

  it('has facts as CSV', async () => {
    const {stdout} = await start(['--format', 'csv', '--language', 'en', inputs[2]!]).ended
    expect(stdout).toMatch(/^id,url,.*\r\n.*\/c\.txt,.*,percentage,5,.*\r\n$/)
  })

  it('names bad records on standard error, and fails', async () => {
    const {code, stderr} = await start(['--language', 'en', inputs[0]!]).ended
    expect(code).toBe(1)
    expect(stderr).toContain(`pagefacts: ${folder}/a.jsonl:8: field text is no text\n`)
  })
})

describe('wrong usage', () => {
  it.each([
    [['--resume', '--facts', 'x.csv', '-'], /standard input can not be read again/],
    [['--resume'], /--resume needs --pages or --facts/],
    [['--facts', 'x.xls'], /facts that ends in .ndjson, .csv, .parquet, got "x.xls"/],
    [['--facts', 'x.csv', '--format', 'json'], /--format is for standard output/],
    [['--input', 'pdf'], /unknown input pdf/],
    [['--workers', '1.5'], /--workers takes a whole number, not 1.5/],
    [['--max-record', '0'], /--max-record takes a number above 0, not 0/],
  ])('%j is refused with exit code 2', async (args, message) => {
    const {code, stderr} = await start(args).ended
    expect({code, stderr}).toEqual({code: 2, stderr: expect.stringMatching(message)})
  })
})

describe('extractCorpus', () => {
  it('writes what the command line writes, and goes on where it was stopped', async () => {
    const files = {
      pages: `${folder}/api-pages.ndjson`,
      facts: `${folder}/api-facts.csv`,
      quarantine: `${folder}/api-bad.ndjson`,
    }
    const options = {...files, extract: {language: 'en'}}
    const controller = new AbortController()
    const stopped = await extractCorpus(inputs, {
      ...options,
      signal: controller.signal,
      onProgress: () => controller.abort(),
    })
    expect(stopped.finished).toBe(false)
    expect(stopped.counts.pages).toBeLessThan(900)
    await expect(extractCorpus(inputs, options)).rejects.toThrow(RunError)
    const {counts, finished} = await extractCorpus(inputs, {...options, resume: true})
    expect({finished, ...counts}).toMatchObject({finished: true, pages: 991, bad: 10, replaced: 0})
    for (const [file, whole] of Object.values(files).map(
      (name, index) => [name, outputs('whole')[[0, 1, 3][index]!]!] as const,
    ))
      expect(readFileSync(file).equals(readFileSync(whole))).toBe(true)
  })

  it('names wrong options', async () => {
    await expect(extractCorpus(inputs, {})).rejects.toThrow(/`pages` or `facts`/)
    await expect(extractCorpus(inputs, {facts: 'x.xls'})).rejects.toThrow(/"x.xls"/)
    await expect(extractCorpus(inputs, {facts: 'x.csv', workers: 0})).rejects.toThrow(/workers.*0/)
    await expect(extractCorpus(inputs, {facts: 'x.csv', extract: {region: 'Vietnam'}})).rejects.toThrow(/"Vietnam"/)
  })
})

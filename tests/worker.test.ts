import {spawn} from 'node:child_process'
import {readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {afterEach, describe, expect, it} from 'vitest'
import {extractHtml} from '../src/html'
import {extract, learnSite, type Page} from '../src/index'
import {GuardedThread} from '../src/node/worker/guarded-thread'
import {splitLines} from '../src/node/worker/lines'

const cli = fileURLToPath(new URL('../dist/cli.js', import.meta.url))
const malay = readFileSync(new URL('../fixtures/pages/ms-vietnam-poverty.txt', import.meta.url), 'utf8')

type Answer = {id: string | number | null; ok: boolean; error?: {code: string; message: string}} & Record<
  string,
  unknown
>
interface Session {
  code: number | null
  hello: Record<string, unknown>
  answers: Answer[]
  stderr: string
}

/** A whole session with the built worker: `input` goes in as it is, objects as a line each. */
function session(input: string | Uint8Array | readonly object[], args: readonly string[] = []): Promise<Session> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [cli, 'worker', ...args])
    const out: Buffer[] = []
    let stderr = ''
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk))
    child.on('close', (code) => {
      const lines = Buffer.concat(out).toString().split('\n').slice(0, -1)
      const [hello = {}, ...answers] = lines.map((line) => JSON.parse(line))
      resolve({code, hello, answers, stderr})
    })
    child.stdin.end(Array.isArray(input) ? input.map((record) => `${JSON.stringify(record)}\n`).join('') : input)
  })
}

describe('pagefacts worker', () => {
  it('greets, answers in order, and ends with its input', async () => {
    const {code, hello, answers, stderr} = await session([
      {id: 'a', text: malay},
      {id: 2, html: '<p>Costs rose 5% in 2024, the ministry said on Monday.</p>', url: 'https://example.org/'},
      {id: 'c', text: ''},
    ])
    expect(code).toBe(0)
    expect(stderr).toBe('')
    expect(hello).toMatchObject({hello: 'pagefacts', protocol: 1, version: expect.stringMatching(/^\d+\.\d+\.\d+/)})
    expect(answers.map(({id, ok}) => [id, ok])).toEqual([
      ['a', true],
      [2, true],
      ['c', true],
    ])
  })

  it('gives the page that extract gives', async () => {
    const html = '<html lang="en"><body><p>Costs rose 5% in 2024, the ministry said on Monday.</p></body></html>'
    const {answers} = await session([
      {id: 1, text: malay},
      {id: 2, html},
    ])
    const plain = (page: Page) => JSON.parse(JSON.stringify(page))
    expect(answers[0]).toEqual({id: 1, ok: true, ...plain(extract(malay))})
    expect(answers[1]).toEqual({id: 2, ok: true, ...plain(extractHtml(html))})
  })

  it('gives flat records', async () => {
    const {answers} = await session([{id: 1, text: malay}], ['--output', 'record'])
    expect(answers[0]).toMatchObject({language: 'ms', script: 'Latn', published: '2025-11-03'})
    expect(answers[0]!.content).not.toContain('Komen (0)')
    const facts = answers[0]!.facts as Record<string, unknown>[]
    expect(facts.find(({kind}) => kind === 'money')).toMatchObject({
      exact: '524000000000',
      currency: 'VND',
      start: malay.indexOf('524 bilion VND'),
    })
    expect(facts.find(({kind}) => kind === 'count')!.noun).toEqual(expect.any(String))
  })

  it('gives facts alone', async () => {
    const {answers} = await session([{id: 1, text: malay}], ['--output', 'facts'])
    expect(answers[0]!.facts).toEqual(JSON.parse(JSON.stringify(extract(malay).facts)))
    expect(Object.keys(answers[0]!)).toEqual(['id', 'ok', 'language', 'facts'])
  })

  it('gives the lines that site profiles count', async () => {
    const {answers} = await session([{id: 1, text: malay}], ['--output', 'lines'])
    expect(answers[0]!.lines).toEqual(Object.keys(learnSite([malay]).lines))
  })

  it('takes language and site with a record, and options for all on the command line', async () => {
    const text = 'Harga naik 5 persen.\nBaca juga berita lain di sini.\nHarga turun Rp 3.000 pada hari Senin.'
    const site = {pages: 9, lines: learnSite([text.split('\n')[1]!]).lines}
    for (const line of Object.keys(site.lines)) site.lines[line] = 9
    const {answers} = await session(
      [
        {id: 1, text, language: 'id'},
        {id: 2, text, site, language: null},
      ],
      ['--kinds', 'money'],
    )
    const [first, second] = answers as unknown as [Page, Page]
    const options = {kinds: ['money']} as const
    expect(first).toMatchObject(JSON.parse(JSON.stringify(extract(text, {...options, language: 'id'}))))
    expect(second).toMatchObject(JSON.parse(JSON.stringify(extract(text, {...options, site}))))
    expect(second.blocks[1]!.content).toBe(false)
  })

  it('answers what is no record with an error and goes on', async () => {
    const lines = [
      '{"id":"broken',
      '',
      '[]',
      '{"text":"no id"}',
      '{"id":9007199254740993,"text":"an id that JSON would change"}',
      '{"id":1}',
      '{"id":2,"text":"a","html":"b"}',
      '{"id":3,"text":7}',
      '{"id":4,"text":"a","language":"no tag!"}',
      '{"id":5,"text":"a","site":{"pages":3}}',
      '{"id":6,"text":"good","unknown":"members are passed over"}\r',
      '{"id":7,"text":"good, though the last line feed is missing"}',
    ]
    const {code, answers} = await session(lines.join('\n'))
    expect(code).toBe(0)
    expect(answers.map(({id, error}) => [id, error?.code])).toEqual([
      [null, 'invalid-json'],
      [null, 'invalid-json'],
      [null, 'invalid-record'],
      [null, 'invalid-record'],
      [null, 'invalid-record'],
      [1, 'invalid-record'],
      [2, 'invalid-record'],
      [3, 'invalid-record'],
      [4, 'invalid-record'],
      [5, 'invalid-record'],
      [6, undefined],
      [7, undefined],
    ])
    expect(answers[8]!.error!.message).toContain('"no tag!"')
  })

  it('refuses bytes that are not UTF-8 rather than read something else', async () => {
    const {answers} = await session(
      Buffer.concat([Buffer.from('{"id":1,"text":"a'), Buffer.from([0xff]), Buffer.from('"}\n')]),
    )
    expect(answers.map(({error}) => error?.code)).toEqual(['invalid-json'])
  })

  it('answers a line over the limit in its place, with the id that leads it', async () => {
    const {code, answers} = await session(
      [
        {id: 'first', text: 'a'},
        {id: 'long "one"', text: 'x'.repeat(300_000)},
        {text: 'x'.repeat(300_000), id: 'too far away'},
        {id: 'last', text: 'a'},
      ],
      ['--max-bytes', '1000'],
    )
    expect(code).toBe(0)
    expect(answers.map(({id, error}) => [id, error?.code])).toEqual([
      ['first', undefined],
      ['long "one"', 'too-large'],
      [null, 'too-large'],
      ['last', undefined],
    ])
  })

  it('answers a record that outlasts its time and lives on', async () => {
    const {code, answers} = await session(
      [
        {id: 'slow', text: 'The 12 ships carried 3,000 tons of rice. '.repeat(200_000)},
        {id: 'next', text: ''},
      ],
      ['--timeout-ms', '100'],
    )
    expect(code).toBe(0)
    expect(answers[0]).toMatchObject({id: 'slow', ok: false, error: {code: 'timeout'}})
    expect(answers[1]!.id).toBe('next')
  })

  it('answers each record before the next one comes', async () => {
    const child = spawn(process.execPath, [cli, 'worker', '--output', 'facts'])
    child.stdout.setEncoding('utf8')
    let answers = 0
    for await (const chunk of child.stdout) {
      answers += (chunk as string).split('\n').length - 1
      if (answers < 4) child.stdin.write(`{"id":${answers},"text":"page"}\n`)
      else child.stdin.end()
    }
    expect(answers).toBe(4)
  })

  it('answers many records through pipes that fill up', async () => {
    const records = Array.from({length: 60}, (_, id) => ({id, text: malay}))
    const {code, answers} = await session(records)
    expect(code).toBe(0)
    expect(answers.map(({id}) => id)).toEqual(records.map(({id}) => id))
    expect(new Set(answers.map(({id, ...page}) => JSON.stringify(page))).size).toBe(1)
  })

  it.each([
    [['--output', 'xml'], /unknown output xml/],
    [['--timeout-ms', '0'], /timeout-ms.*not 0/],
    [['--max-bytes', 'all'], /max-bytes.*not all/],
    [['page.txt'], /page\.txt/],
    [['--region', 'Vietnam'], /"Vietnam"/],
  ])('%j is wrong usage, exit code 2', async (args, message) => {
    const {code, answers, stderr} = await session('', args as string[])
    expect(code).toBe(2)
    expect(answers).toEqual([])
    expect(stderr).toMatch(message)
  })
})

describe('GuardedThread', () => {
  /** A thread that shouts, and can be told to hang, to end or to break. */
  const script = new URL(
    `data:text/javascript,${encodeURIComponent(`
      import {parentPort} from 'node:worker_threads'
      parentPort.on('message', (bytes) => {
        const task = Buffer.from(bytes).toString()
        if (task === 'hang') for (;;);
        if (task === 'end') process.exit(3)
        if (task === 'break') throw new Error('broken')
        parentPort.postMessage(task.toUpperCase())
      })
      parentPort.postMessage('ready')
    `)}`,
  )
  let thread: GuardedThread
  afterEach(() => thread.close())
  const results = (tasks: readonly string[]) => Promise.all(tasks.map((task) => thread.run(Buffer.from(task))))

  it.each([
    ['hang', 'timeout', 'no answer within 2000 ms'],
    ['end', 'crashed', 'the thread ended'],
    ['break', 'crashed', 'broken'],
  ])('gives up the task that does %s and does the others', async (bad, code, message) => {
    thread = new GuardedThread(script, {workerData: undefined, timeoutMs: 2000})
    expect(await results(['a', bad, 'b', bad, 'c'])).toEqual(['A', {code, message}, 'B', {code, message}, 'C'])
    expect(await results(['later'])).toEqual(['LATER'])
  })

  it('rejects when its script does not start', async () => {
    thread = new GuardedThread(new URL('data:text/javascript,throw new Error("no start")'), {
      workerData: undefined,
      timeoutMs: 2000,
    })
    await expect(results(['a'])).rejects.toThrow('no start')
  })
})

describe('splitLines', () => {
  async function* chunks(...texts: string[]) {
    for (const text of texts) yield Buffer.from(text)
  }
  const split = async (source: AsyncIterable<Uint8Array>, maxBytes: number) => {
    const lines: [string, boolean][] = []
    for await (const {bytes, whole} of splitLines(source, {maxBytes, headBytes: 3}))
      lines.push([Buffer.from(bytes).toString(), whole])
    return lines
  }

  it('finds the same lines however the bytes come', async () => {
    const whole = await split(chunks('ab\n\ncde\nf'), 10)
    expect(whole).toEqual([
      ['ab', true],
      ['', true],
      ['cde', true],
      ['f', true],
    ])
    expect(await split(chunks(...'ab\n\ncde\nf'), 10)).toEqual(whole)
  })

  it('keeps the head of a line over the limit', async () => {
    for (const source of [chunks('abcdefgh\nabcde\n'), chunks('ab', 'cdef', 'gh\nab', 'cde', '\n')])
      expect(await split(source, 5)).toEqual([
        ['abc', false],
        ['abcde', true],
      ])
  })
})

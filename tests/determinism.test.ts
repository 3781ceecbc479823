import {execFileSync} from 'node:child_process'
import {fileURLToPath} from 'node:url'
import {describe, expect, it} from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))

/**
 * Prints a hash of what all page fixtures give, as text and as HTML, in the order of their names; read in the order that
 * is asked for, after so many other texts.
 */
const program = `
  import {createHash} from 'node:crypto'
  import {readdirSync, readFileSync} from 'node:fs'
  import {extract} from '${root}dist/index.js'
  import {extractHtml} from '${root}dist/html.js'
  const [order, others] = process.argv.slice(1)
  const folder = '${root}fixtures/pages/'
  const names = readdirSync(folder).sort()
  const texts = names.map((name) => readFileSync(folder + name, 'utf8'))
  for (let number = 0; number < Number(others); number++) {
    const text = texts[number % texts.length]
    extract(text.slice(number % 500, 700), {kinds: ['date'], region: 'US'})
  }
  const answers = new Map()
  for (const index of order === 'reverse' ? [...names.keys()].reverse() : names.keys()) {
    const text = texts[index]
    const html = '<article>' + text.split('\\n').map((line) => '<p>' + line + '</p>').join('') + '</article>'
    answers.set(index, JSON.stringify([extract(text), extractHtml(html), extract(text, {referenceDate: '2025-11-24'})]))
  }
  const hash = createHash('sha256')
  for (const index of names.keys()) hash.update(answers.get(index))
  console.log(hash.digest('hex'))
`

const run = (args: string[], env: Record<string, string> = {}, flags: string[] = []): string =>
  execFileSync(process.execPath, [...flags, '--input-type=module', '--eval', program, '--', ...args], {
    env: {...process.env, ...env},
    encoding: 'utf8',
  })

describe('the same pages give the same bytes', () => {
  const usual = run(['forward', '0'])

  it.each(['UTC', 'Pacific/Kiritimati', 'America/St_Johns', 'Asia/Kathmandu'])('in the time zone %s', (TZ) =>
    expect(run(['forward', '0'], {TZ})).toBe(usual),
  )

  // Turkish has another lower case of I, Arabic other digits, Thai another calendar.
  it.each(['C', 'tr_TR.UTF-8', 'ar_EG.UTF-8', 'th_TH.UTF-8'])('in the locale %s', (locale) =>
    expect(run(['forward', '0'], {LANG: locale, LC_ALL: locale, LANGUAGE: locale})).toBe(usual),
  )

  it('in the other order', () => expect(run(['reverse', '0'])).toBe(usual))

  it('after a thousand other texts', () => expect(run(['forward', '1000'])).toBe(usual))

  it('without the optimizing compiler', () => expect(run(['forward', '0'], {}, ['--no-opt'])).toBe(usual))
})

describe('a corpus gives the same bytes', () => {
  const corpus = (workers: number, TZ: string): string =>
    execFileSync(
      process.execPath,
      [`${root}dist/cli.js`, '--format', 'ndjson', '--workers', String(workers), `${root}fixtures/pages`],
      {encoding: 'utf8', env: {...process.env, TZ}, maxBuffer: 1e8, stdio: ['ignore', 'pipe', 'ignore']},
    )
  const one = corpus(1, 'UTC')

  it('that has facts', () => expect(one).toContain('524000000000'))

  it.each([2, 3, 5])('with %d workers', (workers) => expect(corpus(workers, 'Asia/Tokyo')).toBe(one))
})

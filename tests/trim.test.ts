import {spawnSync} from 'node:child_process'
import {readdirSync, readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {build} from 'esbuild'
import {describe, expect, it} from 'vitest'
import type * as pagefacts from '../src/index'
import {scratch} from './scratch'

// The built package: what is trimmed is its tables.
const dist = fileURLToPath(new URL('../dist/', import.meta.url))
const {extract} = (await import(`${dist}index.js`)) as typeof pagefacts
const trim = (...args: string[]) => spawnSync(process.execPath, [`${dist}cli.js`, 'trim', ...args], {encoding: 'utf8'})
const languages = ['ms', 'vi', 'en']
const {folder} = scratch()
const {stderr} = trim('--languages', languages.join(), '--output', `${folder}/tables.js`)

/** The package as a bundler makes it, with the trimmed tables for the others. */
async function trimmedPackage(): Promise<typeof pagefacts> {
  const alias = {'#tables': `${folder}/tables.js`}
  const outfile = `${folder}/bundle.mjs`
  await build({entryPoints: [`${dist}index.js`], bundle: true, format: 'esm', outfile, alias, logLevel: 'error'})
  return import(outfile)
}

const pages = new URL('../fixtures/pages/', import.meta.url)
const fixtures = readdirSync(pages)
  .filter((name) => languages.some((tag) => name.startsWith(`${tag}-`)) && !/findings|facts/.test(name))
  .map((name) => [name, readFileSync(new URL(name, pages), 'utf8')] as const)

describe('pagefacts trim', async () => {
  const trimmed = await trimmedPackage()

  it('says how large the file is: a fraction of all tables', () => {
    expect(stderr).toMatch(/^pagefacts: .*tables\.js: \d+ kB gzipped\n$/)
    expect(Number(/(\d+) kB/.exec(stderr)![1])).toBeLessThan(300)
  })

  it.each(fixtures)('%s: the same facts', (_, text) => {
    const {language, facts, blocks} = trimmed.extract(text)
    const whole = extract(text)
    expect(language.tag).toBe(whole.language.tag)
    expect(facts).toEqual(whole.facts)
    expect(blocks.map(({role}) => role)).toEqual(whole.blocks.map(({role}) => role))
  })

  it('a language that was left out is taken for another, or for none', () => {
    expect(trimmed.detectLanguage('Москва – столица России, город федерального значения.').tag).toBe('und')
    expect(trimmed.extractFacts('Sie zahlten 5 Mrd. Euro.', {language: 'de'})).not.toEqual(
      extract('Sie zahlten 5 Mrd. Euro.', {language: 'de'}).facts,
    )
  })

  it('names a language that there is not', () => {
    const {status, stderr: message} = trim('--languages', 'en,xx')
    expect(status).toBe(2)
    expect(message).toContain('xx')
  })
})

import {spawn} from 'node:child_process'
import {mkdtempSync, writeFileSync} from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import {describe, expect, it} from 'vitest'
import type {Page} from '../src/index'

const cli = fileURLToPath(new URL('../dist/cli.js', import.meta.url))
const pages = fileURLToPath(new URL('../fixtures/pages', import.meta.url))

interface Result {
  code: number | null
  stdout: string
  stderr: string
}

/** Runs the built command line. */
function run(args: readonly string[], stdin = ''): Promise<Result> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [cli, ...args], {env: {...process.env, FORCE_COLOR: '', NO_COLOR: '1'}})
    let stdout = ''
    let stderr = ''
    child.stdout.on('data', (chunk: Buffer) => (stdout += chunk))
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk))
    child.on('close', (code) => resolve({code, stdout, stderr}))
    child.stdin.end(stdin)
  })
}

describe('pagefacts', () => {
  it('shows a page for people', async () => {
    const {code, stdout} = await run(['--format', 'pretty', path.join(pages, 'ms-vietnam-poverty.txt')])
    expect(code).toBe(0)
    expect(stdout).toMatch(/language +ms/)
    expect(stdout).toMatch(/published +2025-11-03/)
    expect(stdout).toMatch(/money +524000000000 VND +524 bilion VND +over/)
    expect(stdout).toMatch(/- comments +Komen \(0\)/)
  })

  it('reads a folder, a line of JSON a page, without the findings', async () => {
    const {code, stdout} = await run(['--format', 'ndjson', pages])
    const found = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Page & {id: string})
    expect(code).toBe(0)
    expect(found.length).toBeGreaterThan(12)
    expect(found.every(({id}) => id.startsWith(pages) && !/findings|facts\.txt/.test(id))).toBe(true)
  })

  it('reads standard input', async () => {
    const {code, stdout} = await run(
      ['--format', 'json', '--language', 'en'],
      'The bridge over the river is 640 meters long and was opened by the mayor on Sunday.',
    )
    expect(code).toBe(0)
    expect((JSON.parse(stdout) as Page).language.tag).toBe('en')
  })

  it('names what it cannot read and goes on, with exit code 1', async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'pagefacts-'))
    const image = path.join(folder, 'picture.txt')
    writeFileSync(image, Buffer.from([0x89, 0x50, 0, 0, 0, 0, 1]))
    const good = path.join(pages, 'de-news.txt')
    const {code, stdout, stderr} = await run(['--format', 'ndjson', image, path.join(folder, 'missing.txt'), good])
    expect(code).toBe(1)
    expect(stderr).toContain(`${image}: not a text file`)
    expect(stderr).toContain('missing.txt: no such file or folder')
    expect(stdout.trim().split('\n')).toHaveLength(1)
  })

  it.each([
    [['--region', 'Vietnam'], /region.*"Vietnam"/],
    [['--format', 'xml'], /unknown format xml/],
    [['--nonsense'], /--nonsense/],
  ])('%j is wrong usage, exit code 2', async (args, message) => {
    const {code, stderr} = await run(args as string[], 'x')
    expect(code).toBe(2)
    expect(stderr).toMatch(message)
    expect(stderr).toContain('--help')
  })

  it('has help and a version', async () => {
    expect((await run(['--help'])).stdout).toContain('Examples')
    expect((await run(['--version'])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
  })
})

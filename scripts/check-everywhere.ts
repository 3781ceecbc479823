// `npm run check:everywhere`: packs the package, installs it as a user would, and runs the same program in this Node, Node 24,
// Deno, Bun and Chromium. All of them must give the same answer to the letter. A runtime that cannot be had is named and left out.
import {execFileSync} from 'node:child_process'
import {createHash} from 'node:crypto'
import {cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import {build} from 'esbuild'
import {hasBrowser, launchBrowser} from './chromium'

const root = fileURLToPath(new URL('..', import.meta.url))
const page = `${root}fixtures/pages/ms-vietnam-poverty.txt`
const runtimes = `${root}.cache/runtimes`
const run = (command: string, args: string[], cwd: string): string =>
  execFileSync(command, args, {cwd, encoding: 'utf8', maxBuffer: 1e9, stdio: ['ignore', 'pipe', 'pipe']})

const folder = mkdtempSync(path.join(os.tmpdir(), 'pagefacts-'))
try {
  install()
  const answers = await ask()
  const expected = answers.values().next().value!
  if (!expected.includes('"exact":"524000000000"')) throw new Error('The page does not say 524,000,000,000.')
  for (const [name, answer] of answers) {
    const same = answer === expected
    console.log(
      `${same ? 'same' : 'OTHER'}  ${createHash('sha256').update(answer).digest('hex').slice(0, 12)}  ${name}`,
    )
    if (!same) process.exitCode = 1
  }
} finally {
  rmSync(folder, {recursive: true, force: true})
}

/** The packed package in a folder of its own, with the program beside it. */
function install(): void {
  const [{filename}] = JSON.parse(run('npm', ['pack', '--json', '--pack-destination', folder], root))
  writeFileSync(`${folder}/package.json`, '{"private": true, "type": "module"}')
  run('npm', ['install', '--no-audit', '--no-fund', `./${filename}`], folder)
  cpSync(`${root}scripts/check-everywhere`, folder, {recursive: true})
  cpSync(page, `${folder}/page.txt`)
}

async function ask(): Promise<Map<string, string>> {
  const answers = new Map([[`Node ${process.versions.node}`, run(process.execPath, ['runtime.mjs'], folder)]])
  for (const [name, spec, args] of [
    ['node', 'node@24', ['runtime.mjs']],
    ['deno', 'deno@2', ['run', '--allow-read', '--allow-env', 'runtime.mjs']],
    ['bun', 'bun@1', ['runtime.mjs']],
  ] as const) {
    const command = runtime(name, spec)
    if (command !== undefined) answers.set(`${name} ${version(command)}`, run(command, [...args], folder))
  }
  const inBrowser = await askChromium()
  if (inBrowser !== undefined) answers.set(...inBrowser)
  return answers
}

function version(command: string): string {
  return /\d+\.\d+\.\d+/.exec(run(command, ['--version'], folder))![0]
}

/** A runtime as npm ships it, kept for the next time. */
function runtime(name: string, spec: string): string | undefined {
  const command = `${runtimes}/${name}/node_modules/.bin/${name}`
  if (!existsSync(command)) fetchRuntime(name, spec)
  if (existsSync(command)) return command
  console.log(`left out: ${spec} could not be installed`)
  return undefined
}

function fetchRuntime(name: string, spec: string): void {
  mkdirSync(`${runtimes}/${name}`, {recursive: true})
  writeFileSync(`${runtimes}/${name}/package.json`, '{"private": true}')
  try {
    run('npm', ['install', '--no-audit', '--no-fund', spec], `${runtimes}/${name}`)
  } catch (error) {
    console.log((error as {stderr: string}).stderr)
  }
}

/** The program bundled as for any web page, in Chromium. */
async function askChromium(): Promise<[string, string] | undefined> {
  if (!hasBrowser) {
    console.log('left out: no Chromium here')
    return undefined
  }
  const {outputFiles} = await build({
    stdin: {contents: "import {program} from './program.mjs'; globalThis.program = program", resolveDir: folder},
    bundle: true,
    format: 'iife',
    write: false,
  })
  const browser = await launchBrowser()
  try {
    const tab = await browser.newPage()
    await tab.addScriptTag({content: outputFiles[0]!.text})
    const answer = await tab.evaluate(
      (text) => (globalThis as unknown as {program: (text: string) => Promise<string>}).program(text),
      readFileSync(page, 'utf8'),
    )
    return [`Chromium ${browser.version()}`, `${answer}\n`]
  } finally {
    await browser.close()
  }
}

#!/usr/bin/env node
import {readFile} from 'node:fs/promises'
import {parseArgs} from 'node:util'
import {extract} from '../extract'
import {extractHtml} from '../html'
import {readPages} from '../node/inputs'
import {checkOptions, type ExtractOptions} from '../options'
import type {FactKind, Page} from '../page'
import {painter, prettyPage} from './pretty'

const help = `pagefacts: structured facts from the raw text of web pages

Usage
  pagefacts [options] [FILE | FOLDER | GLOB ...]
  pagefacts [options] < page.txt

Without a file, or with -, the page is read from standard input.

Options
  -f, --format FORMAT    pretty (default on a terminal), json or ndjson
      --language TAG     BCP 47 tag of the pages; detected when absent
      --region CODE      ISO 3166-1 country: what "$" and 03/11/2025 mean
      --reference DAY    ISO 8601 day that relative dates count from
      --kinds LIST       kinds of facts, comma-separated (default: all but number,ordinal)
      --html             read the input as HTML (default for .html and .htm files)
      --explain          say why each line was kept or dropped
      --no-color         never colour
  -h, --help             this text
  -v, --version          the version

Examples
  pagefacts page.txt
  pagefacts --format ndjson pages/ > pages.ndjson
  pagefacts --language vi --region VN 'crawl/**/*.txt'
  curl -s https://example.org/ | pagefacts --html --format json

Exit codes
  0 all pages read   1 some input could not be read   2 wrong usage
`

const flags = {
  format: {type: 'string', short: 'f'},
  language: {type: 'string'},
  region: {type: 'string'},
  reference: {type: 'string'},
  kinds: {type: 'string'},
  html: {type: 'boolean'},
  explain: {type: 'boolean'},
  'no-color': {type: 'boolean'},
  help: {type: 'boolean', short: 'h'},
  version: {type: 'boolean', short: 'v'},
} as const

type Flags = {[name in keyof typeof flags]?: (typeof flags)[name]['type'] extends 'boolean' ? boolean : string}

class Usage extends Error {}

async function main(argv: readonly string[]): Promise<number> {
  const {values, positionals} = parse(argv)
  if (values.help) return print(help)
  if (values.version) return print(`${await version()}\n`)
  const format = values.format ?? (process.stdout.isTTY ? 'pretty' : 'ndjson')
  if (!['pretty', 'json', 'ndjson'].includes(format))
    throw new Usage(`unknown format ${format}; there are pretty, json and ndjson`)
  const options = optionsOf(values)
  let failed = false
  for await (const input of readPages(positionals)) {
    if (input.error !== undefined) {
      process.stderr.write(`pagefacts: ${input.name}: ${input.error}\n`)
      failed = true
      continue
    }
    const isHtml = values.html ?? /\.html?$/i.test(input.name)
    const page = isHtml ? extractHtml(input.text, options) : extract(input.text, options)
    await write(render(page, input.name, format, values['no-color'] === true))
  }
  return failed ? 1 : 0
}

function parse(argv: readonly string[]): {values: Flags; positionals: string[]} {
  try {
    return parseArgs({args: [...argv], options: flags, allowPositionals: true}) as {
      values: Flags
      positionals: string[]
    }
  } catch (error) {
    throw new Usage((error as Error).message)
  }
}

function optionsOf(values: Flags): ExtractOptions {
  const options: ExtractOptions = {
    ...(values.language === undefined ? {} : {language: values.language}),
    ...(values.region === undefined ? {} : {region: values.region}),
    ...(values.reference === undefined ? {} : {referenceDate: values.reference}),
    ...(values.kinds === undefined ? {} : {kinds: values.kinds.split(',').map((kind) => kind.trim()) as FactKind[]}),
    ...(values.explain ? {explain: true} : {}),
  }
  try {
    checkOptions(options)
  } catch (error) {
    throw new Usage((error as Error).message)
  }
  return options
}

function render(page: Page, name: string, format: string, plain: boolean): string {
  if (format === 'json') return `${JSON.stringify({file: name, ...page}, null, 2)}\n`
  if (format === 'ndjson') return `${JSON.stringify({file: name, ...page})}\n`
  const colour =
    !plain && process.env.NO_COLOR === undefined && (process.stdout.isTTY || process.env.FORCE_COLOR !== undefined)
  return `${prettyPage(page, name, painter(colour), process.stdout.columns ?? 110)}\n`
}

/** Writes and waits while the reader of standard output is slower. */
const write = (text: string): Promise<void> =>
  new Promise((resolve) => (process.stdout.write(text) ? resolve() : process.stdout.once('drain', resolve)))

const print = async (text: string): Promise<number> => {
  await write(text)
  return 0
}

async function version(): Promise<string> {
  const manifest = await readFile(new URL('../package.json', import.meta.url), 'utf8')
  return (JSON.parse(manifest) as {version: string}).version
}

// A closed pipe (`| head`) is the reader's way to say that it has enough.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code
  },
  (error: unknown) => {
    if (!(error instanceof Usage)) throw error
    process.stderr.write(`pagefacts: ${error.message}\nTry 'pagefacts --help'.\n`)
    process.exitCode = 2
  },
)

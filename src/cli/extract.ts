import {extract} from '../extract'
import {extractHtml} from '../html'
import {readPages} from '../node/inputs'
import type {Page} from '../page'
import {extractFlags, extractHelp, extractOptions, parseFlags} from './flags'
import {painter, prettyPage} from './pretty'
import {print, Usage, warn, write} from './terminal'
import {version} from './version'

const help = `pagefacts: structured facts from the raw text of web pages

Usage
  pagefacts [options] [FILE | FOLDER | GLOB ...]
  pagefacts [options] < page.txt
  pagefacts COMMAND --help

Without a file, or with -, the page is read from standard input.

Options
  -f, --format FORMAT    pretty (default on a terminal), json or ndjson
${extractHelp}      --html             read the input as HTML (default for .html and .htm files)
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
  ...extractFlags,
  format: {type: 'string', short: 'f'},
  html: {type: 'boolean'},
  'no-color': {type: 'boolean'},
  help: {type: 'boolean', short: 'h'},
  version: {type: 'boolean', short: 'v'},
} as const

/** `pagefacts FILE ...`: pages to standard output. */
export async function run(argv: readonly string[]): Promise<number> {
  const {values, positionals} = parseFlags(argv, flags)
  if (values.help) return print(help)
  if (values.version) return print(`${await version()}\n`)
  const format = values.format ?? (process.stdout.isTTY ? 'pretty' : 'ndjson')
  if (!['pretty', 'json', 'ndjson'].includes(format))
    throw new Usage(`unknown format ${format}; there are pretty, json and ndjson`)
  const options = extractOptions(values)
  let failed = false
  for await (const input of readPages(positionals)) {
    if (input.error !== undefined) {
      warn(`${input.name}: ${input.error}`)
      failed = true
      continue
    }
    const isHtml = values.html ?? /\.html?$/i.test(input.name)
    const page = isHtml ? extractHtml(input.text, options) : extract(input.text, options)
    await write(render(page, input.name, format, values['no-color'] === true))
  }
  return failed ? 1 : 0
}

function render(page: Page, name: string, format: string, plain: boolean): string {
  if (format === 'json') return `${JSON.stringify({file: name, ...page}, null, 2)}\n`
  if (format === 'ndjson') return `${JSON.stringify({file: name, ...page})}\n`
  const colour =
    !plain && process.env.NO_COLOR === undefined && (process.stdout.isTTY || process.env.FORCE_COLOR !== undefined)
  return `${prettyPage(page, name, painter(colour), process.stdout.columns ?? 110)}\n`
}

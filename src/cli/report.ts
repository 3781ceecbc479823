import {writeFile} from 'node:fs/promises'
import {extract} from '../extract'
import {extractHtml} from '../html'
import {readPages} from '../node/inputs'
import {type NamedPage, type ReportOptions, renderReport} from '../report'
import {extractFlags, extractHelp, extractOptions, parseFlags} from './flags'
import {print, Usage, warn, write} from './terminal'

const help = `pagefacts report: one HTML file to look at what was found

Usage
  pagefacts report [options] [FILE | FOLDER | GLOB ...] --output report.html

Shows each page with its kept and dropped lines and its facts in place, a table of all facts and charts. The file works
from disk, without network. Without a file, or with -, a page is read from standard input.

Options
  -o, --output FILE      where to write (default: standard output)
      --title TEXT       heading of the report
      --limit N          pages at most (default 500)
${extractHelp}      --html             read the input as HTML (default for .html and .htm files)
  -h, --help             this text

Exit codes
  0 all pages read   1 some input could not be read   2 wrong usage
`

const flags = {
  ...extractFlags,
  output: {type: 'string', short: 'o'},
  title: {type: 'string'},
  limit: {type: 'string'},
  html: {type: 'boolean'},
  help: {type: 'boolean', short: 'h'},
} as const

/** Pages that a browser shows with ease. */
const usualLimit = 500

/** `pagefacts report FILE ...`: pages to one HTML file. */
export async function run(argv: readonly string[]): Promise<number> {
  const {values, positionals} = parseFlags(argv, flags)
  if (values.help) return print(help)
  if (values.output === undefined && process.stdout.isTTY)
    throw new Usage('a terminal shows no HTML: say where to write with --output FILE')
  const limit = values.limit === undefined ? usualLimit : Number(values.limit)
  if (!(Number.isInteger(limit) && limit > 0)) throw new Usage(`--limit is a number of pages, got ${values.limit}`)
  const options = extractOptions(values)
  const pages: NamedPage[] = []
  let failed = false
  for await (const {name, text, error} of readPages(positionals)) {
    if (error !== undefined) {
      warn(`${name}: ${error}`)
      failed = true
    } else if (pages.length === limit) {
      warn(`only the first ${limit} pages are shown; --limit N shows more`)
      break
    } else {
      const isHtml = values.html ?? /\.html?$/i.test(name)
      pages.push({name, page: isHtml ? extractHtml(text, options) : extract(text, options)})
    }
  }
  const reportOptions: ReportOptions = values.title === undefined ? {} : {title: values.title}
  const report = renderReport(pages, reportOptions)
  await (values.output === undefined ? write(report) : writeFile(values.output, report))
  return failed ? 1 : 0
}

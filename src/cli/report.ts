import {writeFile} from 'node:fs/promises'
import {readRecords} from '../node/inputs'
import {isBad} from '../node/record'
import {extractRecord} from '../node/work'
import {type NamedPage, type ReportOptions, renderReport} from '../report'
import {
  extractFlags,
  extractHelp,
  extractOptions,
  inputNames,
  parseFlags,
  readFlags,
  readHelp,
  readOptions,
  whole,
} from './flags'
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
${extractHelp}${readHelp}  -h, --help             this text

Exit codes
  0 all pages read   1 some input could not be read   2 wrong usage
`

const flags = {
  ...extractFlags,
  ...readFlags,
  output: {type: 'string', short: 'o'},
  title: {type: 'string'},
  limit: {type: 'string'},
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
  const limit = whole('limit', values.limit, usualLimit)
  const options = extractOptions(values)
  const pages: NamedPage[] = []
  let failed = false
  for await (const record of readRecords(inputNames(positionals), readOptions(values))) {
    try {
      if (isBad(record)) throw new Error(record.error)
      if (pages.length === limit) {
        warn(`only the first ${limit} pages are shown; --limit N shows more`)
        break
      }
      pages.push({name: record.id, page: await extractRecord(record, options)})
    } catch (error) {
      warn(`${record.place}: ${(error as Error).message}`)
      failed = true
    }
  }
  const reportOptions: ReportOptions = values.title === undefined ? {} : {title: values.title}
  const report = renderReport(pages, reportOptions)
  await (values.output === undefined ? write(report) : writeFile(values.output, report))
  return failed ? 1 : 0
}

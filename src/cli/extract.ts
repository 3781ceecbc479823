import type {Destination} from '../node/corpus'
import {renderingOf} from '../node/write/renderings'
import {
  extractFlags,
  extractHelp,
  extractOptions,
  inputNames,
  parseFlags,
  positive,
  readFlags,
  readHelp,
  readOptions,
  type Values,
  whole,
} from './flags'
import {print, standardOutput, Usage} from './terminal'
import {version} from './version'

const help = `pagefacts: structured facts from the raw text of web pages

Usage
  pagefacts [options] [FILE | FOLDER | GLOB ...]
  pagefacts [options] < page.txt
  pagefacts report ...   one HTML file to look at what was found: pagefacts report --help
  pagefacts worker ...   lines of JSON in and out, for other programs: pagefacts worker --help
  pagefacts trim ...     tables of some languages only, for browsers: pagefacts trim --help

Without a file, or with -, standard input is read. Files are text (.txt), HTML (.html),
JSON Lines (.jsonl, .ndjson), WARC and WET (.warc, .wet) or Parquet (.parquet); all but
Parquet may be gzipped (.gz).

Pages
${extractHelp}
Input
${readHelp}
Output
  -f, --format FORMAT    to standard output: pretty (default on a terminal), json or ndjson
                         (default elsewhere) for pages, csv for facts
      --pages FILE       pages to a file: .ndjson, .csv or .parquet
      --facts FILE       facts to a file, a row each: .ndjson, .csv or .parquet
      --quarantine FILE  what could not be read to a file, with place and reason
      --workers N        threads that extract (default: 1)
      --resume           go on where the last run into these files stopped
      --checkpoint SEC   seconds of work that a kill may cost (default: 30)
  -q, --quiet            no progress and no summary
      --no-color         never colour

  -h, --help             this text
  -v, --version          the version

Examples
  pagefacts page.txt
  pagefacts --format ndjson pages/ > pages.ndjson
  pagefacts --language vi --region VN 'crawl/**/*.txt'
  curl -s https://example.org/ | pagefacts --html --format json
  pagefacts --facts facts.parquet --pages pages.parquet --workers 4 --resume 'crawl/*.warc.gz'
  pagefacts --text-field body --facts facts.csv --quarantine bad.ndjson news.jsonl.gz

Exit codes
  0 all was read, or what was not is in the quarantine   1 some input could not be read
  2 wrong usage   130 stopped by Ctrl-C
`

const flags = {
  ...extractFlags,
  ...readFlags,
  format: {type: 'string', short: 'f'},
  pages: {type: 'string'},
  facts: {type: 'string'},
  quarantine: {type: 'string'},
  workers: {type: 'string'},
  resume: {type: 'boolean'},
  checkpoint: {type: 'string'},
  quiet: {type: 'boolean', short: 'q'},
  'no-color': {type: 'boolean'},
  help: {type: 'boolean', short: 'h'},
  version: {type: 'boolean', short: 'v'},
} as const
type Flags = Values<typeof flags>

/** `pagefacts FILE ...`: pages or facts, to standard output or to files. */
export async function run(argv: readonly string[]): Promise<number> {
  const {values, positionals} = parseFlags(argv, flags)
  if (values.help) return print(help)
  if (values.version) return print(`${await version()}\n`)
  const names = inputNames(positionals)
  const format = formatOf(values)
  const common = {extract: extractOptions(values), read: readOptions(values), quiet: values.quiet === true}
  if (format === 'pretty' || format === 'json') {
    if (values.quarantine !== undefined)
      throw new Usage('--quarantine needs --pages, --facts or --format ndjson or csv')
    const {showPages} = await import('./show-pages')
    return showPages(names, {...common, format, plain: values['no-color'] === true})
  }
  const {writeCorpus} = await import('./write-corpus')
  return writeCorpus(names, outputsOf(values, format), {
    ...common,
    quarantine: values.quarantine,
    workers: whole('workers', values.workers, 1),
    resume: values.resume === true,
    checkpointSeconds: positive('checkpoint', values.checkpoint, 30),
  })
}

const formats = ['pretty', 'json', 'ndjson', 'csv'] as const

function formatOf({format, pages, facts, resume}: Flags): (typeof formats)[number] {
  const toFiles = pages !== undefined || facts !== undefined
  if (resume && !toFiles) throw new Usage('--resume needs --pages or --facts: files to go on with')
  if (format === undefined) return process.stdout.isTTY && !toFiles ? 'pretty' : 'ndjson'
  if (toFiles) throw new Usage('--format is for standard output; --pages and --facts name their format')
  const known = formats.find((name) => name === format)
  if (known === undefined) throw new Usage(`unknown format ${format}; there are ${formats.join(', ')}`)
  return known
}

/** Where pages and facts go: to the files that are named, else to standard output. */
function outputsOf({pages, facts}: Flags, format: string): Destination[] {
  try {
    const files: Destination[] = []
    if (pages !== undefined) files.push({rendering: renderingOf('pages', pages), to: pages})
    if (facts !== undefined) files.push({rendering: renderingOf('facts', facts), to: facts})
    if (files.length > 0) return files
  } catch (error) {
    throw new Usage((error as Error).message)
  }
  return [{rendering: format === 'csv' ? 'facts.csv' : 'pages.ndjson', to: standardOutput}]
}

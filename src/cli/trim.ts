import {readFile, writeFile} from 'node:fs/promises'
import {gzipSync} from 'node:zlib'
import {withoutTables, withTables} from '../node/table-files'
import {trimTables} from '../node/trim'
import {parseFlags} from './flags'
import {print, Usage, warn} from './terminal'

const help = `pagefacts trim: the tables of some languages only, for a page that is loaded over a network

Usage
  pagefacts trim --languages ms,vi,en --output tables.js

The file takes the place of \`#tables\`: in an import map, or as an alias of a bundler. Text in another language is then
taken for one of these, or for none.

Options
      --languages LIST   BCP 47 tags, comma-separated
  -o, --output FILE      where to write (default: standard output)
  -h, --help             this text
`

const flags = {
  languages: {type: 'string'},
  output: {type: 'string', short: 'o'},
  help: {type: 'boolean', short: 'h'},
} as const

/** `pagefacts trim --languages ms,vi,en`: a module of tables for a browser. */
export async function run(argv: readonly string[]): Promise<number> {
  const {values, positionals} = parseFlags(argv, flags)
  if (values.help) return print(help)
  if (positionals.length > 0) throw new Usage(`--languages takes the languages, comma-separated, not ${positionals[0]}`)
  const code = withoutTables(await readFile(new URL('./tables.js', import.meta.url), 'utf8'))
  const module = withTables(code, tablesOf(values.languages))
  if (values.output === undefined) return print(module)
  await writeFile(values.output, module)
  warn(`${values.output}: ${Math.round(gzipSync(module, {level: 9}).length / 1000)} kB gzipped`)
  return 0
}

function tablesOf(languages: string | undefined): Record<string, string> {
  if (languages === undefined) throw new Usage('say which languages with --languages LIST')
  try {
    return trimTables(languages.split(',').map((tag) => tag.trim()))
  } catch (error) {
    throw new Usage((error as Error).message)
  }
}

import {type Output, outputs} from '../node/worker/protocol'
import {serve} from '../node/worker/serve'
import {extractFlags, extractHelp, extractOptions, parseFlags} from './flags'
import {print, Usage, write} from './terminal'
import {version} from './version'

const help = `pagefacts worker: records from standard input to answers on standard output, a line of JSON each

Usage
  pagefacts worker [options] < records.ndjson > answers.ndjson

In   {"id": "a", "text": "…"}    or "html"; also "url", "language", "site"
Out  {"id": "a", "ok": true, …}  or {"id": "a", "ok": false, "error": {"code": "timeout", "message": "…"}}

The first line out is a greeting; then each line in has one line out, in the same order.

Options
      --output FORM      what an answer holds: page (default), record (a flat row for tables), facts,
                         or lines (what \`site\` profiles are counted from)
      --timeout-ms N     time for one record (default 30000)
      --max-bytes N      length of a line of input (default 16777216)
${extractHelp}  -h, --help             this text

Exit codes
  0 the input ended and all of it is answered   2 wrong usage   anything else: start again
`

const flags = {
  ...extractFlags,
  output: {type: 'string'},
  'timeout-ms': {type: 'string'},
  'max-bytes': {type: 'string'},
  help: {type: 'boolean', short: 'h'},
} as const

/** `pagefacts worker`: the line protocol of docs/worker-protocol.md on standard input and output. */
export async function run(argv: readonly string[]): Promise<number> {
  const {values, positionals} = parseFlags(argv, flags)
  if (values.help) return print(help)
  if (positionals.length > 0) throw new Usage(`a worker reads standard input, not ${positionals[0]}`)
  await serve(
    {input: process.stdin, write},
    {
      script: new URL('./worker-thread.js', import.meta.url),
      version: await version(),
      limits: {
        timeoutMs: whole('timeout-ms', values['timeout-ms'] ?? '30000'),
        maxBytes: whole('max-bytes', values['max-bytes'] ?? '16777216'),
      },
      options: {output: outputOf(values.output ?? 'page'), extract: extractOptions(values)},
    },
  )
  return 0
}

/** Longest time a timer of Node holds, 24 days. */
const most = 2 ** 31 - 1

function whole(flag: string, value: string): number {
  if (!/^\d{1,10}$/.test(value) || Number(value) < 1 || Number(value) > most)
    throw new Usage(`--${flag} takes a whole number from 1 to ${most}, not ${value}`)
  return Number(value)
}

function outputOf(name: string): Output {
  const output = outputs.find((known) => known === name)
  if (output === undefined) throw new Usage(`unknown output ${name}; there are ${outputs.join(', ')}`)
  return output
}

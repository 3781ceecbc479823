import {GuardedThread} from './guarded-thread'
import {type Line, splitLines} from './lines'
import {failure, headBytes, idOf, type Limits, protocol, type WorkerOptions} from './protocol'

/** Records that are read ahead of their answers at most; together they also stay below twice the limit of one. */
const window = 64

/** A worker at work: where records come from and where answers go. */
export interface Stdio {
  input: AsyncIterable<Uint8Array>
  /** Resolves when the reader of the answers is ready for more. */
  write: (text: string) => Promise<void>
}

/**
 * Serves the line protocol until the input ends: greets, then answers each line with one line, in order. A record that
 * is too long, takes too long or ends its thread is answered with an error. `script` is the built `thread.ts`.
 */
export async function serve(
  {input, write}: Stdio,
  {script, version, limits, options}: {script: URL; version: string; limits: Limits; options: WorkerOptions},
): Promise<void> {
  const thread = new GuardedThread(script, {workerData: options, timeoutMs: limits.timeoutMs})
  const answerTo = async ({bytes, whole}: Line): Promise<string> => {
    if (!whole) return failure(idOf(bytes), 'too-large', `the line is longer than ${limits.maxBytes} bytes`)
    const result = await thread.run(bytes)
    return typeof result === 'string' ? result : failure(idOf(bytes), result.code, result.message)
  }
  try {
    await write(`${JSON.stringify({hello: 'pagefacts', protocol, version, output: options.output})}\n`)
    await inOrder(splitLines(input, {maxBytes: limits.maxBytes, headBytes}), answerTo, write, limits.maxBytes)
  } finally {
    await thread.close()
  }
}

/** Starts answers while lines come in, writes them in the order of the lines, as soon as each one is there. */
async function inOrder(
  lines: AsyncIterable<Line>,
  answerTo: (line: Line) => Promise<string>,
  write: (text: string) => Promise<void>,
  maxBytes: number,
): Promise<void> {
  const flight: {bytes: number; written: Promise<void>}[] = []
  let bytes = 0
  let last = Promise.resolve()
  for await (const line of lines) {
    const answer = answerTo(line)
    const before = last
    last = (async () => {
      await before
      await write(`${await answer}\n`)
    })()
    flight.push({bytes: line.bytes.length, written: last})
    bytes += line.bytes.length
    while (flight.length >= window || bytes > maxBytes) {
      const oldest = flight.shift()!
      await oldest.written
      bytes -= oldest.bytes
    }
  }
  await last
}

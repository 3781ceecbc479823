import type {ExtractOptions} from '../../options'

/** Version of the line protocol. `docs/worker-protocol.md` is its specification and says when it changes. */
export const protocol = 1

/** What an answer holds of a page. */
export const outputs = ['page', 'record', 'facts', 'lines'] as const
export type Output = (typeof outputs)[number]

/** What a worker does with each record. */
export interface WorkerOptions {
  output: Output
  /** For all records; what a record says itself comes first. */
  extract: ExtractOptions
}

/** Bounds that a record is held to. */
export interface Limits {
  /** Time for one record in milliseconds. */
  timeoutMs: number
  /** Length of a line of input in bytes, without its line feed. */
  maxBytes: number
}

export type ErrorCode = 'invalid-json' | 'invalid-record' | 'too-large' | 'timeout' | 'crashed' | 'internal'
export type Id = string | number | null

/** The answer to a record that gives no page. */
export const failure = (id: Id, code: ErrorCode, message: string): string =>
  JSON.stringify({id, ok: false, error: {code, message}})

/** The id of a record: a string, or an integer that JSON carries exactly. */
export const isId = (id: unknown): id is string | number => typeof id === 'string' || Number.isSafeInteger(id)

/** Bytes of a cut line that are searched for its id. */
export const headBytes = 1024
const leadingId = /^\s*\{\s*"id"\s*:\s*("(?:[^"\\]|\\.)*"|-?\d{1,16})\s*,/

/** The id in a line that was not answered by itself; of a line cut after `headBytes` only an id that comes first. */
export function idOf(line: Uint8Array): Id {
  const text = new TextDecoder().decode(line)
  const found = parse(text)
  const id =
    typeof found === 'object' && found !== null ? (found as {id?: unknown}).id : parse(leadingId.exec(text)?.[1])
  return isId(id) ? id : null
}

function parse(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}

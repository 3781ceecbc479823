import type {RowGroup} from 'hyparquet'
import {csvHead} from './csv'
import type {Rendering} from './renderings'
import {type Column, factTable, pageTable, type Row} from './table'
import {fileTarget, type Target} from './target'

/** What an output needs to go on from a point: its length there and, of Parquet, what its end will have to tell. */
export interface OutputState {
  bytes: number
  rowGroups?: RowGroup[]
}

/** A file that is being written. */
export interface Output {
  write(rendered: Uint8Array | Row[]): void | Promise<void>
  /** Writes what is held back and makes it last. Gives the state to go on from. */
  flush(): Promise<OutputState>
  /** Ends the file: it is whole. */
  close(): Promise<void>
}

const encoder = new TextEncoder()

/** An output of a rendering, or of bad records, to a file or to something that takes bytes; new, or from a state on. */
export async function openOutput(
  rendering: Rendering | 'bad.ndjson',
  to: string | Target,
  state?: OutputState,
): Promise<Output> {
  const target = typeof to === 'string' ? fileTarget(to, state?.bytes ?? 0) : to
  const columns = (rendering.startsWith('pages') ? pageTable : factTable).columns as readonly Column<never>[]
  if (!rendering.endsWith('.parquet'))
    return openText(rendering.endsWith('.csv') ? csvHead(columns) : '', target, state)
  const {openParquet} = await import('./parquet')
  return openParquet(columns, target, state)
}

async function openText(head: string, target: Target, state?: OutputState): Promise<Output> {
  let bytes = state?.bytes ?? 0
  const write = (part: Uint8Array | Row[]) => {
    bytes += part.length
    return target.write(part as Uint8Array)
  }
  if (bytes === 0 && head !== '') await write(encoder.encode(head))
  return {
    write,
    async flush() {
      target.sync()
      return {bytes}
    },
    async close() {
      target.close()
    },
  }
}

import type {RowGroup} from 'hyparquet'
import {ByteWriter, ParquetWriter, schemaFromColumnData} from 'hyparquet-writer'
import type {Output, OutputState} from './output'
import type {Cell, Column, Row} from './table'
import type {Target} from './target'

/** Rows, and about bytes of text, that are held back until they make a row group. */
const mostRows = 100_000
const mostText = 2 ** 26

/**
 * A Parquet file that is written a row group at a time. Its description stands at its end, so a file that is to be gone
 * on with is cut behind its last row group, and described anew.
 */
export async function openParquet(
  columns: readonly Pick<Column<never>, 'name' | 'type'>[],
  target: Target,
  state?: OutputState,
): Promise<Output> {
  const writer = new ByteWriter()
  const described = columns.map(({name, type}) => ({name, type, data: []}))
  const file = new ParquetWriter({
    writer,
    schema: schemaFromColumnData({columnData: described}),
    createdBy: 'pagefacts',
  })
  if (state !== undefined && state.bytes > 0) goOn(file, writer, state)
  let rows: Row[] = []
  let text = 0

  const send = async () => {
    await target.write(writer.getBytes())
    writer.index = 0
  }
  const writeGroup = async () => {
    if (rows.length > 0) {
      const columnData = columns.map(({name}, index) => ({
        name,
        data: rows.map((row) => row[index]),
        offsetIndex: false,
      }))
      file.write({columnData, rowGroupSize: rows.length})
      rows = []
      text = 0
    }
    await send()
  }
  return {
    async write(rendered) {
      for (const row of rendered as Row[]) {
        rows.push(row)
        for (const cell of row) text += sizeOf(cell)
        if (rows.length >= mostRows || text >= mostText) await writeGroup()
      }
    },
    async flush() {
      await writeGroup()
      target.sync()
      return {bytes: writer.offset, rowGroups: [...file.row_groups]}
    },
    async close() {
      await writeGroup()
      file.finish()
      await send()
      target.close()
    },
  }
}

/** Takes up a file behind its last row group. */
function goOn(file: ParquetWriter, writer: ByteWriter, {bytes, rowGroups = []}: OutputState): void {
  writer.index = 0
  writer.offset = bytes
  file.row_groups = rowGroups
  file.num_rows = rowGroups.reduce((sum: bigint, group: RowGroup) => sum + group.num_rows, 0n)
}

const sizeOf = (cell: Cell): number => (typeof cell === 'string' ? cell.length : 8)

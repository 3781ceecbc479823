import {type FileHandle, open} from 'node:fs/promises'
import type {AsyncBuffer, Compressors, FileMetaData, RowGroup} from 'hyparquet'
import {decodeUtf8} from '../charset'
import {type BadRecord, type PageRecord, type Reading, sizeName} from '../record'
import {recordOf} from './fields'

/** A row group: its rows as records, or why they can't be read. */
export type Group = {count: number; record(row: number): PageRecord | BadRecord; error?: never} | {error: string}

/**
 * The row groups of a Parquet file from one on, one in memory at a time; tells before each that it begins, and its share
 * of the file in bytes. Throws when the file's own description can't be read.
 */
export async function* readGroups(
  file: string,
  options: Reading,
  from: number,
  onGroup: (index: number, bytes: number) => void,
): AsyncGenerator<Group> {
  const {parquetMetadataAsync} = await import('hyparquet')
  const handle = await open(file)
  try {
    const {size} = await handle.stat()
    const buffer: AsyncBuffer = {
      byteLength: size,
      slice(start, end = size) {
        const bytes = readRange(handle, start, end, size)
        // read ahead, and never waited for when another column fails
        bytes.catch(() => {})
        return bytes
      },
    }
    const metadata = await parquetMetadataAsync(buffer)
    const names = columnNames(metadata, options)
    let first = 1
    for (const [index, group] of metadata.row_groups.entries()) {
      if (index >= from) {
        onGroup(index, size / metadata.row_groups.length)
        yield await readGroup(buffer, metadata, group, names, options, (row) => `${file}#${first + row}`)
      }
      first += Number(group.num_rows)
    }
  } finally {
    await handle.close()
  }
}

async function readGroup(
  file: AsyncBuffer,
  metadata: FileMetaData,
  group: RowGroup,
  names: string[],
  options: Reading,
  placeOf: (row: number) => string,
): Promise<Group> {
  try {
    const columns = await readColumns(file, metadata, group, names, options)
    return {count: rowCount(columns), record: (row) => recordAt(columns, row, placeOf(row), options)}
  } catch (error) {
    return {error: (error as Error).message}
  }
}

/** The columns that are read, of those in the file. */
function columnNames({schema}: FileMetaData, options: Reading): string[] {
  const there = schema.slice(1).map(({name}) => name)
  if (!there.includes(options.textField))
    throw new Error(`no column ${options.textField}; there are ${there.join(', ') || 'none'}`)
  const {textField, idField, urlField, languageField} = options
  const wanted = new Set([textField, idField, urlField, languageField])
  return there.filter((name) => wanted.has(name))
}

/** Values by the name of their column. */
type Columns = ReadonlyMap<string, unknown[]>

/** Columns of a row group, texts as bytes so that each is decoded only when its row is due. */
async function readColumns(
  file: AsyncBuffer,
  metadata: FileMetaData,
  group: RowGroup,
  names: string[],
  {maxRowGroupBytes}: Reading,
): Promise<Columns> {
  const {parquetRead} = await import('hyparquet')
  checkSize(group, names, maxRowGroupBytes)
  const columns = new Map<string, unknown[]>(names.map((name) => [name, []]))
  await parquetRead({
    file,
    metadata: {...metadata, row_groups: [group], num_rows: group.num_rows},
    columns: names,
    compressors: await limitedCompressors(maxRowGroupBytes),
    parsers: {stringFromBytes: (bytes) => bytes},
    utf8: false,
    onChunk({columnName, columnData}) {
      const column = columns.get(columnName)!
      for (const value of columnData) column.push(value)
    },
  })
  return columns
}

function checkSize(group: RowGroup, names: readonly string[], limit: number): void {
  let bytes = 0
  for (const {meta_data: column} of group.columns)
    if (column !== undefined && names.includes(column.path_in_schema[0]!))
      bytes += Number(column.total_uncompressed_size)
  if (!(bytes >= 0 && bytes <= limit))
    throw new Error(`${sizeName(bytes)}, more than the ${sizeName(limit)} that are allowed`)
}

/** Decompressors that refuse a page which says that it is too large. */
async function limitedCompressors(limit: number): Promise<Compressors> {
  const {compressors, decompressZstd} = await import('hyparquet-compressors')
  // zstd frames state their size too: it must be the one that was checked
  const all: Compressors = {...compressors, ZSTD: (input, length) => decompressZstd(input, new Uint8Array(length))}
  return Object.fromEntries(
    Object.entries(all).map(([codec, decompress]) => [
      codec,
      (input: Uint8Array, length: number) => {
        if (length > limit)
          throw new Error(`a page of ${sizeName(length)}, more than the ${sizeName(limit)} that are allowed`)
        return decompress(input, length)
      },
    ]),
  )
}

function rowCount(columns: Columns): number {
  const counts = new Set([...columns.values()].map(({length}) => length))
  if (counts.size !== 1) throw new Error(`columns of unequal length: ${[...counts].join(', ')} rows`)
  return counts.values().next().value!
}

function recordAt(columns: Columns, index: number, place: string, options: Reading): PageRecord | BadRecord {
  const fields: Record<string, unknown> = {}
  let replaced: number | undefined
  for (const [name, values] of columns) {
    const value: unknown = values[index]
    const decoded = value instanceof Uint8Array ? decodeUtf8(value) : undefined
    fields[name] = decoded ? decoded.text : value
    if (decoded?.replaced !== undefined) replaced = (replaced ?? 0) + decoded.replaced
  }
  return recordOf(fields, place, options, replaced)
}

async function readRange(handle: FileHandle, start: number, end: number, size: number): Promise<ArrayBuffer> {
  if (!(start >= 0 && end >= start && end <= size))
    throw new Error(`bytes ${start} to ${end} of a file of ${size} bytes`)
  const buffer = new ArrayBuffer(end - start)
  let at = 0
  while (at < buffer.byteLength) {
    const {bytesRead} = await handle.read(new Uint8Array(buffer), at, buffer.byteLength - at, start + at)
    if (bytesRead === 0) throw new Error('the file was cut off while it was read')
    at += bytesRead
  }
  return buffer
}

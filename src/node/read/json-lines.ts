import {decodeUtf8} from '../charset'
import {type BadRecord, type PageRecord, type Reading, sizeName} from '../record'
import {Damage, openBytes} from './bytes'
import {recordOf} from './fields'
import {ByteReader} from './reader'

/** Pages of JSON Lines: an object a line, its fields named by the options. */
export async function* readJsonLines(file: string, options: Reading): AsyncGenerator<PageRecord | BadRecord> {
  const reader = new ByteReader(openBytes(file, options))
  try {
    for (let number = 1; ; number++) {
      const place = `${file}:${number}`
      try {
        const line = await reader.line(options.maxRecordBytes)
        if (line === undefined) return
        if (line === null) yield {place, error: `line of more than ${sizeName(options.maxRecordBytes)}`}
        else if (!isBlank(line)) yield readLine(line, place, options)
      } catch (error) {
        if (!(error instanceof Damage)) throw error
        yield {place, error: error.message}
      }
    }
  } finally {
    await reader.close()
  }
}

const isBlank = (line: Buffer): boolean => line.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0d)

function readLine(line: Buffer, place: string, options: Reading): PageRecord | BadRecord {
  const {text, replaced} = decodeUtf8(line)
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    return {place, error: `not JSON: ${(error as Error).message}`}
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {place, error: 'not a JSON object'}
  return recordOf(value as Record<string, unknown>, place, options, replaced)
}

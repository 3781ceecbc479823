import {type BadRecord, type PageRecord, type Reading, sizeName} from '../record'
import {Damage, openBytes} from './bytes'
import {type Content, headerFields, resourceContent, responseContent, textContent} from './http'
import {ByteReader} from './reader'

/** Bytes that a line of a record's header may have. */
const longestHeader = 2 ** 16

type Headers = ReadonlyMap<string, string>

/** What the page is in a record, by the type of the record. Others hold no pages. */
const contents: Record<string, (body: Buffer, headers: Headers, options: Reading) => Content | undefined> = {
  conversion: textContent,
  response: responseContent,
  resource: resourceContent,
}

/**
 * Pages of a WARC file, WET among them: `conversion` records are text; `response` and `resource` records are pages when
 * they hold HTML or plain text and, of responses, when they tell of success. All other records are passed over.
 */
export async function* readWarc(file: string, options: Reading): AsyncGenerator<PageRecord | BadRecord> {
  const reader = new ByteReader(openBytes(file, options))
  try {
    for (let number = 1; ; number++) {
      const place = `${file}#${number}`
      try {
        const {strays, found} = await findRecord(reader)
        if (strays > 0) yield {place, error: `${strays} lines that belong to no record`}
        if (!found) return
        const record = await readRecord(reader, place, options)
        if (record !== undefined) yield record
      } catch (error) {
        if (!(error instanceof Damage)) throw error
        yield {place, error: error.message}
      }
    }
  } finally {
    await reader.close()
  }
}

/** Goes to the next version line, over the blank lines behind a record and over what is damaged. */
async function findRecord(reader: ByteReader): Promise<{strays: number; found: boolean}> {
  for (let strays = 0; ; ) {
    const line = await reader.line(longestHeader)
    if (line === undefined) return {strays, found: false}
    const text = line?.toString('latin1').trimEnd()
    if (text?.startsWith('WARC/1.')) return {strays, found: true}
    if (text !== '') strays++
  }
}

async function readRecord(
  reader: ByteReader,
  place: string,
  options: Reading,
): Promise<PageRecord | BadRecord | undefined> {
  const headers = await readHeaders(reader)
  const length = Number(headers.get('content-length') ?? Number.NaN)
  if (!Number.isSafeInteger(length) || length < 0)
    return {place, error: `wrong Content-Length: ${headers.get('content-length') ?? 'none'}`}
  const contentOf = contents[headers.get('warc-type')?.toLowerCase() ?? '']
  const isLarge = length > options.maxRecordBytes
  const body = contentOf === undefined || isLarge ? undefined : await reader.take(length)
  if ((body?.length ?? (await reader.skip(length))) < length) return {place, error: 'the file ends inside this record'}
  if (contentOf === undefined) return undefined
  if (body === undefined)
    return {place, error: `${sizeName(length)}, more than the ${sizeName(options.maxRecordBytes)} that are allowed`}
  try {
    const content = contentOf(body, headers, options)
    return content && {...namesOf(headers, place), ...content}
  } catch (error) {
    return {place, error: (error as Error).message}
  }
}

async function readHeaders(reader: ByteReader): Promise<Headers> {
  const lines: string[] = []
  for (;;) {
    const line = await reader.line(longestHeader)
    const text = line?.toString('utf8').trimEnd()
    if (line === undefined || text === '') return headerFields(lines)
    if (text !== undefined) lines.push(text)
  }
}

/** Name, place and address of a record. Its id is an URN in angle brackets. */
function namesOf(headers: Headers, place: string): {id: string; place: string; url?: string} {
  const url = headers.get('warc-target-uri')?.replace(/^<|>$/g, '')
  const id = headers.get('warc-record-id')?.replace(/^<urn:uuid:|>$/g, '') ?? url ?? place
  return url === undefined ? {id, place} : {id, place, url}
}

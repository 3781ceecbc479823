import {decodeBytes} from '../charset'
import {type BadRecord, type PageRecord, type Reading, sizeName} from '../record'
import {Damage, openBytes} from './bytes'

/** A file that is one page, of text or HTML, in the charset it says or shows. */
export async function readPageFile(file: string, isHtml: boolean, options: Reading): Promise<PageRecord | BadRecord> {
  const place = file === '-' ? '(standard input)' : file
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of openBytes(file, options)) {
    if (chunk instanceof Damage) return {place, error: chunk.message}
    chunks.push(chunk)
    size += chunk.length
    if (size > options.maxRecordBytes) return {place, error: `more than ${sizeName(options.maxRecordBytes)}`}
  }
  return decode(place, Buffer.concat(chunks), isHtml)
}

function decode(place: string, bytes: Buffer, isHtml: boolean): PageRecord | BadRecord {
  const {text, encoding, replaced} = decodeBytes(bytes)
  // Text holds no NUL characters; two in the first kilobyte are an image or an archive.
  const isBinary = !encoding.startsWith('utf-16') && bytes.subarray(0, 1024).filter((byte) => byte === 0).length > 1
  if (isBinary) return {place, error: 'not a text file'}
  return {id: place, place, ...(replaced === undefined ? {} : {replaced}), ...(isHtml ? {html: text} : {text})}
}

import {brotliDecompressSync, gunzipSync, inflateSync} from 'node:zlib'
import {decodeBytes, decodeUtf8} from '../charset'
import {type Reading, sizeName} from '../record'

/** What a record holds, ready to be read as a page. */
export type Content = {replaced?: number} & ({text: string; html?: never} | {html: string; text?: never})

type Headers = ReadonlyMap<string, string>

/** Header lines by lower-case name; a line that begins with white space goes on with the one before. */
export function headerFields(lines: readonly string[]): Headers {
  const fields = new Map<string, string>()
  let name = ''
  for (const line of lines) {
    const colon = line.indexOf(':')
    if (/^[ \t]/.test(line)) fields.set(name, `${fields.get(name) ?? ''} ${line.trim()}`)
    else if (colon > 0) fields.set((name = line.slice(0, colon).trim().toLowerCase()), line.slice(colon + 1).trim())
  }
  return fields
}

/** Text that was taken from a page, in UTF-8. */
export function textContent(body: Buffer): Content {
  const {text, replaced} = decodeUtf8(body)
  return {text, ...(replaced === undefined ? {} : {replaced})}
}

/** A page that was stored without the HTTP around it. */
export const resourceContent = (body: Buffer, headers: Headers): Content | undefined =>
  contentOf(body, headers.get('content-type'))

/** The page in a stored HTTP response; nothing when it tells of failure or is of another type. */
export function responseContent(message: Buffer, _headers: Headers, options: Reading): Content | undefined {
  const {head, body} = splitMessage(message)
  const [status = '', ...lines] = head.split(/\r?\n/)
  if (!/^HTTP\/\S+ +2\d\d\b/.test(status)) return undefined
  const headers = headerFields(lines)
  const type = headers.get('content-type')
  if (kindOf(type, body) === undefined) return undefined
  const whole = /\bchunked\b/i.test(headers.get('transfer-encoding') ?? '') ? joinChunks(body) : body
  return contentOf(decompress(whole, headers.get('content-encoding'), options), type)
}

function splitMessage(message: Buffer): {head: string; body: Buffer} {
  const end = message.indexOf('\r\n\r\n')
  return end < 0
    ? {head: message.toString('latin1'), body: Buffer.alloc(0)}
    : {head: message.toString('latin1', 0, end), body: message.subarray(end + 4)}
}

function contentOf(body: Buffer, contentType: string | undefined): Content | undefined {
  const kind = kindOf(contentType, body)
  if (kind === undefined) return undefined
  const {text, replaced} = decodeBytes(body, contentType === undefined ? {} : {contentType})
  return {...(replaced === undefined ? {} : {replaced}), ...(kind === 'html' ? {html: text} : {text})}
}

function kindOf(contentType: string | undefined, body: Buffer): 'html' | 'text' | undefined {
  if (contentType === undefined)
    return /^\s*<(!doctype html|html)/i.test(body.toString('latin1', 0, 256)) ? 'html' : undefined
  if (/^\s*(text\/html|application\/xhtml\+xml)\b/i.test(contentType)) return 'html'
  return /^\s*text\/plain\b/i.test(contentType) ? 'text' : undefined
}

/** The body without the lengths of its chunks; as it is when there are none (archives often join it and keep the header). */
function joinChunks(body: Buffer): Buffer {
  const parts: Buffer[] = []
  for (let at = 0; ; ) {
    const end = body.indexOf('\r\n', at)
    const size = /^([0-9a-f]{1,8})\s*(;.*)?$/i.exec(
      end < 0 ? '' : body.toString('latin1', at, Math.min(end, at + 1024)),
    )
    if (size === null) return parts.length === 0 ? body : Buffer.concat(parts)
    const length = Number.parseInt(size[1]!, 16)
    if (length === 0) return Buffer.concat(parts)
    parts.push(body.subarray(end + 2, end + 2 + length))
    at = end + 2 + length + 2
  }
}

const decompressors = {gzip: gunzipSync, 'x-gzip': gunzipSync, deflate: inflateSync, br: brotliDecompressSync}

/** The body without its compression; as it is when the archive has undone it already. Throws when it grows too large. */
function decompress(body: Buffer, encoding: string | undefined, {maxRecordBytes}: Reading): Buffer {
  const name = encoding?.trim().toLowerCase() ?? ''
  if (!Object.hasOwn(decompressors, name) || looksPlain(body)) return body
  try {
    return decompressors[name as keyof typeof decompressors](body, {maxOutputLength: maxRecordBytes})
  } catch (error) {
    const {code, message} = error as NodeJS.ErrnoException
    throw new Error(
      code === 'ERR_BUFFER_TOO_LARGE' ? `body grows to more than ${sizeName(maxRecordBytes)}` : `body: ${message}`,
    )
  }
}

const looksPlain = (body: Buffer): boolean => /^\s*</.test(body.toString('latin1', 0, 64))

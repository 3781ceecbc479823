import {isUtf8} from 'node:buffer'

/** What says how bytes are encoded, beside the bytes themselves. */
export interface CharsetHints {
  /** The `Content-Type` header, such as `text/html; charset=windows-1258`. */
  contentType?: string
}

/** Bytes in which a page names its encoding, by the HTML standard. */
const prescan = 1024

/** A text with its encoding, and how many malformed sequences in it became U+FFFD; absent when none did. */
export interface Decoded {
  text: string
  encoding: string
  replaced?: number
}

/**
 * Text of the bytes of a page: by byte order mark, header, `<meta charset>`, else UTF-8, and windows-1252 where that does
 * not fit (as the Encoding Standard has it for unlabelled Western text). Malformed sequences become U+FFFD.
 */
export function decodeBytes(bytes: Uint8Array, {contentType}: CharsetHints = {}): Decoded {
  const encoding = byMark(bytes) ?? known(charsetIn(contentType)) ?? known(metaCharset(bytes))
  if (encoding !== undefined) return decodeAs(encoding, bytes)
  const decoded = decodeUtf8(bytes)
  // a few broken sequences in a long text are damage, many are another encoding
  return (decoded.replaced ?? 0) * 50 <= decoded.text.length ? decoded : decodeAs('windows-1252', bytes)
}

const utf8 = new TextDecoder('utf-8')

/** Text of UTF-8 bytes; a byte order mark is left out. */
export function decodeUtf8(bytes: Uint8Array): Decoded {
  const text = utf8.decode(bytes)
  if (isUtf8(bytes)) return {text, encoding: 'utf-8'}
  return {text, encoding: 'utf-8', replaced: count(text, replacement) - countBytes(bytes, encodedReplacement)}
}

function decodeAs(encoding: string, bytes: Uint8Array): Decoded {
  if (encoding === 'utf-8') return decodeUtf8(bytes)
  const text = new TextDecoder(encoding).decode(bytes)
  const replaced = count(text, replacement)
  return replaced === 0 ? {text, encoding} : {text, encoding, replaced}
}

const replacement = '\ufffd'
const encodedReplacement = Buffer.from(replacement)

const count = (text: string, part: string): number => text.split(part).length - 1

function countBytes(bytes: Uint8Array, part: Buffer): number {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let found = 0
  for (let at = buffer.indexOf(part); at >= 0; at = buffer.indexOf(part, at + part.length)) found++
  return found
}

function byMark(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined
}

const charsetIn = (text: string | undefined): string | undefined =>
  /charset\s*=\s*["']?([\w:.-]+)/i.exec(text ?? '')?.[1]

function metaCharset(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, prescan))
  const label = charsetIn(/<meta[^>]{0,300}?charset[^>]{0,100}>/i.exec(head)?.[0])
  // a page that can be read as ASCII that far is not UTF-16, whatever it says
  return label?.toLowerCase().startsWith('utf-16') ? 'utf-8' : label
}

/** The label if there is such an encoding. */
function known(label: string | undefined): string | undefined {
  try {
    return label === undefined ? undefined : new TextDecoder(label).encoding
  } catch {
    return undefined
  }
}

/** What says how bytes are encoded, beside the bytes themselves. */
export interface CharsetHints {
  /** The `Content-Type` header, such as `text/html; charset=windows-1258`. */
  contentType?: string
}

/** Bytes in which a page names its encoding, by the HTML standard. */
const prescan = 1024

/**
 * Text of the bytes of a page: by byte order mark, header, `<meta charset>`, else UTF-8, and windows-1252 where that does
 * not fit (as the Encoding Standard has it for unlabelled Western text). Malformed sequences become U+FFFD.
 */
export function decodeBytes(bytes: Uint8Array, {contentType}: CharsetHints = {}): {text: string; encoding: string} {
  const encoding = byMark(bytes) ?? known(charsetIn(contentType)) ?? known(metaCharset(bytes))
  if (encoding !== undefined) return {text: new TextDecoder(encoding).decode(bytes), encoding}
  try {
    return {text: new TextDecoder('utf-8', {fatal: true}).decode(bytes), encoding: 'utf-8'}
  } catch {
    const text = new TextDecoder('utf-8').decode(bytes)
    // a few broken sequences in a long text are damage, many are another encoding
    const broken = text.split('\ufffd').length - 1
    return broken * 50 < text.length
      ? {text, encoding: 'utf-8'}
      : {text: new TextDecoder('windows-1252').decode(bytes), encoding: 'windows-1252'}
  }
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

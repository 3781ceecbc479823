import {inflate} from '../text/inflate'

/** Tables by name, as base64 of raw deflate: the first line of `tables.js` in the package. `pagefacts trim` makes another. */
declare const packed: Readonly<Record<string, string>>

let heads: Uint8Array | undefined

/** The dictionary of the lexicons; empty in a trimmed file. */
const lexiconHeads = (): Uint8Array => (heads ??= readTable('heads') ?? new Uint8Array())

/** A table as part of the code, for bundlers and browsers; `undefined` where the file does not hold it. */
export function readTable(name: string): Uint8Array | undefined {
  const text = packed[name]
  if (text === undefined) return undefined
  return name.startsWith('lexicon/') ? inflate(text, lexiconHeads()) : inflate(text)
}

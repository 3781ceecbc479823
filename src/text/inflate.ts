import {inflateSync} from 'fflate'
import {fromBase64} from './base64'

/** Undoes base64 and raw deflate. The same code everywhere: `node:zlib` of Deno takes no dictionary for it. */
export const inflate = (base64: string, dictionary?: Uint8Array): Uint8Array =>
  inflateSync(fromBase64(base64), dictionary === undefined ? {} : {dictionary})

import {inflateSync} from 'fflate'

/** Undoes base64 and raw deflate. The same code everywhere: `node:zlib` of Deno takes no dictionary for it. */
export function inflate(base64: string, dictionary?: Uint8Array): Uint8Array {
  const binary = atob(base64)
  const bytes = new Uint8Array(binary.length)
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i)
  return inflateSync(bytes, dictionary === undefined ? {} : {dictionary})
}

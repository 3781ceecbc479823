import {Readable} from 'node:stream'

/** Stands for `node:fs` and `node:fs/promises` in readers: there is one file, and it is in memory. */
let file = Buffer.alloc(0)

export const putFile = (bytes: Uint8Array): void => void (file = Buffer.from(bytes))

export const createReadStream = (_name: string, {highWaterMark}: {highWaterMark: number}): Readable =>
  Readable.from(pieces(highWaterMark), {objectMode: true})

function* pieces(size: number): Generator<Buffer> {
  for (let at = 0; at < file.length; at += size) yield file.subarray(at, at + size)
}

export const stat = async () => ({size: file.length})

export const open = async () => ({
  stat,
  close: async () => {},
  read: async (buffer: Uint8Array, offset: number, length: number, position: number) => {
    const bytes = file.subarray(position, position + length)
    buffer.set(bytes, offset)
    return {buffer, bytesRead: bytes.length}
  },
})

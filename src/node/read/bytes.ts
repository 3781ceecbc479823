import {createReadStream} from 'node:fs'
import {stat} from 'node:fs/promises'
import type {Readable} from 'node:stream'
import type {Reading} from '../record'

/** Name of standard input. */
export const standardInput = '-'

/** A gap in the data of a file: what stands before it is cut off, what follows starts anew. */
export class Damage extends Error {}

/** Bytes read at once. */
export const piece = 2 ** 16

/**
 * The bytes of a file, or of standard input, inflated when they are gzip. Gzip may have many members: where one is
 * broken, a `Damage` stands for it and the next member follows. Throws on a truncated file and on a gzip bomb.
 */
export async function* openBytes(file: string, options: Reading): AsyncGenerator<Buffer | Damage> {
  const isFile = file !== standardInput
  const size = isFile ? (await stat(file)).size : 0
  const source = counted(isFile ? createReadStream(file, {highWaterMark: piece}) : process.stdin, options)
  const first = await source.next()
  if (first.done) return
  const whole = chain(first.value, source)
  if (!isGzip(first.value)) return yield* whole
  const {inflate} = await import('./gzip')
  yield* inflate(whole, isFile ? file : undefined, size, options)
}

async function* counted(stream: Readable, {onBytes}: Reading): AsyncGenerator<Buffer> {
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    onBytes(chunk.length)
    yield chunk
  }
}

async function* chain(first: Buffer, rest: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  yield first
  yield* rest
}

const isGzip = (bytes: Buffer): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b

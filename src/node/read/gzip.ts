import {type FileHandle, open} from 'node:fs/promises'
import {pipeline, Readable} from 'node:stream'
import {constants, crc32, createGunzip, inflateRawSync} from 'node:zlib'
import {type Reading, sizeName} from '../record'
import {Damage, piece} from './bytes'

/** A gzip member that can't be inflated; what was read before byte `at` is whole. */
class BrokenMember extends Error {
  constructor(
    message: string,
    readonly at: number,
  ) {
    super(message)
  }
}

/**
 * The bytes in gzip, of one member or of many. `size` is that of `file`, which standard input has not: there a broken member
 * ends everything.
 */
export async function* inflate(
  gzip: AsyncIterable<Buffer>,
  file: string | undefined,
  size: number,
  options: Reading,
): AsyncGenerator<Buffer | Damage> {
  try {
    yield* inflateAll(gzip, size, options)
  } catch (error) {
    if (file === undefined || !(error instanceof BrokenMember)) throw error
    yield* inflateMembers(file, size, error, options)
  }
}

/** `length` is the number of bytes in the stream, where it is known. */
async function* inflateAll(gzip: AsyncIterable<Buffer>, length: number, options: Reading): AsyncGenerator<Buffer> {
  const inflater = createGunzip({chunkSize: 2 * piece})
  pipeline(Readable.from(gzip), inflater, () => {})
  let inflated = 0
  try {
    for await (const chunk of inflater as AsyncIterable<Buffer>) {
      inflated += chunk.length
      refuseBomb(inflated, inflater.bytesWritten, options)
      yield chunk
    }
  } catch (error) {
    const {errno, message} = error as {errno?: number; message: string}
    if (errno === constants.Z_DATA_ERROR) throw new BrokenMember(message, inflater.bytesWritten)
    throw errno === constants.Z_BUF_ERROR ? new Error('truncated gzip: the file ends inside a member') : error
  }
  if (inflater.bytesWritten < length) throw new BrokenMember('no member where one should start', inflater.bytesWritten)
}

function refuseBomb(inflated: number, read: number, {maxRecordBytes, maxExpansion}: Reading): void {
  if (inflated > maxRecordBytes && inflated > maxExpansion * read)
    throw new Error(
      `gzip bomb: ${sizeName(inflated)} from ${sizeName(read)}, more than the ${maxExpansion} times that are allowed`,
    )
}

/** Goes on behind a broken member, one member at a time: slower, but a broken one takes nothing with it. */
async function* inflateMembers(
  file: string,
  size: number,
  {at, message}: BrokenMember,
  {maxRecordBytes, onBytes}: Reading,
): AsyncGenerator<Buffer | Damage> {
  const handle = await open(file)
  try {
    let start = await findMember(handle, at)
    if (start > at) yield new Damage(`broken gzip at byte ${at}: ${message}`)
    while (start < size) {
      let end = start
      let member: Member | Error
      do {
        end = await findMember(handle, end + 1)
        member =
          end - start > maxRecordBytes
            ? new Error('member too large')
            : inflateMember(await bytesOf(handle, start, end), maxRecordBytes)
        // the start of the next one may have been some bytes in this one that look like it
      } while (isCutOff(member) && end < size)
      if (member instanceof Error) yield new Damage(`broken gzip at byte ${start}: ${member.message}`)
      else {
        yield member.content
        if (start + member.length < end)
          yield new Damage(`broken gzip at byte ${start + member.length}: no member where one should start`)
      }
      onBytes(end - start)
      start = end
    }
  } finally {
    await handle.close()
  }
}

/** What a gzip member holds, and how many bytes it has. */
interface Member {
  content: Buffer
  length: number
}

/** Bytes behind the deflated data of a member: its checksum and length. */
const trailer = 8

/** Inflates the gzip member that the bytes begin with; something else may stand behind it. */
function inflateMember(bytes: Buffer, limit: number): Member | Error {
  try {
    const header = headerLength(bytes)
    const {buffer, engine} = inflateRawSync(bytes.subarray(header), {
      info: true,
      maxOutputLength: limit,
    }) as unknown as {
      buffer: Buffer
      engine: {bytesWritten: number}
    }
    const end = header + engine.bytesWritten
    if (bytes.length < end + trailer) return Object.assign(new Error('cut off'), {errno: constants.Z_BUF_ERROR})
    if (bytes.readUInt32LE(end) !== crc32(buffer)) return new Error('incorrect data check')
    return {content: buffer, length: end + trailer}
  } catch (error) {
    return error as Error
  }
}

/** Bytes in front of the deflated data of a member (RFC 1952). */
function headerLength(bytes: Buffer): number {
  const flags = bytes[3]!
  let at = 10
  if (flags & 4) at += 2 + bytes.readUInt16LE(at)
  for (const text of [8, 16]) if (flags & text) at = bytes.indexOf(0, at) + 1
  return flags & 2 ? at + 2 : at
}

const isCutOff = (result: object): boolean => (result as {errno?: number}).errno === constants.Z_BUF_ERROR

async function bytesOf(handle: FileHandle, start: number, end: number): Promise<Buffer> {
  const {buffer, bytesRead} = await handle.read(Buffer.alloc(end - start), 0, end - start, start)
  return buffer.subarray(0, bytesRead)
}

/** How gzip members with the deflate method begin. */
const memberStart = Buffer.from([0x1f, 0x8b, 0x08])

/** Where the next member starts at or behind `from`; the size of the file when there is none. */
async function findMember(handle: FileHandle, from: number): Promise<number> {
  for (let at = from; ; at += piece - memberStart.length + 1) {
    const bytes = await bytesOf(handle, at, at + piece)
    const found = bytes.indexOf(memberStart)
    if (found >= 0) return at + found
    if (bytes.length < piece) return at + bytes.length
  }
}

import assert from 'node:assert/strict'
import {gzipSync} from 'node:zlib'
import {type BadRecord, isBad, type PageRecord, type Reading, reading} from '../src/node/record'
import {putFile} from './memory-files'

/** Limits low enough to be met. */
export const options: Reading = reading({maxRecordBytes: 300, maxExpansion: 20, maxRowGroupBytes: 2 ** 16})

/** How the input stands in a file behind a good record: as it is, gzipped with it, or between gzip members. */
const wrappings: readonly ((input: Uint8Array, good: Uint8Array) => Uint8Array)[] = [
  (input, good) => Buffer.concat([good, input]),
  (input, good) => gzipSync(Buffer.concat([good, input]), {level: 1}),
  (input, good) => Buffer.concat([gzipSync(good, {level: 1}), input, gzipSync('tail')]),
]

/**
 * Reads a file that holds a good record and then the input, whose first byte chooses how it stands there. The good record
 * comes out first and whole; whatever else comes is a page or a reason, and nothing is thrown.
 */
export async function readBehind(
  good: {bytes: Uint8Array; text: string},
  input: Uint8Array,
  read: (file: string, options: Reading) => AsyncIterable<PageRecord | BadRecord>,
): Promise<void> {
  const wrapping = (input[0] ?? 0) % wrappings.length
  putFile(wrappings[wrapping]!(input.subarray(1), good.bytes))
  // a member is looked for within that limit, and the good one ends where the next begins
  const limits = wrapping === 2 ? {...options, maxRecordBytes: 2000} : options
  let count = 0
  for await (const record of all(read('input', limits))) {
    if (count++ === 0) assert.equal((record as PageRecord).text, good.text)
    expectRecord(record)
  }
  assert.ok(count > 0)
}

/** The records, and behind them what ends the file before its time, as the reader of corpora puts it. */
async function* all(records: AsyncIterable<PageRecord | BadRecord>): AsyncGenerator<PageRecord | BadRecord> {
  try {
    yield* records
  } catch (error) {
    assert.match((error as Error).message, /^(gzip bomb: |truncated gzip: )/)
  }
}

export function expectRecord(record: PageRecord | BadRecord): void {
  assert.equal(typeof record.place, 'string')
  if (isBad(record)) assert.ok(record.error.length > 0)
  else assert.equal(typeof (record.html ?? record.text), 'string')
}

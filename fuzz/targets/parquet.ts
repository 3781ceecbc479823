import {parquetWriteBuffer} from 'hyparquet-writer'
import {readGroups} from '../../src/node/read/parquet-file'
import {putFile} from '../memory-files'
import {expectRecord, options} from '../records'

const table = (codec: 'SNAPPY' | 'UNCOMPRESSED', texts: (string | null)[]): Uint8Array =>
  new Uint8Array(
    parquetWriteBuffer({
      columnData: [
        {name: 'id', type: 'INT32', data: texts.map((_, index) => index)},
        {name: 'text', type: 'STRING', data: texts},
      ],
      rowGroupSize: 3,
      codec,
    }),
  )

export const words = [
  'PAR1',
  'text',
  'id',
  '\0',
  '\0\0\0\x01',
  '\x15\x02',
  '\x15\x04',
  '\x19\x1c',
  '\x18\x04',
  '\x7f\x7f\x7f\x07',
]
export const seeds = [
  table('UNCOMPRESSED', ['a', null, 'c', 'd']),
  table('SNAPPY', ['same', 'same', 'same', 'same', 'ü'.repeat(40)]),
  table('UNCOMPRESSED', []),
]
/** In the product a process of its own runs this, which memory and time end: `readParquet`. */
export const isGuarded = true

export async function fuzz(input: Uint8Array): Promise<void> {
  putFile(input)
  try {
    for await (const group of readGroups('input', options, 0, () => {}))
      if (group.error === undefined) for (let row = 0; row < group.count; row++) expectRecord(group.record(row))
  } catch (error) {
    // its own description cannot be read: one bad record stands for the file
    if (!(error instanceof Error) || error.name === 'AssertionError') throw error
  }
}

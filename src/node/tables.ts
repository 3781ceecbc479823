import {closeSync, openSync, readSync} from 'node:fs'

/** Where the tables stand beside the code: the length of the index, the index, the tables. See `scripts/write-tables.ts`. */
const file = new URL('./tables.bin', import.meta.url)

interface Places {
  /** Byte behind the index, from which tables are counted. */
  start: number
  /** First byte and length of each table. */
  tables: Readonly<Record<string, readonly [number, number]>>
}
let places: Places | undefined

/** A table, read from the file of the package when it is asked for: an import stays small. `undefined` where there is none. */
export function readTable(name: string): Uint8Array | undefined {
  return withFile((descriptor) => {
    places ??= readPlaces(descriptor)
    const place = places.tables[name]
    return place && readBytes(descriptor, places.start + place[0], place[1])
  })
}

/** Names of all tables. */
export const tableNames = (): readonly string[] =>
  Object.keys(withFile((descriptor) => (places ??= readPlaces(descriptor))).tables)

function withFile<T>(use: (descriptor: number) => T): T {
  const descriptor = openSync(file, 'r')
  try {
    return use(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

function readPlaces(descriptor: number): Places {
  const [length] = new Uint32Array(readBytes(descriptor, 0, 4).buffer) as unknown as [number]
  const index = new TextDecoder().decode(readBytes(descriptor, 4, length))
  return {start: 4 + length, tables: JSON.parse(index)}
}

function readBytes(descriptor: number, start: number, length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length)
  for (let at = 0; at < length; ) {
    const read = readSync(descriptor, bytes, at, length - at, start + at)
    if (read === 0) throw new Error(`${file.pathname} is cut off`)
    at += read
  }
  return bytes
}

import {deflateRawSync} from 'node:zlib'

/** Tables by name. */
export type Tables = ReadonlyMap<string, Uint8Array>

/** A table as the module for browsers holds it. */
export const packTable = (bytes: Uint8Array): string => deflateRawSync(bytes, {level: 9}).toString('base64')

/** The module for browsers: what a built one has behind its first line, with other tables. */
export const withTables = (code: string, packed: Readonly<Record<string, string>>): string =>
  `const packed=${JSON.stringify(packed)};\n${code}`

/** The code of a module for browsers that has its tables already. */
export const withoutTables = (module: string): string => module.slice(module.indexOf('\n') + 1)

/** The file for Node: the length of the index, the index with first byte and length of each table, the tables. */
export function joinTables(tables: Tables): Uint8Array {
  let at = 0
  const index = JSON.stringify(
    Object.fromEntries(
      [...tables].map(([name, {length}]) => {
        at += length
        return [name, [at - length, length]]
      }),
    ),
  )
  const head = Buffer.from(index)
  return Buffer.concat([new Uint8Array(Uint32Array.of(head.length).buffer), head, ...tables.values()])
}

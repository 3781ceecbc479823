import {readFileSync} from 'node:fs'
import type * as embedded from '../tables'

type Tables = typeof embedded

/** The large tables as in `../tables.ts`, each read from its file in the package on first use: an import stays small. */
function table<Name extends keyof Tables>(name: Name): Tables[Name] {
  let read: unknown
  const load = (): unknown =>
    (read ??= JSON.parse(readFileSync(new URL(`./tables/${name}.json`, import.meta.url), 'utf8')))
  return load as Tables[Name]
}

export const lexiconTables = table('lexiconTables')
export const languageTables = table('languageTables')
export const trigramTables = table('trigramTables')
export const cueTables = table('cueTables')
export const roleTables = table('roleTables')

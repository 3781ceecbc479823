import {type ParseArgsConfig, parseArgs} from 'node:util'
import {checkOptions, type ExtractOptions} from '../options'
import type {FactKind} from '../page'
import {Usage} from './terminal'

/** The flags that say how pages are read, the same in every command. */
export const extractFlags = {
  language: {type: 'string'},
  region: {type: 'string'},
  reference: {type: 'string'},
  kinds: {type: 'string'},
  explain: {type: 'boolean'},
} as const

export const extractHelp = `      --language TAG     BCP 47 tag of the pages; detected when absent
      --region CODE      ISO 3166-1 country: what "$" and 03/11/2025 mean
      --reference DAY    ISO 8601 day that relative dates count from
      --kinds LIST       kinds of facts, comma-separated (default: all but number,ordinal)
      --explain          say why each line was kept or dropped
`

type FlagTable = NonNullable<ParseArgsConfig['options']>
/** What a table of flags parses to. */
export type Values<T extends FlagTable> = {
  [name in keyof T]?: T[name]['type'] extends 'boolean' ? boolean : string
}

/** Arguments by a table of flags. Throws `Usage` on an unknown flag or a missing value. */
export function parseFlags<T extends FlagTable>(
  argv: readonly string[],
  flags: T,
): {values: Values<T>; positionals: string[]} {
  try {
    return parseArgs({args: [...argv], options: flags, allowPositionals: true}) as {
      values: Values<T>
      positionals: string[]
    }
  } catch (error) {
    throw new Usage((error as Error).message)
  }
}

/** Options of `extract` from the flags. Throws `Usage` on a wrong value. */
export function extractOptions(values: Values<typeof extractFlags>): ExtractOptions {
  const options: ExtractOptions = {
    ...(values.language === undefined ? {} : {language: values.language}),
    ...(values.region === undefined ? {} : {region: values.region}),
    ...(values.reference === undefined ? {} : {referenceDate: values.reference}),
    ...(values.kinds === undefined ? {} : {kinds: values.kinds.split(',').map((kind) => kind.trim()) as FactKind[]}),
    ...(values.explain ? {explain: true} : {}),
  }
  try {
    checkOptions(options)
  } catch (error) {
    throw new Usage((error as Error).message)
  }
  return options
}

import {type ParseArgsConfig, parseArgs} from 'node:util'
import {standardInput} from '../node/read/bytes'
import {inputFormats, type ReadOptions} from '../node/record'
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

/** The flags that say what the inputs are. */
export const readFlags = {
  input: {type: 'string'},
  html: {type: 'boolean'},
  'text-field': {type: 'string'},
  'id-field': {type: 'string'},
  'url-field': {type: 'string'},
  'language-field': {type: 'string'},
  'max-record': {type: 'string'},
} as const

export const readHelp = `      --input FORMAT     ${inputFormats.join(', ')}: instead of what the name says
      --html             texts and text fields hold HTML
      --text-field NAME  field or column with the text (default: text)
      --id-field NAME    ... with the page's own name (default: id)
      --url-field NAME   ... with its address (default: url)
      --language-field NAME   ... with its language, BCP 47 (default: none)
      --max-record MIB   size from which a record is bad instead of read (default: 64)
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

/** Options of readers from the flags. Throws `Usage` on a wrong value. */
export function readOptions(values: Values<typeof readFlags>): ReadOptions {
  const format = inputFormats.find((name) => name === values.input)
  if (values.input !== undefined && format === undefined)
    throw new Usage(`unknown input ${values.input}; there are ${inputFormats.join(', ')}`)
  return {
    ...(format === undefined ? {} : {format}),
    ...(values['text-field'] === undefined ? {} : {textField: values['text-field']}),
    ...(values['id-field'] === undefined ? {} : {idField: values['id-field']}),
    ...(values['url-field'] === undefined ? {} : {urlField: values['url-field']}),
    ...(values['language-field'] === undefined ? {} : {languageField: values['language-field']}),
    ...(values.html ? {html: true} : {}),
    maxRecordBytes: Math.round(positive('max-record', values['max-record'], 64) * 2 ** 20),
  }
}

/** Standard input is read when nothing is named. */
export const inputNames = (positionals: readonly string[]): readonly string[] =>
  positionals.length === 0 ? [standardInput] : positionals

/** A number above 0 from the value of a flag. Throws `Usage` on anything else. */
export function positive(flag: string, text: string | undefined, byDefault: number): number {
  const value = text === undefined ? byDefault : Number(text)
  if (!(value > 0 && value < Infinity)) throw new Usage(`--${flag} takes a number above 0, not ${text}`)
  return value
}

/** A whole number from 1 on. */
export function whole(flag: string, text: string | undefined, byDefault: number): number {
  const value = positive(flag, text, byDefault)
  if (!Number.isInteger(value)) throw new Usage(`--${flag} takes a whole number, not ${text}`)
  return value
}

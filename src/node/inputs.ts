import {stat} from 'node:fs/promises'
import path from 'node:path'
import {standardInput} from './read/bytes'
import {type BadRecord, type InputFormat, type PageRecord, type Reading, type ReadOptions, reading} from './record'

/** A file of a corpus, with its size in bytes and when it was changed; both 0 for standard input. */
export interface Input {
  file: string
  format: InputFormat
  bytes: number
  changed: number
}

/** Formats by the ends of names. Anything else is text. */
const formatsByName: [RegExp, InputFormat][] = [
  [/\.html?$/i, 'html'],
  [/\.(jsonl|ndjson)$/i, 'jsonl'],
  [/\.(warc|wet)$/i, 'warc'],
  [/\.parquet$/i, 'parquet'],
]

const folderFiles = '**/*.{txt,text,html,htm,jsonl,ndjson,warc,wet,parquet}{,.gz}'
/** Pages with their findings, which are no pages themselves. */
const notes = ['**/*.findings.txt', '**/*.facts.txt']

/** The files that names stand for: files, folders, globs, `-` for standard input; in a stable order. */
export async function findInputs(
  names: readonly string[],
  {format}: Pick<ReadOptions, 'format'> = {},
): Promise<(Input | BadRecord)[]> {
  const found: (Input | BadRecord)[] = []
  for (const name of names) {
    if (name === standardInput) found.push({file: name, format: format ?? 'text', bytes: 0, changed: 0})
    else
      for (const file of await filesOf(name)) found.push(typeof file === 'string' ? await inputOf(file, format) : file)
  }
  return found
}

async function filesOf(name: string): Promise<(string | BadRecord)[]> {
  const info = await stat(name).catch(() => undefined)
  if (info !== undefined && !info.isDirectory()) return [name]
  const {glob} = await import('tinyglobby')
  const found = info
    ? await glob(folderFiles, {cwd: name, ignore: notes})
    : await glob(name, {expandDirectories: false})
  const files = found.map((file) => (info ? path.join(name, file) : file)).sort()
  if (files.length > 0) return files
  return [{place: name, error: info ? 'no pages in this folder' : 'no such file or folder'}]
}

async function inputOf(file: string, format?: InputFormat): Promise<Input | BadRecord> {
  try {
    const {size, mtimeMs} = await stat(file)
    return {file, format: format ?? formatOf(file), bytes: size, changed: mtimeMs}
  } catch (error) {
    return {place: file, error: reasonOf(error)}
  }
}

function formatOf(file: string): InputFormat {
  const bare = file.replace(/\.gz$/i, '')
  return formatsByName.find(([pattern]) => pattern.test(bare))?.[1] ?? 'text'
}

type Records = AsyncIterable<PageRecord | BadRecord> | Iterable<PageRecord | BadRecord>
/** How the files of each format are read; the code is loaded when there is one. */
const readers: Record<InputFormat, (file: string, options: Reading) => Promise<Records>> = {
  text: (file, options) => readPage(file, options.html, options),
  html: (file, options) => readPage(file, true, options),
  jsonl: async (file, options) => (await import('./read/json-lines')).readJsonLines(file, options),
  warc: async (file, options) => (await import('./read/warc')).readWarc(file, options),
  parquet: async (file, options) => (await import('./read/parquet')).readParquet(file, options),
}

async function readPage(file: string, isHtml: boolean, options: Reading): Promise<Records> {
  const {readPageFile} = await import('./read/page-file')
  return [await readPageFile(file, isHtml, options)]
}

/** The records of one file. What ends it before its time is its last record, a bad one: nothing is thrown. */
export async function* readInput(input: Input, options: Reading): AsyncGenerator<PageRecord | BadRecord> {
  const {file, format} = input
  try {
    yield* await readers[format](file, options)
  } catch (error) {
    yield {place: file, error: reasonOf(error)}
  }
}

/** Messages of the system without their code and call: `no such file or directory`. */
const reasonOf = (error: unknown): string => (error as Error).message.replace(/^E[A-Z]+: (.*?), \w+.*$/, '$1')

/**
 * The pages of a corpus, one after the other, in constant memory: text, HTML, JSON Lines, WARC, WET and Parquet files,
 * gzipped or not, by their names or `format`. What can't be read comes as a bad record with its place and the reason.
 */
export async function* readRecords(
  names: string | readonly string[],
  options: ReadOptions = {},
): AsyncGenerator<PageRecord | BadRecord> {
  const settled = reading(options)
  for (const input of await findInputs(typeof names === 'string' ? [names] : names, options)) {
    if ('error' in input) yield input
    else yield* readInput(input, settled)
  }
}

/** A page of a corpus as its reader found it: its text, or its HTML. */
export type PageRecord = {
  /** Its own name, else its address, else its place. */
  id: string
  /** Where it stands, for people: `crawl.jsonl:17`. */
  place: string
  url?: string
  /** BCP 47, when the corpus says so. */
  language?: string
  /** Malformed byte sequences that became U+FFFD; absent when there were none. */
  replaced?: number
} & ({text: string; html?: never} | {html: string; text?: never})

/** What could not be read, and why. The reader goes on behind it. */
export interface BadRecord {
  place: string
  error: string
}

export const isBad = (record: object): record is BadRecord => 'error' in record

export const inputFormats = ['text', 'html', 'jsonl', 'warc', 'parquet'] as const
export type InputFormat = (typeof inputFormats)[number]

export interface ReadOptions {
  /** Format of all inputs; by default each by its name. */
  format?: InputFormat
  /** Fields of JSON Lines, columns of Parquet. Defaults: `text`, `id`, `url`, and no language. */
  textField?: string
  idField?: string
  urlField?: string
  languageField?: string | undefined
  /** Whether texts and text fields hold HTML. */
  html?: boolean
  /** Bytes above which a record is bad instead of read. Default 64 MiB. */
  maxRecordBytes?: number
  /** How many times larger than its file gzip data may grow. Default 200; counts from `maxRecordBytes` on. */
  maxExpansion?: number
  /** Bytes above which a Parquet row group, which is in memory as a whole, is bad. Default 1 GiB. */
  maxRowGroupBytes?: number
  /** Told how many bytes of a file were read since the last call. */
  onBytes?: (count: number) => void
}

/** Options with their defaults. */
export type Reading = Required<Omit<ReadOptions, 'format' | 'languageField'>> & {languageField: string | undefined}

export const reading = (options: ReadOptions): Reading => ({
  textField: options.textField ?? 'text',
  idField: options.idField ?? 'id',
  urlField: options.urlField ?? 'url',
  languageField: options.languageField,
  html: options.html ?? false,
  maxRecordBytes: options.maxRecordBytes ?? 2 ** 26,
  maxExpansion: options.maxExpansion ?? 200,
  maxRowGroupBytes: options.maxRowGroupBytes ?? 2 ** 30,
  onBytes: options.onBytes ?? (() => {}),
})

/** Bytes as people write them: `64 MiB`. */
export function sizeName(bytes: number): string {
  const step = Math.min(4, Math.floor(Math.log2(Math.max(1, bytes)) / 10))
  return `${Number((bytes / 2 ** (10 * step)).toPrecision(3))} ${['bytes', 'KiB', 'MiB', 'GiB', 'TiB'][step]}`
}

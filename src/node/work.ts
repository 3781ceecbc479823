import {extract} from '../extract'
import type {ExtractOptions} from '../options'
import type {Page} from '../page'
import type {PageRecord} from './record'
import {isText, type Rendering, type Row, renderings} from './write/renderings'

/** What is done with records, in this thread or in another. */
export interface Job {
  options: ExtractOptions
  renderings: readonly Rendering[]
}

/** A batch of records, done: for each rendering its bytes or its rows. */
export interface Done {
  outputs: (Uint8Array | Row[])[]
  pages: number
  facts: number
  /** Records without a page, by their index in the batch. */
  bad: {index: number; error: string}[]
}

/** The page of a record; what the record says of itself goes before the options. */
export async function extractRecord(record: PageRecord, options: ExtractOptions): Promise<Page> {
  const {url, language} = record
  const own = {...options, ...(url === undefined ? {} : {url}), ...(language === undefined ? {} : {language})}
  if (record.html === undefined) return extract(record.text, own)
  const {extractHtml} = await import('../html')
  return extractHtml(record.html, own)
}

/** Something that does a job on batches of records. */
export interface Workers {
  run(records: PageRecord[]): Promise<Done>
  close(): Promise<void>
}

/** The job on the calling thread. */
export const noWorkers = (job: Job): Workers => ({run: (records) => workOn(records, job), close: async () => {}})

const encoder = new TextEncoder()

/** Extracts and renders a batch. A record that fails is bad; it stops nothing. */
export async function workOn(records: readonly PageRecord[], {options, renderings: names}: Job): Promise<Done> {
  const rendered = names.map((): (string | Row[])[] => [])
  const done: Done = {outputs: [], pages: 0, facts: 0, bad: []}
  for (const [index, record] of records.entries()) {
    try {
      const page = await extractRecord(record, options)
      const parts = names.map((name) => renderings[name](record, page))
      for (const [output, part] of parts.entries()) rendered[output]!.push(part)
      done.pages++
      done.facts += page.facts.length
    } catch (error) {
      done.bad.push({index, error: (error as Error).message})
    }
  }
  done.outputs = rendered.map((parts, output) =>
    isText(names[output]!) ? encoder.encode(parts.join('')) : (parts.flat() as Row[]),
  )
  return done
}

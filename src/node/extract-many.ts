import {availableParallelism} from 'node:os'
import {abortable} from '../abortable'
import {checkOptions, type ExtractOptions} from '../options'
import type {Page} from '../page'
import {mapBatches} from './batches'
import type {BadRecord, PageRecord} from './record'
import type {Done} from './work'

/** A text, a page with a name of the caller's own, or what `readRecords` gives. */
export type ManyInput =
  | string
  | BadRecord
  | ({id?: unknown; place?: string; url?: string; language?: string} & (
      | {text: string; html?: never}
      | {html: string; text?: never}
    ))

/** A page, or why there is none, with what the input said of it; `id` is its number where it had none. */
export type ManyResult = {id: unknown; place?: string; url?: string} & (
  | {page: Page; error?: never}
  | {error: Error; page?: never}
)

export interface ManyOptions extends ExtractOptions {
  /** Threads. Default: as many as the machine runs at once. With 1 the calling thread does the work. */
  concurrency?: number
  /** Stops everything: no further page is given, and the signal's reason is thrown. */
  signal?: AbortSignal
}

/**
 * Pages for the items of a source, on several threads, in the order of the source. Memory stays bounded: the source is
 * read no further ahead than keeps the threads busy. A bad item comes back as `error` and stops nothing. Throws
 * `TypeError` on wrong options, the signal's reason when it is aborted, and what the source throws.
 */
export async function* extractMany(
  source: AsyncIterable<ManyInput> | Iterable<ManyInput>,
  options: ManyOptions = {},
): AsyncGenerator<ManyResult, void, undefined> {
  const {concurrency = availableParallelism(), signal, ...common} = options
  checkOptions(common)
  if (!Number.isInteger(concurrency) || concurrency < 1)
    throw new TypeError(`Expected \`concurrency\` as a number of threads, got ${String(concurrency)}`)
  const items = numbered(source, signal)
  if (concurrency === 1) {
    const {extractRecord} = await import('./work')
    for await (const item of items) yield await alone(item, (record) => extractRecord(record, common))
    return
  }
  const {workers} = await import('./workers')
  const pool = workers({options: common, renderings: ['message']}, concurrency)
  try {
    const work = async (batch: Item[]): Promise<ManyResult[]> => {
      const good = batch.filter((item): item is GoodItem => item.record !== undefined)
      return resultsOf(batch, good, await pool.run(good.map(({record}) => record)))
    }
    const weigh = ({record}: Item): number => (record?.text ?? record?.html ?? '').length
    for await (const results of mapBatches(items, work, {weigh, window: 2 * concurrency, signal})) yield* results
  } finally {
    await pool.close()
  }
}

interface Names {
  id: unknown
  place?: string
  url?: string
}
interface GoodItem {
  names: Names
  record: PageRecord
  error?: never
}
type Item = GoodItem | {names: Names; record?: never; error: Error}

async function* numbered(
  source: AsyncIterable<ManyInput> | Iterable<ManyInput>,
  signal: AbortSignal | undefined,
): AsyncGenerator<Item> {
  let index = 0
  for await (const input of abortable(source, signal)) yield itemOf(input, index++)
}

/** The input with its names apart: those need not be cloneable. */
function itemOf(input: ManyInput, index: number): Item {
  const given = (typeof input === 'object' && input !== null ? input : {text: input}) as Record<string, unknown>
  const {id = index, place, url, language, text, html, error} = given as Partial<PageRecord> & {error?: unknown}
  const names: Names = {id, ...(place === undefined ? {} : {place}), ...(url === undefined ? {} : {url})}
  if (error !== undefined) return {names, error: error instanceof Error ? error : new Error(String(error))}
  const content = html ?? text
  if (typeof content !== 'string')
    return {names, error: new TypeError(`Expected the text as a string, got ${String(content)}`)}
  const own = {...(url === undefined ? {} : {url}), ...(language === undefined ? {} : {language})}
  return {names, record: {id: '', place: '', ...own, ...(html === undefined ? {text: content} : {html: content})}}
}

async function alone(
  {names, record, error}: Item,
  extractRecord: (record: PageRecord) => Promise<Page>,
): Promise<ManyResult> {
  if (error !== undefined) return {...names, error}
  try {
    return {...names, page: await extractRecord(record)}
  } catch (failure) {
    return {...names, error: failure as Error}
  }
}

/** Results for a batch: pages as they came from the thread, with the texts that stayed here. */
function resultsOf(batch: readonly Item[], good: readonly GoodItem[], {outputs, bad}: Done): ManyResult[] {
  const messages = (outputs[0] as string[][]).values()
  const errors = new Map<Item, Error>(bad.map(({index, error}) => [good[index]!, new Error(error)]))
  return batch.map((item) => {
    const {names, record} = item
    const error = item.error ?? errors.get(item)
    if (error !== undefined) return {...names, error}
    const page = JSON.parse(messages.next().value![0]!) as Page
    if (record?.text !== undefined) page.text = record.text
    return {...names, page}
  })
}

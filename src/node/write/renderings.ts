import type {Page} from '../../page'
import type {PageRecord} from '../record'
import {csvLine} from './csv'
import {factTable, pageTable, type Row, rowsOf, type Table} from './table'

export type {Row} from './table'

/** What a page becomes in an output: text, or rows for a file of columns. */
type Render = (record: PageRecord, page: Page) => string | Row[]

const csv =
  <T>(table: Table<T>): Render =>
  (record, page) =>
    rowsOf(table, record, page).map(csvLine).join('')

const rows =
  <T>(table: Table<T>): Render =>
  (record, page) =>
    rowsOf(table, record, page)

const pageLine: Render = ({id, url, place}, page) => `${JSON.stringify({id, url, place, ...page})}\n`

const factLines: Render = ({id, url}, page) =>
  page.facts.map((fact) => `${JSON.stringify({id, url, ...fact})}\n`).join('')

/** A page as one cell of JSON without its text, which the asking thread has. */
const message: Render = (record, page) => [[JSON.stringify(record.html === undefined ? {...page, text: ''} : page)]]

/** By content and format. */
export const renderings = {
  'pages.ndjson': pageLine,
  'pages.csv': csv(pageTable),
  'pages.parquet': rows(pageTable),
  'facts.ndjson': factLines,
  'facts.csv': csv(factTable),
  'facts.parquet': rows(factTable),
  message,
} satisfies Record<string, Render>

export type Rendering = keyof typeof renderings

/** Whether a rendering is text; the others are rows. */
export const isText = (rendering: Rendering): boolean => /\.(ndjson|csv)$/.test(rendering)

const fileFormats = ['ndjson', 'csv', 'parquet'] as const

/** The rendering for a file of pages or facts, by the end of its name. Throws `TypeError` when that says nothing. */
export function renderingOf(content: 'pages' | 'facts', file: string): Rendering {
  const format = fileFormats.find((name) => file.toLowerCase().endsWith(`.${name}`))
  if (format === undefined)
    throw new TypeError(
      `Expected a file of ${content} that ends in .${fileFormats.join(', .')}, got ${JSON.stringify(file)}`,
    )
  return `${content}.${format}`
}

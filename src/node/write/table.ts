import type {Amount, Fact, Page, Span} from '../../page'
import type {PageRecord} from '../record'

export type Cell = string | number | undefined
/** A row, its cells in the order of the columns. */
export type Row = Cell[]

/** A column, and where an item has its cell. */
export interface Column<T> {
  name: string
  type: 'STRING' | 'DOUBLE' | 'INT32'
  of(item: T): Cell
}

/** A kind of table: columns, and the rows that a page gives. */
export interface Table<T> {
  columns: readonly Column<T>[]
  items(record: PageRecord, page: Page): T[]
}

interface PageItem {
  record: PageRecord
  page: Page
}

interface FactItem extends PageItem {
  fact: Fact & Amount & {currency?: string; unit?: string; iso?: string; per?: Span; noun?: Span}
}

const at = ({text}: Page, span: Span | undefined): string | undefined => span && text.slice(span.start, span.end)

/** The lines of the article itself. */
const contentOf = ({blocks, text}: Page): string =>
  blocks
    .filter(({content}) => content)
    .map(({start, end}) => text.slice(start, end))
    .join('\n')

/** A row a page. */
export const pageTable: Table<PageItem> = {
  items: (record, page) => [{record, page}],
  columns: [
    {name: 'id', type: 'STRING', of: ({record}) => record.id},
    {name: 'url', type: 'STRING', of: ({record}) => record.url},
    {name: 'place', type: 'STRING', of: ({record}) => record.place},
    {name: 'language', type: 'STRING', of: ({page}) => page.language.tag},
    {name: 'language_confidence', type: 'DOUBLE', of: ({page}) => page.language.confidence},
    {name: 'title', type: 'STRING', of: ({page}) => at(page, page.title)},
    {name: 'standfirst', type: 'STRING', of: ({page}) => at(page, page.standfirst)},
    {name: 'publisher', type: 'STRING', of: ({page}) => at(page, page.publisher)},
    {name: 'author', type: 'STRING', of: ({page}) => at(page, page.author)},
    {name: 'site_name', type: 'STRING', of: ({page}) => at(page, page.siteName)},
    {name: 'published', type: 'STRING', of: ({page}) => page.published?.iso},
    {name: 'updated', type: 'STRING', of: ({page}) => page.updated?.iso},
    {name: 'source_url', type: 'STRING', of: ({page}) => page.source?.url},
    {name: 'facts', type: 'INT32', of: ({page}) => page.facts.length},
    {name: 'content', type: 'STRING', of: ({page}) => contentOf(page)},
    {name: 'text', type: 'STRING', of: ({page}) => page.text},
  ],
}

/** A row a fact, with what is known of its page. `start` and `end` count in the `text` of the page, in UTF-16 units. */
export const factTable: Table<FactItem> = {
  items: (record, page) => page.facts.map((fact) => ({record, page, fact})),
  columns: [
    {name: 'id', type: 'STRING', of: ({record}) => record.id},
    {name: 'url', type: 'STRING', of: ({record}) => record.url},
    {name: 'language', type: 'STRING', of: ({page}) => page.language.tag},
    {name: 'publisher', type: 'STRING', of: ({page}) => at(page, page.publisher)},
    {name: 'published', type: 'STRING', of: ({page}) => page.published?.iso},
    {name: 'kind', type: 'STRING', of: ({fact}) => fact.kind},
    {name: 'value', type: 'DOUBLE', of: ({fact}) => fact.value},
    {name: 'min', type: 'DOUBLE', of: ({fact}) => fact.min},
    {name: 'max', type: 'DOUBLE', of: ({fact}) => fact.max},
    {name: 'exact', type: 'STRING', of: ({fact}) => fact.exact},
    {name: 'exact_min', type: 'STRING', of: ({fact}) => fact.exactMin},
    {name: 'exact_max', type: 'STRING', of: ({fact}) => fact.exactMax},
    {name: 'currency', type: 'STRING', of: ({fact}) => fact.currency},
    {name: 'unit', type: 'STRING', of: ({fact}) => fact.unit},
    {name: 'iso', type: 'STRING', of: ({fact}) => fact.iso},
    {name: 'per', type: 'STRING', of: ({page, fact}) => at(page, fact.per)},
    {name: 'noun', type: 'STRING', of: ({page, fact}) => at(page, fact.noun)},
    {name: 'approx', type: 'STRING', of: ({fact}) => fact.approx},
    {name: 'change', type: 'STRING', of: ({fact}) => fact.change},
    {name: 'subject', type: 'STRING', of: ({page, fact}) => at(page, fact.subject)},
    {name: 'time', type: 'STRING', of: ({page, fact}) => at(page, fact.time)},
    {name: 'text', type: 'STRING', of: ({fact}) => fact.text},
    {name: 'start', type: 'INT32', of: ({fact}) => fact.start},
    {name: 'end', type: 'INT32', of: ({fact}) => fact.end},
    {name: 'block', type: 'INT32', of: ({fact}) => fact.block},
    {name: 'rule', type: 'STRING', of: ({fact}) => fact.rule},
    {name: 'confidence', type: 'DOUBLE', of: ({fact}) => fact.confidence},
    {name: 'alternatives', type: 'STRING', of: ({fact}) => fact.alternatives && JSON.stringify(fact.alternatives)},
  ],
}

/** The rows that a page gives to a table. */
export const rowsOf = <T>({columns, items}: Table<T>, record: PageRecord, page: Page): Row[] =>
  items(record, page).map((item) => columns.map((column) => column.of(item)))

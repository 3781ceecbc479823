import type {Context, PageHints} from './context'
import {dateIn, type LineDate} from './metadata/dates'
import {checkedHead, headDate} from './metadata/head'
import {authorIn, publisherOf, siteLine} from './metadata/names'
import {sourceIn} from './metadata/source'
import type {Block, Fact, Page, Role, Span} from './page'
import {copyOf} from './text/copy'

/** Title, standfirst, publisher, author, site name, dates and source of the page, from its blocks and, for HTML, its head. */
export function metadata(page: Page, context: Context): Page {
  const {head} = context
  const found: Page = {...page}
  const title = first(page, 'title')
  if (title !== undefined) found.title = spanOf(title)
  const standfirst = first(page, 'standfirst')
  if (standfirst !== undefined) found.standfirst = spanOf(standfirst)
  const siteName = checkedHead(page, head?.siteName) ?? siteLine(page, context)
  if (siteName !== undefined) found.siteName = spanOf(siteName)
  const author = checkedHead(page, head?.author) ?? authorIn(page, context)
  if (author !== undefined) found.author = author
  const publisher = checkedHead(page, head?.publisher ?? head?.siteName) ?? publisherOf(page, context)
  if (publisher !== undefined) found.publisher = publisher
  setDates(found, context, head)
  const source = sourceIn(page)
  if (source !== undefined) found.source = source
  return found
}

const spanOf = ({start, end}: Span): Span => ({start, end})
const first = (page: Page, role: Role): Block | undefined => page.blocks.find((block) => block.role === role)

/** The dates of the lines that may carry them; what the head says decides among several and is checked by them. */
function setDates(page: Page, context: Context, head: PageHints | undefined): void {
  const dates = datedLines(page).flatMap((line) => dateIn(page, context, line))
  const published = headDate(head?.published, dates) ?? dates.find(({updated}) => !updated) ?? dates[0]
  if (published !== undefined) page.published = factOf(page, published, 'metadata/published')
  const updated =
    headDate(
      head?.updated,
      dates.filter(({updated}) => updated),
    ) ?? dates.find(({updated}) => updated)
  if (updated !== undefined && updated !== published) page.updated = factOf(page, updated, 'metadata/updated')
}

/** Lines to look for a date in: dateline and byline first, then what stands around the title. */
function datedLines(page: Page): number[] {
  const {blocks} = page
  const title = blocks.findIndex(({role}) => role === 'title')
  const order: number[] = []
  const add = (test: (block: Block, index: number) => boolean): void => {
    blocks.forEach((block, index) => {
      if (!order.includes(index) && test(block, index)) order.push(index)
    })
  }
  add(({role}) => role === 'dateline')
  add(({role}) => role === 'byline')
  if (title >= 0)
    add((block, index) => index > title - 4 && index < title + 8 && block.end - block.start < 120 && !isProse(block))
  return order
}

const isProse = ({role}: Block): boolean =>
  role === 'paragraph' || role === 'standfirst' || role === 'title' || role === 'caption'

function factOf(page: Page, {start, end, iso, block}: LineDate, rule: string): Fact & {kind: 'date'} {
  return {kind: 'date', start, end, text: copyOf(page.text, start, end), block, rule, iso, confidence: 0.9}
}

import type {Context} from './context'
import type {Page} from './page'

/** Title, standfirst, publisher, author, site name, dates and source of the page, from its blocks and, for HTML, its head. */
export function metadata(page: Page, _context: Context): Page {
  return page
}

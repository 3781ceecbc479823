import type {Context} from './context'
import type {Page} from './page'

/** The role of each block, and whether it belongs to the article. */
export function roles(page: Page, _context: Context): Page {
  return page
}

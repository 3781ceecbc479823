import type {Context} from './context'
import type {Page} from './page'

/** Facts merged over repeated mentions. */
export function claims(page: Page, _context: Context): Page {
  return page
}

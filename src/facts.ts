import type {Context} from './context'
import type {Page} from './page'

/** The facts of each content block. */
export function facts(page: Page, _context: Context): Page {
  return page
}

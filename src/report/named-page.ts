import type {Page} from '../page'

/** A page and what to call it: the file or address that it came from. */
export interface NamedPage {
  name: string
  page: Page
}

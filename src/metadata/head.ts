import type {Page, Span} from '../page'
import type {LineDate} from './dates'

/** Where the text has what the head says, nearest to the top; the head alone is no evidence. */
export function checkedHead(page: Page, said: string | undefined): Span | undefined {
  const wanted = said?.trim().replace(/\s+/g, ' ')
  if (wanted === undefined || wanted.length < 2) return undefined
  const exact = page.text.indexOf(wanted)
  const at = exact >= 0 ? exact : page.text.toLowerCase().indexOf(wanted.toLowerCase())
  // Some letters change their length with their case; a place that no longer fits is no place.
  if (at < 0 || page.text.slice(at, at + wanted.length).toLowerCase() !== wanted.toLowerCase()) return undefined
  return {start: at, end: at + wanted.length}
}

/** The date of the text that the head names; the head's word alone gives none, since a fact has a place. */
export const headDate = (said: string | undefined, dates: readonly LineDate[]): LineDate | undefined =>
  said === undefined ? undefined : dates.find(({iso}) => said.startsWith(iso))

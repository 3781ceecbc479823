import type {Context} from './context'
import type {Block, Page} from './page'
import {classOf, is} from './text/classes'
import {sourceEnd, sourceStart} from './text/scan'

/** A block for each line that is not blank, without the white space around it. All are content until the roles say otherwise. */
export function blocks(page: Page, context: Context): Page {
  const {scan} = context
  const {units, length} = scan
  const found: Block[] = []
  let first = -1
  let last = -1
  const close = (): void => {
    if (first < 0) return
    found.push({
      start: sourceStart(scan, first),
      end: sourceEnd(scan, last + 1),
      role: 'paragraph',
      content: true,
      confidence: 0.5,
    })
    first = -1
  }
  for (let i = 0; i < length; i++) {
    const kind = classOf[units[i]!]!
    if (kind === is.newline) close()
    else if (kind !== is.space) {
      if (first < 0) first = i
      last = i
    }
  }
  close()
  return {...page, blocks: found}
}

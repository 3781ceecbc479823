import type {Page, Span} from '../page'
import {copyOf} from '../text/copy'

/** The address in a line of source: "Sumber: https://…". */
export function sourceIn(page: Page): (Span & {url: string}) | undefined {
  for (const block of page.blocks) {
    if (block.role !== 'source') continue
    const at = addressStart(page.text, block)
    if (at < 0) continue
    let end = at
    while (end < block.end && page.text.charCodeAt(end) > 32 && !isClosing(page.text, end, block.end)) end++
    if (end > at + 8) return {start: at, end, url: copyOf(page.text, at, end)}
  }
  return undefined
}

function addressStart(text: string, {start, end}: Span): number {
  for (const scheme of ['https://', 'http://']) {
    const at = text.indexOf(scheme, start)
    if (at >= 0 && at < end) return at
  }
  return -1
}

/** A mark that ends the address when nothing follows it. */
function isClosing(text: string, at: number, end: number): boolean {
  const unit = text[at]!
  if ('"<>«»'.includes(unit)) return true
  return '.,;:!?)]'.includes(unit) && (at + 1 >= end || text.charCodeAt(at + 1) <= 32)
}

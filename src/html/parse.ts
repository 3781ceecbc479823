import {type QuoteType, Tokenizer} from 'htmlparser2'
import {type Attributes, attributeNames, slotOf} from './attributes'
import {
  addText,
  type Builder,
  closeElement,
  createBuilder,
  finishBuilder,
  isForeign,
  numberOf,
  openElement,
} from './builder'
import {element} from './elements'
import {endCapture, readCaptured} from './head'

/** Feeds the tags and text of an HTML source to a builder, in one pass. Any string is HTML. */
export function parseHtml(html: string): Builder {
  const builder = createBuilder(Math.min(html.length, 1 << 16))
  const {head} = builder
  const attributes: Attributes = attributeNames.map(() => undefined)
  let touched = false
  let number = 0
  let current = -1
  let value = ''
  /** A line end here is no text: it follows the start tag of `pre`. */
  let afterPre = false
  const open = (selfClosing: boolean): void => {
    openElement(builder, number, attributes, selfClosing)
    afterPre = number === element.pre || number === element.listing
    if (touched) {
      attributes.fill(undefined)
      touched = false
    }
  }
  const tokenizer = new Tokenizer(
    {decodeEntities: true},
    {
      onopentagname(start: number, end: number) {
        number = numberOf(builder, lowerCase(html, start, end))
      },
      onattribname(start: number, end: number) {
        current = slotOf(html, start, end)
        value = ''
      },
      onattribdata(start: number, end: number) {
        if (current >= 0) value += html.slice(start, end)
      },
      onattribentity(point: number) {
        if (current >= 0) value += String.fromCodePoint(point)
      },
      onattribend(_quote: QuoteType, _end: number) {
        if (current >= 0 && attributes[current] === undefined) {
          attributes[current] = value
          touched = true
        }
      },
      onopentagend: () => open(false),
      onselfclosingtag: () => open(true),
      onclosetag(start: number, end: number) {
        if (head.capture !== undefined) endCapture(head)
        afterPre = false
        closeElement(builder, numberOf(builder, lowerCase(html, start, end)))
      },
      ontext(start: number, end: number) {
        // the source ends inside an end tag, of which the tokenizer makes text without a beginning
        if (start < 0) return
        if (head.capture !== undefined) readCaptured(head, html.slice(start, end))
        const first = start + skipped(html, start, afterPre)
        afterPre = false
        addText(builder, html, first, end, first, end, 1)
      },
      ontextentity(point: number, end: number) {
        const text = String.fromCodePoint(point)
        if (head.capture !== undefined) readCaptured(head, text)
        addText(builder, text, 0, text.length, html.lastIndexOf('&', end - 1), end, 0)
      },
      isInForeignContext: () => isForeign(builder),
      oncdata() {},
      oncomment() {},
      ondeclaration() {},
      onprocessinginstruction() {},
      onend() {},
    },
  )
  tokenizer.write(html)
  tokenizer.end()
  endCapture(head)
  finishBuilder(builder)
  return builder
}

/** Units at the start of a text that are none of it: the byte order mark of a page, the first line end in `pre`. */
function skipped(html: string, start: number, afterPre: boolean): number {
  if (start === 0) return html.charCodeAt(0) === 0xfeff ? 1 : 0
  if (!afterPre) return 0
  if (html.charCodeAt(start) === 13) return html.charCodeAt(start + 1) === 10 ? 2 : 1
  return html.charCodeAt(start) === 10 ? 1 : 0
}

function lowerCase(text: string, start: number, end: number): string {
  return text.slice(start, end).toLowerCase()
}

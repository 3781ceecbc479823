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
  const open = (selfClosing: boolean): void => {
    openElement(builder, number, attributes, selfClosing)
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
        closeElement(builder, numberOf(builder, lowerCase(html, start, end)))
      },
      ontext(start: number, end: number) {
        if (head.capture !== undefined) readCaptured(head, html.slice(start, end))
        addText(builder, html, start, end, start, end, 1)
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

function lowerCase(text: string, start: number, end: number): string {
  return text.slice(start, end).toLowerCase()
}

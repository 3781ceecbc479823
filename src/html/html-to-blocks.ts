import type {BlockHints, PageHints} from '../context'
import type {Builder} from './builder'
import {hintsOf} from './hints'
import {parseHtml} from './parse'
import {unitsToString} from './writer'

/** What HTML becomes before the pipeline: the text a browser would show, and what the tags say of it. */
export interface HtmlBlocks {
  text: string
  /** One for each line of `text` that is not blank, in order. */
  hints: BlockHints[]
  head: PageHints
}

/** Text and hints of an HTML page. Linear in its length; any string is HTML. */
export const htmlToBlocks = (html: string): HtmlBlocks => blocksOf(parseHtml(html))

export const blocksOf = (builder: Builder): HtmlBlocks => ({
  text: unitsToString(builder.writer.units, 0, builder.writer.length),
  hints: hintsOf(builder),
  head: builder.head.hints,
})

import {abortable} from './abortable'
import {extract} from './extract'
import {checkOptions, type ExtractOptions} from './options'
import type {Page} from './page'

/** A text, or a text with a name of the caller's own that comes back with its page. */
export type StreamInput = string | {id?: unknown; text: string; options?: ExtractOptions}

/** A page, or why there is none: the stream goes on either way. */
export type StreamResult = {id: unknown; page: Page; error?: never} | {id: unknown; error: TypeError; page?: never}

/** Options of `extractStream`. */
export interface StreamOptions extends ExtractOptions {
  /** Stops the stream: no further page is given, the source is closed, and the signal's reason is thrown. */
  signal?: AbortSignal
}

/**
 * Pages for texts, one after the other, in order. The source is asked for its next text only when the last page was
 * taken, so a slow reader slows the source (back-pressure). An item that is no text comes back as `error`.
 * Throws `TypeError` on wrong options, and the signal's reason when it is aborted, even while the source is waited for.
 */
export async function* extractStream(
  source: AsyncIterable<StreamInput> | Iterable<StreamInput>,
  options: StreamOptions = {},
): AsyncGenerator<StreamResult, void, undefined> {
  const {signal, ...common} = options
  checkOptions(common)
  let index = 0
  for await (const item of abortable(source, signal)) yield read(item, index++, common)
}

/** The same as a `TransformStream`, for `pipeThrough`. */
export function extractTransform(options: ExtractOptions = {}): TransformStream<StreamInput, StreamResult> {
  checkOptions(options)
  let index = 0
  return new TransformStream({
    transform(item, controller) {
      controller.enqueue(read(item, index++, options))
    },
  })
}

function read(item: StreamInput, index: number, common: ExtractOptions): StreamResult {
  const {id = index, text, options} = typeof item === 'object' && item !== null ? item : {text: item}
  try {
    return {id, page: extract(text, options === undefined ? common : {...common, ...options})}
  } catch (error) {
    if (error instanceof TypeError) return {id, error}
    throw error
  }
}

import type {ExtractOptions} from '../src/options'

/** What the page asks its worker to read. */
export interface Request {
  text: string
  isHtml: boolean
  options: ExtractOptions
}

/** What was found, as markup to be shown; or why the options are wrong. */
export type Answer = {summary: string; markup: string; error?: never} | {error: string; markup?: never; summary?: never}

import {countVotes, type Votes} from './facts/separators'
import type {Lexicon} from './lexicon/lexicon'
import {lexiconFor} from './lexicon/registry'
import type {ExtractOptions} from './options'
import type {Page} from './page'
import type {RoleModel} from './roles/model'
import {release, type Scan, scanText} from './text/scan'

/** An element that holds blocks: the same object for all of them. */
export interface Place {
  /** Its name, or the landmark that its ARIA role makes of it. */
  readonly element: string
  /** Lower-case words of its class and id, its `itemprop` as one word. */
  readonly words: readonly string[]
  /** Number within the page: 0 for the body, higher than that of the parent. */
  readonly index: number
  /** Steps from the body, which is 0. */
  readonly depth: number
  /** Absent for the body. */
  readonly parent?: Place
}

/** What HTML tells of a block; none of it exists for plain text. Filled by `html.ts`, read by the roles. */
export interface BlockHints {
  /** Name of the block element: `p`, `h1`, `li`, `td`, `figcaption`. */
  element: string
  /** The landmarks and meaningful elements around it, inner first: `article`, `main`, `nav`, `footer`, `aside`, `figure`. */
  around: readonly string[]
  /** Lower-case words of class and id attributes of the block and its ancestors, inner first. */
  words: readonly string[]
  /** The innermost element that holds the whole block: the way up the tree of the page. */
  place: Place
  /** Share of the text that stands in links, 0 to 1. */
  linkDensity: number
  /** Range in the HTML source. */
  source: {start: number; end: number}
}

/** What an HTML head says of the page; plain text is the check. */
export interface PageHints {
  title?: string
  description?: string
  author?: string
  publisher?: string
  siteName?: string
  /** ISO 8601, as given. */
  published?: string
  updated?: string
  language?: string
  url?: string
  /** The text of the article where the page repeats it for machines (JSON-LD `articleBody`). */
  body?: string
}

/** What the stages share while they work on one text. */
export interface Context {
  readonly options: ExtractOptions
  /** The folded text: every stage reads it, none changes it. */
  readonly scan: Scan
  /** The words of a language, by BCP 47 tag. */
  readonly lexicon: (tag: string) => Lexicon
  /** What the numbers of the page say about how numbers are written here; counted once. */
  readonly votes: () => Votes
  /** HTML only: a hint for each block, by index. */
  readonly hints?: readonly BlockHints[]
  readonly head?: PageHints
  /** HTML only: the model of the roles that knows hints. */
  readonly roleModel?: RoleModel
}

/** A stage of the pipeline: takes a page, gives it back with its own part filled in. */
export type Stage = (page: Page, context: Context) => Page

/** What stages need to work on a text. Give it back with `closeContext`. */
export const createContext = (
  text: string,
  options: ExtractOptions = {},
  html?: {hints: readonly BlockHints[]; head: PageHints; roleModel?: RoleModel},
): Context => {
  const scan = scanText(text)
  let votes: Votes | undefined
  return {options, scan, lexicon: lexiconFor, votes: () => (votes ??= countVotes(scan)), ...(html ?? {})}
}

/** Gives the work space back. The context must not be used afterwards. */
export const closeContext = (context: Context): void => release(context.scan)

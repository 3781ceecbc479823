import {blocks} from './blocks'
import {claims} from './claims'
import {type BlockHints, closeContext, createContext, type PageHints, type Stage} from './context'
import {facts} from './facts'
import {languages} from './languages'
import {metadata} from './metadata'
import {checkArguments, type ExtractOptions, type FactOptions} from './options'
import {type Block, type Fact, type Page, undetermined} from './page'
import {roles} from './roles'
import type {RoleModel} from './roles/model'
import {settle} from './settle'

/** The pipeline, in order. Every prefix of it gives a valid page. */
export const stages: readonly Stage[] = [blocks, languages, roles, metadata, facts, settle, claims]

/** What `classify` runs: everything that decides what a block is. */
const classifying: readonly Stage[] = [blocks, languages, roles]

/** A page before any stage. */
export const createPage = (text: string): Page => ({
  schema: 1,
  text,
  language: undetermined,
  blocks: [],
  facts: [],
  claims: [],
})

/** Runs stages over a text; for HTML with the hints that its tags gave. */
export function run(
  text: string,
  options: ExtractOptions,
  steps: readonly Stage[],
  html?: {hints: readonly BlockHints[]; head: PageHints; roleModel?: RoleModel},
): Page {
  const context = createContext(text, options, html)
  try {
    let page = createPage(text)
    for (const stage of steps) page = stage(page, context)
    return page
  } finally {
    closeContext(context)
  }
}

/**
 * Everything pagefacts knows of a page: its language, the role of each line, title, publisher and date, and the facts of
 * the article with their exact places. Pure and synchronous; any string is valid. Throws `TypeError` on wrong arguments.
 */
export function extract(text: string, options: ExtractOptions = {}): Page {
  checkArguments(text, options)
  return run(text, options, stages)
}

/** The blocks of a page with their roles and languages; no facts. */
export function classify(text: string, options: ExtractOptions = {}): Block[] {
  checkArguments(text, options)
  return run(text, options, classifying).blocks
}

/** The facts of plain prose: every line counts as content. */
export function extractFacts(text: string, options: FactOptions = {}): Fact[] {
  checkArguments(text, options)
  return run(text, options, [blocks, languages, facts]).facts
}

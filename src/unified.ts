import type {Plugin, Processor} from 'unified'
import type {VFile} from 'vfile'
import {blocks} from './blocks'
import {claims} from './claims'
import {closeContext, createContext, type Stage} from './context'
import {createPage} from './extract'
import {facts} from './facts'
import {languages} from './languages'
import {metadata} from './metadata'
import {checkOptions, type ExtractOptions} from './options'
import type {Page} from './page'
import {roles} from './roles'
import {settle} from './settle'
import {reportFacts, reportLanguage} from './unified/doubts'
import {type PageNode, pageOf, pointsOf, positionOf, treeOf} from './unified/tree'

export {rehypeFacts} from './unified/rehype'
export {retextFacts} from './unified/retext'
export type {BlockNode, PageNode} from './unified/tree'

/** Parser: the text of a file to a tree of its lines. */
export const pageParse: Plugin<[], string, PageNode> = function () {
  const self = this as unknown as Processor<PageNode>
  self.parser = (document) => treeOf(through(createPage(String(document)), [blocks], {}))
}

/** Transformer: the language of the page and of each block; a message where it is undetermined or close to another one. */
export const pageLanguage = stagePlugin([languages], (page, file) => reportLanguage(file, page.language))

/** Transformer: the role of each block, and the page's title, publisher and dates. */
export const pageRoles = stagePlugin([roles, metadata])

/** Transformer: facts of the content blocks, also in `file.data.facts`; a message where a value has two readings. */
export const pageFacts = stagePlugin([facts, settle, claims], (page, file) => {
  file.data.facts = page.facts
  file.data.claims = page.claims
  const points = pointsOf(page.text)
  reportFacts(file, page.facts, (fact) => positionOf(points, fact))
})

/** Compiler: the page as JSON, with the `indent` of `JSON.stringify`. */
export const pageJson: Plugin<[{indent?: number}?], PageNode, string> = function (options = {}) {
  const self = this as unknown as Processor<undefined, undefined, undefined, PageNode, string>
  self.compiler = (tree, file) => `${JSON.stringify(pageOf(tree, String(file)), null, options.indent)}\n`
}

/** A transformer over stages of the pipeline: it reads the page from the tree and writes it back. */
function stagePlugin(
  stages: readonly Stage[],
  report?: (page: Page, file: VFile) => void,
): Plugin<[ExtractOptions?], PageNode> {
  return (options = {}) => {
    checkOptions(options)
    return (tree, file) => {
      const page = through(pageOf(tree, String(file)), stages, options)
      Object.assign(tree, treeOf(page))
      file.data.page = page
      report?.(page, file)
    }
  }
}

function through(page: Page, stages: readonly Stage[], options: ExtractOptions): Page {
  const context = createContext(page.text, options)
  try {
    return stages.reduce((current, stage) => stage(current, context), page)
  } finally {
    closeContext(context)
  }
}

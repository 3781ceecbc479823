import type {Nodes as NlcstNodes, Root as NlcstRoot, Sentence} from 'nlcst'
import type {Plugin, Processor} from 'unified'
import type {Data, Literal, Parent, Point, Position} from 'unist'
import type {VFile} from 'vfile'
import {blocks} from './blocks'
import {claims} from './claims'
import {closeContext, createContext, type Stage} from './context'
import {createPage, extractFacts} from './extract'
import {facts} from './facts'
import {languages} from './languages'
import {metadata} from './metadata'
import {checkOptions, type ExtractOptions, type FactOptions} from './options'
import type {Block, Claim, Fact, Page, Span} from './page'
import {roles} from './roles'
import {settle} from './settle'

/** A line of the page; its role, language and facts stand in `data`. */
export interface BlockNode extends Literal {
  type: 'block'
  value: string
  data: Data & Omit<Block, 'start' | 'end'> & {facts?: Fact[]}
  position: Position
}

/** The tree of a page: `page` > `block`. What is known of the whole page stands in `data`. */
export interface PageNode extends Parent {
  type: 'page'
  children: BlockNode[]
  data: Data & Omit<Page, 'blocks' | 'text'>
  position: Position
}

declare module 'vfile' {
  interface DataMap {
    /** Facts found in the file, in text order. */
    facts: Fact[]
    claims: Claim[]
    /** The page as `extract` gives it. */
    page: Page
  }
}

/** Parser: the text of a file to a tree of its lines. */
export const pageParse: Plugin<[], string, PageNode> = function () {
  const self = this as unknown as Processor<PageNode>
  self.parser = (document) => {
    const text = String(document)
    return treeOf(through(createPage(text), [blocks], {}))
  }
}

/** Transformer: the language of the page and of each block; a message where it is undetermined. */
export const pageLanguage = stagePlugin([languages], (page, file) => {
  if (page.language.tag === 'und')
    file.message(`Language undetermined: ${page.language.reason ?? 'unknown'}`, {
      ruleId: 'language',
      source: 'pagefacts',
    })
})

/** Transformer: the role of each block, and the page's title, publisher and dates. */
export const pageRoles = stagePlugin([roles, metadata])

/** Transformer: facts of the content blocks, also in `file.data.facts`; a message where a value has two readings. */
export const pageFacts = stagePlugin([facts, settle, claims], (page, file) => {
  file.data.facts = page.facts
  file.data.claims = page.claims
  const points = pointsOf(page.text)
  for (const fact of page.facts)
    if (fact.alternatives !== undefined)
      file.message(`\`${fact.text}\` has another reading: ${JSON.stringify(fact.alternatives[0])}`, {
        place: positionOf(points, fact),
        ruleId: fact.rule.replace('/', '-'),
        source: 'pagefacts',
      })
})

/** Compiler: the page as JSON. */
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

// --- tree and page ------------------------------------------------------------------------------------------------

function treeOf(page: Page): PageNode {
  const points = pointsOf(page.text)
  const {blocks: found, text, ...data} = page
  const byBlock = new Map<number, Fact[]>()
  for (const fact of page.facts) byBlock.set(fact.block, [...(byBlock.get(fact.block) ?? []), fact])
  const children = found.map((block, index): BlockNode => {
    const {start, end, ...rest} = block
    const own = byBlock.get(index)
    return {
      type: 'block',
      value: text.slice(start, end),
      data: own === undefined ? rest : {...rest, facts: own},
      position: positionOf(points, block),
    }
  })
  return {type: 'page', children, data, position: positionOf(points, {start: 0, end: text.length})}
}

/** The page of a tree. Blocks that a plugin took out or changed are gone or changed here too. */
function pageOf(tree: PageNode, text: string): Page {
  const found = tree.children.map(
    ({data: {facts: _, ...data}, position}): Block => ({
      start: position.start.offset!,
      end: position.end.offset!,
      ...data,
    }),
  )
  return {...createPage(text), ...tree.data, text, blocks: found}
}

/** Offsets of line starts, for unist points. */
function pointsOf(text: string): (offset: number) => Point {
  const starts = [0]
  for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) starts.push(i + 1)
  return (offset) => {
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (starts[middle]! <= offset) low = middle
      else high = middle - 1
    }
    return {line: low + 1, column: offset - starts[low]! + 1, offset}
  }
}

const positionOf = (points: (offset: number) => Point, {start, end}: Span): Position => ({
  start: points(start),
  end: points(end),
})

// --- retext -------------------------------------------------------------------------------------------------------

/**
 * retext plugin: the facts of an nlcst tree, sentence by sentence, in `data.facts` of the sentence and in
 * `file.data.facts`. Spans are offsets of the file where the tree has positions, of the sentence's text otherwise.
 */
export const retextFacts: Plugin<[FactOptions?], NlcstRoot> = (options = {}) => {
  checkOptions(options)
  return (tree, file) => {
    const found: Fact[] = []
    for (const sentence of sentencesOf(tree)) {
      const shift = sentence.position?.start.offset ?? 0
      const own = extractFacts(textOf(sentence), options).map((fact) => moved(fact, shift))
      if (own.length === 0) continue
      sentence.data = {...sentence.data, facts: own} as Sentence['data'] & {facts: Fact[]}
      found.push(...own)
    }
    file.data.facts = [...(file.data.facts ?? []), ...found]
  }
}

function sentencesOf(tree: NlcstRoot): Sentence[] {
  const found: Sentence[] = []
  const open: NlcstNodes[] = [tree]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.type === 'SentenceNode') found.push(node)
    else if ('children' in node) open.push(...[...node.children].reverse())
  }
  return found
}

function textOf(tree: NlcstNodes): string {
  let text = ''
  const open: NlcstNodes[] = [tree]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if ('value' in node) text += node.value
    else open.push(...[...node.children].reverse())
  }
  return text
}

const spanKeys = ['subject', 'time', 'noun', 'per'] as const

/** A fact with all its spans moved by `shift`. */
function moved(fact: Fact, shift: number): Fact {
  const copy = {...fact, start: fact.start + shift, end: fact.end + shift} as Fact & Record<string, unknown>
  for (const key of spanKeys) {
    const span = copy[key] as Span | undefined
    if (span !== undefined) (copy as Record<string, unknown>)[key] = {start: span.start + shift, end: span.end + shift}
  }
  return copy
}

import type {Data, Literal, Parent, Point, Position} from 'unist'
import {createPage} from '../extract'
import type {Block, Claim, Fact, Page, Span} from '../page'

/** A line of the page; its role, language and facts stand in `data`. */
export interface BlockNode extends Literal {
  type: 'block'
  /** The text of the line, without the white space around it. */
  value: string
  data: Data & Omit<Block, 'start' | 'end'> & {facts?: Fact[]}
  /** Where the line stands in the file. */
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
    /** The facts of a page, merged over repeated mentions. */
    claims: Claim[]
    /** The page as `extract` gives it. */
    page: Page
  }
}

/** The tree of a page, every fact in the block that has it. */
export function treeOf(page: Page): PageNode {
  const points = pointsOf(page.text)
  const {blocks: found, text, ...data} = page
  const children = found.map(({start, end, ...rest}): BlockNode => {
    const position = positionOf(points, {start, end})
    return {type: 'block', value: text.slice(start, end), data: rest, position}
  })
  for (const fact of page.facts) (children[fact.block]!.data.facts ??= []).push(fact)
  return {type: 'page', children, data, position: positionOf(points, {start: 0, end: text.length})}
}

/** The page of a tree. Blocks that a plugin took out are gone here too, with their facts. */
export function pageOf(tree: PageNode, text: string): Page {
  const blocks: Block[] = []
  const facts: Fact[] = []
  /** The place of a fact among those that are left, by its place before. */
  const left = new Map<number, number>()
  const before = new Map(tree.data.facts.map((fact, index) => [fact, index]))
  for (const [block, {data, position}] of tree.children.entries()) {
    const {facts: own = [], ...rest} = data
    blocks.push({start: position.start.offset!, end: position.end.offset!, ...rest})
    for (const fact of own) {
      const index = before.get(fact)
      if (index !== undefined) left.set(index, facts.length)
      facts.push({...fact, block})
    }
  }
  const claims = tree.data.claims
    .map((claim) => ({...claim, facts: claim.facts.flatMap((index) => left.get(index) ?? [])}))
    .filter((claim) => claim.facts.length > 0)
  return {...createPage(text), ...tree.data, text, blocks, facts, claims}
}

/** From offsets to unist points: lines and columns count from 1. */
export function pointsOf(text: string): (offset: number) => Point {
  const starts = [0]
  for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) starts.push(i + 1)
  return (offset) => {
    const line = lastStart(starts, offset)
    return {line: line + 1, column: offset - starts[line]! + 1, offset}
  }
}

/** Index of the last of the ascending `starts` that is not behind `offset`. */
export function lastStart(starts: readonly number[], offset: number): number {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (starts[middle]! <= offset) low = middle
    else high = middle - 1
  }
  return low
}

export const positionOf = (points: (offset: number) => Point, {start, end}: Span): Position => ({
  start: points(start),
  end: points(end),
})

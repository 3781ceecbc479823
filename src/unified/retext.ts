import type {Nodes, Root, Sentence} from 'nlcst'
import type {Plugin} from 'unified'
import {extractFacts} from '../extract'
import {checkOptions, type FactOptions} from '../options'
import type {Fact, Span} from '../page'
import {reportFacts} from './doubts'
import {lastStart, pointsOf, positionOf} from './tree'

declare module 'nlcst' {
  interface SentenceData {
    /** Facts of the sentence, by `retextFacts`. */
    facts?: Fact[] | undefined
  }
}

/**
 * retext plugin: the facts of an nlcst tree, in `data.facts` of their sentences and in `file.data.facts`; a message where
 * a value has two readings. The language, where none is given, and the style of numbers are those of the whole text.
 * Spans are offsets of the file where the tree has positions, of its sentences joined by line ends otherwise; `block` is
 * the number of the sentence; line ends within `text` are spaces. Source nodes (code, links) are not read.
 */
export const retextFacts: Plugin<[FactOptions?], Root> = (options = {}) => {
  checkOptions(options)
  return (tree, file) => {
    const sentences = sentencesOf(tree)
    const {text, place} = textOf(sentences)
    const found = extractFacts(text, options).map((fact) => placed(fact, place))
    for (const fact of found) {
      const sentence = sentences[fact.block]!
      sentence.data ??= {}
      ;(sentence.data.facts ??= []).push(fact)
    }
    file.data.facts = [...(file.data.facts ?? []), ...found]
    const points = pointsOf(String(file))
    reportFacts(file, found, (fact) => positionOf(points, fact))
  }
}

/** The sentences that are not blank, in text order. */
function sentencesOf(tree: Root): Sentence[] {
  const found: Sentence[] = []
  for (const node of walk(tree)) if (node.type === 'SentenceNode' && !isBlank(node)) found.push(node)
  return found
}

const isBlank = (sentence: Sentence): boolean => sentence.children.every(({type}) => type === 'WhiteSpaceNode')

/** Every node, parents first. No recursion: a tree may be as deep as memory allows. */
function* walk(tree: Nodes): Generator<Nodes> {
  const open: Nodes[] = [tree]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    yield node
    if ('children' in node) open.push(...[...node.children].reverse())
  }
}

/** A sentence a line, and where an offset of that text stands in the file. */
function textOf(sentences: readonly Sentence[]): {text: string; place: (offset: number) => number} {
  let text = ''
  /** Where each leaf begins in the text, and in the file. */
  const starts: number[] = []
  const origins: number[] = []
  for (const sentence of sentences) {
    if (text !== '') text += '\n'
    for (const node of walk(sentence)) {
      if (!('value' in node)) continue
      starts.push(text.length)
      origins.push(node.position?.start.offset ?? text.length)
      text += node.type === 'SourceNode' ? '\ufffc' : node.value.replace(/[\r\n\u2028\u2029]/g, ' ')
    }
  }
  const place = (offset: number): number => {
    const leaf = lastStart(starts, offset)
    return offset - starts[leaf]! + origins[leaf]!
  }
  return {text, place}
}

const spanKeys = ['subject', 'time', 'noun', 'per'] as const

/** A fact with all its spans as offsets of the file. The last unit of a span tells where it ends: what follows may stand elsewhere. */
function placed(fact: Fact, place: (offset: number) => number): Fact {
  const move = ({start, end}: Span): Span => ({start: place(start), end: place(end - 1) + 1})
  const copy = {...fact, ...move(fact)} as Fact & {[key in (typeof spanKeys)[number]]?: Span}
  for (const key of spanKeys) if (copy[key] !== undefined) copy[key] = move(copy[key])
  return copy
}

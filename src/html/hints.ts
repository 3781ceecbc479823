import type {BlockHints} from '../context'
import type {Builder} from './builder'
import {element, elementNames, trait, traitsOf} from './elements'
import {lineFields} from './writer'

/** Ancestors that are looked at, and words and elements that are kept, of a block. */
const most = {ancestors: 100, words: 48, elements: 16} as const

/** Elements that say nothing about what stands in them. */
const plain = new Set([element.div, element.span, element.body])

/** ARIA roles that mean a landmark element. */
const roleElements = new Map([
  ['navigation', 'nav'],
  ['banner', 'header'],
  ['contentinfo', 'footer'],
  ['complementary', 'aside'],
  ['main', 'main'],
  ['article', 'article'],
  ['search', 'search'],
  ['form', 'form'],
  ['heading', 'h2'],
  ['listitem', 'li'],
  ['list', 'ul'],
  ['button', 'button'],
  ['figure', 'figure'],
])

/** What a node tells of the lines in it. */
type Place = Pick<BlockHints, 'element' | 'around' | 'words' | 'path'>

/** A hint for each line that a builder has written. */
export function hintsOf(builder: Builder): BlockHints[] {
  const {lines, lineCount} = builder.writer
  const places = new Map<number, Place>()
  const split = new Map<string, readonly string[]>()
  const hints: BlockHints[] = []
  for (let i = 0; i < lineCount; i++) {
    const at = i * lineFields
    const node = lines[at]!
    let place = places.get(node)
    if (place === undefined) {
      place = placeOf(builder, node, split)
      places.set(node, place)
    }
    hints.push({
      element: place.element,
      around: place.around,
      words: place.words,
      path: place.path,
      linkDensity: lines[at + 4]! / lines[at + 3]!,
      source: {start: lines[at + 1]!, end: lines[at + 2]!},
    })
  }
  return hints
}

function placeOf(builder: Builder, node: number, split: Map<string, readonly string[]>): Place {
  let block = ''
  const around: string[] = []
  const words = new Set<string>()
  const path: number[] = []
  for (let at = node, step = 0; at > 0 && step < most.ancestors; at = builder.nodeParent[at]!, step++) {
    const number = builder.nodeElement[at]!
    const isBlock = ((traitsOf[number] ?? 0) & blockLike) !== 0
    if (isBlock) path.push(at)
    const name = elementNames[number] ?? builder.customNames[number - elementNames.length] ?? ''
    if (block === '' && isBlock) block = name
    else if (around.length < most.elements && number < elementNames.length && !plain.has(number)) around.push(name)
    const raw = builder.nodeWords[at]
    if (raw === undefined || words.size >= most.words) continue
    let parts = split.get(raw)
    if (parts === undefined) {
      parts = splitWords(raw)
      split.set(raw, parts)
    }
    for (const part of parts) {
      if (part.startsWith('role=')) around.push(part.slice(5))
      else if (words.size < most.words) words.add(part)
    }
  }
  return {element: block === '' ? 'body' : block, around, words: [...words], path: path.reverse()}
}

const blockLike = trait.block | trait.cell | trait.row | trait.special

/** Longest class and id text that is read, in units. */
const longestWords = 400

/**
 * The words of class and id attributes, lower case: `relatedPosts article__author` gives `related`, `posts`, `article`,
 * `author`. An ARIA role comes as `role=` and the element it means, an `itemprop` as one word.
 */
export function splitWords(raw: string): string[] {
  const found: string[] = []
  for (const part of raw.slice(0, longestWords).split(/\s+/u)) {
    if (part.startsWith('role=')) {
      const name = roleElements.get(part.slice(5).toLowerCase())
      if (name !== undefined) found.push(`role=${name}`)
    } else if (part.startsWith('itemprop=')) found.push(part.slice(9).toLowerCase())
    else
      for (const word of part.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2').split(/[^\p{L}\p{M}]+/u))
        if (word.length > 1) found.push(word.toLowerCase())
  }
  return found
}

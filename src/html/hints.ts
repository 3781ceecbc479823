import type {BlockHints, Place} from '../context'
import type {Builder} from './builder'
import {elementNames, trait, traitsOf} from './elements'
import {lineFields} from './writer'

/** Ancestors that are looked at, and words and elements that are kept, of a block. */
const most = {ancestors: 64, words: 48, elements: 16} as const

/** Elements that say nothing about what stands in them. */
const plain = new Set(['div', 'span', 'body'])

/** ARIA roles that mean an element. */
const roleElements = new Map([
  ['navigation', 'nav'],
  ['banner', 'header'],
  ['contentinfo', 'footer'],
  ['complementary', 'aside'],
  ['main', 'main'],
  ['article', 'article'],
  ['search', 'search'],
  ['form', 'form'],
  ['listitem', 'li'],
  ['list', 'ul'],
  ['button', 'button'],
  ['figure', 'figure'],
])

const blockLike = trait.block | trait.cell | trait.row | trait.special
const knownNames = new Set(elementNames)
const blockNames = new Set(elementNames.filter((_, number) => (traitsOf[number]! & blockLike) !== 0))

/** What is found out once a page: places by node, words by what attributes say. */
interface Found {
  places: Map<number, Place>
  words: Map<string, readonly string[]>
}

/** A hint for each line that a builder has written. */
export function hintsOf(builder: Builder): BlockHints[] {
  const {lines, lineCount} = builder.writer
  const found: Found = {places: new Map([[0, {element: 'body', words: [], index: 0, depth: 0}]]), words: new Map()}
  const said = new Map<Place, Pick<BlockHints, 'element' | 'around' | 'words'>>()
  const hints: BlockHints[] = []
  for (let i = 0; i < lineCount; i++) {
    const at = i * lineFields
    const place = placeOf(builder, lines[at]!, found)
    let around = said.get(place)
    if (around === undefined) said.set(place, (around = surroundings(place)))
    hints.push({
      element: around.element,
      around: around.around,
      words: around.words,
      place,
      linkDensity: lines[at + 4]! / lines[at + 3]!,
      source: {start: lines[at + 1]!, end: lines[at + 2]!},
    })
  }
  return hints
}

/** The place of a node; those of its ancestors first, so that each is made once. */
function placeOf(builder: Builder, node: number, found: Found): Place {
  const missing: number[] = []
  let at = node
  while (!found.places.has(at)) {
    missing.push(at)
    at = builder.nodeParent[at]!
  }
  let place = found.places.get(at)!
  while (missing.length > 0) {
    at = missing.pop()!
    place = createPlace(builder, at, place, found)
    found.places.set(at, place)
  }
  return place
}

const noWords: readonly string[] = []

function createPlace(builder: Builder, node: number, parent: Place, found: Found): Place {
  const number = builder.nodeElement[node]!
  const name = elementNames[number] ?? builder.customNames[number - elementNames.length]!
  const raw = builder.nodeWords[node]
  const where = {index: found.places.size, depth: parent.depth + 1, parent}
  if (raw === undefined) return {element: name, words: noWords, ...where}
  let words = found.words.get(raw)
  if (words === undefined) found.words.set(raw, (words = splitWords(raw)))
  if (!words[0]?.startsWith('role=')) return {element: name, words, ...where}
  const role = plain.has(name) || name === 'section' ? roleElements.get(words[0].slice(5)) : undefined
  return {element: role ?? name, words: words.slice(1), ...where}
}

/** What the elements from a place up say, inner first. */
function surroundings(place: Place): Pick<BlockHints, 'element' | 'around' | 'words'> {
  let block = ''
  const around: string[] = []
  const words = new Set<string>()
  let at = place
  for (let step = 0; at.parent !== undefined && step < most.ancestors; at = at.parent, step++) {
    if (block === '' && blockNames.has(at.element)) block = at.element
    else if (around.length < most.elements && knownNames.has(at.element) && !plain.has(at.element))
      around.push(at.element)
    for (const word of at.words) if (words.size < most.words) words.add(word)
  }
  return {element: block === '' ? 'body' : block, around, words: [...words]}
}

/** Longest class and id text that is read, in units. */
const longestWords = 400

/**
 * The words of class and id attributes, lower case: `relatedPosts article__author` gives `related`, `posts`, `article`,
 * `author`. An ARIA role comes first, as `role=` and its name; an `itemprop` as one word.
 */
function splitWords(raw: string): string[] {
  const found: string[] = []
  for (const part of raw.slice(0, longestWords).split(/\s+/u)) {
    if (part.startsWith('role=')) found.unshift(part.toLowerCase())
    else if (part.startsWith('itemprop=')) found.push(part.slice(9).toLowerCase())
    else
      for (const word of part.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2').split(/[^\p{L}\p{M}]+/u))
        if (word.length > 1) found.push(word.toLowerCase())
  }
  return found
}

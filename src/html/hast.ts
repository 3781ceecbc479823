import type {Element, Nodes} from 'hast'
import {type Attributes, attributeNames, slotOf} from './attributes'
import {addText, type Builder, closeElement, createBuilder, finishBuilder, numberOf, openElement} from './builder'
import {endCapture, readCaptured} from './head'
import {blocksOf, type HtmlBlocks} from './html-to-blocks'

/** Text and hints of a hast tree. No recursion: a tree may be as deep as memory allows. Throws `TypeError` on what is no tree. */
export function hastToBlocks(tree: Nodes): HtmlBlocks {
  if (typeof tree !== 'object' || tree === null || typeof (tree as {type?: unknown}).type !== 'string')
    throw new TypeError(`Expected a hast tree, got ${tree === null ? 'null' : typeof tree}`)
  const builder = createBuilder(1 << 12)
  /** What is left to visit: nodes, and numbers of elements to be closed. */
  const rest: (Nodes | number)[] = [tree]
  while (rest.length > 0) {
    const next = rest.pop()!
    if (typeof next === 'number') {
      endCapture(builder.head)
      closeElement(builder, next)
    } else visit(builder, next, rest)
  }
  endCapture(builder.head)
  finishBuilder(builder)
  return blocksOf(builder)
}

function visit(builder: Builder, node: Nodes, rest: (Nodes | number)[]): void {
  if (node.type === 'text') addNode(builder, node.value, node.position)
  else if (node.type === 'element') {
    const number = numberOf(builder, node.tagName.toLowerCase())
    openElement(builder, number, attributesOf(node), false)
    rest.push(number)
    pushChildren(node.children, rest)
  } else if (node.type === 'root') pushChildren(node.children, rest)
}

function pushChildren(children: readonly Nodes[], rest: (Nodes | number)[]): void {
  for (let i = children.length - 1; i >= 0; i--) rest.push(children[i]!)
}

/** Units map one to one to the source unless it held character references. */
function addNode(builder: Builder, value: string, position: Element['position']): void {
  const from = position?.start.offset ?? 0
  const to = position?.end.offset ?? 0
  readCaptured(builder.head, value)
  addText(builder, value, 0, value.length, from, to, to - from === value.length && to > 0 ? 1 : 0)
}

/** hast names properties as the DOM does (`className`, `itemProp`): the same but for case and two names. */
function attributesOf(node: Element): Attributes {
  const attributes: Attributes = attributeNames.map(() => undefined)
  for (const [property, value] of Object.entries(node.properties ?? {})) {
    if (value === null || value === undefined || value === false) continue
    const name = property === 'className' ? 'class' : property.toLowerCase()
    const at = slotOf(name, 0, name.length)
    if (at >= 0) attributes[at] = Array.isArray(value) ? value.join(' ') : value === true ? '' : String(value)
  }
  return attributes
}

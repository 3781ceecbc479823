import {type Attributes, slot} from './attributes'
import {element, elementNumber, trait, traitsOf} from './elements'
import {createHead, type HeadReader, readElement, readStated, type StatedField, statedField} from './head'
import {readStyle} from './style'
import {
  createWriter,
  endLine,
  requestBreaks,
  startInside,
  unitsToString,
  type Writer,
  writeAtom,
  writeLineBreak,
  writeTab,
  writeText,
} from './writer'

/**
 * Builds the text of a page from its tags, in one pass and without a tree: what is open stands on a stack, what was open
 * is remembered by its parent, if there is text in it. Works for any nesting: nothing recurses, and the stack has an end.
 */
export interface Builder {
  writer: Writer
  head: HeadReader
  /** Elements with text: number of the name, parent, class and id as written. Node 0 is the page. */
  nodeElement: number[]
  nodeParent: number[]
  nodeWords: (string | undefined)[]
  /** The open elements: node or -1, number of the name, words, what its end does, state, elements in it that are too deep. */
  stackNode: number[]
  stackElement: number[]
  stackWords: (string | undefined)[]
  stackEnd: number[]
  stackState: number[]
  stackBeyond: number[]
  depth: number
  /** How many of an element are open, by number. */
  open: number[]
  /** Numbers of elements that the table of names lacks. */
  customNumbers: Map<string, number>
  customNames: string[]
  /** Open elements whose text says something of the page, by microdata. */
  stated: {depth: number; field: StatedField; start: number}[]
  /** Depth of the node of the line in work, and the lowest depth since its last letter. */
  lineDepth: number
  lowest: number
}

/** Browsers nest no deeper than this. Elements beyond are counted, and their text is that of the deepest one. */
const deepest = 512

/** State of an open element, inherited by what is opened in it. */
const state = {
  hidden: 1,
  invisible: 2,
  preformatted: 4,
  /** Closed `details`: all but the first `summary` is hidden. */
  folded: 8,
  /** In `svg`: self-closing tags close themselves, only `text` is shown. */
  foreign: 16,
  /** A row was seen in this table, a cell in this row, a summary in these details. */
  begun: 32,
} as const
const unseen = state.hidden | state.invisible | state.folded
const inherited = state.hidden | state.invisible | state.preformatted | state.foreign

/** What the end of an element does to the text. */
const ending = {nothing: 0, line: 1, paragraph: 2, atom: 3, cell: 4} as const

/** A builder for a page of about `length` units of text. */
export function createBuilder(length: number): Builder {
  return {
    writer: createWriter(length),
    head: createHead(),
    nodeElement: [element.body!],
    nodeParent: [-1],
    nodeWords: [undefined],
    stackNode: [0],
    stackElement: [element.body!],
    stackWords: [undefined],
    stackEnd: [ending.nothing],
    stackState: [0],
    stackBeyond: [0],
    depth: 1,
    open: [],
    customNumbers: new Map(),
    customNames: [],
    stated: [],
    lineDepth: 1,
    lowest: 1,
  }
}

/** Number of an element by its lower-case name, the same for the same name within a page. */
export function numberOf(builder: Builder, name: string): number {
  const known = elementNumber(name) ?? builder.customNumbers.get(name)
  if (known !== undefined) return known
  const number = traitsOf.length + builder.customNames.length
  builder.customNumbers.set(name, number)
  builder.customNames.push(name)
  return number
}

const traitsAt = (builder: Builder, index: number): number => traitsOf[builder.stackElement[index]!] ?? 0

/** Whether text that comes now is not shown. */
export const isHidden = (builder: Builder): boolean => (builder.stackState[builder.depth - 1]! & unseen) !== 0

export const isForeign = (builder: Builder): boolean => (builder.stackState[builder.depth - 1]! & state.foreign) !== 0

/** Text where the page stands now. See `writeText` for the ranges. */
export function addText(
  builder: Builder,
  text: string,
  start: number,
  end: number,
  from: number,
  to: number,
  step: 0 | 1,
): void {
  const top = builder.depth - 1
  const now = builder.stackState[top]!
  if ((now & unseen) !== 0) return
  const {writer} = builder
  const node = nodeAt(builder, top)
  const lineNode = writer.lineNode
  const shown = writer.lineShown
  writeText(writer, text, start, end, node, (now & state.preformatted) !== 0, from, to, step)
  if (writer.lineNode < 0 || (writer.lineNode === lineNode && writer.lineShown === shown)) return
  if (writer.lineNode === node) builder.lineDepth = builder.depth
  else if (builder.lowest < builder.lineDepth) {
    builder.lineDepth = builder.lowest
    writer.lineNode = builder.stackNode[builder.lowest - 1]!
  }
  builder.lowest = builder.depth
}

/** The node of an open element, made with those around it when text asks for it first. */
function nodeAt(builder: Builder, at: number): number {
  let from = at
  while (builder.stackNode[from]! < 0) from--
  for (; from < at; from++) {
    builder.stackNode[from + 1] = builder.nodeElement.length
    builder.nodeElement.push(builder.stackElement[from + 1]!)
    builder.nodeParent.push(builder.stackNode[from]!)
    builder.nodeWords.push(builder.stackWords[from + 1])
  }
  return builder.stackNode[at]!
}

/** A start tag. `selfClosing` counts in foreign content only. */
export function openElement(builder: Builder, number: number, attributes: Attributes, selfClosing: boolean): void {
  const traits = traitsOf[number] ?? 0
  readElement(builder.head, number, attributes)
  if ((traits & trait.root) !== 0) return
  if (builder.stackBeyond[builder.depth - 1] === 0 && !makeRoom(builder, number, traits)) return
  const parent = builder.stackState[builder.depth - 1]!
  const style = attributes[slot.style] === undefined ? undefined : readStyle(attributes[slot.style]!)
  let now = parent & inherited
  if (isNotShown(number, traits, attributes) || style?.hidden) now |= state.hidden
  if ((parent & state.folded) !== 0) {
    if (number === element.summary && (parent & state.begun) === 0)
      builder.stackState[builder.depth - 1]! |= state.begun
    else now |= state.hidden
  }
  if (style?.visible !== undefined) now = style.visible ? now & ~state.invisible : now | state.invisible
  if ((traits & trait.preformatted) !== 0) now |= state.preformatted
  if (style?.preformatted !== undefined) now = style.preformatted ? now | state.preformatted : now & ~state.preformatted
  if (number === element.svg) now |= state.foreign
  const end = (now & state.hidden) !== 0 ? ending.nothing : begin(builder, number, displayed(traits, style?.display))
  if ((traits & trait.opaque) !== 0) now |= state.hidden
  if (number === element.details && attributes[slot.open] === undefined) now |= state.folded
  if ((traits & trait.void) !== 0 || (selfClosing && (now & state.foreign) !== 0)) {
    if ((now & state.hidden) === 0) finish(builder, end)
    return
  }
  const isTooDeep = builder.depth > deepest || (builder.depth === deepest && (now & unseen) === (parent & unseen))
  if (isTooDeep) builder.stackBeyond[builder.depth - 1]!++
  else pushElement(builder, number, attributes, end, now)
}

/** The traits of an element with a display of its own choice. */
function displayed(traits: number, display: 'block' | 'inline' | 'inline-block' | undefined): number {
  if (display === undefined || (traits & (trait.cell | trait.row | trait.void)) !== 0) return traits
  const rest = traits & ~(trait.block | trait.atomic)
  if (display === 'block') return rest | trait.block
  return display === 'inline' ? rest : rest | trait.atomic
}

function isNotShown(number: number, traits: number, attributes: Attributes): boolean {
  if ((traits & trait.hidden) !== 0 || attributes[slot.hidden] !== undefined) return true
  if (attributes[slot.popover] !== undefined) return true
  if (number === element.dialog) return attributes[slot.open] === undefined
  if (number === element.input) return attributes[slot.type]?.toLowerCase() === 'hidden'
  return false
}

/** What a start tag does to the text; gives back what its end will do. */
function begin(builder: Builder, number: number, traits: number): number {
  const {writer} = builder
  if (number === element.br) writeLineBreak(writer)
  else if ((traits & trait.paragraph) !== 0 && (traits & trait.block) !== 0) {
    requestBreaks(writer, 2)
    return ending.paragraph
  } else if ((traits & trait.block) !== 0) {
    requestBreaks(writer, 1)
    return ending.line
  } else if ((traits & trait.cell) !== 0) {
    beginCell(builder)
    return ending.cell
  } else if ((traits & trait.row) !== 0) beginRow(builder)
  else if ((traits & trait.atomic) !== 0) {
    writeAtom(writer)
    if ((traits & trait.void) === 0) startInside(writer)
    return ending.atom
  }
  return ending.nothing
}

/** A tab before every cell of a row but the first. */
function beginCell(builder: Builder): void {
  const row = builder.depth - 1
  if ((builder.stackState[row]! & state.begun) !== 0) writeTab(builder.writer)
  else startInside(builder.writer)
  builder.stackState[row]! |= state.begun
}

/** A line end before every row of a table but the first. */
function beginRow(builder: Builder): void {
  const table = find(builder, trait.table, trait.scope)
  if (table < 0) return
  if ((builder.stackState[table]! & state.begun) !== 0) writeLineBreak(builder.writer)
  builder.stackState[table]! |= state.begun
}

function finish(builder: Builder, end: number): void {
  if (end === ending.line) requestBreaks(builder.writer, 1)
  else if (end === ending.paragraph) requestBreaks(builder.writer, 2)
  else if (end === ending.cell) startInside(builder.writer)
  else if (end === ending.atom) {
    builder.writer.space = 0
    builder.writer.atStart = false
  }
}

function pushElement(builder: Builder, number: number, attributes: Attributes, end: number, now: number): void {
  const at = builder.depth++
  builder.stackNode[at] = -1
  builder.stackElement[at] = number
  builder.stackWords[at] = wordsOf(attributes)
  builder.stackEnd[at] = end
  builder.stackState[at] = now
  builder.stackBeyond[at] = 0
  builder.open[number] = (builder.open[number] ?? 0) + 1
  if (number === element.a) builder.writer.inLink = attributes[slot.href] !== undefined
  const field = statedField(attributes)
  if (field !== undefined) builder.stated.push({depth: at, field, start: builder.writer.length})
}

/** Longest text of an element that names a person or a title, in units. */
const longestStated = 300

function endStated(builder: Builder): void {
  const {field, start} = builder.stated.pop()!
  const {units, length} = builder.writer
  if (length > start && length - start <= longestStated)
    readStated(builder.head, field, builder.stated.at(-1)?.field, unitsToString(units, start, length))
}

/** Class, id, role and itemprop of a tag as one string, to be split only if a line asks for it. */
function wordsOf(attributes: Attributes): string | undefined {
  const className = attributes[slot.class]
  const id = attributes[slot.id]
  const role = attributes[slot.role]
  const property = attributes[slot.itemprop]
  if (role === undefined && property === undefined) {
    if (className === undefined) return id
    return id === undefined ? className : `${className} ${id}`
  }
  const marks = `${role === undefined ? '' : `role=${role} `}${property === undefined ? '' : `itemprop=${property} `}`
  return `${marks}${className ?? ''} ${id ?? ''}`
}

/** An end tag. */
export function closeElement(builder: Builder, number: number): void {
  const traits = traitsOf[number] ?? 0
  if (number === element.br) {
    if (!isHidden(builder)) writeLineBreak(builder.writer)
    return
  }
  if (number === element.p && !builder.open[number]) {
    if (!isHidden(builder)) requestBreaks(builder.writer, 2)
    return
  }
  if ((traits & (trait.root | trait.void)) !== 0) return
  const top = builder.depth - 1
  if (builder.stackBeyond[top]! > 0) {
    builder.stackBeyond[top]!--
    if (!isHidden(builder) && (traits & (trait.block | trait.row)) !== 0) requestBreaks(builder.writer, 1)
    return
  }
  const at =
    (traits & trait.heading) !== 0 ? find(builder, trait.heading, trait.scope) : findToClose(builder, number, traits)
  if (at < 0) return
  if ((traits & trait.formatting) !== 0 && at < builder.depth - 1 && hasSpecialAbove(builder, at)) dissolve(builder, at)
  else closeTo(builder, at)
}

function findToClose(builder: Builder, number: number, traits: number): number {
  if (!builder.open[number]) return -1
  const inTable = (traits & (trait.table | trait.row | trait.cell | trait.rows | trait.tablePart)) !== 0
  if (inTable) return findElement(builder, number, (traits & trait.table) !== 0 ? 0 : trait.table)
  if ((traits & (trait.special | trait.formatting)) !== 0) return findElement(builder, number, trait.scope)
  return findElement(builder, number, trait.special)
}

/** The innermost open element of that name, -1 when `barrier` comes first. */
function findElement(builder: Builder, number: number, barrier: number): number {
  for (let i = builder.depth - 1; i >= 1; i--) {
    if (builder.stackElement[i] === number) return i
    if ((traitsAt(builder, i) & barrier) !== 0) return -1
  }
  return -1
}

/** The innermost open element with one of `traits`, -1 when `barrier` comes first. */
function find(builder: Builder, traits: number, barrier: number): number {
  for (let i = builder.depth - 1; i >= 1; i--) {
    const these = traitsAt(builder, i)
    if ((these & traits) !== 0) return i
    if ((these & barrier) !== 0) return -1
  }
  return -1
}

function hasSpecialAbove(builder: Builder, at: number): boolean {
  for (let i = builder.depth - 1; i > at; i--) if ((traitsAt(builder, i) & trait.special) !== 0) return true
  return false
}

/** Ends a formatting element but not the blocks in it: it stays on the stack without a name. */
function dissolve(builder: Builder, at: number): void {
  const number = builder.stackElement[at]!
  nodeAt(builder, at)
  builder.open[number]!--
  builder.stackElement[at] = -1
  builder.stackEnd[at] = ending.nothing
  if (number === element.a) builder.writer.inLink = false
}

/** Closes every element from the top of the stack down to `at`. */
function closeTo(builder: Builder, at: number): void {
  while (builder.depth > at) {
    const top = --builder.depth
    const number = builder.stackElement[top]!
    if (number >= 0) builder.open[number]!--
    if (number === element.a || (traitsAt(builder, top) & trait.scope) !== 0) builder.writer.inLink = false
    if (builder.stated.length > 0 && builder.stated.at(-1)!.depth === top) endStated(builder)
    finish(builder, builder.stackEnd[top]!)
  }
  if (builder.lowest > builder.depth) builder.lowest = builder.depth
}

/** Closes what the start tag of an element implies to be closed. False when the tag has no place here. */
function makeRoom(builder: Builder, number: number, traits: number): boolean {
  if ((traits & trait.endsParagraph) !== 0) {
    if (isForeign(builder)) leaveForeign(builder)
    if (builder.open[element.p!]) {
      const paragraph = findParagraph(builder)
      if (paragraph >= 0) closeTo(builder, paragraph)
    }
  }
  if ((traits & trait.heading) !== 0 && (traitsAt(builder, builder.depth - 1) & trait.heading) !== 0)
    closeTo(builder, builder.depth - 1)
  else if ((traits & trait.item) !== 0) closeSiblingItem(builder, number)
  else if ((traits & (trait.cell | trait.row | trait.rows | trait.tablePart)) !== 0)
    return makeRoomInTable(builder, traits)
  else if (number === element.a || number === element.button || number === element.select) {
    const same = builder.open[number] ? findElement(builder, number, trait.scope) : -1
    if (same >= 0) closeElement(builder, number)
  }
  return true
}

function findParagraph(builder: Builder): number {
  for (let i = builder.depth - 1; i >= 1; i--) {
    const number = builder.stackElement[i]!
    if (number === element.p) return i
    if (number === element.button || ((traitsOf[number] ?? 0) & trait.scope) !== 0) return -1
  }
  return -1
}

function leaveForeign(builder: Builder): void {
  for (let i = builder.depth - 1; i >= 1; i--)
    if (builder.stackElement[i] === element.svg) {
      closeTo(builder, i)
      return
    }
}

/** `li` ends an open `li` of its own list; `dd` and `dt` end each other; `option` ends `option`. */
function closeSiblingItem(builder: Builder, number: number): void {
  const isTerm = number === element.dd || number === element.dt
  for (let i = builder.depth - 1; i >= 1; i--) {
    const other = builder.stackElement[i]!
    if (other === number || (isTerm && (other === element.dd || other === element.dt))) {
      closeTo(builder, i)
      return
    }
    if (number === element.optgroup && other === element.option) continue
    const special = ((traitsOf[other] ?? 0) & trait.special) !== 0
    if (special && other !== element.div && other !== element.p && other !== element.address) return
  }
}

function makeRoomInTable(builder: Builder, traits: number): boolean {
  const table = builder.open[element.table!] ? findElement(builder, element.table!, 0) : -1
  if (table < 0) return false
  let keep = table
  const home = (traits & trait.cell) !== 0 ? trait.row : (traits & trait.row) !== 0 ? trait.rows : 0
  for (let i = builder.depth - 1; i > table; i--) {
    const these = traitsAt(builder, i)
    if ((these & home) !== 0 || ((traits & trait.cell) !== 0 && (these & trait.rows) !== 0)) {
      keep = i
      break
    }
  }
  closeTo(builder, keep + 1)
  if ((traits & trait.cell) !== 0 && (traitsAt(builder, keep) & trait.row) === 0)
    openElement(builder, element.tr!, [], false)
  return true
}

/** Ends the page: what is open closes. */
export function finishBuilder(builder: Builder): void {
  closeTo(builder, 1)
  endLine(builder.writer)
}

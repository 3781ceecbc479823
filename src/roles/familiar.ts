import {functionWords} from './cues'
import type {Lines} from './measure'
import type {Run} from './runs'

/** What the words of a line say about its place on the page; an item a line, 0 to 1, or -1 where it has no words. */
export interface Vocabulary {
  /** Share of words that carry grammar, known ones or such as stand in a good part of the page's prose. */
  readonly grammar: Float32Array
  /** Share of the other words that the page's prose uses in another line. */
  readonly prose: Float32Array
  /** The same for the longest run of prose alone: what the article is about. */
  readonly topic: Float32Array
}

/** Letters from which a line counts as prose for learning words. */
const proseSize = 90

/** Learns words from the long lines and measures every line against them. Linear in the number of words. */
export function vocabulary(lines: Lines, run: Run): Vocabulary {
  const {count, tokenStart, size} = lines
  const {slots, isFunction, capacity} = slotsOf(lines)
  const seenIn = new Uint16Array(capacity)
  const seenInRun = new Uint16Array(capacity)
  const last = new Int32Array(capacity)
  let proseLines = 0
  for (let line = 0; line < count; line++) {
    if (size[line]! < proseSize) continue
    proseLines++
    const inRun = line >= run.start && line < run.end
    for (let i = tokenStart[line]!; i < tokenStart[line + 1]!; i++) {
      const slot = slots[i]!
      if (last[slot] === line + 1) continue
      last[slot] = line + 1
      if (seenIn[slot]! < 65535) seenIn[slot]!++
      if (inRun && seenInRun[slot]! < 65535) seenInRun[slot]!++
    }
  }
  const common = Math.max(3, proseLines * 0.25)
  const grammar = new Float32Array(count)
  const prose = new Float32Array(count)
  const topic = new Float32Array(count)
  for (let line = 0; line < count; line++) {
    const from = tokenStart[line]!
    const to = tokenStart[line + 1]!
    const own = size[line]! >= proseSize ? 1 : 0
    let functions = 0
    let shared = 0
    let onTopic = 0
    const ownRun = own === 1 && line >= run.start && line < run.end ? 1 : 0
    for (let i = from; i < to; i++) {
      const slot = slots[i]!
      const times = seenIn[slot]!
      if (times >= common || isFunction[slot] === 1) functions++
      else {
        if (times > own) shared++
        if (seenInRun[slot]! > ownRun) onTopic++
      }
    }
    grammar[line] = to === from ? -1 : functions / (to - from)
    prose[line] = to - from === functions ? -1 : shared / (to - from - functions)
    topic[line] = to - from === functions ? -1 : onTopic / (to - from - functions)
  }
  return {grammar, prose, topic}
}

/** A number for each different word of the lines, below `capacity`; the number of each word, and which numbers are words of grammar. */
function slotsOf({count, tokens, tokenStart}: Lines): {slots: Int32Array; isFunction: Uint8Array; capacity: number} {
  const total = tokenStart[count]!
  let capacity = 256
  while (capacity < total * 2) capacity *= 2
  const known = functionWords()
  const keys = new Int32Array(capacity)
  const used = new Uint8Array(capacity)
  const isFunction = new Uint8Array(capacity)
  const slots = new Int32Array(total)
  for (let i = 0; i < total; i++) {
    const token = tokens[i]!
    let slot = (token ^ (token >>> 15)) & (capacity - 1)
    while (used[slot] === 1 && keys[slot] !== token) slot = (slot + 1) & (capacity - 1)
    if (used[slot] === 0) {
      used[slot] = 1
      keys[slot] = token
      if (known.has(token)) isFunction[slot] = 1
    }
    slots[i] = slot
  }
  return {slots, isFunction, capacity}
}

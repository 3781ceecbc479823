import {maskOf, match} from '../lexicon/lexicon'
import type {Block, Span} from '../page'
import {classOf, is, isWordClass} from '../text/classes'
import {foldedIndex, type Scan, sourceEnd, sourceStart} from '../text/scan'
import {cueLexicon} from './cues'
import {mark, markOf} from './marks'

const mask = maskOf('cue')
/** Letters that a credit may have at most. */
const longestCredit = 90

/**
 * The name of who made the picture in a caption or a line of credit: "Minh Duc" of "… Foto: Minh Duc". Nothing where no
 * known word for a picture or photographer stands before it.
 */
export function creditOf(scan: Scan, block: Block): Span | undefined {
  const {units} = scan
  const start = foldedIndex(scan, block.start)
  const end = foldedIndex(scan, block.end)
  const lexicon = cueLexicon()
  let found: Span | undefined
  let fresh = true
  for (let i = start; i < end; ) {
    if (!isWordClass(classOf[units[i]!]!) && markOf[units[i]!] !== mark.copyright) {
      fresh = true
      i++
      continue
    }
    const phrase = fresh ? match(lexicon, units, i, end, mask) : undefined
    if (phrase?.senses.some(({id}) => id === 'credit')) {
      const name = nameAfter(units, phrase.end, end)
      if (name !== undefined && (i === start || opens(units, i, start))) found = name
    }
    fresh = false
    i = phrase === undefined ? i + 1 : Math.max(i + 1, phrase.end)
    if (i < end && classOf[units[i]!] === is.space) fresh = true
  }
  return found === undefined ? undefined : {start: sourceStart(scan, found.start), end: sourceEnd(scan, found.end)}
}

/** Whether what stands before the word ends a sentence or opens a bracket. */
function opens(units: Uint16Array, at: number, start: number): boolean {
  let i = at - 1
  while (i > start && classOf[units[i]!] === is.space) i--
  const kind = markOf[units[i]!]!
  return (
    kind === mark.stop ||
    kind === mark.call ||
    kind === mark.bracket ||
    kind === mark.separator ||
    kind === mark.quote ||
    kind === mark.ellipsis ||
    kind === mark.copyright
  )
}

/** The name behind a word of credit, if a colon, slash or space leads to it and it is short. */
function nameAfter(units: Uint16Array, at: number, end: number): Span | undefined {
  let i = at
  let led = false
  while (
    i < end &&
    (classOf[units[i]!] === is.space ||
      markOf[units[i]!] === mark.colon ||
      markOf[units[i]!] === mark.separator ||
      units[i] === 61)
  ) {
    led ||= classOf[units[i]!] !== is.space
    i++
  }
  let stop = end
  while (
    stop > i &&
    (classOf[units[stop - 1]!] === is.space ||
      markOf[units[stop - 1]!] === mark.bracket ||
      markOf[units[stop - 1]!] === mark.stop)
  )
    stop--
  if (stop <= i || stop - i > longestCredit || !led) return undefined
  return {start: i, end: stop}
}

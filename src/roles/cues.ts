import {readTable} from '#tables'
import {readImage} from '../lexicon/image'
import {compileLexicon, hashStart, hashStep, isFree, type Lexicon, maskOf, match} from '../lexicon/lexicon'
import type {Span} from '../page'
import {classOf, is, isWordClass} from '../text/classes'
import {foldedIndex, type Scan} from '../text/scan'
import {mark, markOf} from './marks'

/** What a known phrase of a page's furniture speaks for. */
export const cueNames = [
  'nav',
  'breadcrumb',
  'credit',
  'source',
  'share',
  'comments',
  'empty-state',
  'related',
  'tags',
  'ad',
  'newsletter',
  'cookie',
  'footer',
  'login',
  'other-chrome',
  'byline',
  'published',
  'updated',
  'month',
  'ago',
  'ago-before',
] as const
export type CueName = (typeof cueNames)[number]
export const cue = Object.fromEntries(cueNames.map((name, index) => [name, index])) as Record<CueName, number>
export const cueCount = cueNames.length

/** Names that say nothing of a line's role when it is chrome. */
export const besideCues: ReadonlySet<CueName> = new Set<CueName>([
  'credit',
  'source',
  'byline',
  'published',
  'updated',
  'month',
  'ago',
  'ago-before',
])

/** How strongly a phrase speaks: somewhere in the line, at its start, with little else, alone. */
export const strength = {inside: 1, first: 2, most: 3, whole: 4} as const

const mask = maskOf('cue')
let text: string | undefined
const cueText = (): string => (text ??= new TextDecoder().decode(readTable('cues')))

let compiled: Lexicon | undefined
/** The phrases of all languages in one table: pages carry furniture in other languages than their article. */
export const cueLexicon = (): Lexicon => (compiled ??= readCueImage() ?? compileLexicon('mul', [cueText()]))

/** The table as it was compiled beforehand, where the package has it so. */
function readCueImage(): Lexicon | undefined {
  const image = readTable('cues.image')
  return image && readImage(image)
}

let functions: Set<number> | undefined
/** Hashes of the function words of all languages. */
export function functionWords(): ReadonlySet<number> {
  if (functions !== undefined) return functions
  functions = new Set()
  for (const line of cueText().split('\n')) {
    if (!line.startsWith('function\t')) continue
    for (const word of line.slice(line.lastIndexOf('\t') + 1).split('|')) {
      let hash = hashStart
      for (let i = 0; i < word.length; i++) hash = hashStep(hash, word.charCodeAt(i))
      functions.add(hash)
    }
  }
  return functions
}

/** Units at a long line's start and end where phrases are looked for; shorter lines are read whole. */
const edgeUnits = 90

/** For each line and cue name how strongly it speaks, `cueCount` bytes a line. */
export function readCues(scan: Scan, spans: readonly Span[]): Uint8Array {
  const lexicon = cueLexicon()
  const found = new Uint8Array(spans.length * cueCount)
  for (let line = 0; line < spans.length; line++) {
    const start = foldedIndex(scan, spans[line]!.start)
    const end = foldedIndex(scan, spans[line]!.end)
    const short = end - start <= 2 * edgeUnits
    const head = short ? end : start + edgeUnits
    readStretch(lexicon, scan.units, start, head, end, line, found)
    if (!short) readStretch(lexicon, scan.units, end - edgeUnits, end, end, line, found, start)
  }
  return found
}

function readStretch(
  lexicon: Lexicon,
  units: Uint16Array,
  from: number,
  to: number,
  end: number,
  line: number,
  found: Uint8Array,
  start = from,
): void {
  let first = from === start
  let fresh = true
  let i = from
  while (i < to) {
    const kind = classOf[units[i]!]!
    const sign = markOf[units[i]!] === mark.copyright
    if (!isWordClass(kind) && !sign) {
      fresh = true
      i++
      continue
    }
    // In scripts without spaces a phrase is looked for at the start of a stretch only.
    if (!fresh && isFree(units[i]!)) {
      i++
      continue
    }
    const phrase = match(lexicon, units, i, end, mask)
    if (
      phrase?.senses.some(({id}) => id! in cue) === true &&
      !(phrase.end === i + 1 && continues(units, phrase.end, end))
    ) {
      const level = first ? levelOf(units, i, phrase.end, end) : strength.inside
      for (const {id} of phrase.senses)
        note(found, line, cue[id as CueName], level, digitFollows(units, phrase.end, end))
      i = Math.max(phrase.end, i + 1)
    } else i = wordEnd(units, i, to)
    fresh = !isFree(units[i - 1]!)
    first = false
  }
}

function note(found: Uint8Array, line: number, index: number | undefined, level: number, digit: boolean): void {
  if (index === undefined || (index === cue['ago-before'] && !digit)) return
  const at = line * cueCount + index
  if (found[at]! < level) found[at] = level
}

/** How much of the line a phrase at its start fills. */
function levelOf(units: Uint16Array, start: number, phraseEnd: number, end: number): number {
  if (rest(units, phraseEnd, end) === 0) return strength.whole
  return end - phraseEnd < (phraseEnd - start) * 1.5 + 8 ? strength.most : strength.first
}

/** Whether a letter of a script without spaces goes on where a phrase of one letter ends. */
const continues = (units: Uint16Array, at: number, end: number): boolean =>
  at < end && isFree(units[at - 1]!) && isFree(units[at]!)

function digitFollows(units: Uint16Array, at: number, end: number): boolean {
  const next = at < end && units[at] === 32 ? at + 1 : at
  return next < end && classOf[units[next]!] === is.digit
}

/** Letters left after a phrase; digits, brackets and marks do not count. */
function rest(units: Uint16Array, at: number, end: number): number {
  for (let i = at; i < end; i++) {
    const kind = classOf[units[i]!]!
    if (isWordClass(kind) && kind !== is.digit && kind !== is.mark) return end - i
  }
  return 0
}

function wordEnd(units: Uint16Array, at: number, end: number): number {
  const kind = classOf[units[at]!]!
  if (kind === is.unspaced || kind === is.hangul || !isWordClass(kind)) return at + 1
  let i = at + 1
  while (i < end) {
    const next = classOf[units[i]!]!
    if (!isWordClass(next) || next === is.unspaced || next === is.hangul) break
    i++
  }
  return i
}

import {classOf, is, isWordClass, part, partOf} from '../text/classes'
import {type SenseName, sense} from './senses'

/** A meaning of a phrase. */
export interface Sense {
  /** Number of the sense's name, see `senses.ts`. */
  readonly kind: number
  /** The argument as it stands in the lexicon: `VND`, `over`, `-1 day`. */
  readonly id: string
  /** The numeric argument, or the factor behind `*`; 1 where there is none. */
  readonly value: number
}

/** The phrases of a lexicon, in columns by the number of the phrase; 0 is none. */
interface Entries {
  /** All texts one behind the other: phrases are places in them. */
  readonly pool: Uint16Array
  /**
   * By the hash of a head, three numbers: its first phrase (the others follow, longest first), and the bits of the names of
   * the senses that any of them has, the low 31 and the rest. Most words that a text asks for are turned away by these bits.
   */
  readonly heads: Int32Array
  /** A bit for each hash of a head: small enough to stay near the processor, where most words of a text end their search. */
  readonly known: Int32Array
  readonly next: Int32Array
  readonly starts: Int32Array
  readonly lengths: Int32Array
  /** Bits of the names of the senses, the low 31 and the rest. */
  readonly low: Int32Array
  readonly high: Int32Array
  readonly senses: (readonly Sense[])[]
}

/** A phrase found in a text. */
export interface Match {
  readonly start: number
  /** Folded position after it, inflection included. */
  readonly end: number
  readonly senses: readonly Sense[]
}

/** A set of sense names to ask for. */
export interface Mask {
  readonly low: number
  readonly high: number
}

export const maskOf = (...names: SenseName[]): Mask => {
  let low = 0
  let high = 0
  for (const name of names) {
    if (sense[name] < 31) low |= 1 << sense[name]
    else high |= 1 << (sense[name] - 31)
  }
  return {low, high}
}

/** The words of one language together with those common to all, compiled for look-up. */
export interface Lexicon {
  readonly language: string
  /** Settings by name: `decimal`, `group`, `order`. */
  readonly settings: ReadonlyMap<string, string>
  readonly glued: boolean
  /** 31 to 39 are words of their own, so that a word for thirty with one behind it is no 31. */
  readonly wholeTens: boolean
  /** It has numerals that count in some places only. */
  readonly hasDigits: boolean
  /** It has words that link a number to what stands before it. */
  readonly hasLinkers: boolean
  readonly suffixes: ReadonlySet<string>
  readonly longestSuffix: number
  readonly prefixes: readonly string[]
  readonly entries: Entries
  /** A bit for each hash of a word that may start a number, a date or another fact by itself. */
  readonly anchors: Int32Array
}

const anchorSenses: readonly SenseName[] = [
  'cardinal',
  'digit',
  'scale',
  'half',
  'fraction',
  'denominator',
  'part',
  'ordinal',
  'ordinal-before',
  'percent',
  'multiple',
  'multiple-loose',
  'month',
  'date-part',
  'era',
  'quarter',
  'half-year',
  'relative',
  'century',
  'last',
  'decade',
  'span',
]
const anchorMask = maskOf(...anchorSenses)

/** What a number written as one word may start with; told from other anchors by a salt. */
const pieceMask = maskOf('cardinal', 'digit', 'scale', 'half', 'fraction')
const pieceSalt = 0x5bd1e995

export const hashStep = (hash: number, unit: number): number => Math.imul(hash ^ unit, 0x01000193)
export const hashStart = 0x811c9dc5 | 0
/** Hash of the units from `from` to `to`. */
function hashOf(units: Uint16Array, from: number, to: number): number {
  let hash = hashStart
  for (let i = from; i < to; i++) hash = hashStep(hash, units[i]!)
  return hash
}

/** Numbers a head takes in the table. */
const headWidth = 4
const slot = (heads: Int32Array, hash: number): number => ((hash ^ (hash >>> 15)) * headWidth) & (heads.length - 1)

/** A set of hashes that may take others for its own: `size` bits, a power of two. */
const createBits = (size: number): Int32Array => new Int32Array(size >>> 5)
const anchorBits = 0x10000

function addBit(bits: Int32Array, hash: number): void {
  const at = hash ^ (hash >>> 13)
  bits[(at >>> 5) & (bits.length - 1)]! |= 1 << (at & 31)
}

function hasBit(bits: Int32Array, hash: number): boolean {
  const at = hash ^ (hash >>> 13)
  return ((bits[(at >>> 5) & (bits.length - 1)]! >>> (at & 31)) & 1) === 1
}

/** A unit of a script where a phrase may start and end anywhere. */
export const isFree = (unit: number): boolean => {
  const kind = classOf[unit]
  return kind === is.unspaced || kind === is.hangul
}

/** Units of a head in scripts without words. */
const freeHead = 3

/** A table while it is being filled from lexicon texts. */
interface Filling {
  readonly entries: Entries
  readonly anchors: Int32Array
  /** Number of phrases so far, none included. */
  count: number
  /** See `Lexicon`. */
  wholeTens: boolean
  hasDigits: boolean
  hasLinkers: boolean
}

/**
 * Compiles lexicon texts (see `format.ts`), the more particular ones first: where two give a phrase the same kind of meaning,
 * the first one is meant.
 */
export function compileLexicon(language: string, texts: readonly string[]): Lexicon {
  const settings = readSettings(texts)
  const list = (name: string): string[] => settings.get(name)?.split('|') ?? []
  const suffixes = new Set(list('suffixes'))
  const glued = settings.has('glued')
  const filling: Filling = {
    entries: createEntries(texts),
    anchors: createBits(anchorBits),
    count: 1,
    wholeTens: false,
    hasDigits: false,
    hasLinkers: false,
  }
  let at = 0
  for (const text of texts) {
    addText(filling, text, at)
    at += text.length
  }
  let longestSuffix = 0
  for (const suffix of suffixes) longestSuffix = Math.max(longestSuffix, suffix.length)
  const {entries, anchors, wholeTens, hasDigits, hasLinkers} = filling
  const prefixes = list('prefixes')
  return {
    language,
    settings,
    glued,
    wholeTens,
    hasDigits,
    hasLinkers,
    suffixes,
    longestSuffix,
    prefixes,
    entries,
    anchors,
  }
}

/** Empty columns with place for every phrase of the texts, which make up the pool. */
function createEntries(texts: readonly string[]): Entries {
  const pool = new Uint16Array(texts.reduce((size, text) => size + text.length, 0))
  let at = 0
  let most = 2
  for (const text of texts) {
    for (let i = 0; i < text.length; i++) pool[at++] = text.charCodeAt(i)
    most += countOf(text, '|') + countOf(text, '\n') + 1
  }
  const column = (): Int32Array => new Int32Array(most)
  return {
    pool,
    heads: new Int32Array(headWidth << (32 - Math.clz32(most))),
    known: createBits(8 << (32 - Math.clz32(most))),
    next: column(),
    starts: column(),
    lengths: column(),
    low: column(),
    high: column(),
    senses: [[]],
  }
}

/** The lines `@name<TAB>value` that texts start with. */
function readSettings(texts: readonly string[]): Map<string, string> {
  const settings = new Map<string, string>()
  for (const text of texts)
    for (let at = 0; text[at] === '@'; ) {
      const tab = text.indexOf('\t', at)
      const end = lineEnd(text, at)
      const name = text.slice(at + 1, tab)
      if (!settings.has(name)) settings.set(name, text.slice(tab + 1, end))
      at = end + 1
    }
  return settings
}

const lineEnd = (text: string, at: number): number => {
  const end = text.indexOf('\n', at)
  return end < 0 ? text.length : end
}

function countOf(text: string, part: string): number {
  let count = 0
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) count++
  return count
}

/** Adds the phrases of a text that comes to stand at `offset` of the pool. */
function addText(filling: Filling, text: string, offset: number): void {
  const own = new Set<Sense>()
  for (let at = 0; at < text.length; ) {
    const end = lineEnd(text, at)
    const first = text.indexOf('\t', at)
    const second = text.indexOf('\t', first + 1)
    const meaning =
      text[at] === '@' || first < 0 || second < 0 || second > end
        ? undefined
        : readSense(text.slice(at, first) as SenseName, text.slice(first + 1, second))
    at = end + 1
    if (meaning === undefined) continue
    own.add(meaning)
    const alone = [meaning]
    for (let from = second + 1; from < end; ) {
      const bar = text.indexOf('|', from)
      const to = bar < 0 || bar > end ? end : bar
      if (to > from) addPhrase(filling, offset + from, offset + to, alone, own)
      from = to + 1
    }
  }
}

function readSense(name: SenseName, id: string): Sense | undefined {
  const kind = sense[name]
  if (kind === undefined) return undefined
  const star = id.indexOf('*')
  if (star >= 0) return {kind, id: id.slice(0, star), value: Number(id.slice(star + 1))}
  const value = Number.parseFloat(id)
  return {kind, id, value: Number.isNaN(value) ? 1 : value}
}

/** Adds a meaning, alone in its list, to the phrase from `start` to `end`; `own` are the meanings of the same text. */
function addPhrase(
  filling: Filling,
  start: number,
  end: number,
  alone: readonly Sense[],
  own: ReadonlySet<Sense>,
): void {
  const {pool, heads, known, next, starts, lengths, low, high, senses} = filling.entries
  const meaning = alone[0]!
  const stop = headEnd(pool, start, end)
  const hash = hashOf(pool, start, stop)
  const place = slot(heads, hash)
  const length = end - start
  // Longest first, so that the longest phrase is found first.
  let before = 0
  let entry = heads[place]!
  while (
    entry !== 0 &&
    (lengths[entry]! > length || (lengths[entry] === length && !sameUnits(filling.entries, entry, pool, start)))
  ) {
    before = entry
    entry = next[entry]!
  }
  if (lengths[entry] === length) {
    if (senses[entry]!.some((other) => hides(other, meaning, own))) return
    senses[entry] = [...senses[entry]!, meaning]
  } else {
    if (meaning.value === 31 && meaning.kind === sense.cardinal && stop === end && !isFree(pool[start]!))
      filling.wholeTens = true
    if (meaning.kind === sense.digit) filling.hasDigits = true
    if (meaning.kind === sense.linker) filling.hasLinkers = true
    const added = filling.count++
    starts[added] = start
    lengths[added] = length
    next[added] = entry
    senses.push(alone)
    addBit(known, hash)
    if (before === 0) heads[place] = added
    else next[before] = added
    entry = added
  }
  if (meaning.kind < 31) low[entry]! |= 1 << meaning.kind
  else high[entry]! |= 1 << (meaning.kind - 31)
  heads[place + 1]! |= low[entry]!
  heads[place + 2]! |= high[entry]!
  if ((low[entry]! & anchorMask.low) !== 0 || (high[entry]! & anchorMask.high) !== 0) addBit(filling.anchors, hash)
  if ((low[entry]! & pieceMask.low) !== 0 || (high[entry]! & pieceMask.high) !== 0)
    addBit(filling.anchors, hash ^ pieceSalt)
}

/** Whether a meaning that a phrase has already leaves no place for another: Hungarian counts with `db`, which is no decibel. */
const hides = (known: Sense, meaning: Sense, own: ReadonlySet<Sense>): boolean =>
  known.kind === meaning.kind
    ? known.id === meaning.id || !own.has(known)
    : known.kind === sense.classifier && meaning.kind === sense.unit && !own.has(known)

/** End of the head of a phrase or text: its first run of letters or of digits, or a few units where scripts have no words. */
function headEnd(units: Uint16Array, at: number, end: number): number {
  const first = partOf[units[at]!]!
  if (first === part.free) return freeEnd(units, at, end)
  let i = at + 1
  if (first === part.word || first === part.digit) while (i < end && partOf[units[i]!] === first) i++
  return i
}

function freeEnd(units: Uint16Array, at: number, end: number): number {
  const stop = Math.min(end, at + freeHead)
  let i = at + 1
  while (i < stop && isFree(units[i]!)) i++
  return i
}

/** Whether a fact may start by itself at a letter of a script without words, by the filter of anchors. */
export function isFreeAnchor({anchors}: Lexicon, units: Uint16Array, at: number, end: number): boolean {
  const stop = freeEnd(units, at, end)
  let hash = hashStart
  for (let i = at; i < stop; i++) {
    hash = hashStep(hash, units[i]!)
    if (hasBit(anchors, hash)) return true
  }
  return false
}

/** Whether a fact may start by itself with the word from `at` to `end`, its ending or what is glued to it aside. */
export function isAnchor(
  {anchors, glued, longestSuffix}: Lexicon,
  units: Uint16Array,
  at: number,
  end: number,
): boolean {
  const first = Math.max(at + 1, end - longestSuffix - 1)
  let hash = hashStart
  for (let i = at; i < end; i++) {
    hash = hashStep(hash, units[i]!)
    if (i >= first && hasBit(anchors, hash)) return true
    if (glued && i > at && hasBit(anchors, hash ^ pieceSalt)) return true
  }
  return end === at + 1 && hasBit(anchors, hash)
}

/**
 * The longest phrase that starts at `at`, ends at a word's end (in scripts that have words) and has one of the senses
 * of `mask`; only such senses are returned.
 */
export function match(lexicon: Lexicon, units: Uint16Array, at: number, end: number, mask: Mask): Match | undefined {
  if (at >= end) return undefined
  const first = partOf[units[at]!]!
  if (first === part.gap) return undefined
  if (first === part.free) return matchFree(lexicon, units, at, end, mask)
  const wordEnd = headEnd(units, at, end)
  const hash = hashOf(units, at, wordEnd)
  const direct = search(lexicon, units, at, end, wordEnd, hash, mask)
  if (direct !== undefined) return direct
  const {suffixes, prefixes} = lexicon
  if (wordEnd === at + 1 || (suffixes.size === 0 && prefixes.length === 0)) return undefined
  const inflected =
    (suffixes.size > 0 ? matchStem(lexicon, units, at, end, wordEnd, mask) : undefined) ??
    (prefixes.length > 0 ? matchAfterPrefix(lexicon, units, at, end, wordEnd, mask) : undefined)
  return inflected === undefined || isListed(lexicon, units, at, wordEnd, hash) ? undefined : inflected
}

/** The same for a phrase whose first word has no ending and no particle before it. */
export function matchListed(
  lexicon: Lexicon,
  units: Uint16Array,
  at: number,
  end: number,
  mask: Mask,
): Match | undefined {
  const wordEnd = headEnd(units, at, end)
  return search(lexicon, units, at, end, wordEnd, hashOf(units, at, wordEnd), mask)
}

/**
 * Writes two numbers to `found[to]` and behind it: the bits of the names of senses, as in a mask, of which `match` may find
 * any at `at`. It finds none of the others.
 */
export function writeSensesAt(
  lexicon: Lexicon,
  units: Uint16Array,
  at: number,
  end: number,
  found: Int32Array,
  to: number,
): void {
  found[to] = 0
  found[to + 1] = 0
  if (at >= end) return
  const first = partOf[units[at]!]!
  if (first === part.gap) return
  const {entries, suffixes, longestSuffix, prefixes} = lexicon
  const stop = headEnd(units, at, end)
  const isWord = first !== part.free
  const firstStem = suffixes.size > 0 && isWord ? Math.max(at + 2, stop - longestSuffix) : stop
  let hash = hashStart
  for (let i = at + 1; i <= stop; i++) {
    hash = hashStep(hash, units[i - 1]!)
    if (!isWord || i === stop || i >= firstStem) addSenses(entries, hash, found, to)
  }
  if (!isWord) return
  for (const prefix of prefixes) {
    const start = at + prefix.length
    if (start + 1 < stop && units[at] === prefix.charCodeAt(0))
      addSenses(entries, hashOf(units, start, stop), found, to)
  }
}

function addSenses({heads, known}: Entries, hash: number, found: Int32Array, to: number): void {
  if (!hasBit(known, hash)) return
  const place = slot(heads, hash)
  found[to]! |= heads[place + 1]!
  found[to + 1]! |= heads[place + 2]!
}

/** A phrase where scripts have no words: longer heads first. */
function matchFree(lexicon: Lexicon, units: Uint16Array, at: number, end: number, mask: Mask): Match | undefined {
  for (let stop = freeEnd(units, at, end); stop > at; stop--) {
    const found = search(lexicon, units, at, end, at + 1, hashOf(units, at, stop), mask)
    if (found !== undefined) return found
  }
  return undefined
}

/** Whether the word is listed as it stands, in whatever sense: then it is no other word with an ending or a particle. */
function isListed({entries}: Lexicon, units: Uint16Array, at: number, wordEnd: number, hash: number): boolean {
  const {heads, next, lengths} = entries
  for (let entry = heads[slot(heads, hash)]!; entry !== 0; entry = next[entry]!)
    if (lengths[entry] === wordEnd - at && sameUnits(entries, entry, units, at)) return true
  return false
}

/** The longest phrase that is a beginning of the word at `at`, of at least two units: for numbers written as one word. */
export function matchWithin(
  {entries}: Lexicon,
  units: Uint16Array,
  at: number,
  wordEnd: number,
  mask: Mask,
): Match | undefined {
  let hash = hashStart
  let best: Match | undefined
  for (let i = at; i < wordEnd; i++) {
    hash = hashStep(hash, units[i]!)
    const entry = i === at ? 0 : wholeWord(entries, units, at, i + 1, hash, mask)
    if (entry !== 0) best = {start: at, end: i + 1, senses: pick(entries, entry, mask)}
  }
  return best
}

/** The phrase that is the units from `at` to `end` and has one of the senses; 0 if there is none. */
function wholeWord(entries: Entries, units: Uint16Array, at: number, end: number, hash: number, mask: Mask): number {
  const {heads, known, next, lengths} = entries
  if (!hasBit(known, hash)) return 0
  const place = slot(heads, hash)
  if (!speaks(heads, place, mask)) return 0
  for (let entry = heads[place]!; entry !== 0; entry = next[entry]!)
    if (lengths[entry] === end - at && asks(entries, entry, mask) && sameUnits(entries, entry, units, at)) return entry
  return 0
}

/** Whether a phrase behind the head at `place` may have one of the senses. */
const speaks = (heads: Int32Array, place: number, mask: Mask): boolean =>
  (heads[place + 1]! & mask.low) !== 0 || (heads[place + 2]! & mask.high) !== 0

const asks = ({low, high}: Entries, entry: number, mask: Mask): boolean =>
  (low[entry]! & mask.low) !== 0 || (high[entry]! & mask.high) !== 0

function pick({low, high, senses}: Entries, entry: number, mask: Mask): readonly Sense[] {
  const all = senses[entry]!
  return (low[entry]! & ~mask.low) === 0 && (high[entry]! & ~mask.high) === 0
    ? all
    : all.filter(({kind}) => (kind < 31 ? (mask.low >> kind) & 1 : (mask.high >> (kind - 31)) & 1))
}

function sameUnits({pool, starts, lengths}: Entries, entry: number, units: Uint16Array, at: number): boolean {
  const start = starts[entry]!
  for (let i = lengths[entry]! - 1; i >= 0; i--) if (pool[start + i] !== units[at + i]) return false
  return true
}

function search(
  lexicon: Lexicon,
  units: Uint16Array,
  at: number,
  end: number,
  headStop: number,
  hash: number,
  mask: Mask,
): Match | undefined {
  const {entries} = lexicon
  const {heads, known, next} = entries
  if (!hasBit(known, hash)) return undefined
  const place = slot(heads, hash)
  if (!speaks(heads, place, mask)) return undefined
  for (let entry = heads[place]!; entry !== 0; entry = next[entry]!) {
    if (!asks(entries, entry, mask)) continue
    const stop = phraseEnd(lexicon, entry, units, at, end, headStop)
    if (stop > 0) return {start: at, end: stop, senses: pick(entries, entry, mask)}
  }
  return undefined
}

/** A vowel sign or tone mark goes on with the syllable, also where scripts have no words. */
const combining = /\p{M}/u

/** Where the phrase of `entry` ends in the text, or 0. A space in it stands for any run of spaces. */
function phraseEnd(
  lexicon: Lexicon,
  entry: number,
  units: Uint16Array,
  at: number,
  end: number,
  headStop: number,
): number {
  const {pool, starts, lengths} = lexicon.entries
  const stop = starts[entry]! + lengths[entry]!
  let i = at
  for (let k = starts[entry]!; k < stop; k++) {
    const unit = pool[k]!
    if (i >= end || units[i] !== unit) return 0
    i++
    if (unit === 32) while (i < end && units[i] === 32) i++
  }
  const last = pool[stop - 1]!
  if (i < headStop && !isFree(last)) return 0
  if (i >= end || !isWordClass(classOf[last]!)) return i
  if (isFree(last)) return isFree(units[i]!) && combining.test(String.fromCharCode(units[i]!)) ? 0 : i
  const next = classOf[units[i]!]!
  if (next !== is.letter && next !== is.mark && !(next === is.digit && classOf[last] === is.digit)) return i
  return lexicon.suffixes.size > 0 && i > headStop ? suffixEnd(lexicon, units, i, end) : 0
}

/** End of the word if what remains of it from `at` is a known ending, else 0. */
function suffixEnd(lexicon: Lexicon, units: Uint16Array, at: number, end: number): number {
  let i = at
  while (
    i < end &&
    i - at <= lexicon.longestSuffix &&
    (classOf[units[i]!] === is.letter || classOf[units[i]!] === is.mark)
  )
    i++
  if (i - at > lexicon.longestSuffix) return 0
  return lexicon.suffixes.has(String.fromCharCode(...units.subarray(at, i))) ? i : 0
}

/** A listed word with an ending. */
function matchStem(
  lexicon: Lexicon,
  units: Uint16Array,
  at: number,
  end: number,
  wordEnd: number,
  mask: Mask,
): Match | undefined {
  let hash = hashStart
  let best: Match | undefined
  const {entries} = lexicon
  const first = Math.max(at + 1, wordEnd - lexicon.longestSuffix - 1)
  for (let i = at; i < wordEnd - 1; i++) {
    hash = hashStep(hash, units[i]!)
    if (i < first) continue
    const entry = wholeWord(entries, units, at, i + 1, hash, mask)
    const stop = entry === 0 ? 0 : suffixEnd(lexicon, units, i + 1, end)
    if (stop > 0) best = {start: at, end: stop, senses: pick(entries, entry, mask)}
  }
  return best
}

/** A listed word with a particle before it. */
function matchAfterPrefix(
  lexicon: Lexicon,
  units: Uint16Array,
  at: number,
  end: number,
  wordEnd: number,
  mask: Mask,
): Match | undefined {
  for (const prefix of lexicon.prefixes) {
    const start = at + prefix.length
    if (start + 1 >= wordEnd) continue
    let i = 0
    while (i < prefix.length && units[at + i] === prefix.charCodeAt(i)) i++
    if (i < prefix.length) continue
    const found = search(lexicon, units, start, end, wordEnd, hashOf(units, start, wordEnd), mask)
    if (found !== undefined) return {...found, start: at}
  }
  return undefined
}

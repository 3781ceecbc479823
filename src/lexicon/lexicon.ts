import {classOf, is, isWordClass} from '../text/classes'
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

interface Entry {
  /** Where the folded phrase stands in the pool. */
  readonly start: number
  readonly length: number
  readonly senses: Sense[]
  /** Bits of the names of its senses, the low 31 and the rest. */
  low: number
  high: number
  /** The next entry with the same head, a shorter one. */
  next: Entry | undefined
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
  readonly suffixes: ReadonlySet<string>
  readonly longestSuffix: number
  readonly prefixes: readonly string[]
  readonly pool: Uint16Array
  readonly heads: readonly (Entry | undefined)[]
  /** 1 where a word of that hash may start a number, a date or another fact by itself. */
  readonly anchors: Uint8Array
}

const anchorSenses: readonly SenseName[] = [
  'cardinal',
  'scale',
  'half',
  'fraction',
  'denominator',
  'part',
  'ordinal',
  'ordinal-before',
  'percent',
  'multiple',
  'month',
  'date-part',
  'era',
  'quarter',
  'half-year',
  'relative',
  'century',
]
const anchorMask = maskOf(...anchorSenses)

/** Units of a word that the anchor filter looks at in languages that glue or inflect their numbers. */
export const anchorPrefix = 3
export const anchorBits = 4095

/** Stands behind the units of a word shorter than the prefix, in its hash. */
export const shortMark = 0
const tableBits = 16383

export const hashStep = (hash: number, unit: number): number => Math.imul(hash ^ unit, 0x01000193)
export const hashStart = 0x811c9dc5 | 0
const slot = (hash: number): number => (hash ^ (hash >>> 15)) & tableBits
export const anchorSlot = (hash: number): number => (hash ^ (hash >>> 13)) & anchorBits

/** A unit of a script where a phrase may start and end anywhere. */
export const isFree = (unit: number): boolean => {
  const kind = classOf[unit]
  return kind === is.unspaced || kind === is.hangul
}

/** A table while it is being filled from lexicon texts. */
interface Filling {
  /** All texts one behind the other: entries point into them. */
  readonly pool: Uint16Array
  readonly heads: (Entry | undefined)[]
  readonly anchors: Uint8Array
  /** Whether the anchor filter knows the first units of a word only. */
  readonly byPrefix: boolean
  /** See `Lexicon`. */
  wholeTens: boolean
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
    pool: new Uint16Array(texts.reduce((size, text) => size + text.length, 0)),
    heads: new Array(tableBits + 1).fill(undefined),
    anchors: new Uint8Array(anchorBits + 1),
    byPrefix: glued || suffixes.size > 0,
    wholeTens: false,
  }
  let at = 0
  for (const text of texts) {
    addText(filling, text, at)
    at += text.length
  }
  let longestSuffix = 0
  for (const suffix of suffixes) longestSuffix = Math.max(longestSuffix, suffix.length)
  const {pool, heads, anchors, wholeTens} = filling
  const prefixes = list('prefixes')
  return {language, settings, glued, wholeTens, suffixes, longestSuffix, prefixes, pool, heads, anchors}
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

const bar = 124

/** Adds the phrases of a text that comes to stand at `offset` of the pool. */
function addText(filling: Filling, text: string, offset: number): void {
  const {pool} = filling
  for (let i = 0; i < text.length; i++) pool[offset + i] = text.charCodeAt(i)
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
    for (let from = second + 1; from < end; ) {
      let to = from
      while (to < end && pool[offset + to] !== bar) to++
      if (to > from) addPhrase(filling, offset + from, offset + to, meaning, own)
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

/** Adds a meaning to the phrase from `start` to `end`; `own` are the meanings of the same text. */
function addPhrase(filling: Filling, start: number, end: number, meaning: Sense, own: ReadonlySet<Sense>): void {
  const {pool, heads} = filling
  const stop = headEnd(pool, start, end)
  let hash = hashStart
  for (let i = start; i < stop; i++) hash = hashStep(hash, pool[i]!)
  const place = slot(hash)
  const length = end - start
  // Longest first, so that the longest phrase is found first.
  let before: Entry | undefined
  let entry = heads[place]
  while (
    entry !== undefined &&
    (entry.length > length || (entry.length === length && !sameUnits(pool, entry, pool, start)))
  ) {
    before = entry
    entry = entry.next
  }
  if (entry?.length === length) {
    if (entry.senses.some((other) => hides(other, meaning, own))) return
    entry.senses.push(meaning)
  } else {
    if (meaning.value === 31 && meaning.kind === sense.cardinal && stop === end && !isFree(pool[start]!))
      filling.wholeTens = true
    const added: Entry = {start, length, senses: [meaning], low: 0, high: 0, next: entry}
    if (before === undefined) heads[place] = added
    else before.next = added
    entry = added
  }
  if (meaning.kind < 31) entry.low |= 1 << meaning.kind
  else entry.high |= 1 << (meaning.kind - 31)
  if ((entry.low & anchorMask.low) !== 0 || (entry.high & anchorMask.high) !== 0) markAnchor(filling, start, stop)
}

/** Whether a meaning that a phrase has already leaves no place for another: Hungarian counts with `db`, which is no decibel. */
const hides = (known: Sense, meaning: Sense, own: ReadonlySet<Sense>): boolean =>
  known.kind === meaning.kind
    ? known.id === meaning.id || !own.has(known)
    : known.kind === sense.classifier && meaning.kind === sense.unit && !own.has(known)

function markAnchor({pool, anchors, byPrefix}: Filling, start: number, stop: number): void {
  let hash = hashStart
  for (let i = start; i < stop && (!byPrefix || i < start + anchorPrefix); i++) hash = hashStep(hash, pool[i]!)
  // A short word is marked as such: with an ending, a text's word is longer than it.
  if (byPrefix && stop - start < anchorPrefix) hash = hashStep(hash, shortMark)
  anchors[anchorSlot(hash)] = 1
}

/** End of the head of a phrase or text: its first run of letters or of digits, or a single unit where scripts have no words. */
function headEnd(units: Uint16Array, at: number, end: number): number {
  const first = units[at]!
  if (isFree(first) || !isWordClass(classOf[first]!)) return at + 1
  const digits = classOf[first] === is.digit
  let i = at + 1
  while (
    i < end &&
    isWordClass(classOf[units[i]!]!) &&
    !isFree(units[i]!) &&
    (classOf[units[i]!] === is.digit) === digits
  )
    i++
  return i
}

/** Whether a filter of anchors must look at the first units of a word only. */
export const anchorsByPrefix = (lexicon: Lexicon): boolean => lexicon.glued || lexicon.suffixes.size > 0

/**
 * The longest phrase that starts at `at`, ends at a word's end (in scripts that have words) and has one of the senses
 * of `mask`; only such senses are returned.
 */
export function match(lexicon: Lexicon, units: Uint16Array, at: number, end: number, mask: Mask): Match | undefined {
  if (at >= end) return undefined
  const first = units[at]!
  const kind = classOf[first]!
  if (kind === is.space || kind === is.newline) return undefined
  const wordEnd = headEnd(units, at, end)
  let hash = hashStart
  for (let i = at; i < wordEnd; i++) hash = hashStep(hash, units[i]!)
  const direct = search(lexicon, units, at, end, wordEnd, hash, mask)
  if (direct !== undefined) return direct
  if (wordEnd === at + 1) return undefined
  const {suffixes, prefixes} = lexicon
  if ((suffixes.size === 0 && prefixes.length === 0) || isListed(lexicon, units, at, wordEnd, hash)) return undefined
  const stem = suffixes.size > 0 ? matchStem(lexicon, units, at, end, wordEnd, mask) : undefined
  return stem ?? (prefixes.length > 0 ? matchAfterPrefix(lexicon, units, at, end, wordEnd, mask) : undefined)
}

/** Whether the word is listed as it stands, in whatever sense: then it is no other word with an ending or a particle. */
function isListed(lexicon: Lexicon, units: Uint16Array, at: number, wordEnd: number, hash: number): boolean {
  for (let entry = lexicon.heads[slot(hash)]; entry !== undefined; entry = entry.next)
    if (entry.length === wordEnd - at && sameUnits(lexicon.pool, entry, units, at)) return true
  return false
}

/** The longest phrase that is a beginning of the word at `at`, of at least two units: for numbers written as one word. */
export function matchWithin(
  lexicon: Lexicon,
  units: Uint16Array,
  at: number,
  wordEnd: number,
  mask: Mask,
): Match | undefined {
  let hash = hashStart
  let best: Match | undefined
  for (let i = at; i < wordEnd; i++) {
    hash = hashStep(hash, units[i]!)
    if (i === at) continue
    for (let entry = lexicon.heads[slot(hash)]; entry !== undefined; entry = entry.next) {
      if (entry.length !== i + 1 - at || !asks(entry, mask) || !sameUnits(lexicon.pool, entry, units, at)) continue
      best = {start: at, end: i + 1, senses: pick(entry, mask)}
      break
    }
  }
  return best
}

const asks = (entry: Entry, mask: Mask): boolean => (entry.low & mask.low) !== 0 || (entry.high & mask.high) !== 0

const pick = (entry: Entry, mask: Mask): readonly Sense[] =>
  (entry.low & ~mask.low) === 0 && (entry.high & ~mask.high) === 0
    ? entry.senses
    : entry.senses.filter(({kind}) => (kind < 31 ? (mask.low >> kind) & 1 : (mask.high >> (kind - 31)) & 1))

function sameUnits(pool: Uint16Array, entry: Entry, units: Uint16Array, at: number): boolean {
  for (let i = entry.length - 1; i >= 0; i--) if (pool[entry.start + i] !== units[at + i]) return false
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
  for (let entry = lexicon.heads[slot(hash)]; entry !== undefined; entry = entry.next) {
    if (!asks(entry, mask)) continue
    const stop = phraseEnd(lexicon, entry, units, at, end, headStop)
    if (stop > 0) return {start: at, end: stop, senses: pick(entry, mask)}
  }
  return undefined
}

/** A vowel sign or tone mark goes on with the syllable, also where scripts have no words. */
const combining = /\p{M}/u

/** Where the phrase of `entry` ends in the text, or 0. A space in it stands for any run of spaces. */
function phraseEnd(
  lexicon: Lexicon,
  entry: Entry,
  units: Uint16Array,
  at: number,
  end: number,
  headStop: number,
): number {
  const {pool} = lexicon
  let i = at
  for (let k = entry.start; k < entry.start + entry.length; k++) {
    const unit = pool[k]!
    if (i >= end || units[i] !== unit) return 0
    i++
    if (unit === 32) while (i < end && units[i] === 32) i++
  }
  const last = pool[entry.start + entry.length - 1]!
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
  const shortest = at + 2
  for (let i = at; i < wordEnd - 1; i++) {
    hash = hashStep(hash, units[i]!)
    if (i + 1 < shortest || wordEnd - i - 1 > lexicon.longestSuffix) continue
    for (let entry = lexicon.heads[slot(hash)]; entry !== undefined; entry = entry.next) {
      if (entry.length !== i + 1 - at || !asks(entry, mask) || !sameUnits(lexicon.pool, entry, units, at)) continue
      const stop = suffixEnd(lexicon, units, i + 1, end)
      if (stop > 0) best = {start: at, end: stop, senses: pick(entry, mask)}
      break
    }
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
    let hash = hashStart
    for (let k = start; k < wordEnd; k++) hash = hashStep(hash, units[k]!)
    const found = search(lexicon, units, start, end, wordEnd, hash, mask)
    if (found !== undefined) return {...found, start: at}
  }
  return undefined
}

import {readTable} from '#tables'
import {edge, firstSingle, gramStart, gramStep, longestWord} from './grams'

/** A trained table of one script, or of several scripts of few languages. */
export interface Model {
  /** Two to the power of it are the slots of the table. */
  readonly bits: number
  /** Units of the longest gram. */
  readonly longest: number
  /** `tag:Script:bias:prior` of each language, in the order of their numbers. */
  readonly languages: string
}

/** A model as it is generated. */
export interface PackedModel extends Model {
  /** Base64 of its deflated columns. */
  readonly packed: string
}

/** The models there are: by script, those with few languages in `rest`; and of close groups. */
export interface Models {
  readonly models: Readonly<Record<string, Model>>
  readonly close: readonly Model[]
}

/** A table ready for use. */
export interface Table {
  readonly tags: readonly string[]
  /** The number of each tag. */
  readonly numbers: ReadonlyMap<string, number>
  readonly scripts: readonly string[]
  /** What each letter is worth to a language besides its grams. */
  readonly biases: Float64Array
  /** How likely it is before a letter is read, as a logarithm; the likeliest come first. */
  readonly priors: Float64Array
  readonly mask: number
  readonly longest: number
  /** First gram of each slot. */
  readonly slots: Uint32Array
  readonly marks: Uint8Array
  /** First posting of each gram. */
  readonly postings: Uint32Array
  /** Of each posting the language, in the high byte, and the weight, in steps above the least one. */
  readonly entries: Uint16Array
  /** Work space: the score of each language, filled up to a multiple of four. */
  readonly scores: Int32Array
  /** Work space: a logarithm of each language. */
  readonly logs: Float64Array
  readonly kept: KeptWords
}

/** Words scored before, so that the usual ones are worked out once. A word has one place, by its hash, until another takes it. */
interface KeptWords {
  readonly lengths: Uint8Array
  /** `longestWord` units a place. */
  readonly units: Uint16Array
  /** What a word adds to the scores: a row of all languages a place. */
  readonly rows: Int16Array
}

/** Two to the power of it are the places for words of a table. */
const keptBits = 13

/** Natural logarithm that one unit of a stored weight stands for. */
export const unitLog = 0.22
/** The least weight; the others follow it in steps of one. */
export const leastWeight = -5
export const mostWeight = leastWeight + 15

let listed: Models | undefined
const models = (): Models => (listed ??= JSON.parse(new TextDecoder().decode(readTable('languages'))) as Models)

const tables = new Map<string, Table>()

/** A table by its name, made on first use. */
function named(name: string, model: Model): Table {
  const known = tables.get(name)
  if (known !== undefined) return known
  const table = createTable(model, readTable(name)!)
  tables.set(name, table)
  return table
}

/** The table of a script; those with few languages share one. */
export function tableOf(script: string): Table {
  const {models: all} = models()
  const name = script in all ? script : 'rest'
  return named(`language/${name}`, all[name]!)
}

/** The tags that each table of close languages tells apart. */
export const closeTags = (): readonly (readonly string[])[] =>
  models().close.map(({languages}) => languages.split(' ').map((name) => name.split(':')[0]!))

/** The table of close languages by its place among `closeTags`. */
export const closeTable = (group: number): Table => named(`close/${group}`, models().close[group]!)

/**
 * A table from its columns, one after the other: grams of each slot; mark of each gram; postings of each gram; language of
 * each posting, as the step from the one before; weight of each posting, two in a byte.
 */
export function createTable({bits, longest, languages}: Model, bytes: Uint8Array): Table {
  const size = 1 << bits
  const slots = sums(bytes.subarray(0, size))
  const grams = slots[size]!
  const postings = sums(bytes.subarray(size + grams, size + 2 * grams))
  const total = postings[grams]!
  const steps = bytes.subarray(size + 2 * grams, size + 2 * grams + total)
  const names = (languages === '' ? [] : languages.split(' ')).map(
    (name) => name.split(':') as [string, string, string?, string?],
  )
  // Scores are added four at a time.
  const lanes = 4 * Math.ceil(names.length / 4)
  return {
    tags: names.map(([tag]) => tag),
    numbers: new Map(names.map(([tag], index) => [tag, index])),
    scripts: names.map(([, script]) => script),
    biases: Float64Array.from(names, ([, , bias]) => Number(bias ?? 0)),
    priors: Float64Array.from(names, ([, , , prior]) => Number(prior ?? 0)),
    mask: size - 1,
    longest,
    slots,
    marks: bytes.slice(size, size + grams),
    postings,
    entries: entriesOf(steps, bytes.subarray(size + 2 * grams + total), postings),
    scores: new Int32Array(lanes),
    logs: new Float64Array(names.length),
    kept: {
      lengths: new Uint8Array(1 << keptBits),
      units: new Uint16Array(longestWord << keptBits),
      rows: new Int16Array(lanes << keptBits),
    },
  }
}

function sums(counts: Uint8Array): Uint32Array {
  const starts = new Uint32Array(counts.length + 1)
  for (let i = 0; i < counts.length; i++) starts[i + 1] = starts[i]! + counts[i]!
  return starts
}

function entriesOf(steps: Uint8Array, halves: Uint8Array, postings: Uint32Array): Uint16Array {
  const entries = new Uint16Array(steps.length)
  for (let gram = 0; gram + 1 < postings.length; gram++)
    for (let p = postings[gram]!, language = 0; p < postings[gram + 1]!; p++) {
      language += steps[p]!
      entries[p] = (language << 8) | ((halves[p >> 1]! >> (4 * (p & 1))) & 15)
    }
  return entries
}

/** Adds what the grams of a word say to the scores. */
export function scoreWord(table: Table, units: Uint16Array, from: number, to: number): void {
  const {scores, kept} = table
  if (to - from > longestWord) {
    addGrams(table, units, from, to, scores)
    return
  }
  const place = placeOf(units, from, to)
  const at = place * scores.length
  if (isKept(kept, place, units, from, to)) {
    addRow(scores, kept.rows, at)
    return
  }
  word.fill(0)
  addGrams(table, units, from, to, word)
  kept.lengths[place] = to - from
  for (let i = from, k = place * longestWord; i < to; i++, k++) kept.units[k] = units[i]!
  for (let k = 0; k < scores.length; k++) kept.rows[at + k] = word[k]!
  addRow(scores, kept.rows, at)
}

/** Work space: what one word says of each language. */
const word = new Int32Array(256)

/** Adds a row to the scores. Four at a time, which takes less than half the time of one by one. */
function addRow(scores: Int32Array, rows: Int16Array, at: number): void {
  const length = scores.length
  for (let k = 0; k < length; k += 4) {
    scores[k] = (scores[k]! + rows[at + k]!) | 0
    scores[k + 1] = (scores[k + 1]! + rows[at + k + 1]!) | 0
    scores[k + 2] = (scores[k + 2]! + rows[at + k + 2]!) | 0
    scores[k + 3] = (scores[k + 3]! + rows[at + k + 3]!) | 0
  }
}

function placeOf(units: Uint16Array, from: number, to: number): number {
  let hash = gramStart
  for (let i = from; i < to; i++) hash = gramStep(hash, units[i]!)
  return hash >>> (32 - keptBits)
}

function isKept(kept: KeptWords, place: number, units: Uint16Array, from: number, to: number): boolean {
  if (kept.lengths[place] !== to - from) return false
  for (let i = from, k = place * longestWord; i < to; i++, k++) if (kept.units[k] !== units[i]) return false
  return true
}

/** Adds what the grams of a word say to `row`. */
function addGrams(table: Table, units: Uint16Array, from: number, to: number, row: Int32Array): void {
  const {longest} = table
  for (let i = from - 1; i <= to; i++) {
    let hash = gramStart
    const stop = Math.min(to + 1, i + longest)
    for (let k = i; k < stop; k++) {
      const unit = k < from || k === to ? edge : units[k]!
      hash = gramStep(hash, unit)
      if (k > i || unit >= firstSingle) addGram(table, hash, row)
    }
    // The first grams begin like the whole word does.
    if (i >= from || stop > to || longest === 1 || to - from > longestWord) continue
    for (let k = stop; k < to; k++) hash = gramStep(hash, units[k]!)
    addGram(table, gramStep(hash, edge), row)
  }
}

function addGram({slots, marks, postings, entries, mask}: Table, hash: number, row: Int32Array): void {
  const slot = hash & mask
  const mark = hash >>> 24
  const last = slots[slot + 1]!
  for (let gram = slots[slot]!; gram < last; gram++) {
    if (marks[gram] !== mark) continue
    const end = postings[gram + 1]!
    for (let p = postings[gram]!; p < end; p++) {
      const entry = entries[p]!
      row[entry >> 8]! += (entry & 15) + leastWeight
    }
  }
}

import {inflateSync} from 'fflate'
import {gramStart, gramStep} from './grams'

/** A trained table of one script, or of several scripts of few languages. */
export interface Model {
  /** Two to the power of it are the slots of the table. */
  readonly bits: number
  /** `tag:Script` of each language, in the order of their numbers. */
  readonly languages: string
  /** Base64 of the deflated table: for each slot its grams, each with a mark, its postings and their weights. */
  readonly packed: string
}

/** A table ready for use. */
export interface Table {
  readonly tags: readonly string[]
  readonly scripts: readonly string[]
  /** What each letter is worth to a language besides its grams. */
  readonly biases: readonly number[]
  /** How many pages are written in it: 2 most, 1 many, 0 few. */
  readonly common: readonly number[]
  readonly mask: number
  readonly bytes: Uint8Array
  readonly offsets: Uint32Array
  /** Work space: the score of each language. */
  readonly scores: Float64Array
}

/** Logarithm that one unit of a stored weight stands for, less what overlapping grams say twice. */
export const unitLog = 0.055 / 3.4
const longestGram = 5
const tables = new Map<Model, Table>()

/** The table of a model, unpacked on first use. */
export function tableOf(model: Model): Table {
  const known = tables.get(model)
  if (known !== undefined) return known
  const table = unpack(model)
  tables.set(model, table)
  return table
}

function unpack({bits, languages, packed}: Model): Table {
  const binary = atob(packed)
  const deflated = new Uint8Array(binary.length)
  for (let i = 0; i < binary.length; i++) deflated[i] = binary.charCodeAt(i)
  const bytes = inflateSync(deflated)
  const offsets = new Uint32Array(1 << bits)
  let at = 0
  for (let slot = 0; slot < offsets.length; slot++) {
    offsets[slot] = at
    let grams = bytes[at++]!
    while (grams-- > 0) at += 2 + 2 * bytes[at + 1]!
  }
  const names = languages.split(' ').map((name) => name.split(':') as [string, string, string?, string?])
  return {
    tags: names.map(([tag]) => tag),
    scripts: names.map(([, script]) => script),
    biases: names.map(([, , bias]) => Number(bias ?? 0)),
    common: names.map(([, , , common]) => Number(common ?? 0)),
    mask: offsets.length - 1,
    bytes,
    offsets,
    scores: new Float64Array(names.length),
  }
}

/** Adds what the grams of a word say to the scores. */
export function scoreWord(table: Table, units: Uint16Array, from: number, to: number): void {
  const {bytes, offsets, mask, scores} = table
  for (let i = from; i < to; i++) {
    let hash = gramStart
    const stop = Math.min(to, i + longestGram)
    for (let k = i; k < stop; k++) {
      hash = gramStep(hash, units[k]!)
      let at = offsets[hash & mask]!
      const mark = (hash >>> 24) & 255
      for (let grams = bytes[at++]!; grams > 0; grams--) {
        const found = bytes[at++] === mark
        const count = bytes[at++]!
        if (found) for (let end = at + 2 * count, p = at; p < end; p += 2) scores[bytes[p]!]! += bytes[p + 1]!
        at += 2 * count
      }
    }
  }
}

import {readTable} from '#tables'
import {classRuns, folds, longFolds} from '../generated/classes'
import {classNames} from './class-names'

/** Class numbers by name. */
export const is = Object.fromEntries(classNames.map((name, index) => [name, index])) as Record<
  (typeof classNames)[number],
  number
>

const units = 0x10000
/** The tables by unit as they were made beforehand, where the package has them so. */
const image = readTable('classes.image')

/** Class of each UTF-16 unit. */
export const classOf: Uint8Array = image?.subarray(0, units) ?? fillByClass(new Uint8Array(units), (kind) => kind)
/** What to add to a UTF-16 unit to fold it. */
const foldSteps: Int16Array = image ? new Int16Array(image.buffer, image.byteOffset + 3 * units, units) : readFolds()
/** What a UTF-16 unit folds to: lower case, ASCII digits, plain spaces, dashes and quotes. */
export const fold = (unit: number): number => (unit + foldSteps[unit]!) & 0xffff
let longFoldsByUnit: Map<number, string> | undefined
const longFoldMap = (): ReadonlyMap<number, string> =>
  (longFoldsByUnit ??= new Map(longFolds.split('\n').map(readLongFold)))
/** What a unit folds to that folds to several (`㎏` to `kg`). */
export const longFoldOf = (unit: number): string | undefined => longFoldMap().get(unit)
/**
 * Marks beside those of Latin, Greek and Cyrillic that compose with what precedes them under NFC: Arabic maddah and hamza,
 * length marks of Indic scripts, kana voicing. Vowel signs that stand alone as a rule (Bengali aa) are not among them.
 */
const rareComposing: ReadonlySet<number> = new Set([
  0x653, 0x654, 0x655, 0x9d7, 0xb56, 0xb57, 0xbd7, 0xc56, 0xcd5, 0xcd6, 0xd57, 0xddf, 0x3099, 0x309a,
])

/** 1 where a unit cannot be folded one to one, so that the scan has to keep a map. */
export const needsMap: Uint8Array = image?.subarray(units, 2 * units) ?? readNeedsMap()

/** What a unit is to a word: of one, of a numeral, of a script without words, a gap, or a sign that stands by itself. */
export const part = {sign: 0, word: 1, digit: 2, free: 3, gap: 4} as const
export const partOf: Uint8Array =
  image?.subarray(2 * units, 3 * units) ?? fillByClass(new Uint8Array(units), partOfClass)

function partOfClass(kind: number): number {
  if (kind === is.space || kind === is.newline) return part.gap
  if (kind === is.unspaced || kind === is.hangul) return part.free
  return kind === is.digit ? part.digit : kind === is.letter || kind === is.mark ? part.word : part.sign
}

/** The tables by unit, one after the other, for `image`. */
export function classesImage(): Uint8Array {
  const bytes = new Uint8Array(5 * units)
  bytes.set(classOf)
  bytes.set(needsMap, units)
  bytes.set(partOf, 2 * units)
  bytes.set(new Uint8Array(foldSteps.buffer, foldSteps.byteOffset, 2 * units), 3 * units)
  return bytes
}

export const isWordClass = (kind: number): boolean => kind >= is.letter && kind <= is.hangul
/** Letters and marks of any script. */
export const isLetterClass = (kind: number): boolean => isWordClass(kind) && kind !== is.digit

/** Fills a table with what `toValue` makes of the class of each unit. */
function fillByClass(table: Uint8Array, toValue: (kind: number) => number): Uint8Array {
  let at = 0
  let length = 0
  for (let i = 0; i < classRuns.length; i++) {
    const unit = classRuns.charCodeAt(i)
    if (unit >= 97) length = length * 36 + unit - 87
    else if (unit < 65) length = length * 36 + unit - 48
    else {
      const value = toValue(unit - 65)
      // Most runs are short: a call of `fill` costs more than they do.
      if (length > 64) table.fill(value, at, at + length)
      else for (let k = at; k < at + length; k++) table[k] = value
      at += length
      length = 0
    }
  }
  return table
}

function readFolds(): Int16Array {
  const table = new Int16Array(units)
  const numbers = readNumbers(folds)
  for (let i = 0; i < numbers.length; i += 4) {
    const unit = numbers[i]!
    const step = numbers[i + 1]! - unit
    const count = numbers[i + 2]!
    const stride = numbers[i + 3]!
    for (let k = 0; k < count; k++) table[unit + k * stride] = step
  }
  return table
}

/** The numbers of a text in base 36, with one mark behind each but the last. */
function readNumbers(text: string): number[] {
  const found: number[] = []
  let value = 0
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit >= 97) value = value * 36 + unit - 87
    else if (unit >= 48 && unit <= 57) value = value * 36 + unit - 48
    else {
      found.push(value)
      value = 0
    }
  }
  found.push(value)
  return found
}

function readLongFold(row: string): [number, string] {
  const space = row.indexOf(' ')
  return [Number.parseInt(row.slice(0, space), 36), row.slice(space + 1)]
}

/** Marks that NFC may join to the letter before them; U+034F is there to keep them apart. */
export const composes = (unit: number): boolean =>
  (unit >= 0x300 && unit < 0x370 && unit !== 0x34f) || (unit >= 0x1160 && unit < 0x1200) || rareComposing.has(unit)

function readNeedsMap(): Uint8Array {
  const {ignorable, surrogate} = is
  const table = fillByClass(new Uint8Array(units), (kind) => (kind === ignorable || kind === surrogate ? 1 : 0))
  for (const unit of longFoldMap().keys()) table[unit] = 1
  table.fill(1, 0x300, 0x370)
  table.fill(1, 0x1100, 0x1200)
  for (const unit of rareComposing) table[unit] = 1
  return table
}

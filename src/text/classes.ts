import {classRuns, folds, longFolds} from '../generated/classes'
import {classNames} from './class-names'

/** Class numbers by name. */
export const is = Object.fromEntries(classNames.map((name, index) => [name, index])) as Record<
  (typeof classNames)[number],
  number
>

/** Class of each UTF-16 unit. */
export const classOf: Uint8Array = fillByClass(new Uint8Array(0x10000), (kind) => kind)
/** What to add to a UTF-16 unit to fold it. */
const foldSteps: Int16Array = readFolds()
/** What a UTF-16 unit folds to: lower case, ASCII digits, plain spaces, dashes and quotes. */
export const fold = (unit: number): number => (unit + foldSteps[unit]!) & 0xffff
/** Units that fold to several units (`㎏` to `kg`). */
export const longFoldOf: ReadonlyMap<number, string> = readLongFolds()
/**
 * Marks beside those of Latin, Greek and Cyrillic that compose with what precedes them under NFC: Arabic maddah and hamza,
 * length marks of Indic scripts, kana voicing. Vowel signs that stand alone as a rule (Bengali aa) are not among them.
 */
const rareComposing: ReadonlySet<number> = new Set([
  0x653, 0x654, 0x655, 0x9d7, 0xb56, 0xb57, 0xbd7, 0xc56, 0xcd5, 0xcd6, 0xd57, 0xddf, 0x3099, 0x309a,
])

/** 1 where a unit cannot be folded one to one, so that the scan has to keep a map. */
export const needsMap: Uint8Array = readNeedsMap()

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
  const table = new Int16Array(0x10000)
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

function readLongFolds(): Map<number, string> {
  return new Map(
    longFolds.split('\n').map((row) => {
      const space = row.indexOf(' ')
      return [Number.parseInt(row.slice(0, space), 36), row.slice(space + 1)]
    }),
  )
}

/** Marks that NFC may join to the letter before them; U+034F is there to keep them apart. */
export const composes = (unit: number): boolean =>
  (unit >= 0x300 && unit < 0x370 && unit !== 0x34f) || (unit >= 0x1160 && unit < 0x1200) || rareComposing.has(unit)

function readNeedsMap(): Uint8Array {
  const {ignorable, surrogate} = is
  const table = fillByClass(new Uint8Array(0x10000), (kind) => (kind === ignorable || kind === surrogate ? 1 : 0))
  for (const unit of longFoldOf.keys()) table[unit] = 1
  table.fill(1, 0x300, 0x370)
  table.fill(1, 0x1100, 0x1200)
  for (const unit of rareComposing) table[unit] = 1
  return table
}

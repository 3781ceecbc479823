import {classRuns, folds, longFolds} from '../generated/classes'
import {classNames} from './class-names'

/** Class numbers by name. */
export const is = Object.fromEntries(classNames.map((name, index) => [name, index])) as Record<
  (typeof classNames)[number],
  number
>

/** Class of each UTF-16 unit. */
export const classOf: Uint8Array = readClasses()
/** What each UTF-16 unit folds to: lower case, ASCII digits, plain spaces, dashes and quotes. */
export const foldOf: Uint16Array = readFolds()
/** Units that fold to several units (`㎏` to `kg`). */
export const longFoldOf: ReadonlyMap<number, string> = readLongFolds()
/** 1 where a unit cannot be folded one to one, so that the scan has to keep a map. */
export const needsMap: Uint8Array = readNeedsMap()

export const isWordClass = (kind: number): boolean => kind >= is.letter && kind <= is.hangul
/** Letters and marks of any script. */
export const isLetterClass = (kind: number): boolean => isWordClass(kind) && kind !== is.digit

function readClasses(): Uint8Array {
  const table = new Uint8Array(0x10000)
  let at = 0
  let length = 0
  for (let i = 0; i < classRuns.length; i++) {
    const unit = classRuns.charCodeAt(i)
    if (unit >= 97) length = length * 36 + unit - 87
    else if (unit < 65) length = length * 36 + unit - 48
    else {
      table.fill(unit - 65, at, at + length)
      at += length
      length = 0
    }
  }
  return table
}

function readFolds(): Uint16Array {
  const table = new Uint16Array(0x10000)
  for (let i = 0; i < table.length; i++) table[i] = i
  for (const row of folds.split(';')) {
    const [unit, target, count, stride] = row.split(',').map((field) => Number.parseInt(field, 36)) as [
      number,
      number,
      number,
      number,
    ]
    for (let k = 0; k < count; k++) table[unit + k * stride] = target + k * stride
  }
  return table
}

function readLongFolds(): Map<number, string> {
  return new Map(
    longFolds.split('\n').map((row) => {
      const space = row.indexOf(' ')
      return [Number.parseInt(row.slice(0, space), 36), row.slice(space + 1)]
    }),
  )
}

function readNeedsMap(): Uint8Array {
  const table = new Uint8Array(0x10000)
  for (let unit = 0; unit < 0x10000; unit++) {
    const kind = classOf[unit]
    if (kind === is.ignorable || kind === is.surrogate) table[unit] = 1
  }
  for (const unit of longFoldOf.keys()) table[unit] = 1
  // Marks that compose with what precedes them under NFC: Latin, Greek and Cyrillic diacritics, kana voicing, Hangul jamo.
  table.fill(1, 0x300, 0x370)
  table.fill(1, 0x1100, 0x1200)
  table[0x3099] = 1
  table[0x309a] = 1
  return table
}

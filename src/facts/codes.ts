import {maskOf} from '../lexicon/lexicon'
import type {Draft} from './draft'
import type {NumberRead} from './number'
import {
  findSense,
  isDigit,
  isDigitAt,
  isFreeAt,
  matchAfter,
  type Reader,
  rawUnit,
  skipSpacesBack,
  unitAt,
} from './reader'

/** Numbers that are parts of something longer: of a code, a postal address, a formula, a score. */

/** Whether an amount is no amount but a part of a code, an address or a formula. */
export function isPartOfCode(reader: Reader, number: NumberRead, draft: Draft): boolean {
  if (isInFormula(reader, number, draft)) return true
  if (draft.kind === 'multiplier') return number.plain && isDigitAt(reader, skipOne(reader, draft.end))
  if (draft.kind !== 'count' && draft.kind !== 'number') return false
  return (
    followsDigits(reader, number.start) ||
    isPostal(reader, number.start) ||
    isStandard(reader, number) ||
    isHouse(reader, number)
  )
}

const slash = 47
const letterX = 120
const dash = 45

/**
 * Whether digits that are no year or clock time stand before the number, with a space, slash or x between: `0800 1920`,
 * `12/34`, `3 x 1`; with a dash when they are larger, since from small to large is a range: `3 - 1`.
 */
export function followsDigits(reader: Reader, at: number): boolean {
  const mark = skipSpacesBack(reader, at)
  const isMark = isJoint(unitAt(reader, mark - 1))
  const end = isMark ? skipSpacesBack(reader, mark - 1) : mark
  if (end === at || !isDigitAt(reader, end - 1)) return false
  let start = end - 1
  while (isDigitAt(reader, start - 1)) start--
  if (isClockMark(unitAt(reader, start - 1))) return false
  if (!isMark && end - start === 4 && isYear(numberAt(reader, start))) return false
  return !isMark || unitAt(reader, mark - 1) !== dash || numberAt(reader, start) > numberAt(reader, at)
}

const isJoint = (unit: number): boolean => unit === slash || unit === letterX || unit === dash
const isClockMark = (unit: number): boolean => unit === 58 || unit === 46
const skipOne = (reader: Reader, at: number): number => (unitAt(reader, at) === 32 ? at + 1 : at)

const isYear = (value: number): boolean => value >= 1700 && value <= 2099

function numberAt(reader: Reader, at: number): number {
  let value = 0
  for (let i = at; isDigitAt(reader, i); i++) value = 10 * value + reader.units[i]! - 48
  return value
}

/** The input from one position to another, as it was written but for its digits. */
function written(reader: Reader, from: number, to: number): string {
  let text = ''
  for (let i = Math.max(reader.start, from); i < Math.min(reader.end, to); i++)
    text += String.fromCharCode(isDigit(reader.units[i]) ? reader.units[i]! : rawUnit(reader, i))
  return text
}

/** Postal codes before a place, behind a comma: `10827 Berlin`, `105 63 Athens`, `1012 AB Amsterdam`, `30-960 Kraków`. */
function isPostal(reader: Reader, at: number): boolean {
  const before = skipSpacesBack(reader, at)
  return unitAt(reader, before - 1) === comma && postal.test(written(reader, at, at + 10))
}
const comma = 44
const postal = /^(\d{5}|\d{2}-\d{3}|\d{4}-\d{3}|\d{3} \d{2}|\d{4} \p{Lu}{2}) \p{Lu}/u

/** Standards, flights and trains: `ISO 9001`, `TK 1680`. Capitals before four digits or more. */
function isStandard(reader: Reader, {start, end, plain}: NumberRead): boolean {
  return plain && end - start >= 4 && /(^|[^\p{L}\d])[A-Z]{2,5}[ -]$/u.test(written(reader, start - 8, start))
}

/** `221B Baker Street`: the letter is no scale. */
const isHouse = (reader: Reader, {start, end, plain}: NumberRead): boolean =>
  !plain && /^\d{3,4}[A-Z] \p{Lu}$/u.test(written(reader, start, end + 2))

const formulaBehind = /^ ?[a-zA-Z]? ?[+*=] ?\d/
const comparisonBehind = /^ ?[=!<>]=/
const formulaBefore = /[+*/] ?\d+ ?[a-zA-Z]? ?=+ ?$/

/** `3x + 7 = 22`, `n % 2 == 0`. */
function isInFormula(reader: Reader, number: NumberRead, draft: Draft): boolean {
  if (comparisonBehind.test(written(reader, draft.end, draft.end + 3))) return true
  if (draft.kind !== 'count' && draft.kind !== 'number' && draft.kind !== 'multiplier') return false
  return (
    formulaBehind.test(written(reader, number.end, number.end + 6)) ||
    formulaBefore.test(written(reader, number.start - 14, number.start))
  )
}

const unitMask = maskOf('unit')
const degreeUnits = new Set(['degree', 'temperature-generic'])

/** End of `35度41分22秒` and `37도 33분 59초`: degrees with minutes, where words stand for the signs; 0 for anything else. */
export function spelledCoordinateEnd(reader: Reader, at: number): number {
  let end = at
  while (isDigitAt(reader, end)) end++
  if (end - at > 3 || !isFreeAt(reader, end)) return 0
  const degrees = unitWith(reader, end, (id) => degreeUnits.has(id))
  const minutes = degrees === 0 ? 0 : partEnd(reader, degrees, 'minute')
  return minutes === 0 ? 0 : partEnd(reader, minutes, 'second') || minutes
}

function partEnd(reader: Reader, at: number, unit: string): number {
  const from = skipOne(reader, at)
  let end = from
  while (isDigitAt(reader, end)) end++
  return end === from ? 0 : unitWith(reader, end, (id) => id === unit)
}

/** End of the unit behind `at` when its meaning is one of those asked for, else 0. */
function unitWith(reader: Reader, at: number, isMeant: (id: string) => boolean): number {
  const found = matchAfter(reader, at, unitMask)
  const sense = findSense(found, 'unit')
  return sense !== undefined && isMeant(sense.id) ? found!.end : 0
}

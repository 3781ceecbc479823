import {type Decimal, decimalOf, scaled, toNumber} from '../decimal'
import type {NumberRead} from '../number'
import {isDigitAt, isSpacedLetterAt, type Reader, skipSpaces, unitAt} from '../reader'
import type {Digits} from './digits'

const dash = 45
const letterE = 101
const letterX = 120
const caret = 94
const timesSign = 0xd7
const raisedMinus = 0x207b

/** `10⁸`, `2.48×10⁻⁵`, `5.5 x 10^8`, `1e10`, `1,1^23`: digits with an exponent. */
export function readPower(reader: Reader, at: number, digits: Digits): NumberRead | undefined {
  const found = (end: number, value: Decimal): NumberRead => ({
    start: at,
    end,
    value,
    spelled: false,
    plain: false,
    fraction: false,
    scale: false,
  })
  const mark = unitAt(reader, digits.end)
  if (mark === letterE) {
    const power = readExponent(reader, digits.end + 1)
    return power === undefined ? undefined : found(power.end, scaled(digits.value, power.value))
  }
  if (mark === caret) {
    const power = readExponent(reader, digits.end + 1)
    const value = power === undefined ? Number.NaN : toNumber(digits.value) ** power.value
    return Number.isFinite(value) ? found(power!.end, decimalOf(Number(value.toPrecision(15)))) : undefined
  }
  const isTen = digits.plain && digits.whole === 2 && unitAt(reader, at) === 49 && unitAt(reader, at + 1) === 48
  if (isTen && !isDigitAt(reader, digits.end) && isRaised(unitAt(reader, digits.end))) {
    const power = readExponent(reader, digits.end)
    return power === undefined ? undefined : found(power.end, scaled(decimalOf(1), power.value))
  }
  const cross = skipSpaces(reader, digits.end)
  if (unitAt(reader, cross) !== timesSign && unitAt(reader, cross) !== letterX) return undefined
  const ten = skipSpaces(reader, cross + 1)
  if (unitAt(reader, ten) !== 49 || unitAt(reader, ten + 1) !== 48) return undefined
  const raised = unitAt(reader, ten + 2) === caret ? ten + 3 : ten + 2
  if (isDigitAt(reader, raised) && raised === ten + 2) return undefined
  const power = readExponent(reader, raised)
  return power === undefined ? undefined : found(power.end, scaled(digits.value, power.value))
}

const raisedDigits = '⁰¹²³⁴⁵⁶⁷⁸⁹'

const isRaised = (unit: number): boolean => unit === raisedMinus || raisedDigits.includes(String.fromCharCode(unit))

/** One or two digits, raised ones too, perhaps with a sign, at the end of a word. */
function readExponent(reader: Reader, at: number): {value: number; end: number} | undefined {
  const sign = unitAt(reader, at)
  const from = sign === dash || sign === 43 || sign === raisedMinus ? at + 1 : at
  let value = 0
  let end = from
  for (; end - from < 2; end++) {
    const digit = isDigitAt(reader, end)
      ? unitAt(reader, end) - 48
      : raisedDigits.indexOf(String.fromCharCode(unitAt(reader, end)))
    if (digit < 0) break
    value = value * 10 + digit
  }
  if (end === from || isDigitAt(reader, end) || isSpacedLetterAt(reader, end)) return undefined
  return {value: from > at && sign !== 43 ? -value : value, end}
}

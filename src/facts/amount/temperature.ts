import {type Match, maskOf} from '../../lexicon/lexicon'
import {negate, toNumber} from '../decimal'
import type {Draft} from '../draft'
import {matchAt, type Reader, skipSpaces, skipSpacesBack, unitAt, wordStart} from '../reader'
import type {Operand} from './operand'

const minusMask = maskOf('minus')
const dash = 45
const angleMask = maskOf('angle')
const fullCircle = 360

/** A temperature with the words behind it that settle its sign or say that it is an angle. */
export function asTemperature(reader: Reader, draft: Draft): Draft {
  if (!temperatures.has(draft.unit!)) return draft
  if (draft.unit === 'temperature-generic' && isAngle(reader, draft)) return {...draft, unit: 'degree'}
  const below = draft.value === undefined ? undefined : belowZero(reader, draft.end)
  return below === undefined ? draft : {...draft, end: below.end, value: negate(draft.value!), other: undefined}
}

/** `10 below zero`: degrees unsaid. */
export const temperatureBelow = ({start, value, number}: Operand, {end}: Match): Draft => ({
  start,
  end,
  kind: 'quantity',
  rule: 'quantity/below-zero',
  value: negate(value),
  unit: 'temperature-generic',
  spelled: number.spelled,
})

export const temperatures = new Set(['temperature-generic', 'celsius', 'fahrenheit'])

/** `rotate 90°`, `einen 45 Grad Winkel`, `45-Grad-Neigung`: a word about turning beside bare degrees. Nothing has 360 degrees of heat. */
function isAngle(reader: Reader, {start, end, value}: Draft): boolean {
  if (value !== undefined && toNumber(value) === fullCircle) return true
  const next = unitAt(reader, end) === dash ? end + 1 : skipSpaces(reader, end)
  if (matchAt(reader, next, angleMask) !== undefined) return true
  let at = start
  for (let words = 0; words < 4 && at > reader.start; words++) {
    at = wordStart(reader, skipSpacesBack(reader, at))
    if (matchAt(reader, at, angleMask) !== undefined) return true
  }
  return false
}

/** The phrase for below zero behind a number or its degrees. */
export function belowZero(reader: Reader, end: number): Match | undefined {
  const found = matchAt(reader, skipSpaces(reader, end), minusMask)
  return found?.senses.some(({id}) => id === 'after') ? found : undefined
}

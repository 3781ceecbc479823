import {maskOf} from '../../lexicon/lexicon'
import {add, type Decimal, decimalOf} from '../decimal'
import type {Draft} from '../draft'
import {type Measure, measureAfter} from '../measure'
import {readNumber} from '../number'
import {isDigitAt, matchAt, type Reader, skipSpaces, unitAt} from '../reader'
import {durationIso, isShorter, joinDurations, plainUnit} from '../time-units'
import {type Operand, single, times} from './operand'

const joinerMask = maskOf('joiner')
const space = 32
const comma = 44
const ideographicComma = 0x3001
const halfMask = maskOf('half')

/** `3 tahun`, `1 year 3 months`, `2 hours and 30 minutes`. */
export function duration(reader: Reader, part: Operand, measure: Measure): Draft {
  const draft = single(part, measure)
  const unit = plainUnit(measure.unit!)
  const parts: [Decimal, string][] = [[times(part.value, measure.factor), unit]]
  let end = draft.end
  for (let round = 0; round < 4 && measure === part.after; round++) {
    const next = nextDuration(reader, end, parts[parts.length - 1]![1])
    if (next === undefined || parts.some(([, known]) => known === next.unit)) break
    parts.push([next.value, next.unit])
    end = next.end
  }
  const half = measure === part.after && part.number.value.exponent >= 0 ? halfBehind(reader, end) : 0
  if (half > 0 && parts.length === 1) {
    const value = add(parts[0]![0], decimalOf(0.5 * measure.factor))
    return {...draft, end: half, value, unit, iso: durationIso(value, unit)}
  }
  if (parts.length === 1) return {...draft, unit, iso: durationIso(parts[0]![0], unit)}
  return {
    ...draft,
    end,
    unit: 'mixed',
    value: undefined,
    other: undefined,
    iso: joinDurations(parts),
    rule: 'duration/mixed',
  }
}

/** The number and unit of time behind one: a smaller one, or any where no word or mark stands between (2 days 1 month). */
function nextDuration(
  reader: Reader,
  end: number,
  than: string,
): {value: Decimal; unit: string; end: number} | undefined {
  const mark = unitAt(reader, end)
  let at = skipSpaces(reader, mark === comma || mark === ideographicComma ? end + 1 : end)
  const joiner = matchAt(reader, at, joinerMask)
  if (joiner !== undefined && !isDigitAt(reader, at)) at = skipSpaces(reader, joiner.end)
  const number = readNumber(reader, at)
  if (number === undefined || number.scale) return undefined
  const measure = measureAfter(reader, number.end)
  const unit = measure?.kind === 'duration' ? plainUnit(measure.unit!) : undefined
  if (measure === undefined || unit === undefined) return undefined
  if (unit === 'night' || than === 'night') return undefined
  if (!isShorter(unit, than) && (mark !== space || at !== skipSpaces(reader, end))) return undefined
  return {value: times(number.value, measure.factor), unit, end: measure.end}
}

/** `3 năm rưỡi`, `deux heures et demie`: half of the unit behind it. */
export function halfBehind(reader: Reader, end: number): number {
  const found = matchAt(reader, skipSpaces(reader, end), halfMask)
  return found === undefined || found.senses[0]!.id === 'before' ? 0 : found.end
}

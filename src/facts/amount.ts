import {maskOf} from '../lexicon/lexicon'
import {age, isAged, isApposition} from './amount/age'
import {bareNumber} from './amount/bare'
import {asWhole, isCounted, runsIntoWord} from './amount/count'
import {withDivisor} from './amount/divisor'
import {duration} from './amount/duration'
import {isMultiplied, withCents, withLeadingScale, withTrailingScale} from './amount/money'
import {choose, operand, single} from './amount/operand'
import {feetAndInches, isArticle, withRate, withSmallerUnits} from './amount/quantity'
import {readRange} from './amount/range'
import {asTemperature, belowZero, temperatureBelow} from './amount/temperature'
import {add, toNumber} from './decimal'
import type {Draft} from './draft'
import {isLasting, type Measure} from './measure'
import {type NumberRead, readNumber} from './number'
import {findSense, matchAt, type Reader} from './reader'

const unitMask = maskOf('unit')

/** The fact that the number read at `number.start` belongs to; `floor` is where the last fact ended. */
export function readAmount(reader: Reader, number: NumberRead, floor: number): Draft | undefined {
  const draft = amountOf(reader, number, floor)
  return draft === undefined ? undefined : withDivisor(reader, draft)
}

function amountOf(reader: Reader, number: NumberRead, floor: number): Draft | undefined {
  const first = operand(reader, number, floor)
  if (number.ordinal)
    return {
      start: first.start,
      end: first.end,
      kind: 'ordinal',
      rule: 'ordinal/words',
      value: first.value,
      spelled: true,
    }
  if (isMultiplied(reader, first)) return undefined
  const height = feetAndInches(reader, first)
  if (height !== undefined) return height
  const range = readRange(reader, first, floor)
  if (range !== undefined) return range
  const measure = choose(first)
  const below = measure === undefined || measure.kind === 'count' ? belowZero(reader, first.end) : undefined
  if (below !== undefined) return temperatureBelow(first, below)
  if (measure === undefined) return bareNumber(reader, first, floor)
  if (
    measure.kind === 'count' &&
    number.spelled &&
    (toNumber(first.value) === 1 || runsIntoWord(reader, number, measure))
  )
    return undefined
  if (measure.either && isCounted(reader, first, measure)) {
    // один раз, una volta: once
    if (number.spelled && toNumber(first.value) === 1) return undefined
    return {...single(first, measure), kind: 'count', start: first.start, end: first.end, rule: 'count/times'}
  }
  if (measure.kind === 'duration' && (isAged(reader, first.start, measure) || isApposition(reader, first, measure)))
    return age(reader, first, measure)
  if (measure.kind === 'age' && isLasting(reader, measure.end))
    return duration(reader, first, {...measure, kind: 'duration'})
  if (measure.kind === 'duration') return duration(reader, first, measure)
  if (measure.kind === 'ordinal' && (first.number.fraction || !Number.isInteger(toNumber(first.value))))
    return bareNumber(reader, first, floor)
  return complete(reader, single(first, measure), measure)
}

/** A single amount with what stands beside it and belongs to it. */
function complete(reader: Reader, draft: Draft, measure: Measure): Draft | undefined {
  switch (draft.kind) {
    case 'money':
      return withLeadingScale(reader, withTrailingScale(reader, withCents(reader, draft, measure)))
    case 'percentage':
      return withTenths(reader, draft, measure)
    case 'quantity':
      return isArticle(draft)
        ? undefined
        : withRate(reader, withSmallerUnits(reader, asTemperature(reader, draft), measure))
    case 'count':
      return asWhole(draft)
    default:
      return draft
  }
}

/** `三成五`, `2割5分`: a digit behind tenths is hundredths. */
function withTenths(reader: Reader, draft: Draft, measure: Measure): Draft {
  if (measure.factor !== 10 || draft.value === undefined) return draft
  const digit = readNumber(reader, draft.end)
  if (digit === undefined || digit.end - digit.start > 1 || toNumber(digit.value) > 9) return draft
  const behind = matchAt(reader, digit.end, unitMask)
  const end = findSense(behind, 'unit')?.id === 'minute' ? behind!.end : digit.end
  return {...draft, end, value: add(draft.value, digit.value)}
}

import type {Approx} from '../page'
import {classOf, is} from '../text/classes'
import type {Decimal} from './decimal'
import {readFromDigits} from './number/figures'
import {readVulgar} from './number/fraction'
import {readSpelled} from './number/spelled'
import {isDigitAt, type Reader, unitAt} from './reader'

/** A number as it stands in the text, without sign, unit and approximator. */
export interface NumberRead {
  readonly start: number
  readonly end: number
  readonly value: Decimal
  /** The other reading of `1.200`, where neither language nor page settles it. */
  readonly other?: Decimal
  /** Written in words, at least in part. */
  readonly spelled: boolean
  /** ASCII digits only: what dates, years and identifiers are made of. */
  readonly plain: boolean
  /** A written fraction: ½, 2/3, two thirds. */
  readonly fraction: boolean
  /** An approximator inside: 900多万. */
  readonly approx?: Approx
  /** The last scale, hundred included; 1 where there is none. */
  readonly unit?: number
  /** Ends in an ordinal: forty-second. */
  readonly ordinal?: boolean
  /** Has a scale word: 3 million, 6万5千. */
  readonly scale: boolean
  /** Value before the last scale word, and that scale: what a range in front of it may borrow. */
  readonly base?: Decimal
  readonly scaleValue?: number
}

/** The number that starts at `at`, in digits, words or both. */
export function readNumber(reader: Reader, at: number): NumberRead | undefined {
  const known = reader.numbers.get(at)
  if (known !== undefined || reader.numbers.has(at)) return known
  const number = isDigitAt(reader, at)
    ? readFromDigits(reader, at)
    : classOf[unitAt(reader, at)] === is.numeral
      ? readVulgar(reader, at)
      : readSpelled(reader, at)
  reader.numbers.set(at, number)
  return number
}

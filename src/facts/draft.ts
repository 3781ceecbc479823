import type {Approx, Change, FactKind} from '../page'
import type {Decimal} from './decimal'

/** A stretch of the folded text. */
export interface Range {
  readonly start: number
  readonly end: number
}

/** Rule of what is read only so that nothing in it is read as something else: days by the moon, opening hours. */
export const noFactRule = 'none'

/** A fact while it is read, in folded positions. */
export interface Draft {
  start: number
  end: number
  kind: FactKind
  rule: string
  value?: Decimal | undefined
  min?: Decimal | undefined
  max?: Decimal | undefined
  /** The value of the other reading of `1.200`. */
  other?: Decimal | undefined
  currency?: string | undefined
  /** Other currencies that the sign may mean. */
  currencies?: readonly string[] | undefined
  unit?: string | undefined
  iso?: string | undefined
  otherIso?: string | undefined
  noun?: Range | undefined
  per?: Range | undefined
  approx?: Approx | undefined
  change?: Change | undefined
  subject?: Range | undefined
  time?: Range | undefined
  /** A closing word has been read: none behind it limits the fact. */
  closed?: boolean
  /** Where an approximator behind the fact may stand, when not at its end: behind a classifier. */
  tail?: number
  /** Words alone: lapan, not 8. */
  spelled: boolean
}

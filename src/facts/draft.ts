import type {Approx, Change, FactKind} from '../page'
import type {Decimal} from './decimal'

/** A stretch of the folded text. */
export interface Range {
  readonly start: number
  readonly end: number
}

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
  /** Words alone: lapan, not 8. */
  spelled: boolean
}

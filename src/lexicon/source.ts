import type {SenseName} from './senses'

/** Phrases by argument (`{8: ['lapan']}`), or phrases alone for a sense without one. */
type Phrases = Readonly<Record<string, readonly string[]>>

/**
 * What people write about a language: only what CLDR lacks or has wrong. Phrases are written as in running text; case,
 * width, vowel points and kinds of dashes, quotes and spaces do not matter.
 */
export type LexiconSource = {
  /** BCP 47. */
  readonly language: string
  /** Where the words come from, when they are not a speaker's. */
  readonly source?: string
  readonly decimal?: string
  readonly group?: string
  /** Order of day, month and year in all-numeric dates. */
  readonly order?: 'DMY' | 'MDY' | 'YMD'
  /** Calendar of years written without an era, where it is not the Gregorian one: `buddhist`, `persian`, `bikram`. */
  readonly calendar?: string
  /** What a sign of several currencies stands for where no region is known: ISO 4217 codes, likeliest first, with `/` between. */
  readonly currencies?: string
  /** Numbers are written as one word: zweihundertfünfzig. */
  readonly glued?: boolean
  /** Nouns are written with a capital letter. */
  readonly capitalNouns?: boolean
  /** Scale words stand before their factor: elfu mbili (Swahili, thousand two). */
  readonly scaleBefore?: boolean
  /** A last digit right behind a scale is tenths of it: 一万二 is 12,000. */
  readonly tailTenths?: boolean
  /** Units may stand before tens as words of their own: drie en dertig. */
  readonly unitsFirst?: boolean
  /** Units stand before their number: kilomita 5. */
  readonly unitBefore?: boolean
  /** Endings that any listed word may carry: Turkish `yı`, `nın`. */
  readonly suffixes?: readonly string[]
  /** Particles written onto a word: Hebrew `ב`, Arabic `ال`. */
  readonly prefixes?: readonly string[]
  /** Phrases of CLDR that are wrong or mislead, in any sense. */
  readonly drop?: readonly string[]
} & {
  readonly [name in SenseName]?: Phrases | readonly string[]
}

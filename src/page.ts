/**
 * The vocabulary of pagefacts: what a page, a block, a language, a fact and a claim are.
 * Every position is in UTF-16 code units of the input, as `String#slice` counts, end exclusive.
 */

/** Half-open range of the input text in UTF-16 code units. */
export interface Span {
  start: number
  end: number
}

/** A BCP 47 tag with its ISO 15924 script; `und` and `Zyyy` when nobody can know. */
export interface Language {
  /** Canonical BCP 47 tag, with a script subtag only where it tells languages apart (`zh-Hans`, `sr-Latn`). */
  tag: string
  /** ISO 15924 code of the dominant script, `Zyyy` when there are no letters. */
  script: string
  /** Calibrated: of the answers with 0.9, nine in ten are right. 0 for `und`. */
  confidence: number
  /** Other candidates with their shares, best first; on a page, the other languages of its blocks. */
  alternatives?: {tag: string; confidence: number}[]
  /** Why the answer is `und`, or what decided: `no letters`, `too short`, `unsupported script`, `open group`. */
  reason?: string
}

/** What lines of the article itself are. */
export const contentRoles = [
  'title',
  'standfirst',
  'byline',
  'dateline',
  'heading',
  'paragraph',
  'list-item',
  'quote',
  'table-row',
  'caption',
] as const
/** What lines of the site around the article are. */
export const chromeRoles = [
  'site-name',
  'nav',
  'breadcrumb',
  'image-name',
  'credit',
  'source',
  'share',
  'comments',
  'comment',
  'empty-state',
  'related',
  'tags',
  'ad',
  'newsletter',
  'cookie',
  'footer',
  'login',
  'other-chrome',
] as const
/** A role of the article itself. */
export type ContentRole = (typeof contentRoles)[number]
/** A role of the site around the article. */
export type ChromeRole = (typeof chromeRoles)[number]
/** What a line is on its page. */
export type Role = ContentRole | ChromeRole

/** A non-blank line of the page (a block element in HTML), without the white space around it. */
export interface Block extends Span {
  role: Role
  /** Whether the block belongs to the article itself. */
  content: boolean
  /** Probability of `content` as given, 0.5 to 1. */
  confidence: number
  language?: Language
  /** Photo or text credit inside the block. */
  credit?: Span
  /** HTML only: the range in the HTML source. */
  source?: Span
  /** With `explain`: what decided, in words, strongest first. */
  reasons?: string[]
}

/** What facts there are. `number` and `ordinal` come only when asked for. */
export const factKinds = [
  'percentage',
  'percentage-point',
  'money',
  'quantity',
  'count',
  'multiplier',
  'age',
  'duration',
  'date',
  'period',
  'ordinal',
  'number',
] as const
/** What a fact tells: an amount of money, a date, … */
export type FactKind = (typeof factKinds)[number]
/** How the text limits a value: "more than", "less than" and "almost", "roughly", "at least", "at most", "up to". */
export type Approx = 'over' | 'under' | 'about' | 'at-least' | 'at-most' | 'up-to'
/** How a value changed: a change by it, or a change from or to it. */
export type Change = 'increase' | 'decrease' | 'from' | 'to' | 'by'

/** A value, or a range that may be open at one side. */
export interface Amount {
  /** In units of the kind: 12.31 for 12.31 %, whole currency units for money. Absent for a range. */
  value?: number
  min?: number
  max?: number
  /** The same as exact decimal strings, so that no digit is lost to floating point. */
  exact?: string
  exactMin?: string
  exactMax?: string
}

/** Another way to read the same text, where the page does not settle it. */
export interface Reading extends Amount {
  kind?: FactKind
  currency?: string
  unit?: string
  iso?: string
}

interface FactBase extends Span {
  /** `text === page.text.slice(start, end)`, without approximator and change word. */
  text: string
  /** Index into `page.blocks`. */
  block: number
  /** Name of the rule that decided, so that every answer can be traced. */
  rule: string
  approx?: Approx
  /** 0 to 1; below 0.6 when another reading is nearly as good. */
  confidence: number
  alternatives?: Reading[]
  subject?: Span
  time?: Span
  change?: Change
}
/** Percent (12.31 means 12.31 %) or percentage points (basis points divided by 100). */
export interface PercentFact extends FactBase, Amount {
  kind: 'percentage' | 'percentage-point'
  /** Divisor of a rate: the `year` of "6.8 % a year". */
  per?: Span
}
/** Whole currency units: "524 bilion VND" is 524000000000. */
export interface MoneyFact extends FactBase, Amount {
  kind: 'money'
  /** ISO 4217; absent when the sign stands for several currencies and nothing settles it. */
  currency?: string
  /** Divisor of a price: the `kg` of "7.200 đồng/kg". */
  per?: Span
}
export interface QuantityFact extends FactBase, Amount {
  kind: 'quantity'
  /** CLDR unit id without its category (`meter`, `kilometer-per-hour`, `celsius`). */
  unit: string
  per?: Span
}
export interface CountFact extends FactBase, Amount {
  kind: 'count'
  /** What is counted; a classifier where the noun is not said. */
  noun?: Span
}
export interface NumberFact extends FactBase, Amount {
  kind: 'multiplier' | 'number' | 'ordinal'
}
export interface AgeFact extends FactBase, Amount {
  kind: 'age'
  unit: string
}
export interface DurationFact extends FactBase, Amount {
  kind: 'duration'
  /** ISO 8601: `P3Y`, `PT90M`, `P3Y/P5Y`. */
  iso: string
  /** `year`, `month`, `week`, `day`, `hour`, `minute`, `second`, or `mixed` for `P1Y3M`. */
  unit: string
}
/** A day, month, year or decade. */
export interface DateFact extends FactBase {
  kind: 'date'
  /** ISO 8601: `2025-11-03`, `2025-11`, `2024`, `--11-03`; a decade is `198X`. */
  iso: string
}
/** A stretch of time with a beginning and an end. */
export interface PeriodFact extends FactBase {
  kind: 'period'
  /** ISO 8601 interval or an extended form: `2021/2025`, `2025-Q3`, `2025-H1`, `2025-01/2025-09`, `18XX`. */
  iso: string
}
/** A value that a page states, with its place. `kind` tells which fields it has. */
export type Fact =
  | PercentFact
  | MoneyFact
  | QuantityFact
  | CountFact
  | NumberFact
  | AgeFact
  | DurationFact
  | DateFact
  | PeriodFact

/** Facts of the same kind, value, unit and subject: one statement, mentioned once or more. */
export interface Claim extends Amount {
  kind: FactKind
  /** Indices into `page.facts`, in text order. */
  facts: number[]
  currency?: string
  unit?: string
  iso?: string
  approx?: Approx
  subject?: string
}

/** What the pipeline knows of a page. Complete from the start: each stage fills in its part, every prefix is valid. */
export interface Page {
  schema: 1
  /** The input, untouched. For HTML the text a browser would show. */
  text: string
  language: Language
  title?: Span
  standfirst?: Span
  publisher?: Span
  author?: Span
  siteName?: Span
  published?: Fact & {kind: 'date'}
  /** When the page says so beside the date of publication. */
  updated?: Fact & {kind: 'date'}
  source?: Span & {url: string}
  /** Ordered, disjoint; they cover every non-blank line. */
  blocks: Block[]
  /** In text order, from content blocks only. */
  facts: Fact[]
  claims: Claim[]
}

/** The language of what nobody can know. */
export const undetermined: Language = {tag: 'und', script: 'Zyyy', confidence: 0}

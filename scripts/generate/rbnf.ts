/**
 * Rule-based number formats (UTS 35, part 3): just enough to spell a whole number by a rule set of cldr-rbnf. Where a word
 * depends on a plural category, the caller says which one to use, so that all forms come out.
 */
import type {Json} from './cldr'

type Token =
  | {readonly kind: 'text'; readonly text: string}
  /** What to spell: the quotient, the remainder (`plain` by the rule before this one) or the number itself. */
  | {readonly kind: 'quotient' | 'remainder' | 'same'; readonly by: string; readonly previous?: boolean}
  /** Left out of multiples of the divisor, which get `otherwise`. */
  | {readonly kind: 'optional'; readonly tokens: readonly Token[]; readonly otherwise: readonly Token[]}
  | {readonly kind: 'plural'; readonly forms: ReadonlyMap<string, string>}

interface Rule {
  readonly base: number
  readonly divisor: number
  readonly tokens: readonly Token[]
}

export interface RuleSet {
  readonly rules: readonly Rule[]
  /** Rules without a number: `-x`, `x.x`. */
  readonly special: ReadonlyMap<string, readonly Token[]>
}

export type Grammar = ReadonlyMap<string, RuleSet>

/** Stands for digits in what is spelled. */
export const digits = '\u0001'

export function parseGrammar(groups: Json): Grammar {
  const grammar = new Map<string, RuleSet>()
  for (const group of Object.values(groups)) {
    if (typeof group !== 'object') continue
    for (const [name, rows] of Object.entries(group))
      if (name.startsWith('%') && Array.isArray(rows) && !name.endsWith('lenient-parse'))
        grammar.set(name, parseRules(rows as unknown as [string, string][]))
  }
  return grammar
}

function parseRules(rows: readonly [string, string][]): RuleSet {
  const rules: Rule[] = []
  const special = new Map<string, readonly Token[]>()
  for (const [descriptor, text] of rows) {
    const tokens = parseTokens(text.replace(/;$/, '').replace(/^'/, ''))
    const numeric = /^([\d,.]+)(?:\/(\d+))?(>*)$/.exec(descriptor)
    if (numeric === null) special.set(descriptor, tokens)
    else {
      const base = Number(numeric[1]!.replace(/[,.]/g, ''))
      rules.push({base, divisor: divisorOf(base, Number(numeric[2] ?? 10), numeric[3]!.length), tokens})
    }
  }
  return {rules: rules.sort((a, b) => a.base - b.base), special}
}

function divisorOf(base: number, radix: number, lowered: number): number {
  let exponent = 0
  while (radix ** (exponent + 1) <= base) exponent++
  return radix ** Math.max(0, exponent - lowered)
}

const pieces = /\$\((?:cardinal|ordinal),(.*?)\)\$|\[(.*?)\]|←([^←]*)←|→→→|→([^→]*)→|=([^=]*)=|[^$[←→=]+|./gu

function parseTokens(text: string): Token[] {
  return [...text.matchAll(pieces)].map(([whole, plural, optional, quotient, remainder, same]): Token => {
    if (plural !== undefined)
      return {
        kind: 'plural',
        forms: new Map([...plural.matchAll(/(\w+)\{(.*?)\}/gu)].map(([, key, form]) => [key!, form!])),
      }
    if (optional !== undefined) {
      const [tokens, otherwise] = optional.split('|') as [string, string?]
      return {kind: 'optional', tokens: parseTokens(tokens), otherwise: parseTokens(otherwise ?? '')}
    }
    if (whole === '→→→') return {kind: 'remainder', by: '', previous: true}
    if (quotient !== undefined) return {kind: 'quotient', by: quotient}
    if (remainder !== undefined) return {kind: 'remainder', by: remainder}
    if (same !== undefined) return {kind: 'same', by: same}
    return {kind: 'text', text: whole}
  })
}

/** Spells a whole number; `digits` stands where the rules fall back on figures. */
export function spell(grammar: Grammar, name: string, value: number, category: string, depth = 0): string {
  const set = grammar.get(name)
  if (set === undefined || depth > 30) return digits
  let index = set.rules.length - 1
  while (index > 0 && set.rules[index]!.base > value) index--
  const rule = set.rules[index]
  if (rule === undefined || rule.base > value) return digits
  // A rule for remainders does not fit a multiple of its divisor: the one before does.
  const rollsBack =
    value % rule.divisor === 0 && rule.base % rule.divisor !== 0 && rule.tokens.some(({kind}) => kind === 'remainder')
  return apply({grammar, name, category, depth, set}, rollsBack && index > 0 ? index - 1 : index, value)
}

interface Work {
  readonly grammar: Grammar
  readonly name: string
  readonly category: string
  readonly depth: number
  readonly set: RuleSet
}

function apply(work: Work, index: number, value: number): string {
  const {divisor, tokens} = work.set.rules[index]!
  const by = (rule: string, number: number): string =>
    rule === '' || rule.startsWith('%')
      ? spell(work.grammar, rule || work.name, number, work.category, work.depth + 1)
      : digits
  const write = (token: Token): string => {
    switch (token.kind) {
      case 'text':
        return token.text
      case 'plural':
        return token.forms.get(work.category) ?? token.forms.get('other') ?? ''
      case 'optional':
        return (value % divisor === 0 ? token.otherwise : token.tokens).map(write).join('')
      case 'quotient':
        return by(token.by, Math.floor(value / divisor))
      case 'remainder':
        if (token.previous && index > 0) return apply({...work, depth: work.depth + 1}, index - 1, value % divisor)
        return by(token.by, value % divisor)
      case 'same':
        return token.by === '' && work.depth > 20 ? digits : by(token.by === '' ? work.name : token.by, value)
    }
  }
  return tokens.map(write).join('')
}

export const categories = ['other', 'one', 'two', 'few', 'many', 'zero']

/** Every way the sets of these names spell the number, figures excluded. */
export function spellings(grammar: Grammar, names: readonly string[], value: number): Set<string> {
  const found = new Set<string>()
  for (const name of names)
    for (const category of categories) {
      const text = tidy(spell(grammar, name, value, category))
      if (text !== '' && !text.includes(digits)) found.add(text)
    }
  return found
}

/** Soft hyphens and zero-width spaces only help to break lines. */
export const tidy = (text: string): string =>
  text
    .replace(/[\u00ad\u200b\u2060]/g, '')
    .replace(/\s+/gu, ' ')
    .trim()

/** The text between the two numbers of a decimal rule: `point`. */
export function pointWords(set: RuleSet | undefined): string[] {
  const words: string[] = []
  for (const name of ['x.x', 'x,x']) {
    const tokens = set?.special.get(name) ?? []
    const at = tokens.findIndex(({kind}) => kind === 'quotient')
    const [text, next] = [tokens[at + 1], tokens[at + 2]]
    if (at >= 0 && text?.kind === 'text' && next?.kind === 'remainder') words.push(tidy(text.text))
  }
  return words
}

export function minusWords(set: RuleSet | undefined): string[] {
  const [first] = set?.special.get('-x') ?? []
  return first?.kind === 'text' ? [tidy(first.text)] : []
}

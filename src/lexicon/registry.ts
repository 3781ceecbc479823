import {readTable} from '#tables'
import {aliasRows, parentRows} from '../generated/tags'
import {compileLexicon, type Lexicon} from './lexicon'

/** Words that every language shares: signs, ISO codes, SI symbols. */
const common = 'common'

const compiled = new Map<string, Lexicon>()
const texts = new Map<string, string>()
let aliases: ReadonlyMap<string, string> | undefined
let parents: ReadonlyMap<string, string> | undefined

/** The lexicon text of a tag; empty where there is none. Read on first use. */
export function lexiconText(tag: string): string {
  const known = texts.get(tag)
  if (known !== undefined) return known
  const text = new TextDecoder().decode(readTable(`lexicon/${tag}`))
  texts.set(tag, text)
  return text
}

/**
 * The lexicon for a BCP 47 tag: its own words, then those of the tags it inherits from (`zh-Hant-TW`, `zh-Hant`, `zh`;
 * `en-IN`, `en-001`, `en`), then the common ones. An unknown language gets the common words; `und` the English ones besides,
 * since most undecided text with numbers in it is a label in English.
 */
export function lexiconFor(tag: string): Lexicon {
  const known = compiled.get(tag)
  if (known !== undefined) return known
  const lexicon = compileLexicon(
    tag,
    [...lineage(tag), common].map(lexiconText).filter((text) => text !== ''),
  )
  compiled.set(tag, lexicon)
  return lexicon
}

/** The tags whose words count for `tag`, its own first. Old and long tags (`iw`, `vie`, `zh-TW`) are those of CLDR then. */
export function lineage(tag: string): string[] {
  parents ??= readRows(parentRows)
  const chain: string[] = []
  for (
    let rest: string | undefined = canonicalTag(tag === 'und' ? 'en' : tag);
    rest !== undefined;
    rest = parentOf(rest)
  )
    chain.push(rest)
  return chain
}

function parentOf(tag: string): string | undefined {
  const parent = parents!.get(tag)
  if (parent !== undefined) return parent
  const cut = tag.lastIndexOf('-')
  return cut < 0 ? undefined : tag.slice(0, cut)
}

/** The tag in the usual case, without extensions, an alias replaced by what CLDR says it stands for: `in` is `id`. */
export function canonicalTag(tag: string): string {
  aliases ??= readRows(aliasRows)
  const [language, ...rest] = tag.replace(/-[a-z0-9]-.*$/i, '').split('-') as [string, ...string[]]
  const parts = [language.toLowerCase(), ...rest.map(subtag)]
  for (let length = parts.length; length > 0; length--) {
    const alias = aliases.get(parts.slice(0, length).join('-'))
    if (alias !== undefined) return [alias, ...parts.slice(length)].join('-')
  }
  return parts.join('-')
}

/** `hant` to `Hant`, `tw` to `TW`. */
function subtag(part: string): string {
  if (part.length === 4 && /^[a-z]/i.test(part)) return part[0]!.toUpperCase() + part.slice(1).toLowerCase()
  return part.length <= 3 ? part.toUpperCase() : part.toLowerCase()
}

const readRows = (rows: string): Map<string, string> =>
  new Map(rows.split('\n').map((row) => row.split(' ') as [string, string]))

import {inflateSync} from 'fflate'
import {packedLexicons} from '../generated/lexicons'
import {compileLexicon, type Lexicon} from './lexicon'

/** Words that every language shares: signs, ISO codes, SI symbols. */
const common = 'common'

const compiled = new Map<string, Lexicon>()
const texts = new Map<string, string>()

/** Tags with a lexicon of their own. */
export const lexiconTags: readonly string[] = Object.keys(packedLexicons).filter((tag) => tag !== common)

/** The lexicon text of a tag; empty where there is none. Unpacked on first use. */
export function lexiconText(tag: string): string {
  const known = texts.get(tag)
  if (known !== undefined) return known
  const packed = packedLexicons[tag]
  const text = packed === undefined ? '' : unpack(packed)
  texts.set(tag, text)
  return text
}

function unpack(base64: string): string {
  const binary = atob(base64)
  const bytes = new Uint8Array(binary.length)
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i)
  return new TextDecoder().decode(inflateSync(bytes))
}

/**
 * The lexicon for a BCP 47 tag: its own words, then those of the tags it inherits from (`zh-Hant-TW`, `zh-Hant`, `zh`),
 * then the common ones. An unknown language gets the common words; `und` the English ones besides, since most undecided
 * text with numbers in it is a label in English.
 */
export function lexiconFor(tag: string): Lexicon {
  const known = compiled.get(tag)
  if (known !== undefined) return known
  const chain: string[] = []
  for (let rest = tag === 'und' ? 'en' : tag; rest !== ''; rest = rest.slice(0, Math.max(0, rest.lastIndexOf('-'))))
    chain.push(rest)
  const lexicon = compileLexicon(
    tag,
    [...chain, common].map(lexiconText).filter((text) => text !== ''),
  )
  compiled.set(tag, lexicon)
  return lexicon
}

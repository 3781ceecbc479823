/** Words of a language in another of its scripts, letter by letter, where that is exact. */
import type {LexiconSource} from '../../src/lexicon/source'

interface Script {
  /** The tag whose words are rewritten. */
  readonly from: string
  readonly letters: ReadonlyMap<string, string>
}

const pairs = (text: string): ReadonlyMap<string, string> =>
  new Map(text.split(' ').map((pair) => pair.split('=') as [string, string]))

/** Serbian: the Latin alphabet of Gaj matches the Cyrillic one of Vuk (Pravopis srpskoga jezika, 2010). */
const scripts: Readonly<Record<string, Script>> = {
  'sr-Latn': {
    from: 'sr',
    letters: pairs(
      'а=a б=b в=v г=g д=d ђ=đ е=e ж=ž з=z и=i ј=j к=k л=l љ=lj м=m н=n њ=nj о=o п=p р=r с=s т=t ћ=ć у=u ф=f х=h ц=c ч=č џ=dž ш=š',
    ),
  },
}

/** The tag whose words those of `tag` are, in other letters. */
export const writtenFrom = (tag: string): string | undefined => scripts[tag]?.from

/** A source in the script of `tag`. */
export function transliterate(source: LexiconSource, tag: string): LexiconSource {
  const {letters} = scripts[tag]!
  const rewrite = (value: unknown): unknown => {
    if (typeof value === 'string')
      return [...value.toLowerCase()].map((letter) => letters.get(letter) ?? letter).join('')
    if (Array.isArray(value)) return value.map(rewrite)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([id, phrases]) => [id, rewrite(phrases)]))
  }
  const {language: _, order, ...words} = source
  return {language: tag, ...(order && {order}), ...(rewrite(words) as Omit<LexiconSource, 'language'>)}
}

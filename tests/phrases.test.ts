import {readdirSync, readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {extractFacts} from '../src/extract'
import {defaultKinds} from '../src/options'
import {type FactKind, factKinds} from '../src/page'
import {describeFact} from './describe'
import {type Phrase, type PhraseBook, parsePhraseBook} from './phrase-book'

const folder = new URL('../fixtures/phrases/', import.meta.url)

/** What is read in a phrase, one line a fact: its one-line form and its text. */
function read({text}: Phrase, book: PhraseBook, kind: string): string {
  const kinds = (factKinds as readonly string[]).includes(kind)
    ? [...new Set([...defaultKinds, kind as FactKind])]
    : defaultKinds
  const {language, region, referenceDate} = book
  const facts = extractFacts(text, {language, kinds, ...(region && {region}), ...(referenceDate && {referenceDate})})
  return facts.length === 0 ? 'nothing' : facts.map((fact) => `${describeFact(fact)} {${fact.text}}`).join(' + ')
}

/** Phrases that are not read as their header says: the text, what was expected and what came out. */
function misses(book: PhraseBook, header: string, phrases: readonly Phrase[]): string[] {
  return phrases.flatMap((phrase) => {
    const expected =
      header === 'nothing' ? 'nothing' : `${canonical(header)} {${phrase.text.slice(phrase.start, phrase.end)}}`
    const got = read(phrase, book, header.split(' ')[0]!)
    return got === expected ? [] : [`${phrase.text}  ->  ${got}`]
  })
}

/** Numbers in the form facts give them: `1e9` is `1000000000`, `5.0` is `5`. */
function canonical(header: string): string {
  const [kind, value, ...rest] = header.split(' ') as [string, string, ...string[]]
  if (kind === 'date' || kind === 'period' || kind === 'duration') return [kind, value, ...rest].join(' ')
  const amount = value.split('..').map((bound) => (bound === '' ? '' : plain(bound)))
  return [kind, amount.join('..'), ...rest].join(' ')
}

function plain(bound: string): string {
  const text = bound.replace(/^(-?)\+?/, '$1')
  if (!/e/i.test(text)) return text.includes('.') ? text.replace(/\.?0+$/, '') : text
  return String(BigInt(Number(text)))
}

for (const file of readdirSync(folder).filter((name) => name.endsWith('.txt'))) {
  const book = parsePhraseBook(readFileSync(new URL(file, folder), 'utf8'))
  describe(file.slice(0, -4), () => {
    it('has phrases for facts and for refusals', () => {
      expect(book.entries.some(({header}) => header === 'nothing')).toBe(true)
      expect(book.entries.filter(({phrases}) => phrases.length === 0)).toEqual([])
    })
    for (const [index, {header, phrases}] of book.entries.entries())
      it(`${header}${book.entries.findIndex((other) => other.header === header) < index ? ` (${index})` : ''}`, () => {
        expect(misses(book, header, phrases)).toEqual([])
      })
  })
}

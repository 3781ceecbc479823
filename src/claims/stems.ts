import english from 'natural/lib/natural/stemmers/porter_stemmer.js'
import spanish from 'natural/lib/natural/stemmers/porter_stemmer_es.js'
import french from 'natural/lib/natural/stemmers/porter_stemmer_fr.js'
import italian from 'natural/lib/natural/stemmers/porter_stemmer_it.js'
import dutch from 'natural/lib/natural/stemmers/porter_stemmer_nl.js'
import norwegian from 'natural/lib/natural/stemmers/porter_stemmer_no.js'
import portuguese from 'natural/lib/natural/stemmers/porter_stemmer_pt.js'
import russian from 'natural/lib/natural/stemmers/porter_stemmer_ru.js'
import swedish from 'natural/lib/natural/stemmers/porter_stemmer_sv.js'
import ukrainian from 'natural/lib/natural/stemmers/porter_stemmer_uk.js'

interface Stemmer {
  stem(word: string): string
}

/** Stemmers of `natural` (MIT) by language; other languages compare whole words, cut to a common length. */
const stemmers: Readonly<Record<string, Stemmer>> = {
  en: english,
  es: spanish,
  fr: french,
  it: italian,
  nl: dutch,
  nb: norwegian,
  no: norwegian,
  pt: portuguese,
  ru: russian,
  sv: swedish,
  uk: ukrainian,
}

/** Letters that count of a word without a stemmer: endings come behind them. */
const cut = 6
const longestWord = 40

/** The stem of a lower-case word. */
export function stem(word: string, tag: string): string {
  const stemmer = stemmers[tag.split('-')[0]!]
  return stemmer === undefined || word.length > longestWord ? word.slice(0, cut) : stemmer.stem(word)
}

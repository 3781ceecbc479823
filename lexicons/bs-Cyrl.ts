import type {LexiconSource} from '../src/lexicon/source'
import sr from './sr'

/** Serbian, with the mark KM. */
export default {
  ...sr,
  language: 'bs-Cyrl',
  currency: {...sr.currency, BAM: [...sr.currency.BAM, 'км', 'km']},
} satisfies LexiconSource

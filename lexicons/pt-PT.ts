import type {LexiconSource} from '../src/lexicon/source'

// biome-ignore format: lists of words read best as paragraphs
export default {
  language: 'pt-PT',
  // CLDR abbreviates mil milhões as millimetres are written.
  drop: ['mm'],
  cardinal: {16: ['dezasseis'], 17: ['dezassete'], 19: ['dezanove']},
  scale: {1e9: ['mil milhões', 'milhar de milhões', 'mil M'], 1e12: ['bilião', 'biliões'], 1e18: ['trilião', 'triliões']},
  approx: {about: ['à volta de', 'à volta dos', 'perto de', 'na casa dos', 'a rondar os']},
  year: {fiscal: ['época', 'ano letivo', 'ano lectivo']},
} satisfies LexiconSource

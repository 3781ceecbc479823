import type {LexiconSource} from '../src/lexicon/source'

/** From the names of months and weekdays in CLDR; scale words are not known well enough */
export default {
  language: 'ii',
  cardinal: {
    1: ['ꋍ'],
    2: ['ꑍ'],
    3: ['ꌕ'],
    4: ['ꇖ'],
    5: ['ꉬ'],
    6: ['ꃘ'],
    7: ['ꏃ'],
    8: ['ꉆ'],
    9: ['ꈬ'],
    10: ['ꊰ'],
  },
  'date-part': {
    month: ['ꆪ'],
    day: ['ꑍ'],
  },
  year: ['ꈎ'],
} satisfies LexiconSource

import type {LexiconSource} from '../src/lexicon/source'

/** French of Canada: dollars, feet and pounds in everyday use. */
export default {
  language: 'fr-CA',
  currency: {
    CAD: ['dollar', 'dollars', 'piastres', 'piastre', '$ CA', '$ can.'],
    'CAD*0.01': ['cents', 'sous'],
    USD: ['$ US', 'dollars américains', 'dollars US'],
  },
  unit: {
    pound: ['livres', 'lb', 'lbs'],
    cup: ['tasse', 'tasses'],
    tablespoon: ['c. à soupe'],
    teaspoon: ['c. à thé'],
  },
  relative: {'-1 week': ['la semaine passée'], '-1 year': ["l'année passée"]},
} satisfies LexiconSource

import type {LexiconSource} from '../src/lexicon/source'

export default {
  language: 'lu',
  cardinal: {
    1: ['umwe', 'kamwe'],
    2: ['ibidi', 'babidi'],
    3: ['isatu', 'basatu'],
    4: ['inayi', 'banayi'],
    5: ['itanu', 'batanu'],
    6: ['isambombo'],
    7: ['muanda mutekete'],
    8: ['muanda mukulu'],
    9: ['citema'],
    10: ['dikumi'],
  },
  scale: {
    100: ['lukama', 'nkama'],
    1000: ['cinunu', 'binunu'],
    1e6: ['miliyo'],
  },
  joiner: ['ne'],
  currency: {
    CDF: ['falanga', 'mfwalanga'],
    USD: ['ndola', 'dolare'],
  },
  unit: {
    day: ['dituku', 'matuku'],
    week: ['lumingu', 'mingu'],
    month: ['ngondo', 'mweji'],
    year: ['cidimu', 'bidimu', 'tshidimu'],
    hour: ['diba', 'mêba'],
    minute: ['kasunsu'],
  },
  function: ['ne', 'wa', 'mu', 'ku', 'bua', 'ba', 'ya', 'bia', 'cia', 'ke', 'kadi', 'anyi', 'pa', 'udi', 'badi'],
} satisfies LexiconSource

import type {LexiconSource} from '../src/lexicon/source'

export default {
  language: 'tzm',
  cardinal: {
    1: ['yan', 'yat', 'yiwen'],
    2: ['sin', 'snat'],
    3: ['kṛaḍ', 'kraḍ'],
    4: ['kkuẓ'],
    5: ['semmus'],
    6: ['sḍis'],
    9: ['tẓa'],
    10: ['mraw'],
  },
  scale: {
    100: ['timiḍi'],
    1000: ['ifḍ', 'afḍ'],
    1e6: ['amelyun', 'imelyan'],
  },
  currency: {
    MAD: ['adirhem', 'idrimen', 'dirhem'],
    USD: ['adular'],
  },
  unit: {
    day: ['ussan', 'n wussan'],
    week: ['imalass', 'imalasen'],
    month: ['ayyur', 'iyyiren', 'n iyyiren'],
    year: ['aseggas', 'isggasen', 'iseggasen', 'n isggasen'],
    hour: ['tasragt', 'tisragin'],
    minute: ['tusdat', 'tusdidin'],
  },
  function: ['n', 'd', 'g', 's', 'i', 'ar', 'ad', 'ur', 'nna', 'mas', 'dar', 'ɣer', 'zeg', 'gr', 'maca', 'nniḍn'],
} satisfies LexiconSource

import type {LexiconSource} from '../src/lexicon/source'

export default {
  language: 'kam',
  unitBefore: true,
  scaleBefore: true,
  cardinal: {
    1: ['ĩmwe', 'ũmwe'],
    2: ['ilĩ', 'elĩ', 'ĩlĩ'],
    3: ['itatũ', 'itatu', 'atatũ', 'atatu'],
    4: ['inya', 'ana'],
    5: ['itaano', 'ataano'],
    6: ['thanthatũ', 'thanthatu'],
    7: ['mũonza', 'muonza'],
    8: ['nyanya'],
    9: ['kenda'],
    10: ['ĩkũmi', 'ikumi'],
  },
  scale: {
    100: ['ĩana', 'maana'],
    1000: ['ngili'],
    1e6: ['milioni'],
  },
  joiner: ['na'],
  currency: {
    KES: ['silingi', 'ksh'],
  },
  unit: {
    day: ['mĩthenya', 'mithenya', 'mũthenya', 'muthenya'],
    week: ['kyumwa', 'syumwa'],
    month: ['myai', 'mwai'],
    year: ['myaka', 'mwaka'],
    hour: ['masaa', 'saa'],
    minute: ['ndatĩka', 'ndatika'],
  },
  function: ['na', 'wa', 'kya', 'ya', 'sya', 'nĩ', 'kana', 'ĩndĩ', 'nũndũ', 'nundu', 'vala', 'kwa'],
} satisfies LexiconSource

import type {LexiconSource} from '../src/lexicon/source'
import hr from './hr'

/** Croatian, with the mark KM and the names of the months that Bosnia puts first. */
// biome-ignore format: lists of words read best as paragraphs
export default {
  ...hr,
  language: 'bs',
  currency: {...hr.currency, BAM: [...hr.currency.BAM, 'km']},
  month: {
    1: ['januar', 'januara', 'januaru', 'januarom', 'jan.', 'siječanj', 'siječnja', 'siječnju', 'siječnjem', 'siječ.'],
    2: ['februar', 'februara', 'februaru', 'februarom', 'feb.', 'febr.', 'veljača', 'veljače', 'veljači', 'veljačom', 'veljaču', 'velj.'],
    3: ['mart', 'marta', 'martu', 'martom', 'ožujak', 'ožujka', 'ožujku', 'ožujkom', 'ožu.'],
    4: ['april', 'aprila', 'aprilu', 'aprilom', 'apr.', 'travanj', 'travnja', 'travnju', 'travnjem', 'tra.'],
    5: ['maj', 'maja', 'maju', 'majem', 'svibanj', 'svibnja', 'svibnju', 'svibnjem', 'svi.'],
    6: ['jun', 'juna', 'junu', 'junom', 'juni', 'lipanj', 'lipnja', 'lipnju', 'lipnjem', 'lip.'],
    7: ['jul', 'jula', 'julu', 'julom', 'juli', 'srpanj', 'srpnja', 'srpnju', 'srpnjem', 'srp.'],
    8: [
      'august', 'augusta', 'augustu', 'augustom', 'avgust', 'avgusta', 'avgustu', 'avgustom', 'aug.', 'avg.', 'kolovoz', 'kolovoza', 'kolovozu',
      'kolovozom', 'kol.',
    ],
    9: ['septembar', 'septembra', 'septembru', 'septembrom', 'sept.', 'sep.', 'rujan', 'rujna', 'rujnu', 'rujnom', 'ruj.'],
    10: ['oktobar', 'oktobra', 'oktobru', 'oktobrom', 'okt.', 'listopad', 'listopada', 'listopadu', 'listopadom', 'lis.'],
    11: ['novembar', 'novembra', 'novembru', 'novembrom', 'nov.', 'studeni', 'studenog', 'studenoga', 'studenom', 'studenome', 'studenim', 'stu.'],
    12: ['decembar', 'decembra', 'decembru', 'decembrom', 'dec.', 'prosinac', 'prosinca', 'prosincu', 'prosincem', 'pro.'],
  },
  approx: {over: [], 'at-least': ['veći ili jednak', 'veći ili jednako', 'veći ili jednaka', 'veća ili jednak', 'veća ili jednako', 'veća ili jednaka', 'veće ili jednak', 'veće ili jednako', 'veće ili jednaka'], 'at-most': ['manji ili jednak', 'manji ili jednako', 'manji ili jednaka', 'manja ili jednak', 'manja ili jednako', 'manja ili jednaka', 'manje ili jednak', 'manje ili jednako', 'manje ili jednaka']},
  minus: {after: ['ispod nule', 'stepeni ispod nule']},
} satisfies LexiconSource

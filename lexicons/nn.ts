import type {LexiconSource} from '../src/lexicon/source'

// biome-ignore format: lists of words read best as paragraphs
export default {
  language: 'nn',
  decimal: ',',
  group: ' ',
  order: 'DMY',
  glued: true,
  drop: ['in', 'a', 'd', 'e', 'o', 'u', 'em', 'st', 'del', 'delar', 'å', 'k', 'fat', 'lys', 'rod', 'punkt'],
  cardinal: {1: ['ein', 'eitt', 'ei', 'éin', 'éi'], 1.5: ['halvannan', 'halvanna'], 7: ['sju'], 20: ['tjue'], 30: ['tretti'], 500000: ['ein halv million'], 500000000: ['ein halv milliard'], 100: ['hundre'], 1000: ['tusen']},
  scale: {12: ['dusin'], 100: ['hundre'], 1e3: ['tusen'], 1e6: ['million', 'millionar'], 1e9: ['milliard', 'milliardar'], 1e12: ['billion', 'billionar']},
  fraction: {0.5: ['halv', 'halve', 'halvt', 'halvparten'], 0.333333333333: ['ein tredel', 'ein tredjedel'], 0.666666666667: ['to tredelar', 'to tredjedelar'], 0.25: ['ein fjerdedel', 'ein firedel', 'ein kvart'], 0.75: ['tre fjerdedelar', 'tre firedelar'], 0.2: ['ein femdel', 'ein femtedel'], 0.1: ['ein tidel']},
  denominator: {3: ['tredel', 'tredelar'], 4: ['firedel', 'firedelar', 'fjerdedelar'], 5: ['femdel', 'femdelar', 'femtedelar'], 6: ['seksdelar'], 8: ['åttedelar'], 10: ['tidel', 'tidelar'], 100: ['hundredelar'], 1000: ['tusendelar']},
  ordinal: {1: ['første', 'fyrste'], 7: ['sjuande'], 8: ['åttande'], 9: ['niande'], 10: ['tiande'], 13: ['trettande'], 14: ['fjortande'], 15: ['femtande'], 16: ['sekstande'], 17: ['syttande'], 18: ['attande'], 19: ['nittande'], 20: ['tjuande'], 30: ['trettiande']},
  percent: {1: ['prosent', 'pst.']},
  'percent-point': {1: ['prosentpoeng']},
  currency: {NOK: ['krone', 'kroner', 'kronar'], EUR: ['euro'], USD: ['dollar', 'dollarar']},
  unit: {year: ['år'], month: ['månad', 'månader'], week: ['veke', 'veker', 'vekene'], day: ['dag', 'dagar', 'døgn'], hour: ['time', 'timar'], minute: ['minutt'], second: ['sekund'], decade: ['tiår'], century: ['hundreår']},
  age: { have: ['han er', 'han var', 'ho er', 'ho var', 'eg er', 'eg var', 'dei er', 'dei var', 'som er', 'som var', 'fyller', 'fylte', 'han er bare', 'han var bare', 'ho er bare', 'ho var bare', 'eg er bare', 'eg var bare', 'dei er bare', 'dei var bare', 'som er bare', 'som var bare', 'fyller bare', 'fylte bare'],year: ['år gamal', 'år gamle', 'år gammal', 'åring', 'åringar', 'åringen']},
  times: {'': ['gonger så', 'gonger meir', 'gonger større', 'gonger høgare'], either: ['gonger', 'gong']},
  multiple: {0.5: ['halvert', 'halverte'], 2: ['dobbelt', 'doble', 'dobla', 'dobling', 'fordobla'], 3: ['tredobla', 'tredobling', 'tredobbelt'], 4: ['firedobla']},
  approx: {
    over: ['meir enn', 'fleire enn', 'større enn', 'høgare enn', 'lengre enn', 'eldre enn', 'litt over', 'godt over', 'i overkant av', 'vel'], under: ['mindre enn', 'færre enn', 'nesten', 'nærare', 'lågare enn', 'i underkant av', 'knapt', 'snautt', 'snaue', 'litt under'], about: ['om lag', 'kring', 'ikring', 'omtrent', 'rundt', 'rundt rekna'],
    'at-least': ['minst', 'ikkje mindre enn'], 'at-most': ['høgst', 'maks', 'ikkje meir enn', 'ikkje fleire enn'], 'up-to': ['opptil', 'opp til', 'heilt opp til', 'inntil'],
  },
  change: {
    increase: ['auka', 'aukar', 'auke', 'auken', 'auking', 'steig', 'stig', 'stige', 'vaks', 'veks', 'vakse', 'vekst', 'hevda', 'oppgang'], decrease: ['fall', 'falle', 'sokk', 'søkk', 'søkke', 'sokke', 'minka', 'minkar', 'reduserte', 'redusert', 'nedgang', 'kutta', 'kutt', 'tapte', 'senka'],
    to: ['auka til', 'aukar til', 'steig til', 'vaks til', 'fall til', 'sokk til', 'redusert til', 'senka til', 'nådde'], from: ['auka frå', 'steig frå', 'fall frå', 'gjekk frå'],
  },
  between: ['mellom'],
  relative: {'-1 day': ['i går'], '0 day': ['i dag'], '1 day': ['i morgon'], '-1 week': ['førre veke', 'sist veke'], '0 week': ['denne veka'], '1 week': ['neste veke'], '-1 month': ['førre månad'], '0 month': ['denne månaden'], '1 month': ['neste månad'], '-1 year': ['i fjor', 'fjoråret'], '0 year': ['i år'], '1 year': ['neste år']},
  weekday: {1: ['måndag'], 2: ['tysdag'], 3: ['onsdag'], 4: ['torsdag'], 5: ['fredag'], 6: ['laurdag'], 7: ['sundag', 'søndag']},
  per: ['per', 'pr.', 'kvar', 'kvart'],
  function: ['og', 'i', 'det', 'på', 'som', 'er', 'ein', 'eit', 'ei', 'til', 'av', 'for', 'at', 'med', 'dei', 'den', 'har', 'ikkje', 'om', 'var', 'men', 'frå', 'seg', 'han', 'ho', 'vi', 'me', 'eg', 'du', 'de', 'så', 'kan', 'vil', 'skal', 'skulle', 'vart', 'blei', 'blir', 'bli', 'vere', 'vore', 'hadde', 'ha', 'etter', 'ved', 'under', 'over', 'mot', 'mellom', 'hos', 'utan', 'ifølgje', 'blant', 'sidan', 'før', 'medan', 'fordi', 'berre', 'også', 'òg', 'meir', 'mindre', 'mest', 'enn', 'då', 'når', 'her', 'der', 'no', 'opp', 'ned', 'ut', 'inn', 'alle', 'andre', 'kvar', 'samt', 'eller', 'sin', 'sitt', 'sine', 'dette', 'denne', 'desse', 'deira', 'hans', 'hennar', 'oss', 'meg', 'må', 'får', 'fekk', 'kor', 'kva', 'kven', 'både', 'gjennom'],
  'ordinal-dot': ['.'],
  last: ['siste'],
  nth: {day: ['dag', 'dagen'], week: ['veke', 'veka'], month: ['månad', 'månaden']},
} satisfies LexiconSource

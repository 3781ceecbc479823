/** Unicode scripts of UTF-16 units, as runs: `length` in base 36 and the number of the script as a capital letter pair. */
import {scriptNames} from '../../src/language/script-names'

const longNames: Record<string, string> = {
  Latn: 'Latin',
  Cyrl: 'Cyrillic',
  Grek: 'Greek',
  Arab: 'Arabic',
  Hebr: 'Hebrew',
  Deva: 'Devanagari',
  Beng: 'Bengali',
  Guru: 'Gurmukhi',
  Gujr: 'Gujarati',
  Orya: 'Oriya',
  Taml: 'Tamil',
  Telu: 'Telugu',
  Knda: 'Kannada',
  Mlym: 'Malayalam',
  Sinh: 'Sinhala',
  Thai: 'Thai',
  Laoo: 'Lao',
  Tibt: 'Tibetan',
  Mymr: 'Myanmar',
  Geor: 'Georgian',
  Hang: 'Hangul',
  Ethi: 'Ethiopic',
  Cher: 'Cherokee',
  Cans: 'Canadian_Aboriginal',
  Khmr: 'Khmer',
  Mong: 'Mongolian',
  Hira: 'Hiragana',
  Kana: 'Katakana',
  Hani: 'Han',
  Armn: 'Armenian',
  Thaa: 'Thaana',
  Syrc: 'Syriac',
  Tfng: 'Tifinagh',
  Nkoo: 'Nko',
  Olck: 'Ol_Chiki',
  Yiii: 'Yi',
  Bopo: 'Bopomofo',
  Vaii: 'Vai',
  Java: 'Javanese',
  Bali: 'Balinese',
  Sund: 'Sundanese',
}

export function scriptRuns(): string {
  const tests = scriptNames.slice(1).map((name) => new RegExp(`\\p{Script=${longNames[name]}}`, 'u'))
  const of = (unit: number): number => {
    const char = String.fromCharCode(unit)
    if (!/[\p{L}\p{M}]/u.test(char)) return 0
    const index = tests.findIndex((test) => test.test(char))
    return index < 0 ? 0 : index + 1
  }
  const runs: string[] = []
  let start = 0
  let current = of(0)
  for (let unit = 1; unit <= 0x10000; unit++) {
    const next = unit < 0x10000 ? of(unit) : -1
    if (next === current) continue
    runs.push(`${unit - start},${current}`)
    start = unit
    current = next
  }
  return runs.join(';')
}

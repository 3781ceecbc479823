/**
 * Unicode tables of the text layer: a class for each UTF-16 unit and what it folds to.
 * Source: the Unicode Character Database as this Node's ICU and regular expressions know it (Unicode License v3).
 */
import {classNames} from '../../src/text/class-names'

const code = Object.fromEntries(classNames.map((name, index) => [name, index])) as Record<
  (typeof classNames)[number],
  number
>

/** Scripts written without spaces between words. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Bopomofo}\p{Script=Yi}]/u
const lineBreaks = new Set([0x0a, 0x0b, 0x0c, 0x0d, 0x85, 0x2028, 0x2029])

function classOf(unit: number): number {
  if (unit >= 0xd800 && unit <= 0xdfff) return code.surrogate
  const char = String.fromCharCode(unit)
  if (lineBreaks.has(unit)) return code.newline
  if (/[\p{Zs}\t]/u.test(char)) return code.space
  if (/\p{Default_Ignorable_Code_Point}/u.test(char) && unit !== 0x3164 && unit !== 0x115f && unit !== 0x1160)
    return code.ignorable
  if (unit === 0x0640 || unit === 0xfeff) return code.ignorable
  // Vowel points of Arabic and Hebrew: written or not, the word is the same.
  if (
    (unit >= 0x064b && unit <= 0x0652) ||
    unit === 0x0670 ||
    (unit >= 0x0591 && unit <= 0x05c7 && /\p{M}/u.test(char))
  )
    return code.ignorable
  if (/\p{Nd}/u.test(char)) return code.digit
  if (/\p{Sc}/u.test(char)) return code.currency
  if (unit >= 0xac00 && unit <= 0xd7a3) return code.hangul
  if (unspaced.test(char) && /[\p{L}\p{M}\p{Nl}]/u.test(char)) return code.unspaced
  if (unit === 0x3005 || unit === 0x3007) return code.unspaced
  if (/\p{M}/u.test(char)) return code.mark
  if (/\p{L}/u.test(char)) return code.letter
  if (/[\p{No}\p{Nl}]/u.test(char)) return code.numeral
  if (/\p{P}/u.test(char)) return code.punctuation
  if (/\p{S}/u.test(char)) return code.symbol
  return code.other
}

const dashes = new Set([0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015, 0x2212, 0xfe58, 0xfe63, 0xff0d])
const special: Record<number, string> = {
  304: 'i', // İ
  305: 'i', // ı
  962: 'σ', // final sigma
  1025: 'е', // Ё
  1105: 'е', // ё
  1570: 'ا',
  1571: 'ا',
  1573: 'ا',
  1649: 'ا',
  1609: 'ي',
  1740: 'ي',
  1705: 'ك',
  1729: 'ه',
  1548: ',', // Arabic comma
  11841: ',', // Adlam and N'Ko group mark
  1642: '%',
  65130: '%',
  8216: "'",
  8217: "'",
  700: "'",
  699: "'",
  65287: "'",
  8260: '/',
  8725: '/',
  8764: '~',
  12316: '~',
  65374: '~',
}

/** What a unit folds to: one unit, or more or none, which the scan does on its slow path. */
function foldOf(unit: number): string {
  const char = String.fromCharCode(unit)
  if (unit >= 0xd800 && unit <= 0xdfff) return char
  if (special[unit] !== undefined) return special[unit]
  if (dashes.has(unit)) return '-'
  const kind = classOf(unit)
  if (kind === code.ignorable) return ''
  if (kind === code.space) return ' '
  if (kind === code.newline) return '\n'
  if (kind === code.digit) return String(digitValue(unit))
  if ((unit >= 0xff01 && unit <= 0xff5e) || (unit >= 0xff65 && unit <= 0xffdc) || (unit >= 0xffe0 && unit <= 0xffe6))
    return char.normalize('NFKC').toLowerCase()
  // squared and letterlike units (㎏ ㎡ ℃ ℉ №) and ligatures
  if (
    (unit >= 0x3300 && unit <= 0x33ff) ||
    (unit >= 0xfb00 && unit <= 0xfb06) ||
    (unit >= 0x2100 && unit <= 0x214f && unit !== 0x2103 && unit !== 0x2109)
  )
    return char.normalize('NFKC').toLowerCase()
  if ((unit >= 0xfb50 && unit <= 0xfdff) || (unit >= 0xfe70 && unit <= 0xfefc)) {
    const plain = char.normalize('NFKC')
    return plain !== char && /^[\p{L}]+$/u.test(plain) ? [...plain].map((c) => foldOf(c.charCodeAt(0))).join('') : char
  }
  const lower = char.toLowerCase()
  const composed = (lower.length === 1 ? lower : char).normalize('NFC')
  return composed
}

function digitValue(unit: number): number {
  // Decimal digits stand in runs of ten, the zero first; a run starts where the unit before is no digit or a run ended.
  let zero = unit
  while (/\p{Nd}/u.test(String.fromCharCode(zero - 1)) && unit - zero < 9) zero--
  const width = runWidth(zero)
  return (unit - zero) % 10 === unit - zero ? unit - zero : (unit - zero) % width
}
function runWidth(start: number): number {
  let end = start
  while (/\p{Nd}/u.test(String.fromCharCode(end))) end++
  return end - start
}

/** Runs of equal class as `length class` pairs in base 36; folds as `unit target` pairs. */
export function generateClasses(): string {
  const runs: string[] = []
  let start = 0
  for (let unit = 1; unit <= 0x10000; unit++) {
    if (unit < 0x10000 && classOf(unit) === classOf(start)) continue
    runs.push(`${(unit - start).toString(36)}${String.fromCharCode(65 + classOf(start))}`)
    start = unit
  }
  // Folds: runs of units with the same distance to their target and the same stride, then the longer ones by name.
  const single: [number, number][] = []
  const longer: string[] = []
  for (let unit = 0; unit < 0x10000; unit++) {
    const target = foldOf(unit)
    if (target.length === 1) {
      if (target.charCodeAt(0) !== unit) single.push([unit, target.charCodeAt(0)])
    } else longer.push(`${unit.toString(36)} ${target}`)
  }
  const folds: string[] = []
  for (let i = 0; i < single.length; ) {
    const [unit, target] = single[i]!
    let stride = 1
    if (single[i + 1] && single[i + 1]![0] - unit === 2 && single[i + 1]![1] - target === 2) stride = 2
    let count = 1
    while (
      single[i + count] &&
      single[i + count]![0] === unit + stride * count &&
      single[i + count]![1] === target + stride * count
    )
      count++
    folds.push(`${unit.toString(36)},${target.toString(36)},${count.toString(36)},${stride}`)
    i += count
  }
  return `// Generated by \`npm run generate\` from the Unicode Character Database ${process.versions.unicode}. Do not edit.
export const unicodeVersion = '${process.versions.unicode}'
/** Runs of units of one class: a length in base 36, then the class as a letter from A. */
export const classRuns = '${runs.join('')}'
/** unit, target, count, stride in base 36. */
export const folds = '${folds.join(';')}'
/** Units that fold to none or several: the unit in base 36, then its fold. */
export const longFolds = ${JSON.stringify(longer.filter((row) => !row.endsWith(' ')).join('\n'))}
`
}

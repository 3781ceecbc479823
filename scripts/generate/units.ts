/** Unit names with plurals and cases, long, short and narrow, and the words that divide (per), from cldr-units-full. */
import {dig, type Json, ownData, textAt, texts} from './cldr'
import {add, addWord, type Draft, settle} from './draft'
import {scriptOf} from './regions'

/** Units that pages measure in. Where a language calls two of them the same, the first one is meant. */
const ids = `
  length: kilometer meter decimeter centimeter millimeter micrometer nanometer mile yard foot inch nautical-mile light-year mile-scandinavian
  area: square-kilometer hectare square-meter square-centimeter square-mile acre square-yard square-foot square-inch dunam
  volume: liter milliliter deciliter centiliter hectoliter cubic-kilometer cubic-meter cubic-centimeter cubic-foot gallon barrel cup tablespoon teaspoon pint quart fluid-ounce
  mass: kilogram tonne gram milligram microgram pound ounce carat ton stone ounce-troy
  duration: year month week day hour minute second quarter decade century millisecond microsecond nanosecond fortnight night
  temperature: temperature-generic celsius fahrenheit kelvin
  speed: kilometer-per-hour meter-per-second mile-per-hour knot beaufort
  energy: kilowatt-hour kilocalorie calorie kilojoule joule
  power: kilowatt megawatt gigawatt watt horsepower
  electric: volt ampere ohm
  frequency: hertz kilohertz megahertz gigahertz
  digital: byte kilobyte megabyte gigabyte terabyte petabyte bit kilobit megabit gigabit terabit
  pressure: pascal hectopascal kilopascal megapascal bar millibar atmosphere millimeter-ofhg pound-force-per-square-inch
  force: newton
  angle: degree
  consumption: liter-per-100-kilometer mile-per-gallon
  concentr: karat part-per-1e6
  graphics: pixel megapixel dot-per-inch
`
const units = ids
  .trim()
  .split('\n')
  .flatMap((line) => {
    const [category, names] = line.trim().split(': ') as [string, string]
    return names.split(' ').map((name) => ({
      key: `${category}-${name}`.replace('temperature-temperature-', 'temperature-'),
      id: name,
      category,
    }))
  })
const order = new Map(units.map(({id}, index) => [id, index]))

/** `{0} km`: the words around the number, and on which side they stand. */
const placeholder = '{0}'

export function addUnits(draft: Draft, locale: string): void {
  const data = dig(ownData('units', locale, 'units'), 'units')
  const isLatin = scriptOf(locale) === 'Latn'
  const sides = {before: 0, after: 0}
  for (const length of ['long', 'short', 'narrow'])
    for (const {key, id, category} of units) {
      const unit = dig(data, length, key)
      for (const [name, pattern] of texts(unit)) {
        if (name === 'displayName' && length !== 'narrow') addUnit(draft, id, category, pattern, length, isLatin)
        if (!name.includes('count-')) continue
        const at = pattern.indexOf(placeholder)
        if (at < 0) continue
        const word = pattern.replace(placeholder, '').trim()
        if (at > 0 && at + placeholder.length < pattern.length && pattern.slice(0, at).trim() !== '') continue
        addUnit(draft, id, category, word, length, isLatin)
        if (length === 'long') sides[at === 0 ? 'after' : 'before']++
      }
      if (length === 'long') addPer(draft, unit)
    }
  addPercents(draft, data)
  addScales(draft, data)
  for (const length of ['long', 'short']) {
    const pattern = textAt(data, length, 'per', 'compoundUnitPattern') ?? ''
    const word = pattern.replace(/^\{0\}(.*)\{1\}$/u, '$1')
    if (!word.includes('{')) addDivider(draft, word)
  }
  settle(draft, 'unit', (id) => order.get(id) ?? order.size)
  if (sides.before > sides.after) draft.settings.unitBefore = '1'
}

/** Single letters that stand for an hour or a second and for nothing else beside a number. */
const shortTimes = new Set(['h', 's', 'ч'])
/** Single letters that are words, or units of something else than time. */
const notTimes = new Set('aeiouymgltkbnаиоуясвкгмлт')
/** Single letters of Latin and Cyrillic that are read as units. */
const shortUnits = new Set(['m', 'g', 'l', 't', 'w', 'v', 'k', 'м', 'г', 'л', 'т'])

function addUnit(draft: Draft, id: string, category: string, phrase: string, length: string, isLatin: boolean): void {
  // The narrow form of kilometres is theirs; that of kilometres an hour may be anything
  if (/[(){}[\]…]/u.test(phrase) || (/^[kmgtp]b$/i.test(phrase) && id.endsWith('bit'))) return
  const letters = [...phrase.toLowerCase().replace(/[^\p{L}\p{M}]/gu, '')]
  const isUnspaced =
    /[\p{scx=Han}\p{scx=Hangul}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Mymr}\p{scx=Hira}\p{scx=Kana}]/u.test(phrase)
  if (letters.length === 0 && !/[℃℉°%]/u.test(phrase)) return
  if (letters.length === 1 && !isUnspaced && !/[°²³/]/u.test(phrase)) {
    const short = letters[0]!
    const isTime = shortTimes.has(short) || (length === 'short' && !notTimes.has(short))
    const isUnit = shortUnits.has(short) || !/[\p{scx=Latn}\p{scx=Cyrl}\p{scx=Grek}]/u.test(short)
    const isKnown = category === 'duration' ? isTime : isUnit
    if (!isKnown) return
  }
  // Too common a word to be inches: ranked 5 in the world
  if (phrase.toLowerCase() === 'in' && isLatin) return
  if (phrase === '°') return
  if (/^k?cal\.?$/.test(phrase.toLowerCase()) && phrase.toLowerCase().startsWith('k') !== (id === 'kilocalorie')) return
  if (/\p{Nd}/u.test(phrase) && id !== 'liter-per-100-kilometer') return
  add(draft, 'unit', id, phrase)
}

/** `{0} per hour` without its unit. */
function addPer(draft: Draft, unit: Json): void {
  const pattern = textAt(unit, 'perUnitPattern')
  if (pattern === undefined || !pattern.startsWith(placeholder)) return
  const tail = pattern.slice(placeholder.length)
  for (const [name, form] of texts(unit)) {
    if (name === 'perUnitPattern') continue
    const word = form.replace(placeholder, '').trim()
    if (word === '' || !tail.endsWith(` ${word}`)) continue
    addDivider(draft, tail.slice(0, -word.length))
    return
  }
}

/** What tells the scale in the names of degrees: the Celsius of degrees Celsius, which the names of Fahrenheit lack. */
function addScales(draft: Draft, data: Json): void {
  const words = (unit: string): Set<string> =>
    new Set(
      texts(dig(data, 'long', unit)).flatMap(([key, name]) =>
        key === 'gender' ? [] : (name.toLowerCase().match(/[\p{L}\p{M}]{4,}/gu) ?? []),
      ),
    )
  const [celsius, fahrenheit] = [words('temperature-celsius'), words('temperature-fahrenheit')]
  const degrees = new Set([...words('temperature-generic'), ...words('angle-degree')])
  for (const word of celsius) if (!fahrenheit.has(word) && !degrees.has(word)) addWord(draft, 'unit', 'celsius', word)
  for (const word of fahrenheit)
    if (!celsius.has(word) && !degrees.has(word)) addWord(draft, 'unit', 'fahrenheit', word)
}

/** The reader knows the slash. */
function addDivider(draft: Draft, word: string): void {
  if (/^[\s\u200b]*\p{L}/u.test(word)) addWord(draft, 'per', 'unit', word)
}

const percents = {percent: '1', permille: '0.1'}

function addPercents(draft: Draft, data: Json): void {
  for (const length of ['long', 'short'])
    for (const [name, id] of Object.entries(percents))
      for (const [key, pattern] of texts(dig(data, length, `concentr-${name}`)))
        if (key === 'displayName' || key.includes('count-'))
          addWord(draft, 'percent', id, pattern.replace(placeholder, ''))
}

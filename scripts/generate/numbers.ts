/** Separators, compact words (bilion, tỷ, Mrd., 億) and percent signs, from cldr-numbers-full. */
import {dig, localeData, ownData, textAt, texts} from './cldr'
import {add, addWord, type Draft} from './draft'

export function addNumbers(draft: Draft, locale: string): void {
  const numbers = dig(localeData('numbers', locale, 'numbers'), 'numbers')
  const words = dig(ownData('numbers', locale, 'numbers'), 'numbers')
  const system = textAt(numbers, 'defaultNumberingSystem') ?? 'latn'
  for (const name of new Set([system, 'latn'])) {
    const symbols = dig(numbers, `symbols-numberSystem-${name}`)
    addSign(draft, '1', textAt(symbols, 'percentSign'))
    addSign(draft, '0.1', textAt(symbols, 'perMille'))
    for (const length of ['long', 'short'])
      for (const [key, pattern] of texts(dig(words, `decimalFormats-numberSystem-${name}`, length, 'decimalFormat')))
        addCompact(draft, key, pattern)
  }
  // Arabic and Persian digits have marks of their own that mean nothing else; what needs settling is the Latin ones.
  const symbols = dig(numbers, 'symbols-numberSystem-latn')
  const [decimal, group] = [textAt(symbols, 'decimal'), textAt(symbols, 'group')]
  if (decimal === '.' || decimal === ',') draft.settings.decimal = decimal
  if (group !== undefined) draft.settings.group = plainMark(group)
}

const plainMark = (mark: string): string => (/\s/u.test(mark) ? ' ' : mark === '’' ? "'" : mark)

function addSign(draft: Draft, id: string, sign: string | undefined): void {
  if (sign !== undefined) add(draft, 'percent', id, sign)
}

/**
 * `1000000-count-other`: `0 juta`. The zeros are the digits kept, the rest of the power is in the word. Single letters that
 * are signs of units (5 t) are no scale words.
 */
function addCompact(draft: Draft, key: string, pattern: string): void {
  const power = Number(key.slice(0, key.indexOf('-')))
  if (!Number.isFinite(power) || key.includes('-alt-')) return
  const plain = pattern.split(';')[0]!.replaceAll("'", '')
  const digits = /0+/.exec(plain)
  if (digits === null || plain === digits[0]) return
  const before = plain.slice(0, digits.index).trim()
  const after = plain.slice(digits.index + digits[0].length).trim()
  if ((before !== '' && after !== '') || (/^(?:t|[tnglhs]\.|[nglhs])$/i.test(before + after) && before + after !== 'T'))
    return
  addWord(draft, 'scale', String(power / 10 ** (digits[0].length - 1)), before + after)
  if (before !== '' && /\p{L}/u.test(before)) draft.settings.scaleBefore = '1'
}

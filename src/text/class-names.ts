/** Classes of UTF-16 units, in the order of their numbers. */
export const classNames = [
  'other',
  'space',
  'newline',
  /** A letter of a script that puts spaces between words. */
  'letter',
  'mark',
  /** A decimal digit of any script. */
  'digit',
  /** A letter of a script without spaces: Han, kana, Thai, Lao, Khmer, Burmese. */
  'unspaced',
  'hangul',
  'punctuation',
  'symbol',
  'currency',
  /** Superscripts, vulgar fractions, Roman and circled numerals. */
  'numeral',
  /** Zero-width and direction marks, soft hyphens, vowel points: skipped in every comparison. */
  'ignorable',
  'surrogate',
] as const

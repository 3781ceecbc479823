/** Hashing of letter n-grams, the same in training and in use. */
export const gramStart = 0x811c9dc5 | 0
export const gramStep = (hash: number, unit: number): number => {
  const mixed = Math.imul(hash ^ unit, 0x01000193)
  return mixed ^ (mixed >>> 13)
}
/** Units of the longest gram; a longer word is a gram as a whole, too. */
export const longestGram = 5
/** A single letter is a gram from here on: those of ASCII say little, and are most of a text. */
export const firstSingle = 0x80
/** Units of the longest word that is a gram as a whole. */
export const longestWord = 16
/** Stands for the start and the end of a word within grams. */
export const edge = 0x20

export function hashGram(gram: string): number {
  let hash = gramStart
  for (let i = 0; i < gram.length; i++) hash = gramStep(hash, gram.charCodeAt(i))
  return hash
}

/** Bits of a table for `size` grams: about one a slot. */
export const slotBits = (size: number): number => Math.max(8, Math.ceil(Math.log2(Math.max(1, size))))

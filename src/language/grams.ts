/** Hashing of letter n-grams, the same in training and in use. */
export const gramStart = 0x811c9dc5 | 0
export const gramStep = (hash: number, unit: number): number => {
  const mixed = Math.imul(hash ^ unit, 0x01000193)
  return mixed ^ (mixed >>> 13)
}
/** Units of the longest gram. */
export const longestGram = 5
/** Stands for the start and the end of a word within grams. */
export const edge = 0x20

export function hashGram(gram: string): number {
  let hash = gramStart
  for (let i = 0; i < gram.length; i++) hash = gramStep(hash, gram.charCodeAt(i))
  return hash
}

/** Bits of a table for `size` grams: about one a slot. */
export const slotBits = (size: number): number => Math.max(8, Math.ceil(Math.log2(Math.max(1, size))))

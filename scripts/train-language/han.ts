/** Simplified and traditional characters, told apart by the character sets GB 2312 and Big5: what only one of them has. */
import {type Fitted, layGrams} from './fit'

/** Natural logarithm that a character of one set only speaks for it. */
const weight = 2

function charactersOf(
  encoding: string,
  leads: readonly [number, number],
  trails: readonly (readonly [number, number])[],
): Set<string> {
  const decoder = new TextDecoder(encoding)
  const found = new Set<string>()
  for (let lead = leads[0]; lead <= leads[1]; lead++)
    for (const [from, to] of trails)
      for (let trail = from; trail <= to; trail++) {
        const text = decoder.decode(Uint8Array.of(lead, trail))
        if (/^\p{Script=Han}$/u.test(text)) found.add(text)
      }
  return found
}

/** The table of zh-Hans (0) and zh-Hant (1). */
export function trainHan(): Fitted {
  const simplified = charactersOf('gbk', [0xb0, 0xf7], [[0xa1, 0xfe]])
  const traditional = charactersOf(
    'big5',
    [0xa4, 0xf9],
    [
      [0x40, 0x7e],
      [0xa1, 0xfe],
    ],
  )
  const postings = new Map<string, [number, number][]>()
  for (const char of simplified) if (!traditional.has(char)) postings.set(char, [[0, weight]])
  for (const char of traditional) if (!simplified.has(char)) postings.set(char, [[1, weight]])
  return layGrams(postings, 2)
}

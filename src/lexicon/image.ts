import type {Lexicon, Sense} from './lexicon'

/** A compiled lexicon as bytes, so that it need not be compiled again: the length of its head, the head, the columns. */
type Head = Pick<
  Lexicon,
  'language' | 'glued' | 'wholeTens' | 'hasDigits' | 'hasLinkers' | 'longestSuffix' | 'prefixes'
> & {
  settings: [string, string][]
  suffixes: string[]
  /** Lists of senses that phrases have. */
  lists: (readonly Sense[])[]
  /** Lengths of the columns. */
  phrases: number
  slots: number
  bits: number
  anchorBits: number
  units: number
}

/** The image of a lexicon. */
export function writeImage({settings, suffixes, entries, anchors, ...rest}: Lexicon): Uint8Array {
  const {pool, heads, known, senses} = entries
  const phrases = senses.length
  const lists = new Map(senses.map((list) => [JSON.stringify(list), list]))
  const keys = [...lists.keys()]
  const numbers = new Map(keys.map((key, number) => [key, number]))
  const head: Head = {
    ...rest,
    settings: [...settings],
    suffixes: [...suffixes],
    lists: [...lists.values()],
    phrases,
    slots: heads.length,
    bits: known.length,
    anchorBits: anchors.length,
    units: pool.length,
  }
  const text = new TextEncoder().encode(JSON.stringify(head))
  const columns = [heads, known, anchors, ...columnNames.map((name) => entries[name].subarray(0, phrases))]
  const listOf = Uint16Array.from(senses, (list) => numbers.get(JSON.stringify(list))!)
  // Spaces behind the head, so that the columns start where numbers of four bytes may stand.
  const padding = new Uint8Array(-text.length & 3).fill(32)
  const parts = [Uint32Array.of(text.length + padding.length), text, padding, ...columns, listOf, pool]
  return joinBytes(parts.map(({buffer, byteOffset, byteLength}) => new Uint8Array(buffer, byteOffset, byteLength)))
}

const columnNames = ['next', 'starts', 'lengths', 'low', 'high'] as const

function joinBytes(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, {length}) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}

/** The lexicon of an image, which it goes on using; a number takes its bytes in the order of this machine. */
export function readImage(image: Uint8Array): Lexicon {
  const {buffer} = image
  let at = image.byteOffset + 4
  const end = at + new Uint32Array(buffer, image.byteOffset, 1)[0]!
  const head: Head = JSON.parse(new TextDecoder().decode(new Uint8Array(buffer, at, end - at)))
  at = end
  const column = (length: number): Int32Array => {
    at += length * 4
    return new Int32Array(buffer, at - length * 4, length)
  }
  const short = (length: number): Uint16Array => {
    at += length * 2
    return new Uint16Array(buffer, at - length * 2, length)
  }
  const {settings, suffixes, lists, phrases, slots, bits, anchorBits, units, ...rest} = head
  const heads = column(slots)
  const known = column(bits)
  const anchors = column(anchorBits)
  const [next, starts, lengths, low, high] = columnNames.map(() => column(phrases)) as [
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
  ]
  const senses = Array.from(short(phrases), (list) => lists[list]!)
  const pool = short(units)
  return {
    ...rest,
    settings: new Map(settings),
    suffixes: new Set(suffixes),
    entries: {pool, heads, known, next, starts, lengths, low, high, senses},
    anchors,
  }
}

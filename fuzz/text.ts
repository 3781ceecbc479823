import {readdirSync, readFileSync} from 'node:fs'

/** From the folder of the package, where `npm run` starts. */
const fixtures = 'fixtures'
const read = (folder: string): string[] =>
  readdirSync(`${fixtures}/${folder}`).map((name) => readFileSync(`${fixtures}/${folder}/${name}`, 'utf8'))

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', {ignoreBOM: true})

export const bytesOf = (text: string): Uint8Array => encoder.encode(text)
/** The bytes as UTF-8; what is malformed becomes half a surrogate pair, which text may hold too. */
export const textOf = (bytes: Uint8Array): string => decoder.decode(bytes).replaceAll('\ufffd', '\ud83d')

/** Words and phrases of all phrase books. */
export const words: string[] = [
  ...new Set(
    read('phrases')
      .flatMap((book) => book.split('\n'))
      .filter((line) => line.startsWith('  '))
      .map((line) => line.trim().replace(/[{}]/g, ''))
      .flatMap((phrase) => [phrase, ...phrase.split(' ')]),
  ),
  ...'\n \t \u00a0 \u200b \u202e \u0301 , . : / - – ~ % ‰ ° ½ $ € £ ¥ ₫ 0 1 12 1.200 1,5 03/11/2025 9999999999 1e9'.split(
    ' ',
  ),
]

/** Pieces of the page fixtures, about as long as what is made of them. */
export const pieces: string[] = read('pages').flatMap((page) => page.match(/.{1,100}/gsu)!.slice(0, 10))

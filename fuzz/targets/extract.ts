import assert from 'node:assert/strict'
import {type ExtractOptions, extract} from '../../src/index'
import {factKinds} from '../../src/page'
import {expectSound} from '../../tests/invariants'
import {bytesOf, pieces, textOf} from '../text'

export {words} from '../text'
export const seeds = pieces.map((piece, index) => bytesOf(String.fromCharCode(index % 128) + piece))
export const longest = 250

const settings: ExtractOptions[] = [
  {},
  {kinds: factKinds},
  {language: 'en', region: 'US', referenceDate: '2025-11-24'},
  {language: 'vi', lean: 'recall'},
  {languages: ['hi', 'mr', 'ne'], explain: true},
  {language: 'de', keep: ['comment', '!table-row']},
  {language: 'ar', kinds: factKinds},
  {language: 'ja', lean: 'precision'},
]

/** The first byte chooses options, the rest is the text. */
export function fuzz(input: Uint8Array): void {
  const options = settings[(input[0] ?? 0) % settings.length]!
  const text = textOf(input.subarray(1))
  const page = extract(text, options)
  expectSound(page, text)
  if (input[1] === 0x0a) assert.deepEqual(extract(text, options), page)
}

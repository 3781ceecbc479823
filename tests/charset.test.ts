import {describe, expect, it} from 'vitest'
import {decodeBytes} from '../src/node/charset'

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values)
const ascii = (text: string): number[] => [...text].map((char) => char.charCodeAt(0))

describe('decodeBytes', () => {
  it.each([
    ['a UTF-8 mark', bytes(0xef, 0xbb, 0xbf, 0xc3, 0xa9), 'é', 'utf-8'],
    ['a UTF-16 mark', bytes(0xff, 0xfe, 0xe9, 0), 'é', 'utf-16le'],
    ['plain UTF-8', bytes(0xc3, 0xa9), 'é', 'utf-8'],
    ['bytes that are no UTF-8', bytes(0xe9), 'é', 'windows-1252'],
    [
      'a meta element',
      bytes(...ascii('<meta charset="windows-1251">'), 0xcf),
      '<meta charset="windows-1251">П',
      'windows-1251',
    ],
    ['an unknown label', bytes(...ascii('<meta charset="klingon">'), 0xc3, 0xa9), '<meta charset="klingon">é', 'utf-8'],
  ])('reads %s', (_, input, text, encoding) => expect(decodeBytes(input)).toEqual({text, encoding}))

  it('takes the header before the page', () =>
    expect(decodeBytes(bytes(0xd0), {contentType: 'text/html; charset=windows-1258'})).toEqual({
      text: 'Đ',
      encoding: 'windows-1258',
    }))
})

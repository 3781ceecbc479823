import {describe, expect, it} from 'vitest'
import {extractFacts} from '../src/index'

const read = (row: string) =>
  extractFacts(row, {language: 'en'}).map(({kind, text, subject}) => [
    kind,
    text,
    subject === undefined ? undefined : row.slice(subject.start, subject.end),
  ])

describe('rows of a table, cells parted by tabs', () => {
  it('counts nothing that stands in another cell', () => {
    expect(read('1\tKyle Busch\t5040\t5\tMin')).toEqual([])
    expect(read('Goals\t10\tMeters run\t9')).toEqual([])
  })

  it('reads each cell by itself', () => {
    expect(read('2 km\t5 kg')).toEqual([
      ['quantity', '2 km', undefined],
      ['quantity', '5 kg', undefined],
    ])
  })

  it('takes a first cell of words for what the others are about', () => {
    expect(read('Net revenue\t$5 million\t12%')).toEqual([
      ['money', '$5 million', 'Net revenue'],
      ['percentage', '12%', 'Net revenue'],
    ])
  })
})

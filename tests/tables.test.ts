import {describe, expect, it} from 'vitest'
import {duration, progressLine, summaryText} from '../src/cli/progress'
import {csvLine} from '../src/node/write/csv'

describe('CSV', () => {
  it.each([
    [['a', 1.5, undefined, -3], 'a,1.5,,-3'],
    [['a,b', 'say "x"', 'two\nlines'], '"a,b","say ""x""","two\nlines"'],
    [['=1+1', '+49 30', '@SUM(A1)', '-x', '\tx', '＝1'], "'=1+1,'+49 30,'@SUM(A1),'-x,'\tx,'＝1"],
    [['-5', '-0.75', '1e21', '-'], "-5,-0.75,1e21,'-"],
    [['=HYPERLINK("x","y")'], '"\'=HYPERLINK(""x"",""y"")"'],
  ])('%j', (row, line) => expect(csvLine(row)).toBe(`${line}\r\n`))
})

describe('progress', () => {
  const counts = {pages: 12_500, facts: 40_000, bad: 3, replaced: 0}

  it('tells rate, counts and what is left', () =>
    expect(progressLine({counts, before: 2500, read: 2 ** 24, size: 2 ** 26}, 10)).toBe(
      '12,500 pages, 1,000/s, 1.6 MiB/s · 40,000 facts · 3 bad · 25 %, 30 s left',
    ))

  it('tells nothing of what is left where nobody knows', () =>
    expect(progressLine({counts, before: 0, read: 2 ** 20, size: 0}, 1)).not.toContain('left'))

  it('ends with a summary', () => {
    expect(summaryText({counts, finished: true}, 75)).toBe('12,500 pages, 40,000 facts, 3 bad records in 1 m 15 s')
    expect(summaryText({counts: {...counts, replaced: 9}, finished: false}, 1)).toBe(
      'stopped: 12,500 pages, 40,000 facts, 3 bad records in 1 s; 9 malformed byte sequences were replaced; go on with --resume',
    )
  })

  it.each([
    [0.2, '0 s'],
    [65, '1 m 05 s'],
    [7620, '2 h 07 m'],
  ])('%d seconds are %s', (seconds, text) => expect(duration(seconds)).toBe(text))
})

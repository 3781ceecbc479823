import type {Scan} from '../text/scan'
import {isDigit} from './reader'

/** What the numbers of a page say about its decimal mark, by their shape alone. */
export interface Votes {
  point: number
  comma: number
}

const dot = 46
const comma = 44

/**
 * Counts the numbers whose shape settles the marks: `12.31` and `1,234,567` vote for the point as the decimal mark,
 * `12,31`, `1.234.567` and `1.234,5` for the comma. `1.200` says nothing. One pass over the text.
 */
export function countVotes(scan: Scan): Votes {
  const votes: Votes = {point: 0, comma: 0}
  const {units, length} = scan
  for (let i = 0; i < length; i++) {
    if (!isDigit(units[i])) continue
    const start = i
    let groups = 0
    let first = 0
    let marks = 0
    let lastMark = 0
    let mixed = false
    let threes = true
    let last = 0
    for (;;) {
      const from = i
      while (i < length && isDigit(units[i])) i++
      last = i - from
      if (groups === 0) first = last
      else if (last !== 3) threes = threes && i >= length
      groups++
      const mark = units[i]
      if (i + 1 >= length || (mark !== dot && mark !== comma) || !isDigit(units[i + 1])) break
      if (groups > 1 && mark !== lastMark) mixed = true
      if (groups > 1 && last !== 3) threes = false
      lastMark = mark
      marks++
      i++
    }
    if (marks === 0 || first > 3 || (start > 0 && units[start - 1] === 47)) continue
    const decimalIs = (mark: number): void => {
      if (mark === dot) votes.point++
      else votes.comma++
    }
    if (marks === 1 && last !== 3) {
      // 12.31 is a number in any layout; 03.11 may be a date, 1.2 a version: only percent-like precision votes.
      if (last <= 2) decimalIs(lastMark)
    } else if (marks >= 2 && mixed && last !== 3) decimalIs(lastMark)
    else if (marks >= 2 && !mixed && threes && last === 3) decimalIs(lastMark === dot ? comma : dot)
  }
  return votes
}

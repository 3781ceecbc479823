import type {Scan} from '../text/scan'
import {isDigit} from './reader'

/** What the numbers of a page say about its conventions, by their shape alone. */
export interface Votes {
  /** For the decimal mark. */
  point: number
  comma: number
  /** For the order of 03/11/2025. */
  dayFirst: number
  monthFirst: number
}

/** `25/03/2024` and `03/25/2024` settle the order. */
function voteOrder(votes: Votes, {units, length}: Scan, at: number): void {
  if (at + 6 >= length || !isDigit(units[at + 3]) || !isDigit(units[at + 4]) || !isDigit(units[at + 6])) return
  const first = (units[at]! - 48) * 10 + units[at + 1]! - 48
  const second = (units[at + 3]! - 48) * 10 + units[at + 4]! - 48
  if (first > 12 && first <= 31 && second <= 12) votes.dayFirst++
  else if (second > 12 && second <= 31 && first <= 12) votes.monthFirst++
}

const slash = 47
const dot = 46
const comma = 44

/**
 * Counts the numbers whose shape settles the marks: `12.31` and `1,234,567` vote for the point as the decimal mark,
 * `12,31`, `1.234.567` and `1.234,5` for the comma. `1.200` says nothing. One pass over the text.
 */
export function countVotes(scan: Scan): Votes {
  const votes: Votes = {point: 0, comma: 0, dayFirst: 0, monthFirst: 0}
  const {units, length} = scan
  for (let i = 0; i < length; i++) {
    if (!isDigit(units[i])) continue
    const start = i
    if (units[i + 2] === slash && units[i + 5] === slash) voteOrder(votes, scan, i)
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

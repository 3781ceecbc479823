import {type Match, maskOf} from '../../lexicon/lexicon'
import type {Draft, Range} from '../draft'
import {
  findSense,
  isDigitAt,
  isLetterAt,
  isSpacedLetterAt,
  matchAfter,
  matchAt,
  type Reader,
  skipSpaces,
  unitAt,
  wordEnd,
} from '../reader'
import {isShorter} from '../time-units'

const perMask = maskOf('per')
const unitMask = maskOf('unit', 'currency', 'classifier')
const relativeMask = maskOf('relative')
const timeMask = maskOf('month', 'date-joiner')
const slash = 47

/** Kinds of amounts that may be for each of something. */
const divided: ReadonlySet<string> = new Set(['money', 'percentage', 'quantity', 'duration'])

/** The amount with its divisor, which is no part of its text: `/kg`, `a year`, `per month`, `mỗi héc-ta`. */
export function withDivisor(reader: Reader, draft: Draft): Draft {
  if (!divided.has(draft.kind)) return draft
  const at = skipSpaces(reader, draft.end)
  const isSlash = unitAt(reader, at) === slash
  const word = isSlash ? undefined : matchAt(reader, at, perMask)
  if (!isSlash && word === undefined) return draft
  const {id} = word?.senses[0] ?? {id: ''}
  // monthly, al mes, i månaden
  if (!dividers.has(id)) return isTime(reader, at, word!.end) ? draft : {...draft, per: dividedBy(reader, word!)}
  const start = skipSpaces(reader, isSlash ? at + 1 : word!.end)
  const known = matchAt(reader, start, unitMask)
  // 5 hours a day, but 21 years, each day
  if (draft.kind === 'duration' && !isShorter(draft.unit!, findSense(known, 'unit')?.id ?? draft.unit!)) return draft
  const end = known?.end ?? (id === '' && isLastWord(reader, start) ? wordEnd(reader, start) : 0)
  return end > start && !isTime(reader, at, end) ? {...draft, per: {start, end}} : draft
}

/** Arguments of the words that divide by what stands behind them. */
const dividers: ReadonlySet<string> = new Set(['', 'unit', 'loose'])

/** The unit that ends a phrase for a division: **mese** of al mese, all of monthly. */
function dividedBy(reader: Reader, {start, end}: Match): Range {
  for (let at = start; at < end; at = Math.max(at + 1, skipSpaces(reader, wordEnd(reader, at))))
    if (matchAt(reader, at, unitMask)?.end === end) return {start: at, end}
  return {start, end}
}

/** `$5 a year ago`, `2.000 Euro im Jahr 2024`, `al mes de mayo`: when it was. */
const isTime = (reader: Reader, at: number, end: number): boolean =>
  matchAt(reader, at, relativeMask) !== undefined ||
  isDigitAt(reader, skipSpaces(reader, end)) ||
  matchAfter(reader, end, timeMask) !== undefined

/** A word that a mark or the end of the text follows: "per head," but not "par rapport à". */
const isLastWord = (reader: Reader, at: number): boolean =>
  isSpacedLetterAt(reader, at) && !isLetterAt(reader, skipSpaces(reader, wordEnd(reader, at)))

import {type Mask, type Match, maskOf} from '../lexicon/lexicon'
import type {Approx, Change} from '../page'
import {classOf, is, isWordClass} from '../text/classes'
import type {Draft, Range} from './draft'
import {
  isDigitAt,
  isFreeAt,
  isIndochinese,
  isLetterAt,
  isSpacedLetterAt,
  matchAfter,
  matchAt,
  matchBefore,
  matchInEnding,
  type Reader,
  skipEnding,
  skipSpaces,
  skipSpacesBack,
  unitAt,
  wordEnd,
  wordStart,
} from './reader'

const approxMask = maskOf('approx')
const approxAfterMask = maskOf('approx-after')
const changeMask = maskOf('change')
const functionMask = maskOf('function')

/** Kinds of facts that rise and fall. */
const changing: ReadonlySet<string> = new Set([
  'percentage',
  'percentage-point',
  'money',
  'quantity',
  'count',
  'multiplier',
])

const approxSigns: Readonly<Record<number, Approx>> = {
  126: 'about',
  8776: 'about',
  8805: 'at-least',
  8804: 'at-most',
  62: 'over',
  60: 'under',
  177: 'about',
}

const boundSigns: Readonly<Record<number, Approx>> = {62: 'at-least', 60: 'at-most'}

/** Whether an approximator is a lower, an upper bound. */
export const isLowerBound = (approx: Approx | undefined): boolean => approx === 'over' || approx === 'at-least'
export const isUpperBound = (approx: Approx | undefined): boolean =>
  approx === 'under' || approx === 'at-most' || approx === 'up-to'
const equals = 61
const plus = 43

/** What the change word right before `at`, an approximator aside, says; whether one in the clause tells a rise or fall. */
export function changeBefore(reader: Reader, at: number): {direct: Change | undefined; told: boolean} {
  const start = matchBefore(reader, at, approxMask)?.start ?? at
  const direct = matchBefore(reader, start, changeMask)
  if (direct !== undefined && isDirection(direct)) return {direct: direct.senses[0]!.id as Change, told: true}
  const near = nearestBefore(reader, direct?.start ?? start, sentenceStart(reader, start), changeMask)
  return {direct: direct?.senses[0]?.id as Change | undefined, told: near !== undefined && isDirection(near)}
}

/** Fills in the approximator and the change word of a fact, from the words beside it in its sentence. */
export function describe(reader: Reader, draft: Draft, floor: number): void {
  if (draft.kind === 'date' || draft.kind === 'period') return
  const before = matchBefore(reader, draft.start, approxMask)
  const limit = before !== undefined && before.start >= floor ? before : undefined
  const level = changing.has(draft.kind) && limit !== undefined ? levelOf(reader, draft, floor, limit) : undefined
  const own = draft.approx
  if (level === undefined && (own === undefined || own === 'about')) {
    const approx = approxOf(reader, draft, floor, limit)
    if (approx !== undefined) draft.approx = approx
  }
  if (!changing.has(draft.kind)) return
  const change = level ?? changeOf(reader, draft, floor, limit)
  if (change !== undefined) draft.change = change
}

const toMask = maskOf('to')

/** `выросла до 7 %`, `in calo fino a 1200 metri`: a word for to that also limits leads to a level where a rise or fall is told before it. */
function levelOf(reader: Reader, draft: Draft, floor: number, limit: Match): Change | undefined {
  if (limit.senses[0]!.id !== 'up-to') return undefined
  if (matchAt(reader, limit.start, toMask)?.end !== limit.end) return undefined
  const phrase = matchBefore(reader, draft.start, changeMask)
  if (phrase !== undefined && phrase.start < limit.start && phrase.senses[0]!.id === 'to') return 'to'
  const verb = nearestBefore(reader, limit.start, Math.max(floor, sentenceStart(reader, limit.start)), changeMask)
  return verb !== undefined && isDirection(verb) ? 'to' : undefined
}

function approxOf(reader: Reader, draft: Draft, floor: number, limit: Match | undefined): Approx | undefined {
  const before = approxBefore(reader, draft, floor, limit)
  if (before !== undefined && before !== 'about') return before
  const after = draft.closed ? undefined : approxAfter(reader, draft)
  // "about 500 or more" is a bound
  return before === undefined || isLowerBound(after) || isUpperBound(after) ? after : before
}

function approxBefore(reader: Reader, draft: Draft, floor: number, limit: Match | undefined): Approx | undefined {
  if (limit !== undefined) return approxHere(reader, draft, limit)
  const noun = draft.kind === 'count' ? approxBeforeNoun(reader, draft, floor) : undefined
  if (noun !== undefined) return noun.senses[0]!.id as Approx
  const near = skipSpacesBack(reader, draft.start) - 1
  const bound = unitAt(reader, near) === equals ? boundSigns[unitAt(reader, near - 1)] : undefined
  if (bound !== undefined) return bound
  // `=>` is an arrow
  const sign = unitAt(reader, near - 1) === equals ? undefined : approxSigns[unitAt(reader, near)]
  return near >= floor ? sign : undefined
}

/** Words, and units of a script without words, between an approximator and the number of the noun behind it. */
const nounWords = 2
const nounUnits = 14

/** `angalau watu 25`, `យ៉ាងហោចណាស់មនុស្ស ២៥ នាក់`: an approximator before the noun that stands before its number. */
function approxBeforeNoun(reader: Reader, {start, noun}: Draft, floor: number): Match | undefined {
  const isSpaced = noun !== undefined && noun.end <= start
  if (!isSpaced && !isIndochinese(unitAt(reader, skipSpacesBack(reader, start) - 1))) return undefined
  let at = start
  for (let step = isSpaced ? nounWords : nounUnits; step > 0; step--) {
    at = wordStart(reader, skipSpacesBack(reader, at))
    if (at <= floor || !isLetterAt(reader, at)) return undefined
    const found = matchBefore(reader, at, approxMask)
    if (found !== undefined)
      return found.start < floor || (!isSpaced && !bounds.has(found.senses[0]!.id)) ? undefined : found
  }
  return undefined
}

const bounds: ReadonlySet<string> = new Set(['at-least', 'at-most'])

function approxAfter(reader: Reader, draft: Draft): Approx | undefined {
  if (unitAt(reader, draft.end) === plus && !isLetterAt(reader, draft.end + 1) && !isDigitAt(reader, draft.end + 1))
    return 'at-least'
  const after =
    matchAfter(reader, draft.end, approxAfterMask) ??
    matchAfter(reader, skipEnding(reader, draft.end), approxAfterMask) ??
    limitFromEnding(reader, draft.end) ??
    (draft.tail === undefined ? undefined : matchAfter(reader, draft.tail, approxAfterMask))
  if (after === undefined || opensComparison(reader, after) || opensNext(reader, after)) return undefined
  const {id} = after.senses[0]!
  if (id === 'under-amount') return draft.kind === 'duration' ? undefined : 'under'
  return id as Approx
}

/** Units of the longest ending that a phrase for a limit may begin with. */
const longestEnding = 8
/** Units of an ending that is such a phrase by itself: ലക്ഷത്തി**ലധികം**. */
const longEnding = 5

/** `20 મિલિયનથી વધુ`: a phrase for a limit that begins in the ending of the last word before `end`. */
export const limitFromEnding = (reader: Reader, end: number): Match | undefined =>
  matchInEnding(
    reader,
    end,
    approxAfterMask,
    longestEnding,
    (found) => found.end > end || (found.end === end && end - found.start >= longEnding),
  )

const joinMask = maskOf('joiner', 'to', 'function')

/** "200 or more" limits 200; "200 or more than 300" limits what follows. */
function opensNext(reader: Reader, found: Match): boolean {
  const joiner = matchAt(reader, found.start, joinMask)
  // "and up" limits, "and up to" goes on
  if (joiner !== undefined && joiner.end > found.end) return true
  const next = joiner === undefined ? undefined : matchAt(reader, skipSpaces(reader, joiner.end), approxMask)
  return next !== undefined && next.end > found.end
}

const betweenMask = maskOf('between')
const longTimes = new Set(['day', 'week', 'month', 'year'])

/** What an approximator before the fact says of it: nothing where it opens a range, or is listed as `none`. */
function approxHere(reader: Reader, draft: Draft, found: Match): Approx | undefined {
  const id = found.senses[0]!.id
  if (id === 'none') return undefined
  if (draft.min !== undefined && matchAt(reader, found.start, betweenMask)?.end === found.end) return undefined
  // 近三年 are the last three years, not almost three
  if (id === 'under' && found.end - found.start === 1 && draft.kind === 'duration' && longTimes.has(draft.unit ?? ''))
    return undefined
  return id as Approx
}

/** "3 years more" limits the years; "3 years more early" compares: a word that also stands before numbers needs its phrase to end. */
function opensComparison(reader: Reader, found: Match): boolean {
  if (isFreeAt(reader, found.start) || matchAt(reader, found.start, approxMask)?.end !== found.end) return false
  const next = skipSpaces(reader, found.end)
  return isLetterAt(reader, next) && matchAt(reader, next, functionMask) === undefined
}

/** Words looked at before and after a fact for a change word. */
const wordsBefore = 7
const wordsAfter = 4

function changeOf(reader: Reader, draft: Draft, floor: number, limit: Match | undefined): Change | undefined {
  const start = limit?.start ?? draft.start
  const clause = Math.max(floor, sentenceStart(reader, start))
  const near = nearestBefore(reader, start, clause, changeMask)
  const direct = matchBefore(reader, start, changeMask)
  if (direct !== undefined && direct.start >= floor) return directChange(reader, draft, direct)
  // 17.6%増の389万: a word glued to the fact before is that one's
  const isOther = floor > reader.start && near?.start === floor && isFreeAt(reader, floor)
  if (near !== undefined && !isOther && isDirection(near)) return near.senses[0]!.id as Change
  const after = nearestAfter(reader, draft.end, changeMask)
  return after === undefined || !isDirection(after) ? undefined : (after.senses[0]!.id as Change)
}

/** A change word right before the number: from and to say so only where a rise or fall is told in the sentence. */
function directChange(reader: Reader, draft: Draft, direct: Match): Change | undefined {
  const id = direct.senses[0]!.id as Change
  if (isDirection(direct)) return id
  // rose **by** 5 % to 3 million: only the verb tells
  const before = nearestBefore(reader, direct.start, sentenceStart(reader, direct.start), changeMask, isDirection)
  const verb = before ?? nearestAfter(reader, draft.end, changeMask)
  const told = verb !== undefined && isDirection(verb)
  // "by" says nothing that the rise or fall does not say better
  if (id === 'by') return told ? (verb.senses[0]!.id as Change) : id
  return told ? id : undefined
}

const isDirection = ({senses}: Match): boolean => senses[0]!.id === 'increase' || senses[0]!.id === 'decrease'

function nearestBefore(
  reader: Reader,
  from: number,
  floor: number,
  mask: Mask,
  fits: (found: Match) => boolean = () => true,
): Match | undefined {
  let at = from
  for (let words = 0; words < wordsBefore * (isFreeAt(reader, at - 1) ? 2 : 1); words++) {
    at = wordStart(reader, skipSpacesBack(reader, at))
    if (at < floor || at <= reader.start - 1) return undefined
    if (isLetterAt(reader, at)) {
      const found = matchAt(reader, at, mask)
      if (found !== undefined && found.end <= from && fits(found)) return found
    }
    if (at === reader.start) return undefined
  }
  return undefined
}

function nearestAfter(reader: Reader, from: number, mask: Mask): Match | undefined {
  let at = skipSpaces(reader, from)
  for (let words = 0; words < wordsAfter * (isFreeAt(reader, at) ? 2 : 1) && at < reader.end; words++) {
    if (!isLetterAt(reader, at)) return undefined
    const found = matchAt(reader, at, mask)
    // "15 percent, up 3": a change word that another number follows is that number's
    if (found !== undefined) {
      const isGlued = at === from && isFreeAt(reader, at)
      return hasDigitNear(reader, found.end) && !isGlued ? undefined : found
    }
    at = skipSpaces(reader, isSpacedLetterAt(reader, at) ? wordEnd(reader, at) : at + 1)
  }
  return undefined
}

/** Units behind a change word in which a digit makes it the next number's. */
const nearby = 14
function hasDigitNear(reader: Reader, at: number): boolean {
  for (let i = at; i < Math.min(reader.end, at + nearby) && !enders.has(reader.units[i]!); i++)
    if (classOf[reader.units[i]!] === is.digit) return true
  return false
}

const enders = new Set(
  ['.', '!', '?', ';', ':', '。', '！', '？', '；', '।', '؟', '۔', '።', '…', '\n'].map((char) => char.charCodeAt(0)),
)
const commas = new Set([',', '،', '，', '、'].map((char) => char.charCodeAt(0)))
const clauseMarks = new Set([...commas, ...['(', ')', '—'].map((char) => char.charCodeAt(0))])

/** Units looked at for the start of a sentence or clause: longer ones are cut. */
const longestClause = 400

export function sentenceStart(reader: Reader, at: number): number {
  const floor = Math.max(reader.start, at - longestClause)
  for (let i = at - 1; i >= floor; i--) {
    if (isWordClass(classOf[reader.units[i]!]!) || !enders.has(reader.units[i]!)) continue
    const next = classOf[reader.units[i + 1]!]!
    if (reader.units[i]! > 127 || next === is.space || i + 1 >= at) return i + 1
  }
  return floor
}

const isBehindComma = (reader: Reader, at: number): boolean => {
  const mark = unitAt(reader, skipSpacesBack(reader, at) - 1)
  return commas.has(mark)
}

/**
 * The subjects and times of the facts of one block, best effort: the subject is the stretch of the clause before the
 * fact, without its time and change word; failing that the words behind it. The time is a date of the same sentence.
 */
export function relate(reader: Reader, drafts: readonly Draft[]): void {
  let sentence = -1
  let time: Range | undefined
  let floor = reader.start
  for (const draft of drafts) {
    const start = sentenceStart(reader, draft.start)
    if (start !== sentence) {
      sentence = start
      time = undefined
      floor = start
    }
    if (draft.kind === 'date' || draft.kind === 'period') {
      time = timeSpan(reader, draft, Math.max(start, floor))
      if (time.start <= floor + 1) floor = Math.max(floor, skipMarks(reader, draft.end))
      continue
    }
    if (time !== undefined) draft.time = time
    const before = (): Range | undefined => subjectBefore(reader, draft, Math.max(start, floor))
    // "45% of women, 46% of men": a comma right before the fact closes off what stands there; what is counted stands behind
    const subject =
      draft.kind === 'count' || isBehindComma(reader, draft.start)
        ? (subjectAfter(reader, draft) ?? before())
        : (before() ?? subjectAfter(reader, draft))
    if (subject !== undefined) draft.subject = subject
    // an ending written onto the fact is no subject of the next: % 9**koa** da (%1,1
    floor = wordEnd(reader, draft.per?.end ?? draft.end)
  }
}

/** A date with the few words before it that open the clause: "Menjelang akhir tahun 2024". */
function timeSpan(reader: Reader, draft: Draft, floor: number): Range {
  let at = draft.start
  for (let words = 0; words < 4 && at > floor; words++) {
    const stop = skipSpacesBack(reader, at)
    if (stop <= floor || !isSpacedLetterAt(reader, stop - 1)) break
    at = wordStart(reader, stop)
  }
  // Only when the words reach back to the start of the clause do they belong to the time.
  return skipMarks(reader, floor) >= at && at >= floor
    ? {start: at, end: draft.end}
    : {start: draft.start, end: draft.end}
}

function skipMarks(reader: Reader, at: number): number {
  let i = at
  while (i < reader.end && (reader.units[i] === 32 || clauseMarks.has(reader.units[i]!) || reader.units[i] === 34)) i++
  return i
}

const mostSubjectWords = 9

function subjectBefore(reader: Reader, draft: Draft, floor: number): Range | undefined {
  let end = draft.start
  const approx = matchBefore(reader, end, approxMask)
  if (approx !== undefined && approx.start >= floor) end = approx.start
  const change = nearestBefore(reader, end, floor, changeMask)
  if (change !== undefined) {
    const object = phraseBetween(reader, change.end, end)
    if (object !== undefined) return object
    end = change.start
  }
  if (draft.time !== undefined && draft.time.start > floor + 3 && draft.time.start < end) end = draft.time.start
  let start = floor
  for (let i = end - 1; i >= floor; i--) {
    if (!isWordClass(classOf[reader.units[i]!]!) && clauseMarks.has(reader.units[i]!) && i < end - 3) {
      start = i + 1
      break
    }
  }
  start = skipMarks(reader, start)
  end = trimEnd(reader, start, firstChange(reader, start, end))
  let words = 0
  for (let i = end; i > start; ) {
    i = wordStart(reader, skipSpacesBack(reader, i))
    if (++words === mostSubjectWords * (isFreeAt(reader, i) ? 2 : 1)) start = Math.max(start, i)
  }
  while (start < end) {
    const found = matchAt(reader, start, functionMask)
    if (found === undefined || found.end > end) break
    start = skipSpaces(reader, found.end)
  }
  return end - start >= 2 && measuredAt(reader, start) < end ? {start, end} : undefined
}

const measureMask = maskOf('unit', 'month', 'weekday', 'relative', 'year', 'date-part')

/** End of the word for a time or a unit at `at`, which are no subject; `at` where there is none. */
const measuredAt = (reader: Reader, at: number): number => matchAt(reader, at, measureMask)?.end ?? at

/** What stands between a change word and the number, if that is more than one word: what was cut, raised, lowered. */
function phraseBetween(reader: Reader, from: number, to: number): Range | undefined {
  let start = skipSpaces(reader, from)
  const opening = matchAt(reader, start, functionMask)
  if (opening !== undefined) start = skipSpaces(reader, opening.end)
  const end = start < to ? trimEnd(reader, start, to) : start
  let words = 0
  for (let i = start; i < end; words++) {
    if (!isLetterAt(reader, i)) return undefined
    i = skipSpaces(reader, isSpacedLetterAt(reader, i) ? wordEnd(reader, i) : i + 1)
  }
  return words >= 2 ? {start, end} : undefined
}

/** Start of the first word that tells a rise or fall, behind the first word; `end` when there is none. */
function firstChange(reader: Reader, start: number, end: number): number {
  let at = start
  for (let words = 0; words < 24 && at < end; words++) {
    const found = words === 0 || !isLetterAt(reader, at) ? undefined : matchAt(reader, at, changeMask)
    if (found !== undefined && isDirection(found)) return at
    at = skipSpaces(reader, isSpacedLetterAt(reader, at) ? wordEnd(reader, at) : at + 1)
  }
  return end
}

/** Drops function words, marks and spaces from the end. */
function trimEnd(reader: Reader, start: number, from: number): number {
  let end = from
  for (let round = 0; round < 6 && end > start; round++) {
    const stop = skipSpacesBack(reader, end)
    if (stop > start && !isLetterAt(reader, stop - 1) && classOf[unitAt(reader, stop - 1)] !== is.digit) {
      end = stop - 1
      continue
    }
    const word = wordStart(reader, stop)
    const found = isSpacedLetterAt(reader, stop - 1) ? matchAt(reader, word, functionMask) : undefined
    if (found === undefined || found.end !== stop) return stop
    end = word
  }
  return Math.max(start, skipSpacesBack(reader, end))
}

function subjectAfter(reader: Reader, draft: Draft): Range | undefined {
  if (draft.per !== undefined) return undefined
  let at = skipSpaces(reader, draft.end)
  const opening = matchAt(reader, at, functionMask)
  if (opening !== undefined) at = skipSpaces(reader, opening.end)
  if (!isLetterAt(reader, at) || measuredAt(reader, at) > at) return undefined
  let end = at
  for (
    let words = 0;
    words < 5 * (isFreeAt(reader, at) ? 2 : 1) && isLetterAt(reader, skipSpaces(reader, end));
    words++
  ) {
    const from = skipSpaces(reader, end)
    if (end > at && matchAt(reader, from, functionMask) !== undefined) break
    end = isSpacedLetterAt(reader, from) ? wordEnd(reader, from) : from + 1
  }
  const change = matchAt(reader, at, changeMask)
  // "7 პროცენტით გაიზარდა": what stands behind only says that it rose
  if (change !== undefined && change.end >= end && isDirection(change)) return undefined
  return end - at >= 2 ? {start: at, end} : undefined
}

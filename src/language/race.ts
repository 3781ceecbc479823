/** The words of a text speak for its languages one after the other, until one leads so far that no more need be read. */
import {classOf, is} from '../text/classes'
import type {Field} from './field'
import {scoreWord, type Table, unitLog} from './model'
import {type Sample, scriptOfUnits} from './scripts'

/** Letters before the first look at whether a text is decided, and how many times as many there are before the next. */
const firstLook = 12
const nextLook = 1.5
/** Lead, as a logarithm of odds, that needs no further letters: of the language expected, and of any. */
const expectedLead = 2.2
const anyLead = 3.5
/** Share of the letters of a sample, and letters at least and at most, before a lead counts that was not expected. */
const shareForAny = 0.3
const leastForAny = 36
const mostForAny = 120
/** How much likelier the language expected is than the likeliest of the others, as a logarithm. */
const expectedLog = 1.5
/** What a language's likelihood beforehand counts beside the letters: of a whole text, and where another language is expected. */
const priorWeight = 0.8
const priorWeightBesideExpected = 1.6

/** Letters are no independent witnesses: the more there are, the less each says. Fitted on development texts (docs/languages.md). */
const temperature = (letters: number): number => 0.6 / (1 + letters / 40)

export interface Race {
  readonly field: Field
  /** The language that is likely beforehand; -1 for none. */
  readonly expected: number
  /** Letters of the whole sample. */
  readonly all: number
  /** The language that leads so far that no more letters need be read; -1 while there is none. */
  leader: number
}

/** Fills the scores of a table from all words of a script. Returns the letters that were scored. */
export const scoreAll = (table: Table, units: Uint16Array, sample: Sample, script: number): number =>
  score(table, units, sample, script, undefined)

/** Fills the scores of a race's table from the words of a script, until the race is decided. Returns the letters that were scored. */
export const run = (race: Race, units: Uint16Array, sample: Sample, script: number): number =>
  score(race.field.table, units, sample, script, race)

/** Stretches of a sample are taken from all over it. */
function score(table: Table, units: Uint16Array, sample: Sample, script: number, race: Race | undefined): number {
  const scriptOf = scriptOfUnits()
  table.scores.fill(0)
  let letters = 0
  let next = firstLook
  const jump = jumpOf(sample.length)
  for (let turn = 0; turn < sample.length; turn++) {
    const [from, to] = sample[(turn * jump) % sample.length]!
    for (let i = from; i < to; ) {
      if (scriptOf[units[i]!] !== script) {
        i++
        continue
      }
      const start = i
      while (i < to && (scriptOf[units[i]!] === script || classOf[units[i]!] === is.mark)) i++
      scoreWord(table, units, start, i)
      letters += i - start
      if (race === undefined || letters < next) continue
      race.leader = leaderOf(race, letters)
      if (race.leader >= 0) return letters
      next = letters * nextLook
    }
  }
  return letters
}

/** A step that visits all of `length` places, far from one to the next. */
function jumpOf(length: number): number {
  let jump = Math.max(1, Math.floor(length * 0.38))
  while (jump > 1 && commonDivisor(length, jump) > 1) jump++
  return jump
}

const commonDivisor = (a: number, b: number): number => (b === 0 ? a : commonDivisor(b, a % b))

const weightOfPriors = (expected: number): number => (expected < 0 ? priorWeight : priorWeightBesideExpected)

/** The language that leads so far that no more letters need be read; -1 for none. */
function leaderOf({field, expected, all}: Race, letters: number): number {
  const isEnough = letters >= Math.min(mostForAny, Math.max(leastForAny, shareForAny * all))
  if (expected < 0 && !isEnough) return -1
  const {members, groups, table} = field
  const {scores, biases, priors} = table
  // In steps of the stored weights, so that most languages cost two multiplications.
  const step = unitLog * temperature(letters)
  const perBias = letters / unitLog
  const perPrior = weightOfPriors(expected) / step
  let leader = expected
  let group = expected < 0 ? -1 : groups[expected]!
  let first =
    expected < 0
      ? -Infinity
      : scores[expected]! + biases[expected]! * perBias + priors[0]! * perPrior + expectedLog / step
  let second = -Infinity
  // Languages of one close group are told apart later, by a table of their own: the second is one of another group.
  for (let k = 0; k < members.length; k++) {
    const index = members[k]!
    const value = scores[index]! + biases[index]! * perBias + priors[index]! * perPrior
    if (value <= second) continue
    const own = groups[index]!
    if (value <= first) {
      if (own !== group) second = value
      continue
    }
    if (own !== group) second = first
    first = value
    leader = index
    group = own
  }
  const lead = (first - second) * step
  const isSure = expected >= 0 && groups[expected] === group ? lead > expectedLead : isEnough && lead > anyLead
  return isSure ? leader : -1
}

/** What the scores say of each language, as logarithms by its number; in the work space of the table. */
export function logsOf(
  {scores, biases, priors, logs}: Table,
  members: Uint8Array,
  letters: number,
  expected: number,
): Float64Array {
  const scale = temperature(letters)
  const weight = weightOfPriors(expected)
  for (const index of members)
    logs[index] = (scores[index]! * unitLog + biases[index]! * letters) * scale + priors[index]! * weight
  if (expected >= 0) logs[expected]! += (priors[0]! - priors[expected]!) * weight + expectedLog
  return logs
}

/** The number of the language with the highest logarithm, of several the first. */
export function topOf(logs: Float64Array, members: Uint8Array): number {
  let top = members[0]!
  for (let k = 1; k < members.length; k++) if (logs[members[k]!]! > logs[top]!) top = members[k]!
  return top
}

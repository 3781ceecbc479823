import {readTable} from '#tables'
import type {Language} from '../page'
import {classOf, is} from '../text/classes'
import {closeTable, closeTags, scoreWord, type Table, tableOf, unitLog} from './model'
import {scriptNames} from './script-names'
import {nearest} from './tail'

const number = (name: (typeof scriptNames)[number]): number => scriptNames.indexOf(name)
const han = number('Hani')
const hangul = number('Hang')
const kana = [number('Hira'), number('Kana')] as const

let scriptTable: Uint8Array | undefined

/** Number of the script of each UTF-16 unit; built on first use. */
export function scriptOfUnits(): Uint8Array {
  if (scriptTable !== undefined) return scriptTable
  const table = new Uint8Array(0x10000)
  let at = 0
  for (const run of new TextDecoder().decode(readTable('scripts')).split(';')) {
    const comma = run.indexOf(',')
    const length = Number(run.slice(0, comma))
    table.fill(Number(run.slice(comma + 1)), at, at + length)
    at += length
  }
  scriptTable = table
  return table
}

/** Stretches of folded text to look at: pairs of start and end. */
export type Sample = readonly (readonly [number, number])[]

export interface Detection {
  /** Tag and probability, best first; empty when there is nothing to go by. */
  candidates: {tag: string; confidence: number}[]
  script: string
  letters: number
  reason?: string
}

export interface Choice {
  /** Only these tags are considered. */
  only?: ReadonlySet<string> | undefined
  /** A tag that is likely beforehand. */
  prior?: string | undefined
  /** Letters below which the likely tag stands, if its script is the text's. */
  least?: number
  /** Whether franc has a vote where the model is unsure of a longer text: slow, so for whole texts only. */
  vote?: boolean
}

const counts = new Uint32Array(scriptNames.length)

/** The language of a sample, with its script. */
export function detect(units: Uint16Array, sample: Sample, choice: Choice = {}): Detection {
  const letters = countScripts(units, sample)
  if (letters === 0) return {candidates: [], script: 'Zyyy', letters, reason: 'no letters'}
  const script = mainScript()
  const name = scriptNames[script]!
  const sure = ofScript(script)
  if (sure !== undefined && (choice.only === undefined || choice.only.has(sure)))
    return {candidates: [{tag: sure, confidence: 0.99}], script: sure === 'ja' ? 'Jpan' : 'Kore', letters}
  const table = tableOf(name)
  const members = membersOf(table, name, choice.only)
  if (
    choice.prior !== undefined &&
    letters < (choice.least ?? 0) &&
    members.some((index) => table.tags[index] === choice.prior)
  )
    return expected(choice.prior, name, letters)
  if (members.length === 0) return {candidates: [], script: name, letters, reason: 'unsupported script'}
  if (members.length === 1)
    return {
      candidates: [{tag: table.tags[members[0]!]!, confidence: 0.98}],
      script: scriptTag(name, table.tags[members[0]!]!),
      letters,
    }
  let leader: string | undefined
  const scored = score(table, units, sample, script, (sofar) => {
    leader = leaderOf(table, members, sofar, letters, choice.prior)
    return leader !== undefined
  })
  if (leader !== undefined && choice.prior !== undefined && areClose(leader, choice.prior))
    return expected(choice.prior, name, letters)
  const logs = logsOf(table, members, scored, choice.prior)
  separate(table, members, logs, units, sample)
  const candidates = rank(table, members, logs)
  if (choice.vote === true && letters >= votable && choice.only === undefined && isUnsure(candidates))
    vote(candidates, units, sample, name, table)
  if (script === han) nameCantonese(candidates, units, sample)
  const reason = doubt(candidates, letters)
  return {
    candidates: reason === 'too short' ? [] : candidates,
    script: scriptTag(name, candidates[0]?.tag),
    letters,
    ...(reason === undefined ? {} : {reason}),
  }
}

/** The answer where nothing speaks against what was expected. */
const expected = (tag: string, script: string, letters: number): Detection => ({
  candidates: [{tag, confidence: asExpected}],
  script: scriptTag(script, tag),
  letters,
})

/** The script of a sample, without a look at its language where the script does not hang on it. */
export function scriptIn(units: Uint16Array, sample: Sample): string {
  if (countScripts(units, sample) === 0) return 'Zyyy'
  const script = mainScript()
  return script === han || ofScript(script) !== undefined ? detect(units, sample).script : scriptNames[script]!
}

/** Letters of a text that is too short when no language has at least this probability. */
const shortText = 24
const guess = 0.06
/** Share of the best language's probability with which another of its close group keeps the choice open. */
const openShare = 0.4

/** Why the best candidate is no sure answer, if it is none. */
function doubt([first, second]: readonly {tag: string; confidence: number}[], letters: number): string | undefined {
  if (first === undefined || second === undefined) return undefined
  if (letters < shortText && first.confidence < guess) return 'too short'
  const group = closeGroups().find((tags) => tags.includes(first.tag))
  return group?.includes(second.tag) && second.confidence > openShare * first.confidence ? 'open group' : undefined
}

/** Letters that franc needs, and the probability below which it is asked. */
const votable = 40
const unsure = 0.45
/** How much nearer than the next a language that only franc knows must be, and what its name is then worth. */
const muchNearer = 0.93
const byFrancAlone = 0.5
/** What franc's vote adds to the odds of a language. */
const voteOdds = 2

/** Whether no language is likely, nor two close ones together. */
const isUnsure = ([first, second]: readonly {tag: string; confidence: number}[]): boolean =>
  first!.confidence < unsure && (second === undefined || !areClose(first!.tag, second.tag))

/** Lets franc vote: for a candidate, or for a language that the model does not know. */
function vote(
  candidates: {tag: string; confidence: number}[],
  units: Uint16Array,
  sample: Sample,
  script: string,
  table: Table,
): void {
  const text = sample.map(([from, to]) => String.fromCharCode(...units.subarray(from, to))).join(' ')
  const [first, second] = nearest(text, script)
  if (first === undefined) return
  const own = candidates.find(({tag}) => tag === first.tag)
  if (own !== undefined && own !== candidates[0] && closeGroups().some((tags) => tags.includes(first.tag))) return
  if (own !== undefined) {
    const before = own.confidence
    const after = (before * voteOdds) / (1 - before + before * voteOdds)
    for (const candidate of candidates) candidate.confidence *= (1 - after) / (1 - before)
    own.confidence = after
  } else if (!table.tags.includes(first.tag) && (second?.nearness ?? 0) < muchNearer) {
    for (const candidate of candidates) candidate.confidence *= 1 - byFrancAlone
    candidates.push({tag: first.tag, confidence: byFrancAlone})
  }
  candidates.sort((a, b) => b.confidence - a.confidence)
}

/** The tables of close groups by the tags they tell apart. */
let close: readonly (readonly string[])[] | undefined
const closeGroups = (): readonly (readonly string[])[] => (close ??= closeTags())

/** The tags of the close group of a tag; the tag alone where it has none. */
const groupOf = (tag: string): readonly string[] => closeGroups().find((tags) => tags.includes(tag)) ?? [tag]

/** Whether two tags are the same or of one close group, such as Malay and Indonesian. */
export const areClose = (a: string, b: string): boolean => groupOf(a).includes(b)

/** Adds to the logarithms of languages of one close group what the group's own table says; the group as a whole stays as likely. */
function separate(
  table: Table,
  members: readonly number[],
  logs: Float64Array,
  units: Uint16Array,
  sample: Sample,
): void {
  const best = table.tags[topOf(logs, members)]!
  const group = closeGroups().findIndex((tags) => tags.includes(best))
  if (group < 0) return
  const own = members.filter((index) => closeGroups()[group]!.includes(table.tags[index]!))
  if (own.length < 2) return
  const closer = closeTable(group)
  const letters = score(closer, units, sample, scriptNames.indexOf(closer.scripts[0] as 'Latn'))
  const said = logsOf(closer, [...closer.tags.keys()], letters, undefined)
  const before = logOfSum(logs, own)
  for (const index of own)
    logs[index] = closeScale * (logs[index]! + closerWeight * said[closer.tags.indexOf(table.tags[index]!)]!)
  const change = before - logOfSum(logs, own)
  for (const index of own) logs[index]! += change
}

/** What a close group's own table counts beside the table of all, and what both then say: they hardly differ in what they see. */
const closerWeight = 4
const closeScale = 0.25

function logOfSum(logs: Float64Array, members: readonly number[]): number {
  const best = logs[topOf(logs, members)]!
  return best + Math.log(members.reduce((sum, index) => sum + Math.exp(logs[index]! - best), 0))
}

/** Characters that written Cantonese has and written Mandarin has not. */
const cantonese = new Set([...'嘅咗喺唔佢哋啲咁嚟冇嗰乜嘢啱攞咩噉嘥'].map((char) => char.charCodeAt(0)))

/** Chinese with the particles of Cantonese is Cantonese. */
function nameCantonese(candidates: {tag: string; confidence: number}[], units: Uint16Array, sample: Sample): void {
  let particles = 0
  let total = 0
  for (const [from, to] of sample)
    for (let i = from; i < to; i++) {
      if (scriptOfUnits()[units[i]!] !== han) continue
      total++
      if (cantonese.has(units[i]!)) particles++
    }
  if (particles * 40 > total && candidates[0]?.tag === 'zh-Hant')
    candidates[0] = {tag: 'yue', confidence: Math.min(0.97, 0.6 + (particles / total) * 4)}
}

const fits = (only: ReadonlySet<string>, tag: string): boolean => only.has(tag) || only.has(tag.split('-')[0]!)

const membersByScript = new Map<Table, Map<string, readonly number[]>>()

/** The languages of a script in a table, as numbers: all, or those of `only`. */
function membersOf(table: Table, script: string, only: ReadonlySet<string> | undefined): readonly number[] {
  const known = membersByScript.get(table) ?? new Map<string, readonly number[]>()
  membersByScript.set(table, known)
  const all = known.get(script) ?? [...table.tags.keys()].filter((index) => table.scripts[index] === script)
  known.set(script, all)
  return only === undefined ? all : all.filter((index) => fits(only, table.tags[index]!))
}

/** Chinese is written in one of two scripts of their own in ISO 15924. */
const scriptTag = (name: string, tag: string | undefined): string =>
  name !== 'Hani' ? name : tag === 'zh-Hans' ? 'Hans' : 'Hant'

function countScripts(units: Uint16Array, sample: Sample): number {
  const scriptOf = scriptOfUnits()
  counts.fill(0)
  let letters = 0
  for (const [from, to] of sample)
    for (let i = from; i < to; i++) {
      const script = scriptOf[units[i]!]!
      counts[script]!++
      if (script !== 0) letters++
    }
  return letters
}

/** The script of most letters. A Han character says as much as three letters. */
function mainScript(): number {
  let best = 1
  let most = -1
  for (let script = 1; script < counts.length; script++) {
    const weight =
      counts[script]! * (script === han || script === kana[0] || script === kana[1] || script === hangul ? 3 : 1)
    if (weight > most) {
      most = weight
      best = script
    }
  }
  return best
}

/** Scripts that settle the language: kana beside Han is Japanese, Hangul Korean. */
function ofScript(script: number): string | undefined {
  const kanaCount = counts[kana[0]]! + counts[kana[1]]!
  if (
    script === kana[0] ||
    script === kana[1] ||
    (script === han && kanaCount * 20 > counts[han]! && counts[kana[0]]! > 0)
  )
    return 'ja'
  return script === hangul ? 'ko' : undefined
}

/** Letters between two looks at whether a text is decided. */
const stride = 12
const always = (): boolean => false

/**
 * Fills the scores of a table from the words of a script, until `isEnough` of the letters so far. Stretches of a sample
 * are taken from all over it. Returns the letters that were scored.
 */
function score(
  table: Table,
  units: Uint16Array,
  sample: Sample,
  script: number,
  isEnough: (letters: number) => boolean = always,
): number {
  const scriptOf = scriptOfUnits()
  table.scores.fill(0)
  let letters = 0
  let next = stride
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
      if (letters < next) continue
      if (isEnough(letters)) return letters
      next = letters + stride
    }
  }
  return letters
}

/** A step that visits all of `length` places, far from one to the next. */
function jumpOf(length: number): number {
  const divides = (a: number, b: number): boolean => (b === 0 ? a > 1 : divides(b, a % b))
  let jump = Math.max(1, Math.floor(length * 0.38))
  while (divides(length, jump)) jump++
  return jump
}

/** Lead, as a logarithm of odds, that needs no further letters: of the language expected, and of any. */
const expectedLead = 2.2
const anyLead = 3.5
/** Share of the letters of a sample, and letters at least and at most, before a lead counts that was not expected. */
const shareForAny = 0.3
const leastForAny = 36
const mostForAny = 120
/** What is answered for a language that was expected and leads: its lead in odds. */
const asExpected = 0.9

/** The language that leads so far that no more letters need be read, if one does. */
function leaderOf(
  table: Table,
  members: readonly number[],
  letters: number,
  all: number,
  prior: string | undefined,
): string | undefined {
  const isEnough = letters >= Math.min(mostForAny, Math.max(leastForAny, shareForAny * all))
  if (prior === undefined && !isEnough) return undefined
  const logs = logsOf(table, members, letters, prior)
  const best = topOf(logs, members)
  // Languages of one close group are told apart later, by a table of their own.
  const group = groupOf(table.tags[best]!)
  let second = -Infinity
  for (const index of members) if (logs[index]! > second && !group.includes(table.tags[index]!)) second = logs[index]!
  const lead = logs[best]! - second
  const isSure = prior !== undefined && group.includes(prior) ? lead > expectedLead : isEnough && lead > anyLead
  return isSure ? table.tags[best] : undefined
}

const priorLog = 0.7
const mostAlternatives = 4
/** Logarithm of a share that changes nothing. */
const negligible = -16

function rank(table: Table, members: readonly number[], logs: Float64Array): {tag: string; confidence: number}[] {
  const best = logs[topOf(logs, members)]!
  let total = 0
  for (const index of members) {
    const log = logs[index]! - best
    if (log > negligible) total += Math.exp(log)
  }
  const ranked: {tag: string; confidence: number}[] = []
  for (let rank = 0; rank < Math.min(mostAlternatives, members.length); rank++) {
    const top = topOf(logs, members)
    const share = Math.exp(logs[top]! - best)
    if (share <= 0.001) break
    ranked.push({tag: table.tags[top]!, confidence: share / total})
    logs[top] = -Infinity
  }
  return ranked
}

/** The number of the language with the highest logarithm, of several the first. */
function topOf(logs: Float64Array, members: readonly number[]): number {
  let top = members[0]!
  for (const index of members) if (logs[index]! > logs[top]!) top = index
  return top
}

/** What a language's likelihood beforehand counts beside the letters. */
const priorWeight = 0.8

/** What the scores say of each language, as logarithms by its number; in the work space of the table. */
function logsOf(
  {scores, biases, priors, tags, logs}: Table,
  members: readonly number[],
  letters: number,
  prior: string | undefined,
): Float64Array {
  const scale = temperature(letters)
  for (const index of members)
    logs[index] = (scores[index]! * unitLog + biases[index]! * letters) * scale + priors[index]! * priorWeight
  const expected = prior === undefined ? -1 : tags.indexOf(prior)
  if (expected >= 0) logs[expected]! += priorLog
  return logs
}

/** Letters are no independent witnesses: the more there are, the less each says. Fitted on development texts (docs/languages.md). */
const temperature = (letters: number): number => 0.6 / (1 + letters / 40)

/** A sample of at most `size` units, spread over the text in stretches. */
export function sampleOf(start: number, end: number, size: number): Sample {
  if (end - start <= size) return [[start, end]]
  const pieces = 8
  const length = Math.floor(size / pieces)
  const gap = (end - start - length) / (pieces - 1)
  return Array.from({length: pieces}, (_, index) => {
    const from = Math.floor(start + index * gap)
    return [from, from + length] as const
  })
}

export const languageFrom = ({candidates, script, reason}: Detection): Language => {
  const [first, ...others] = candidates
  if (first === undefined) return {tag: 'und', script, confidence: 0, ...(reason === undefined ? {} : {reason})}
  return {
    tag: first.tag,
    script,
    confidence: Math.round(first.confidence * 1000) / 1000,
    ...(reason === undefined ? {} : {reason}),
    ...(others.length > 0
      ? {alternatives: others.map(({tag, confidence}) => ({tag, confidence: Math.round(confidence * 1000) / 1000}))}
      : {}),
  }
}

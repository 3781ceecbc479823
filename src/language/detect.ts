/** The language of stretches of a text. */
import type {Language} from '../page'
import {separate} from './close'
import {areClose, closeGroupOf, type Field, fieldOf} from './field'
import {logsOf, type Race, run} from './race'
import {scriptNames} from './script-names'
import {countScripts, han, languageOfScript, mainScript, type Sample, scriptCode, scriptOfUnits} from './scripts'
import {nearest} from './tail'

export interface Candidate {
  tag: string
  confidence: number
}

export interface Detection {
  /** Best first; empty when there is nothing to go by. */
  candidates: Candidate[]
  script: string
  letters: number
  reason?: string
}

/** Tags to choose from; all when absent. */
type Only = ReadonlySet<string> | undefined

/** The language of a whole text; franc has a vote where the model is unsure of it. */
export function detect(units: Uint16Array, sample: Sample, only?: Only): Detection {
  const letters = countScripts(units, sample)
  if (letters === 0) return {candidates: [], script: 'Zyyy', letters, reason: 'no letters'}
  const script = mainScript()
  const settled = ofScript(script, letters, only)
  if (settled !== undefined) return settled
  const race: Race = {field: fieldOf(script, only), expected: -1, all: letters, leader: -1}
  const candidates = finish(race, units, sample, script)
  if (letters >= votable && only === undefined && isUnsure(candidates))
    vote(candidates, race.field, units, sample, script)
  return detection(candidates, script, letters)
}

/**
 * The language of a stretch that is expected to be in `tag`; nothing where it is, where too few letters (below `least`)
 * of its script speak against it, or where nobody can know.
 */
export function detectOther(
  units: Uint16Array,
  sample: Sample,
  tag: string,
  least: number,
  only?: Only,
): Detection | undefined {
  const letters = countScripts(units, sample)
  if (letters === 0) return undefined
  const script = mainScript()
  const settled = ofScript(script, letters, only)
  if (settled !== undefined)
    return settled.candidates.length === 0 || settled.candidates[0]!.tag === tag ? undefined : settled
  const field = fieldOf(script, only)
  const number = field.table.numbers.get(tag) ?? -1
  const expected = field.members.includes(number) ? number : -1
  if (expected >= 0 && letters < least) return undefined
  const race: Race = {field, expected, all: letters, leader: -1}
  const candidates = finish(race, units, sample, script)
  return candidates.length === 0 ? undefined : detection(candidates, script, letters)
}

/** What the script alone settles: the language, or that there is none. */
function ofScript(script: number, letters: number, only: Only): Detection | undefined {
  const sure = languageOfScript(script)
  if (sure !== undefined && (only === undefined || only.has(sure))) return single(sure, 0.99, script, letters)
  const {members, table} = fieldOf(script, only)
  if (members.length === 1) return single(table.tags[members[0]!]!, 0.98, script, letters)
  return members.length > 1
    ? undefined
    : {candidates: [], script: scriptCode(script, undefined), letters, reason: 'unsupported script'}
}

const single = (tag: string, confidence: number, script: number, letters: number): Detection => ({
  candidates: [{tag, confidence}],
  script: scriptCode(script, tag),
  letters,
})

/** Runs a race and ranks its languages; none where the language expected, or one close to it, has won. */
function finish(race: Race, units: Uint16Array, sample: Sample, script: number): Candidate[] {
  const {field, expected} = race
  const scored = run(race, units, sample, script)
  if (expected >= 0 && race.leader >= 0 && field.groups[race.leader] === field.groups[expected]) return []
  const logs = logsOf(field.table, field.members, scored, expected)
  separate(field, logs, units, sample)
  const candidates = rank(field, logs)
  if (script === han) nameCantonese(candidates, units, sample)
  return candidates
}

function detection(candidates: Candidate[], script: number, letters: number): Detection {
  const code = scriptCode(script, candidates[0]?.tag)
  const reason = doubt(candidates, letters)
  if (reason === undefined) return {candidates, script: code, letters}
  return {candidates: reason === 'too short' ? [] : candidates, script: code, letters, reason}
}

/** The script of a sample, without a look at its language where the script does not hang on it. */
export function scriptIn(units: Uint16Array, sample: Sample): string {
  if (countScripts(units, sample) === 0) return 'Zyyy'
  const script = mainScript()
  return script === han ? detect(units, sample).script : scriptCode(script, languageOfScript(script))
}

/** Letters of a text that is too short when no language has at least this probability. */
const shortText = 24
const guess = 0.06
/** Share of the best language's probability with which another of its close group keeps the choice open. */
const openShare = 0.4

/** Why the best candidate is no sure answer, if it is none. */
function doubt([first, second]: readonly Candidate[], letters: number): string | undefined {
  if (first === undefined || second === undefined) return undefined
  if (letters < shortText && first.confidence < guess) return 'too short'
  const isOpen = areClose(first.tag, second.tag) && second.confidence > openShare * first.confidence
  return isOpen ? 'open group' : undefined
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
const isUnsure = ([first, second]: readonly Candidate[]): boolean =>
  first!.confidence < unsure && (second === undefined || !areClose(first!.tag, second.tag))

/** Lets franc vote: for a candidate, or for a language that the model does not know. */
function vote(candidates: Candidate[], {table}: Field, units: Uint16Array, sample: Sample, script: number): void {
  const text = sample.map(([from, to]) => String.fromCharCode(...units.subarray(from, to))).join(' ')
  const [first, second] = nearest(text, scriptNames[script]!)
  if (first === undefined) return
  const own = candidates.find(({tag}) => tag === first.tag)
  if (own !== undefined && own !== candidates[0] && closeGroupOf(first.tag) >= 0) return
  if (own !== undefined) {
    const before = own.confidence
    const after = (before * voteOdds) / (1 - before + before * voteOdds)
    for (const candidate of candidates) candidate.confidence *= (1 - after) / (1 - before)
    own.confidence = after
  } else if (!table.numbers.has(first.tag) && (second?.nearness ?? 0) < muchNearer) {
    for (const candidate of candidates) candidate.confidence *= 1 - byFrancAlone
    candidates.push({tag: first.tag, confidence: byFrancAlone})
  }
  candidates.sort((a, b) => b.confidence - a.confidence)
}

/** Characters that written Cantonese has and written Mandarin has not. */
const cantonese = new Set([...'嘅咗喺唔佢哋啲咁嚟冇嗰乜嘢啱攞咩噉嘥'].map((char) => char.charCodeAt(0)))

/** Chinese with the particles of Cantonese is Cantonese. */
function nameCantonese(candidates: Candidate[], units: Uint16Array, sample: Sample): void {
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

const mostAlternatives = 4
/** Share of the best one's probability with which another one is named. */
const leastShare = 0.001
/** Powers of e from 0 down to a share that changes nothing, this many to a unit: a sum over all languages needs no more. */
const perUnit = 64
const powers = Float64Array.from({length: 16 * perUnit}, (_, step) => Math.exp(-step / perUnit))

/** The likeliest languages with their shares. */
function rank({table, members}: Field, logs: Float64Array): Candidate[] {
  const top: number[] = []
  for (let k = 0; k < members.length; k++) {
    const index = members[k]!
    if (top.length === mostAlternatives && logs[index]! <= logs[top[mostAlternatives - 1]!]!) continue
    let place = Math.min(top.length, mostAlternatives - 1)
    for (; place > 0 && logs[top[place - 1]!]! < logs[index]!; place--) top[place] = top[place - 1]!
    top[place] = index
  }
  const best = logs[top[0]!]!
  let total = 0
  for (let k = 0; k < members.length; k++) {
    const step = Math.round((best - logs[members[k]!]!) * perUnit)
    if (step < powers.length) total += powers[step]!
  }
  return top
    .map((index) => ({tag: table.tags[index]!, confidence: Math.exp(logs[index]! - best) / total}))
    .filter(({confidence}) => confidence * total > leastShare)
}

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

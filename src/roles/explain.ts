import type {Role} from '../page'
import {cue, cueCount, cueNames, strength} from './cues'
import {featureNames, type PageLines} from './features'
import type {Trees} from './trees'

const most = 4

/**
 * What decided about a line, in words, strongest first: what the trees would answer if a feature had the page's usual
 * value, against what they answer. `towards` is 1 for main text, -1 for chrome.
 */
export function reasonsFor(
  read: PageLines,
  trees: Trees,
  rows: Uint8Array,
  width: number,
  line: number,
  towards: number,
  role: Role,
): string[] {
  const usual = usualRow(rows, width)
  const row = rows.subarray(line * width, (line + 1) * width)
  const base = scoreRow(trees, row)
  const used = new Set(trees.features)
  const effects: [number, number][] = []
  for (const feature of used) {
    if (row[feature] === usual[feature]) continue
    const own = row[feature]!
    row[feature] = usual[feature]!
    effects.push([(base - scoreRow(trees, row)) * towards, feature])
    row[feature] = own
  }
  const found = effects
    .filter(([effect]) => effect > 0.05)
    .sort((a, b) => b[0] - a[0])
    .slice(0, most)
    .map(([, feature]) => `${featureNames[feature]}: ${compare(row[feature]!, usual[feature]!)}`)
  return [...phraseReasons(read, line, role), ...found].slice(0, most + 1)
}

const compare = (own: number, usual: number): string => (own > usual ? 'more than usual here' : 'less than usual here')

function phraseReasons({cues}: PageLines, line: number, role: Role): string[] {
  const found: string[] = []
  for (let k = 0; k < cueCount; k++) {
    const level = cues[line * cueCount + k]!
    if (level >= strength.first && cueNames[k] === role) found.push(`known phrase of ${role}`)
  }
  return cues[line * cueCount + cue.month]! > 0 && role === 'dateline' ? [...found, 'name of a month'] : found
}

/** The median of each feature over the lines of the page. */
function usualRow(rows: Uint8Array, width: number): Uint8Array {
  const count = rows.length / width
  const usual = new Uint8Array(width)
  const column = new Uint8Array(count)
  for (let k = 0; k < width; k++) {
    for (let i = 0; i < count; i++) column[i] = rows[i * width + k]!
    usual[k] = column.slice().sort()[count >> 1]!
  }
  return usual
}

function scoreRow({depth, features, thresholds, leaves, steps}: Trees, row: Uint8Array): number {
  let score = 0
  for (let tree = 0; tree < steps.length; tree++) {
    let leaf = tree
    for (let level = tree * depth; level < (tree + 1) * depth; level++)
      leaf = (leaf << 1) | (row[features[level]!]! > thresholds[level]! ? 1 : 0)
    score += leaves[leaf]! * steps[tree]!
  }
  return score
}

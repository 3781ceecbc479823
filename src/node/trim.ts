import {createTable, type Model, type Models, type Table} from '../language/model'
import {scriptOfUnits} from '../language/scripts'
import {lexiconText, lineage} from '../lexicon/registry'
import {packTable, type Tables} from './table-files'
import {readTable, tableNames} from './tables'

const lexiconName = 'lexicon/'
/** Words that every language shares, and those that undecided text is read with. */
const always = ['common', ...lineage('und')]

/**
 * The tables that some languages need, packed for a browser: their words and those they inherit, the models that tell them
 * apart, and the phrases of chrome in their scripts. Throws `TypeError` on a language that is not known.
 */
export function trimTables(languages: readonly string[]): Record<string, string> {
  const isWanted = (tag: string): boolean =>
    languages.some((wanted) => lineage(wanted).includes(tag) || lineage(tag).includes(lineage(wanted)[0]!))
  const tags = tableNames().flatMap((name) => (name.startsWith(lexiconName) ? name.slice(lexiconName.length) : []))
  const unknown = languages.filter((wanted) => !tags.includes(lineage(wanted)[0]!))
  if (languages.length === 0 || unknown.length > 0)
    throw new TypeError(`Expected languages that have a lexicon, got ${unknown.join(', ') || 'none'}`)
  const kept = tags.filter((tag) => always.includes(tag) || isWanted(tag))
  const tables: Tables = new Map([
    ...kept.map((tag) => whole(`${lexiconName}${tag}`)),
    ...['scripts', ...tableNames().filter((name) => name.startsWith('roles/'))].map(whole),
    ['cues', trimCues(scriptsOf(kept.filter((tag) => tag !== 'common')))],
    ...trimModels(isWanted),
  ])
  return Object.fromEntries([...tables].map(([name, bytes]) => [name, packTable(bytes)]))
}

const whole = (name: string): [string, Uint8Array] => [name, readTable(name)!]
const textOf = (name: string): string => new TextDecoder().decode(readTable(name))
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

/** Numbers of the scripts that lexicons are written in; 0 is what has no letters. */
function scriptsOf(tags: readonly string[]): Set<number> {
  const scripts = new Set([0])
  for (const tag of tags) for (const unit of unitsOf(lexiconText(tag))) scripts.add(scriptOfUnits()[unit]!)
  return scripts
}

function* unitsOf(text: string): Iterable<number> {
  for (let i = 0; i < text.length; i++) yield text.charCodeAt(i)
}

/** The phrases of chrome that are written in some scripts. */
function trimCues(scripts: ReadonlySet<number>): Uint8Array {
  const isReadable = (phrase: string): boolean =>
    [...unitsOf(phrase)].every((unit) => scripts.has(scriptOfUnits()[unit]!))
  const lines = textOf('cues')
    .split('\n')
    .flatMap((line) => {
      const start = line.lastIndexOf('\t') + 1
      const phrases = line.slice(start).split('|').filter(isReadable)
      return phrases.length > 0 ? [line.slice(0, start) + phrases.join('|')] : []
    })
  return bytesOf(lines.join('\n'))
}

/** The models of languages with these only; groups of close languages that still have something to tell apart. */
function trimModels(isWanted: (tag: string) => boolean): [string, Uint8Array][] {
  const {models, close} = JSON.parse(textOf('languages')) as Models
  const trimmed = Object.entries(models)
    .map(([name, model]) => [name, trimModel(model, readTable(`language/${name}`)!, isWanted)] as const)
    // Scripts without a model of their own look for one in the rest.
    .filter(([name, {model}]) => model.languages !== '' || name === 'rest')
  const groups = close
    .map((model, group) => trimModel(model, readTable(`close/${group}`)!, isWanted))
    .filter(({model}) => model.languages.includes(' '))
  const heads: Models = {
    models: Object.fromEntries(trimmed.map(([name, {model}]) => [name, model])),
    close: groups.map(({model}) => model),
  }
  return [
    ['languages', bytesOf(JSON.stringify(heads))],
    ...trimmed.map(([name, {bytes}]): [string, Uint8Array] => [`language/${name}`, bytes]),
    ...groups.map(({bytes}, group): [string, Uint8Array] => [`close/${group}`, bytes]),
  ]
}

function trimModel(
  {bits, longest, languages}: Model,
  bytes: Uint8Array,
  isWanted: (tag: string) => boolean,
): {model: Model; bytes: Uint8Array} {
  const table = createTable({bits, longest, languages}, bytes)
  const numbers = [...table.tags.keys()].filter((number) => isWanted(table.tags[number]!))
  const names = languages.split(' ')
  return {
    model: {bits, longest, languages: numbers.map((number) => names[number]).join(' ')},
    bytes: trimColumns(table, new Map(numbers.map((number, index) => [number, index]))),
  }
}

/** The columns of a table, as `createTable` reads them, with the languages that have a new number. */
function trimColumns({slots, marks, postings, entries}: Table, numbers: ReadonlyMap<number, number>): Uint8Array {
  const grams = new Uint8Array(slots.length - 1)
  const keptMarks: number[] = []
  const counts: number[] = []
  const steps: number[] = []
  const weights: number[] = []
  for (let slot = 0; slot + 1 < slots.length; slot++)
    for (let gram = slots[slot]!; gram < slots[slot + 1]!; gram++) {
      const before = steps.length
      let last = 0
      for (let p = postings[gram]!; p < postings[gram + 1]!; p++) {
        const number = numbers.get(entries[p]! >> 8)
        if (number === undefined) continue
        steps.push(number - last)
        weights.push(entries[p]! & 15)
        last = number
      }
      if (steps.length === before) continue
      grams[slot]!++
      keptMarks.push(marks[gram]!)
      counts.push(steps.length - before)
    }
  const halves = new Uint8Array((weights.length + 1) >> 1)
  for (const [p, weight] of weights.entries()) halves[p >> 1]! |= weight << (4 * (p & 1))
  return Buffer.concat([grams, Uint8Array.from(keptMarks), Uint8Array.from(counts), Uint8Array.from(steps), halves])
}

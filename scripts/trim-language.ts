/**
 * `npm run trim:language -- en fr ms id`: leaves only these languages in src/generated/language.ts, for a build that is
 * loaded over a network. `npm run train:language`, or a checkout, brings the others back.
 */
import * as generated from '../src/generated/language'
import {leastWeight, type Model, tableOf, unitLog} from '../src/language/model'
import {type Fitted, lay} from './train-language/fit'
import {modelText, writeModels} from './train-language/write'

const wanted = new Set(process.argv.slice(2))
const {close, scriptRuns, ...models} = generated
const known = Object.values(models).flatMap((model) => tableOf(model).tags)
const unknown = [...wanted].filter((tag) => !known.includes(tag))
if (wanted.size === 0 || unknown.length > 0) {
  console.error(`Expected languages of the model, got ${unknown.join(' ') || 'none'}`)
  process.exit(2)
}

/** The weights of the wanted languages of a table. */
function trimmed({bits, ...model}: Model): {members: {tag: string; script: string; prior: number}[]; fitted: Fitted} {
  const {tags, scripts, priors, biases, slots, marks, postings, entries} = tableOf({bits, ...model})
  const kept = [...tags.keys()].filter((index) => wanted.has(tags[index]!))
  const grams: [number, [number, number][]][] = []
  for (let slot = 0; slot + 1 < slots.length; slot++)
    for (let gram = slots[slot]!; gram < slots[slot + 1]!; gram++) {
      const list: [number, number][] = []
      for (let p = postings[gram]!; p < postings[gram + 1]!; p++) {
        const language = kept.indexOf(entries[p]! >> 8)
        if (language >= 0) list.push([language, ((entries[p]! & 15) + leastWeight) * unitLog])
      }
      if (list.length > 0) grams.push([(slot << 8) | marks[gram]!, list])
    }
  const fitted = lay(grams, bits, kept.length)
  for (const [index, language] of kept.entries()) fitted.biases[index] = biases[language]!
  return {members: kept.map((index) => ({tag: tags[index]!, script: scripts[index]!, prior: priors[index]!})), fitted}
}

const tables = Object.entries(models).map(([name, model]): [string, string] => {
  const {members, fitted} = trimmed(model)
  return [name, modelText(name, members, fitted)]
})
const groups = close.map(trimmed).filter(({members}) => members.length > 1)
writeModels(
  scriptRuns,
  new Map(tables),
  groups.map(({members, fitted}) => modelText(members.map(({tag}) => tag).join(' '), members, fitted)),
)

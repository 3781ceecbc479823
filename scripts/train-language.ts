/** `npm run train:language`: builds the n-gram model of src/language from the training material. Deterministic, about a minute. */
import {writeFileSync} from 'node:fs'
import {deflateSync} from 'fflate'
import {hashGram, slotBits} from '../src/language/grams'
import {type Model, scoreWord, tableOf, unitLog} from '../src/language/model'
import {scriptNames} from '../src/language/script-names'
import {release, scanText} from '../src/text/scan'
import {closeGroups, corpus, type Distribution, news, orders} from './train-language/corpus'
import {scriptRuns} from './train-language/scripts-table'

/** Grams kept of a language, by order, and the share that no language has less than. */
const kept = [80, 450, 1300, 1300, 500]
const floors = [2e-6, 2e-6, 2e-6, 1.5e-6, 1.5e-6]
/** How much a gram of an order says: they overlap, so that they are no independent witnesses. */
const weights = [0.35, 0.55, 0.75, 0.9, 1]
/** Quantisation: 8 bits of natural logarithms. */
const step = 0.055

const runs = scriptRuns()
const scriptOf = new Uint8Array(0x10000)
let at = 0
for (const run of runs.split(';')) {
  const [length, script] = run.split(',').map(Number) as [number, number]
  scriptOf.fill(script, at, at + length)
  at += length
}

/** Scripts that share a table: those of few languages are together. */
const groups = ['Latn', 'Cyrl', 'Arab', 'Deva', 'Hani', 'rest'] as const
const groupOf = (script: string): (typeof groups)[number] =>
  ['Latn', 'Cyrl', 'Arab', 'Deva', 'Hani'].includes(script) ? (script as 'Latn') : 'rest'

function mainScript(grams: Map<string, number>): string {
  const shares = new Map<string, number>()
  for (const [gram, share] of grams) {
    const name = scriptNames[scriptOf[gram.charCodeAt(0)]!]!
    shares.set(name, (shares.get(name) ?? 0) + share)
  }
  shares.delete('Zyyy')
  return [...shares].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'Zyyy'
}

const {languages, sentences, common} = corpus()
const byGroup = new Map<string, [string, string, Distribution][]>()
const scripts = new Map<string, string[]>()
for (const [tag, grams] of languages) {
  const script = mainScript(grams[0]!)
  if (
    script === 'Zyyy' ||
    (script === 'Hani' && !['zh-Hans', 'zh-Hant'].includes(tag)) ||
    ['Hira', 'Kana', 'Hang'].includes(script)
  )
    continue
  scripts.set(script, [...(scripts.get(script) ?? []), tag])
  byGroup.set(groupOf(script), [...(byGroup.get(groupOf(script)) ?? []), [tag, script, grams]])
}

/** Languages of most pages of the web, by W3Techs' and Common Crawl's counts: likelier still. */
const wide = new Set('en es fr de it pt ru zh-Hans zh-Hant ar hi id ms vi tr pl nl uk cs sv da fi nb hu ro el bg he fa bn ta te ur sr hr sk lt sl'.split(' '))

/** Grams kept of a close group. */
const keptOfClose = 16_000
/** Half an occurrence in a text of this many letters stands for none. */
const never = 0.5 / 95_000

/** A table of what tells the languages of a close group apart: each gram weighs by how much likelier it is than where it is rarest. */
function trainClose(members: readonly Distribution[]): {bits: number; bytes: Uint8Array} {
  const found: [string, [number, number][], number][] = []
  for (const n of [2, 3, 4, 5]) {
    const grams = new Set(members.flatMap((grams) => [...grams[n - 1]!.keys()]))
    for (const gram of grams) {
      const shares = members.map((own) => (own[n - 1]!.get(gram) ?? 0) + never)
      const least = Math.min(...shares)
      const logs = shares.map((share) => Math.log(share / least))
      const total = shares.reduce((sum, share) => sum + share, 0)
      if (total < 5 * never + members.length * never || Math.max(...logs) < 0.5) continue
      found.push([
        gram,
        logs.flatMap((log, index) =>
          log > 0.05 ? [[index, Math.min(255, Math.round(log / step))] as [number, number]] : [],
        ),
        Math.max(...logs) * total,
      ])
    }
  }
  found.sort((a, b) => b[2] - a[2] || (a[0] < b[0] ? -1 : 1))
  return pack(new Map(found.slice(0, keptOfClose).map(([gram, list]) => [gram, list])))
}

function train(members: readonly [string, string, Distribution][]): {bits: number; bytes: Uint8Array} {
  const postings = new Map<string, [number, number][]>()
  for (const n of orders) {
    const floor = floors[n - 1]!
    const mean = new Map<string, number>()
    for (const [, , grams] of members)
      for (const [gram, share] of grams[n - 1]!) mean.set(gram, (mean.get(gram) ?? 0) + share / members.length)
    for (const [index, [, script, grams]] of members.entries()) {
      const own = [...grams[n - 1]!].filter(
        ([gram, share]) => share > floor && gram.length === n && scriptNames[scriptOf[gram.charCodeAt(0)]!] === script,
      )
      // What is frequent and tells the language from others comes first.
      own.sort((a, b) => gain(b) - gain(a) || (a[0] < b[0] ? -1 : 1))
      function gain([gram, share]: [string, number]): number {
        return share * (0.4 + Math.abs(Math.log(share / (mean.get(gram)! + 1e-7))))
      }
      for (const [gram, share] of own.slice(0, kept[n - 1]! * (script === 'Hani' ? 3 : 1))) {
        const weight = Math.min(255, Math.max(1, Math.round((weights[n - 1]! * Math.log(share / floor)) / step)))
        postings.set(gram, [...(postings.get(gram) ?? []), [index, weight]])
      }
    }
  }
  return pack(postings)
}

/** The table of postings by gram, as `Model` describes it. */
function pack(postings: ReadonlyMap<string, [number, number][]>): {bits: number; bytes: Uint8Array} {
  const bits = slotBits(postings.size)
  const slots: [number, [number, number][]][][] = Array.from({length: 1 << bits}, () => [])
  for (const [gram, list] of [...postings].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const hash = hashGram(gram)
    slots[hash & ((1 << bits) - 1)]!.push([(hash >>> 24) & 255, list])
  }
  const bytes: number[] = []
  for (const slot of slots) {
    bytes.push(slot.length)
    for (const [mark, list] of slot) {
      bytes.push(mark, list.length)
      for (const [index, weight] of list) bytes.push(index, weight)
    }
  }
  return {bits, bytes: Uint8Array.from(bytes)}
}

/** Learns for each language what a letter of text is worth to it besides its grams, so that no source is at an advantage. */
function balance(members: readonly [string, string, Distribution][], model: Model): number[] {
  const table = tableOf(model)
  const bias = members.map(() => 0)
  const cases: {own: number; letters: number; scores: Float64Array; rivals: number[]}[] = []
  for (const [own, [tag, script]] of members.entries())
    for (const sentence of (sentences.get(tag) ?? []).slice(0, 110)) {
      for (const piece of pieces(sentence)) {
        const scan = scanText(piece)
        table.scores.fill(0)
        let letters = 0
        for (let i = 0; i < scan.length; ) {
          const start = i
          while (i < scan.length && scriptOf[scan.units[i]!] !== 0) i++
          letters += i - start
          if (i > start) scoreWord(table, scan.units, start, i)
          else i++
        }
        release(scan)
        const rivals = members.map((_, index) => index).filter((index) => members[index]![1] === script)
        if (letters > 5) cases.push({own, letters, scores: Float64Array.from(table.scores), rivals})
      }
    }
  // A language without sentences has only rivals here: it keeps to what its grams say.
  const taught = new Set(cases.map(({own}) => own))
  for (let epoch = 0; epoch < 60; epoch++) {
    const rate = 0.6 / (1 + epoch / 8)
    const gradient = bias.map(() => 0)
    const seen = bias.map(() => 1)
    for (const {own, letters, scores, rivals} of cases) {
      const logs = rivals.map((index) => (scores[index]! * unitLog + bias[index]! * letters) / (1 + letters / 60))
      const most = Math.max(...logs)
      const exps = logs.map((log) => Math.exp(log - most))
      const total = exps.reduce((sum, value) => sum + value, 0)
      for (const [k, index] of rivals.entries()) gradient[index]! -= exps[k]! / total
      gradient[own]! += 1
      seen[own]!++
    }
    for (const index of bias.keys())
      bias[index]! += taught.has(index) ? (rate * gradient[index]!) / seen[index]! / 4 - 0.004 * bias[index]! : 0
  }
  return bias
}

/** A sentence as it is, and its first words. */
const pieces = (sentence: string): string[] => [sentence.slice(0, 120), sentence.split(/\s+/).slice(0, 4).join(' ')]

const lines: string[] = []
for (const group of groups) {
  const members = byGroup.get(group) ?? []
  const {bits, bytes} = train(members)
  const packed = Buffer.from(deflateSync(bytes, {level: 9})).toString('base64')
  console.log(group, members.length, 'languages', bytes.length, 'bytes', packed.length, 'packed')
  const names = members.map(([tag, script]) => `${tag}:${script}`)
  const bias = group === 'Hani' ? members.map(() => 0) : balance(members, {bits, languages: names.join(' '), packed})
  const listed = names
    .map((name, index) => `${name}:${bias[index]!.toFixed(3)}:${wide.has(members[index]![0]) ? 2 : common.has(members[index]![0]) ? 1 : 0}`)
    .join(' ')
  lines.push(`export const ${group}: Model = {bits: ${bits}, languages: '${listed}', packed: '${packed}'}`)
}
const close = closeGroups.map((tags) => {
  const {bits, bytes} = trainClose(tags.map(news))
  const packed = Buffer.from(deflateSync(bytes, {level: 9})).toString('base64')
  console.log(tags.join(' '), bytes.length, 'bytes', packed.length, 'packed')
  return `{bits: ${bits}, languages: '${tags.map((tag) => `${tag}:Latn`).join(' ')}', packed: '${packed}'}`
})
lines.push(
  `/** Groups of languages that are told apart by tables of their own. */\nexport const close: readonly Model[] = [${close.join(', ')}]`,
)
writeFileSync(
  new URL('../src/generated/language.ts', import.meta.url),
  `// Generated by \`npm run train:language\`. Do not edit. Sources: see NOTICE.md.
import type {Model} from '../language/model'

/** Units of one script: a length and the number of the script. */
export const scriptRuns = '${runs}'
${lines.join('\n')}
`,
)

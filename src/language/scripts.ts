/** Scripts of letters, by ISO 15924: one pass over a text, nothing allocated. */
import {readTable} from '#tables'
import {scriptNames} from './script-names'

export const numberOfScript = (name: (typeof scriptNames)[number]): number => scriptNames.indexOf(name)
export const han = numberOfScript('Hani')
const hangul = numberOfScript('Hang')
const hiragana = numberOfScript('Hira')
const katakana = numberOfScript('Kana')

/** Stretches of folded text to look at: pairs of start and end. */
export type Sample = readonly (readonly [number, number])[]

let scriptTable: Uint8Array | undefined

/** Number of the script of each UTF-16 unit, 0 for what is no letter; built on first use. */
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

const counts = new Uint32Array(scriptNames.length)

/** Counts the letters of each script, for `mainScript` and `languageOfScript`. Returns how many there are. */
export function countScripts(units: Uint16Array, sample: Sample): number {
  const scriptOf = scriptOfUnits()
  counts.fill(0)
  let letters = 0
  for (const [from, to] of sample)
    for (let i = from; i < to; ) {
      const start = i
      const script = scriptOf[units[i++]!]!
      while (i < to && scriptOf[units[i]!] === script) i++
      counts[script]! += i - start
      if (script !== 0) letters += i - start
    }
  return letters
}

/** What a character of each script says beside a letter of an alphabet. */
const weights = Uint8Array.from(scriptNames, (_, script) =>
  [han, hangul, hiragana, katakana].includes(script) ? 3 : 1,
)

/** The script of most of the letters that were counted. */
export function mainScript(): number {
  let best = 1
  for (let script = 2; script < counts.length; script++)
    if (counts[script]! * weights[script]! > counts[best]! * weights[best]!) best = script
  return best
}

/** Han characters, to one kana, that are no Japanese any more. */
const hanPerKana = 20

/** The language that the script of the letters counted settles: kana beside Han is Japanese, Hangul Korean. */
export function languageOfScript(script: number): string | undefined {
  const kana = counts[hiragana]! + counts[katakana]!
  if (script === hiragana || script === katakana) return 'ja'
  if (script === han && counts[hiragana]! > 0 && kana * hanPerKana > counts[han]!) return 'ja'
  return script === hangul ? 'ko' : undefined
}

/** The ISO 15924 code of a text in a script and a language: Chinese is written in two. */
export function scriptCode(script: number, tag: string | undefined): string {
  if (tag === 'ja') return 'Jpan'
  if (tag === 'ko') return 'Kore'
  if (script !== han) return scriptNames[script]!
  return tag === 'zh-Hans' ? 'Hans' : 'Hant'
}

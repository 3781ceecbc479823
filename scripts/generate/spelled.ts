/** Spelled numbers and ordinals, found by spelling numbers with the rules of cldr-rbnf and taking the results apart. */
import {ruleSets} from './cldr'
import {addCountForms, addFormsBefore, addJoiners, addPrefix} from './combining'
import {add, addWord, type Draft} from './draft'
import {categories, digits, type Grammar, minusWords, parseGrammar, pointWords, spell, spellings, tidy} from './rbnf'
import {scriptOf} from './regions'

/** What the parts of spelling have in common. */
export interface Speller {
  readonly draft: Draft
  readonly grammar: Grammar
  readonly cardinals: readonly string[]
  /** Spellings of a number, remembered. */
  readonly forms: (value: number) => ReadonlySet<string>
  /** Scripts without spaces, and Hangul, let words follow each other directly. */
  readonly unspaced: boolean
  /** ISO 15924 code of the language's script. */
  readonly script: string
  glued: boolean
}

const unspacedScripts = new Set(['Hans', 'Hant', 'Jpan', 'Kore', 'Thai', 'Laoo', 'Khmr', 'Mymr'])
const wholes = Array.from({length: 100}, (_, value) => value)
const hundreds = [100, 200, 300, 400, 500, 600, 700, 800, 900]

export function addSpelled(draft: Draft, locale: string): void {
  const grammar = parseGrammar(ruleSets(locale))
  if (grammar.size === 0) return
  const names = [...grammar.keys()]
  const cardinals = names.filter((name) => /^%spellout-(?:cardinal|numbering$|numbering-verbose)/.test(name))
  const speller = createSpeller(draft, grammar, cardinals, scriptOf(locale))
  if (cardinals.length > 0) {
    speller.glued = isGlued(speller)
    if (speller.glued) draft.settings.glued = '1'
    addScales(speller)
    addCardinals(speller)
    addDuals(speller)
    addCountForms(speller)
    addJoiners(speller)
    addFormsBefore(speller)
    addPrefix(speller)
    for (const name of cardinals) {
      for (const word of pointWords(grammar.get(name)))
        if (isWritten(word, speller.script)) addWord(draft, 'point', '', word)
      for (const word of minusWords(grammar.get(name)))
        if (isWritten(word, speller.script)) addWord(draft, 'minus', '', word)
    }
  }
  addOrdinals(
    speller,
    names.filter((name) => name.startsWith('%spellout-ordinal')),
  )
  addOrdinalMarks(
    speller,
    names.filter((name) => name.startsWith('%digits-ordinal')),
  )
}

function createSpeller(draft: Draft, grammar: Grammar, cardinals: readonly string[], script: string): Speller {
  const known = new Map<number, ReadonlySet<string>>()
  const forms = (value: number): ReadonlySet<string> => {
    const found = known.get(value) ?? new Set(written(spellings(grammar, cardinals, value), script))
    known.set(value, found)
    return found
  }
  return {draft, grammar, cardinals, forms, unspaced: unspacedScripts.has(script), script, glued: false}
}

const scriptNames: Record<string, string> = {
  Hans: 'Hani',
  Hant: 'Hani',
  Jpan: 'Hani}\\p{scx=Hira}\\p{scx=Kana',
  Kore: 'Hang}\\p{scx=Hani',
}

/** Latin letters that look like Cyrillic ones: the Belarusian rules of CLDR 48 have some. */
const lookalikes: ReadonlyMap<string, string> = new Map(
  [...'aаcсeеiіoоpрxхyу'].flatMap((letter, at, all) => (at % 2 === 0 ? [[letter, all[at + 1]!]] : [])) as [
    string,
    string,
  ][],
)

/** The forms in the language's own script. */
function written(forms: Iterable<string>, script: string): string[] {
  const repaired = [...forms].map((form) =>
    script === 'Cyrl' ? form.replace(/[aceiopxy]/g, (letter) => lookalikes.get(letter)!) : form,
  )
  return repaired.filter((form) => isWritten(form, script))
}

/** Whether a form has letters of the language's own script only: the Lao rules of CLDR 48 are Thai in part. */
function isWritten(form: string, script: string): boolean {
  if (script === 'Zyyy') return true
  return (
    new RegExp(`^(?:[\\p{scx=${scriptNames[script] ?? script}}]|[^\\p{L}])+$`, 'u').test(form) &&
    /\p{L}/u.test(form) &&
    !/\p{Nd}/u.test(form)
  )
}

const isGlued = ({forms, unspaced}: Speller): boolean =>
  !unspaced && [123, 345, 678].every((value) => [...forms(value)].some((form) => !/[\s'’-]/u.test(form)))

// --- scales -------------------------------------------------------------------------------------------------------

const powers = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 15]
/** A word that is left over from both of a pair is no accident of one of them. */
const pairs = [
  [2, 3],
  [3, 5],
  [3, 6],
  [11, 12],
  [20, 30],
] as const

function addScales(speller: Speller): void {
  const {draft} = speller
  for (const power of powers) {
    const scale = 10 ** power
    const words = new Set<string>()
    for (const [a, b] of pairs) {
      const [first, second] = [remainders(speller, a, scale), remainders(speller, b, scale)]
      for (const word of first) if (second.has(word)) words.add(word)
    }
    if (words.size === 0) continue
    for (const word of remainders(speller, 1, scale)) words.add(word)
    for (const word of words) {
      const reversed = word.startsWith('<')
      const plain = word.replace('<', '')
      if (plain === '' || isComposite(speller, plain, scale) || hasScale(draft, plain)) continue
      addWord(draft, 'scale', String(scale), plain)
      if (reversed) draft.settings.scaleBefore = '1'
    }
  }
}

/** Compact words came first: they are what people use where the spelled ones follow an older custom. */
const hasScale = (draft: Draft, word: string): boolean => draft.senses.get('scale')?.has(word.toLowerCase()) === true

/** What the spelling of `count * scale` has besides that of `count`; marked `<` when it comes first. */
function remainders(speller: Speller, count: number, scale: number): Set<string> {
  const found = new Set<string>()
  const apart = speller.unspaced || speller.glued
  for (const whole of speller.forms(count * scale))
    for (const part of speller.forms(count)) {
      if (whole === part) continue
      const tail = whole.slice(part.length)
      const head = whole.slice(0, -part.length)
      if (whole.startsWith(part) && (/^[\s-]/u.test(tail) || (apart && !/\s/u.test(tail))))
        found.add(tail.replace(/^[\s-]+/u, ''))
      if (whole.endsWith(part) && /\s$/u.test(head)) found.add(`<${head.trim()}`)
    }
  return found
}

/** Whether a word is a smaller number or scale and a smaller scale: hundred thousand, 十万. */
function isComposite({draft, forms}: Speller, word: string, scale: number): boolean {
  const folded = word.toLowerCase()
  for (const [other, ids] of draft.senses.get('scale') ?? []) {
    const value = Math.min(...[...ids].map(Number))
    if (value >= scale || !(folded.endsWith(other) || folded.startsWith(other))) continue
    const rest = (folded.endsWith(other) ? folded.slice(0, -other.length) : folded.slice(other.length)).trim()
    const factor = scale / value
    if (rest === '' || [...forms(factor)].some((form) => form.toLowerCase() === rest)) return true
    if ([...(draft.senses.get('scale')?.get(rest) ?? [])].some((id) => Number(id) === factor)) return true
  }
  return false
}

// --- cardinals ----------------------------------------------------------------------------------------------------

function addCardinals(speller: Speller): void {
  const {draft, forms} = speller
  for (const value of wholes)
    for (const form of forms(value))
      if (!isTensAndUnits(speller, form, value, forms)) addWord(draft, 'cardinal', String(value), form)
  for (const value of hundreds)
    for (const form of forms(value))
      if (!isCountAndScale(speller, form, value / 100, 100)) addNumberWord(speller, value, form)
  for (const power of powers.slice(2))
    for (const form of forms(10 ** power))
      if (!/\s/u.test(form) && !isCountAndScale(speller, form, 1, 10 ** power))
        addNumberWord(speller, 10 ** power, form)
}

/** Duals in one word: Hebrew אלפיים, Maltese elfejn. */
function addDuals(speller: Speller): void {
  for (const scale of [1e3, 1e6, 1e9])
    for (const form of speller.forms(2 * scale))
      if (!/[\s-]/u.test(form) && !speller.unspaced && !isCountAndScale(speller, form, 2, scale))
        addNumberWord(speller, 2 * scale, form)
}

/** A number word that is no scale word already. */
function addNumberWord({draft}: Speller, value: number, form: string): void {
  if (!isCountAndScaleOf(draft, form)) addWord(draft, 'cardinal', String(value), form)
}

const isCountAndScaleOf = (draft: Draft, form: string): boolean =>
  draft.senses.get('scale')?.has(form.toLowerCase()) === true && form.length < 3

/** `twenty-one`, `kaksikymmentäyksi`: the reader puts such together itself. */
function isTensAndUnits(
  {forms, glued}: Speller,
  form: string,
  value: number,
  units: (value: number) => ReadonlySet<string>,
): boolean {
  if (value < 21 || value % 10 === 0) return false
  for (const tens of forms(value - (value % 10))) {
    if (!form.startsWith(tens)) continue
    const tail = form.slice(tens.length)
    if (units(value % 10).has(glued ? tail : tail.replace(/^[ -]/, '')) && (glued || /^[ -]/.test(tail))) return true
  }
  return false
}

function isCountAndScale({draft, forms}: Speller, form: string, count: number, scale: number): boolean {
  for (const part of forms(count))
    if (form.startsWith(part)) {
      const ids = draft.senses.get('scale')?.get(
        form
          .slice(part.length)
          .replace(/^[\s-]+/u, '')
          .toLowerCase(),
      )
      if (ids?.has(String(scale))) return true
    }
  return false
}

// --- ordinals -----------------------------------------------------------------------------------------------------

const ordinals = [
  ...Array.from({length: 31}, (_, index) => index + 1),
  40,
  50,
  60,
  70,
  80,
  90,
  ...hundreds,
  1e3,
  1e6,
  1e9,
  1e12,
]
const regular = [5, 7, 9, 20]

function addOrdinals(speller: Speller, names: readonly string[]): void {
  const {draft, grammar, forms} = speller
  if (names.length === 0) return
  const known = new Map<number, Set<string>>()
  for (const value of ordinals) known.set(value, new Set(written(spellings(grammar, names, value), speller.script)))
  const prefix = commonPrefix(speller, known)
  if (prefix !== undefined) add(draft, 'ordinal-before', '', prefix)
  for (const [value, spelled] of known)
    for (const form of spelled) {
      if (forms(value).has(form) || isTensAndUnits(speller, form, value, (unit) => known.get(unit) ?? new Set()))
        continue
      if (prefix !== undefined && form.startsWith(prefix) && forms(value).has(form.slice(prefix.length).trim()))
        continue
      if (value <= 100) addWord(draft, 'ordinal', String(value), form)
      else for (const word of ordinalWords(speller, form, value)) addWord(draft, 'ordinal', String(value), word)
    }
}

/** `two hundredth` is put together by the reader; `(een)miljoenste`, `(un) millonésimo` are words, with the one or without. */
function ordinalWords({forms}: Speller, form: string, value: number): string[] {
  const words = [form]
  for (const one of value < 1e6 ? [] : forms(1)) if (form.startsWith(one)) words.push(form.slice(one.length).trim())
  return words.filter((word) => word !== '' && !/\s/.test(word))
}

/** What every ordinal has before its cardinal: thứ, ที่, 第; only where the two are written apart or scripts have no words. */
function commonPrefix({forms, unspaced}: Speller, known: ReadonlyMap<number, ReadonlySet<string>>): string | undefined {
  const heads = regular.map((value) => {
    const found = new Set<string>()
    for (const whole of known.get(value) ?? [])
      for (const part of forms(value))
        if (whole !== part && whole.endsWith(part) && (unspaced || /[\s-]$/u.test(whole.slice(0, -part.length))))
          found.add(whole.slice(0, -part.length).trim())
    return found
  })
  return [...heads[0]!].find((head) => heads.every((other) => other.has(head)))
}

/** What stands before or behind the figures of an ordinal: th, º, ke-, 第. */
function addOrdinalMarks({draft, grammar}: Speller, names: readonly string[]): void {
  for (const name of names)
    for (const category of categories)
      for (const value of [1, 2, 3, 4, 5, 8, 10, 11, 20, 21, 22, 23, 30, 40, 80, 100]) {
        const [before, after, more] = tidy(spell(grammar, name, value, category)).split(digits) as [
          string,
          string?,
          string?,
        ]
        if (after === undefined || more !== undefined) continue
        // A full stop behind a number ends sentences too.
        addWord(draft, 'ordinal-before', '', before)
        addWord(draft, 'ordinal-after', '', after)
      }
}

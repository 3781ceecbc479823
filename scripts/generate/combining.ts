/** Forms that number words take inside longer numbers, and what stands between them, found by comparing spelled numbers. */
import {addToList, addWord, type Draft} from './draft'
import {categories, digits, spell, tidy} from './rbnf'
import type {Speller} from './spelled'

const counts = [2, 3, 4, 5, 6, 7, 8, 9]

/**
 * The last word that most of two thousand ... nine thousand share is the scale word (Irish mhíle), and what stands before it
 * the form its count takes (Maltese tlitt, Hebrew construct forms).
 */
export function addCountForms(speller: Speller): void {
  if (speller.unspaced) return
  for (const scale of [100, 1e3, 1e6, 1e9])
    for (const name of speller.cardinals)
      for (const category of categories)
        addCountFormsOf(speller, scale, (value) => tidy(spell(speller.grammar, name, value, category)))
}

function addCountFormsOf({draft, forms}: Speller, scale: number, write: (value: number) => string): void {
  const heads = new Map<string, [number, string][]>()
  for (const count of counts) {
    const words = write(count * scale).split(' ')
    const last = words.pop()!
    if (words.length === 1 && !words[0]!.includes(digits))
      heads.set(last, [...(heads.get(last) ?? []), [count, words[0]!]])
  }
  for (const [word, found] of heads) {
    if (found.length < 3 || isNumber(draft, word)) continue
    if (draft.senses.get('scale')?.has(word.toLowerCase()) !== true) addWord(draft, 'scale', String(scale), word)
    for (const [count, head] of found)
      if (!forms(count).has(head) && !isNumber(draft, head)) addWord(draft, 'cardinal', String(count), head)
  }
}

const isNumber = (draft: Draft, word: string): boolean =>
  [...(draft.senses.get('cardinal')?.get(word.toLowerCase()) ?? [])].some((id) => Number(id) < 100)

const small = [1, 2, 5, 20, 25]
const bases = [100, 200, 300, 400, 500, 600, 700, 800, 900, 1000, 1e6]

/** Forms that hundreds and thousands take before a smaller number: Greek εκατόν, Georgian ას. */
export function addFormsBefore({draft, forms, glued}: Speller): void {
  const joiners = [...(draft.senses.get('joiner')?.keys() ?? [])]
  for (const base of bases) {
    const heads = new Map<string, Set<number>>()
    for (const rest of small)
      for (const whole of forms(base + rest))
        for (const part of forms(rest)) {
          if (!whole.endsWith(part) || whole === part) continue
          const head = withoutJoiner(whole.slice(0, -part.length), joiners)
          if (head !== undefined && (glued || whole.at(-part.length - 1) === ' '))
            heads.set(head, (heads.get(head) ?? new Set()).add(rest))
        }
    for (const [head, rests] of heads)
      if (rests.size > 2 && !forms(base).has(head) && !/[\s-]/u.test(head) && head.length > 1 && !isNumber(draft, head))
        addWord(draft, 'cardinal', String(base), head)
  }
}

function withoutJoiner(head: string, joiners: readonly string[]): string | undefined {
  const plain = head.trim().replace(/,$/, '')
  const joiner = joiners.find((word) => plain.endsWith(` ${word}`))
  return joiner === undefined ? plain : plain.slice(0, -joiner.length - 1)
}

const joined = [
  [100, 1],
  [100, 5],
  [1000, 1],
  [1000, 100],
  [100, 20],
  [20, 1],
  [30, 5],
] as const

/** Words between the parts of a number: and, y, og. */
export function addJoiners({draft, forms}: Speller): void {
  for (const [a, b] of joined) {
    const ends = new Set([...forms(a)].map((form) => form.split(' ').at(-1)))
    for (const whole of forms(a + b))
      for (const part of forms(b)) {
        if (!whole.endsWith(` ${part}`)) continue
        const words = whole.slice(0, -part.length - 1).split(' ')
        const joiner = words.pop()!
        if (words.length > 0 && ends.has(words.at(-1)!) && !isNumber(draft, joiner))
          addWord(draft, 'joiner', '', joiner)
      }
  }
}

/** A conjunction written onto the next word: Arabic و. */
export function addPrefix({draft, forms}: Speller): void {
  const found = new Map<string, number>()
  for (const rest of small)
    for (const whole of forms(100 + rest))
      for (const first of forms(100))
        for (const part of forms(rest)) {
          const middle =
            whole.startsWith(`${first} `) && whole.endsWith(part) ? whole.slice(first.length + 1, -part.length) : ''
          if (/^\p{L}{1,2}$/u.test(middle)) found.set(middle, (found.get(middle) ?? 0) + 1)
        }
  for (const [prefix, times] of found) if (times > 2) addToList(draft, 'prefixes', prefix)
}

import {stem} from './claims/stems'
import type {Context} from './context'
import {maskOf, match} from './lexicon/lexicon'
import type {Claim, Fact, Page} from './page'
import {classOf, is, isLetterClass} from './text/classes'
import {copyOf} from './text/copy'
import {foldedIndex} from './text/scan'

const functionMask = maskOf('function')

/** Share of stems that two subjects must have in common, of the shorter one. */
const alike = 0.6

/** Claims of one value that a fact is compared with, so that the time stays linear. */
const mostCandidates = 32

/**
 * Facts merged over repeated mentions: the same kind, value, unit and approximator, said of the same subject. Dates are
 * no claims: they are the time of others.
 */
export function claims(page: Page, context: Context): Page {
  const found: Claim[] = []
  const stems: Set<string>[] = []
  const byValue = new Map<string, number[]>()
  const keys = page.facts.map((fact) => (fact.kind === 'date' || fact.kind === 'period' ? undefined : valueKey(fact)))
  const repeated = repetitions(keys)
  for (const [index, fact] of page.facts.entries()) {
    const key = keys[index]
    if (key === undefined) continue
    // A value that stands once needs no look at its subject.
    const words = repeated.has(key) ? subjectStems(fact, page, context) : new Set<string>()
    const candidates = byValue.get(key) ?? []
    byValue.set(key, candidates)
    const same =
      words.size === 0 ? undefined : candidates.find((candidate) => overlap(stems[candidate]!, words) >= alike)
    if (same === undefined) {
      if (words.size > 0 && candidates.length < mostCandidates) candidates.push(found.length)
      found.push(claimOf(fact, index, page))
      stems.push(words)
    } else {
      found[same]!.facts.push(index)
      for (const word of words) stems[same]!.add(word)
    }
  }
  return {...page, claims: found}
}

/** The keys that occur more than once. */
function repetitions(keys: readonly (string | undefined)[]): ReadonlySet<string | undefined> {
  const seen = new Set<string | undefined>()
  return new Set(keys.filter((key) => seen.size === seen.add(key).size))
}

function claimOf(fact: Fact, index: number, page: Page): Claim {
  const claim: Claim = {kind: fact.kind, facts: [index]}
  const from = fact as unknown as Record<string, unknown>
  for (const key of ['value', 'min', 'max', 'exact', 'exactMin', 'exactMax', 'currency', 'unit', 'iso', 'approx'])
    if (from[key] !== undefined) (claim as unknown as Record<string, unknown>)[key] = from[key]
  if (fact.subject !== undefined) claim.subject = copyOf(page.text, fact.subject.start, fact.subject.end)
  return claim
}

const valueKey = (fact: Fact): string => {
  const {exact, exactMin, exactMax, currency, unit, iso, approx} = fact as Fact & Record<string, string | undefined>
  return [fact.kind, exact, exactMin, exactMax, currency, unit, iso, approx].join(' ')
}

/** Stems of the content words of a fact's subject. */
function subjectStems(fact: Fact, page: Page, context: Context): Set<string> {
  const words = new Set<string>()
  if (fact.subject === undefined) return words
  const tag = page.blocks[fact.block]?.language?.tag ?? page.language.tag
  const lexicon = context.lexicon(tag)
  const {units} = context.scan
  const end = foldedIndex(context.scan, fact.subject.end)
  for (let i = foldedIndex(context.scan, fact.subject.start); i < end; ) {
    if (!isLetterClass(classOf[units[i]!]!)) {
      i++
      continue
    }
    let stop = i + 1
    const free = classOf[units[i]!] === is.unspaced
    while (stop < end && isLetterClass(classOf[units[stop]!]!) && !(free && stop >= i + 2)) stop++
    const found = match(lexicon, units, i, end, functionMask)
    if (found === undefined || found.end < stop)
      words.add(stem(String.fromCharCode(...units.subarray(i, Math.min(stop, i + 64))), tag))
    i = free ? i + 1 : stop
  }
  return words
}

/** Share of the shorter set that both have; two facts without a subject are not known to be the same. */
function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const least = Math.min(a.size, b.size)
  if (least === 0) return 0
  let shared = 0
  for (const word of a) if (b.has(word)) shared++
  return shared / least
}

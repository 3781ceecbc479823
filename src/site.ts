import {hashStart, hashStep} from './lexicon/lexicon'
import type {Page, Span} from './page'
import {classOf, fold, is, isWordClass} from './text/classes'

/** What repeats on the pages of one site: hashes of lines with the number of pages they were seen on. Serialisable. */
export interface SiteProfile {
  /** Number of pages it was learnt from. */
  pages: number
  /** Hash of a folded line in base 36, with the number of pages that have it. */
  lines: Record<string, number>
}

/** Pages from which a profile is used at all. */
const fewest = 5
/** A line is furniture when this share of the pages has it, and at least three do. */
const commonShare = 0.3

/**
 * What repeats over the pages of one site; pages are texts, or pages that `extract` returned. Lines count once a page; in
 * short ones digits are left out, so that "Komen (3)" and "Komen (12)" are one line. Keeps every line it saw: see `pruneSite`.
 */
export function learnSite(pages: Iterable<string | Page>): SiteProfile {
  const profile: SiteProfile = {pages: 0, lines: {}}
  for (const page of pages) {
    const text = typeof page === 'string' ? page : page?.text
    if (typeof text !== 'string') throw new TypeError(`Expected pages as texts or pages, got ${String(page)}`)
    profile.pages++
    for (const key of siteLines(text)) profile.lines[key] = (profile.lines[key] ?? 0) + 1
  }
  return profile
}

/** The profile of the pages of both. Associative and commutative, so that a cluster may merge in any order. */
export function mergeSites(a: SiteProfile, b: SiteProfile): SiteProfile {
  const lines: Record<string, number> = {...a.lines}
  for (const [key, count] of Object.entries(b.lines)) lines[key] = (Object.hasOwn(lines, key) ? lines[key]! : 0) + count
  return {pages: a.pages + b.pages, lines}
}

/** The profile without the lines that do not repeat enough to matter. For the end, after all merging. */
export function pruneSite(profile: SiteProfile): SiteProfile {
  const lines: Record<string, number> = {}
  for (const [key, count] of Object.entries(profile.lines)) if (repeats(profile, count)) lines[key] = count
  return {pages: profile.pages, lines}
}

/** Whether the line at `span` is one of those that repeat over the site. */
export function isSiteLine(profile: SiteProfile, text: string, {start, end}: Span): boolean {
  if (profile.pages < fewest) return false
  const key = keyOf(text, start, end)
  return key !== undefined && Object.hasOwn(profile.lines, key) && repeats(profile, profile.lines[key]!)
}

const repeats = ({pages}: SiteProfile, count: number): boolean => count >= Math.max(3, pages * commonShare)

/** Hashes of the lines of a text as profiles count them, each once. */
export function siteLines(text: string): string[] {
  const keys = new Set<string>()
  let start = 0
  while (start <= text.length) {
    let end = start
    while (end < text.length && classOf[text.charCodeAt(end)] !== is.newline) end++
    const key = keyOf(text, start, end)
    if (key !== undefined) keys.add(key)
    start = end + 1
  }
  return [...keys]
}

/** Letters from which digits tell lines apart: "Komen (3)" is furniture, a sentence with other figures is not. */
const sentence = 30

/** Hash of the letters of a line, in longer lines of its digits too, in base 36; nothing where there are no letters. */
function keyOf(text: string, start: number, end: number): string | undefined {
  let hash = hashStart
  let other = 0
  const letters = countLetters(text, start, end)
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i)
    const kind = classOf[unit]!
    if (!isWordClass(kind) || (kind === is.digit && letters < sentence)) continue
    const folded = fold(unit)
    hash = hashStep(hash, folded)
    other = (Math.imul(other, 31) + folded) | 0
  }
  return letters === 0 ? undefined : ((hash >>> 0) * 4096 + ((other >>> 0) % 4096)).toString(36)
}

function countLetters(text: string, start: number, end: number): number {
  let letters = 0
  for (let i = start; i < end; i++) {
    const kind = classOf[text.charCodeAt(i)]!
    if (isWordClass(kind) && kind !== is.digit) letters++
  }
  return letters
}

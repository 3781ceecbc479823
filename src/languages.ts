import type {Context} from './context'
import {type Candidate, detect, detectOther, languageFrom, sampleOf, scriptIn} from './language/detect'
import {areClose} from './language/field'
import type {Sample} from './language/scripts'
import {canonicalTag} from './lexicon/registry'
import {checkArguments, type LanguageOptions} from './options'
import type {Block, Language, Page} from './page'
import {classOf, isLetterClass} from './text/classes'
import {foldedIndex, release, type Scan, scanText} from './text/scan'

/** Units of text that are enough to know a page's language. */
const pageSample = 800
/** Units that are looked at where languages of a close group are still open. */
const openSample = 4000
/** Units of a line that speaks for its page: menus are often in another language. */
const longLine = 60
/** Units of a block that are looked at. */
const blockSample = 120
/** Letters below which a block has the page's language, unless its script is another. */
const shortBlock = 12
/** Han characters without kana that are no Japanese any more. */
const longHan = 40
/** Probability that another language of a block must have. */
const certain = 0.8
/** Probability that is enough for another language when the page's own has less than the second one. */
const likely = 0.5
const implausible = 0.02

/** The language of the page, from its longest lines, and of each block. */
export function languages(page: Page, context: Context): Page {
  const {scan, options} = context
  const only = choiceOf(options.languages)
  const spans = page.blocks.map((block) => [foldedIndex(scan, block.start), foldedIndex(scan, block.end)] as const)
  const given = options.language === undefined ? undefined : canonicalTag(options.language)
  const language: Language =
    given === undefined
      ? pageLanguage(scan.units, spans, only)
      : {tag: given, script: scriptIn(scan.units, longLines(spans, pageSample)), confidence: 1}
  const known = new Map<string, Language>()
  const found = page.blocks.map((block, index) =>
    withLanguage(block, blockLanguage(scan.units, spans[index]!, language, known, only, given !== undefined)),
  )
  return {...page, language: given === undefined ? withOthers(language, found) : language, blocks: found}
}

const choices = new Map<string, ReadonlySet<string>>()

/** The languages to choose from, canonical and without regions. The same list gives the same set. */
function choiceOf(tags: readonly string[] | undefined): ReadonlySet<string> | undefined {
  if (tags === undefined) return undefined
  const key = tags.join(' ')
  const known = choices.get(key)
  if (known !== undefined) return known
  const chosen = new Set(tags.map((tag) => canonicalTag(tag).replace(/-(?:[A-Z]{2}|\d{3})$/, '')))
  choices.set(key, chosen)
  return chosen
}

/** A block with its language. Field by field, since V8 takes thirty times as long to add one to a spread copy. */
function withLanguage(
  {start, end, role, content, confidence, credit, source, reasons}: Block,
  language: Language,
): Block {
  const block: Block = {start, end, role, content, confidence, language}
  if (credit !== undefined) block.credit = credit
  if (source !== undefined) block.source = source
  if (reasons !== undefined) block.reasons = reasons
  return block
}

/** The language of the long lines; close ones are told apart by more of the text. */
function pageLanguage(
  units: Uint16Array,
  spans: readonly (readonly [number, number])[],
  only: ReadonlySet<string> | undefined,
): Language {
  const found = languageFrom(detect(units, longLines(spans, pageSample), only))
  return found.reason === 'open group' ? languageFrom(detect(units, longLines(spans, openSample), only)) : found
}

/** A sample of the text in which long lines come before short ones, since menus are often in another language. */
function longLines(spans: readonly (readonly [number, number])[], size: number): Sample {
  const long = spans.filter(([start, end]) => end - start >= longLine)
  const chosen = long.length > 0 ? long : spans
  const total = chosen.reduce((sum, [start, end]) => sum + end - start, 0)
  if (total <= size) return chosen
  const share = size / Math.min(chosen.length, 16)
  const every = Math.max(1, Math.floor(chosen.length / 16))
  return chosen
    .filter((_, index) => index % every === 0)
    .flatMap(([start, end]) => sampleOf(start, end, Math.max(80, Math.floor(share))))
}

/** The page's language, unless the block's script or its letters speak strongly for another. */
function blockLanguage(
  units: Uint16Array,
  [start, end]: readonly [number, number],
  page: Language,
  known: Map<string, Language>,
  only: ReadonlySet<string> | undefined,
  given: boolean,
): Language {
  const sample: Sample = [[start, Math.min(end, start + blockSample)]]
  if (given && scriptIn(units, sample) === page.script) return page
  const found = detectOther(units, sample, page.tag, shortBlock, only)
  const best = found?.candidates[0]
  if (found === undefined || best === undefined) return page
  // A heading may have no kana in it
  if (page.script === 'Jpan' && /^Han[st]$/.test(found.script) && found.letters < longHan) return page
  const otherScript = found.script !== page.script
  // A line has not the letters to tell Malay from Indonesian: that is the page's to say.
  if (
    areClose(best.tag, page.tag) ||
    (!otherScript && (found.letters < shortBlock || !isOther(found.candidates, page.tag)))
  )
    return page
  if (otherScript && best.confidence < 0.5) return page
  const key = `${best.tag} ${found.script}`
  const same = known.get(key) ?? languageFrom(found)
  known.set(key, same)
  return same
}

/** Whether the best candidate is certain, or likely while the page's language is out of the question. */
function isOther(candidates: readonly Candidate[], page: string): boolean {
  const best = candidates[0]!.confidence
  const own = candidates.find(({tag}) => tag === page)?.confidence ?? 0
  return best >= certain || (best >= likely && own < implausible)
}

/** Share of a page's letters that another language needs to be named beside the main one. */
const noticeable = 0.1

/**
 * The page's language with the others of its blocks. Where there are others, the language of most of the long lines
 * is the page's, and each one's confidence is its share.
 */
function withOthers(language: Language, blocks: readonly Block[]): Language {
  const sizes = new Map<string, number>([[language.tag, 0]])
  const scripts = new Map<string, string>([[language.tag, language.script]])
  let total = 0
  const long = blocks.filter(({start, end}) => end - start >= longLine)
  for (const {start, end, language: own = language} of long.length > 0 ? long : blocks) {
    total += end - start
    sizes.set(own.tag, (sizes.get(own.tag) ?? 0) + end - start)
    scripts.set(own.tag, own.script)
  }
  const shares = [...sizes]
    .map(([tag, size]) => ({tag, confidence: Math.round((size / total) * 1000) / 1000}))
    .filter(({tag, confidence}) => tag === language.tag || confidence > noticeable)
    .sort((a, b) => b.confidence - a.confidence)
  if (shares.length < 2) return language
  const {tag, confidence} = shares[0]!
  return {tag, script: scripts.get(tag)!, confidence, alternatives: shares.slice(1)}
}

/**
 * The language of a text: BCP 47 tag, ISO 15924 script, and a probability that means what it says. `und` with a reason
 * where nobody can know. Throws `TypeError` on wrong arguments.
 */
export function detectLanguage(text: string, options: LanguageOptions = {}): Language {
  checkArguments(text, options)
  const pieces = sampleOf(0, text.length, pageSample).map(([start, end]) => text.slice(start, end))
  const scan = scanText(pieces.join('\n'))
  try {
    const found = detect(scan.units, placesOf(pieces, scan), choiceOf(options.languages))
    const least = options.minLength ?? 1
    return found.letters > 0 && found.letters < least && countLetters(text) < least
      ? {tag: 'und', script: found.script, confidence: 0, reason: 'too short'}
      : languageFrom(found)
  } finally {
    release(scan)
  }
}

/** Where the pieces of a text stand in the scan of all of them, a line each. */
function placesOf(pieces: readonly string[], scan: Scan): Sample {
  let end = -1
  return pieces.map((piece) => {
    const start = end + 1
    end = start + piece.length
    return [foldedIndex(scan, start), foldedIndex(scan, end)] as const
  })
}

function countLetters(text: string): number {
  let letters = 0
  for (let i = 0; i < text.length; i++) if (isLetterClass(classOf[text.charCodeAt(i)]!)) letters++
  return letters
}

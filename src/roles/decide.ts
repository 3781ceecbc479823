import type {ExtractOptions} from '../options'
import {type Block, contentRoles, type Page, type Role} from '../page'
import {isSiteLine} from '../site'
import {besideCues, type CueName, cue, cueCount, cueNames, strength} from './cues'
import type {PageLines} from './features'
import {mainRoles, otherRoles} from './model'
import {isImageName} from './rules'

/** What the models say of the lines of a page. */
export interface Verdict {
  /** Chance of each line to be main text. */
  readonly chance: Float32Array
  /** Scores of the roles of main text and of the others, a row a line. */
  readonly main: Float32Array
  readonly other: Float32Array
}

/** Chance from which a line is main text, by what the user fears more. */
const threshold = {precision: 0.7, recall: 0.3, neither: 0.5} as const

const content = new Set<Role>(contentRoles)
export const isContentRole = (role: Role): boolean => content.has(role)

/** The role of each line: rules where the line decides alone, the models elsewhere, one title a page. */
export function decideRoles(
  page: Page,
  read: PageLines,
  verdict: Verdict,
  options: ExtractOptions,
  headTitle?: string,
): Role[] {
  const least = threshold[options.lean ?? 'neither']
  const {site} = options
  const settled = new Uint8Array(page.blocks.length)
  const roles: Role[] = []
  for (const [line, block] of page.blocks.entries()) {
    const onSite = site !== undefined && isSiteLine(site, page.text, block)
    // A bare address is no sentence, wherever it stands.
    const alone =
      onSite || (read.lines.address[line] === 2 && !isImageName(page.text, block.start, block.end))
        ? siteRole(verdict, line)
        : ruleFor(page, block, read, line, roles[line - 1])
    settled[line] = alone === undefined ? 0 : 1
    roles.push(alone ?? modelRole(read, verdict, line, least))
  }
  settleTitle(page, read, verdict, roles, settled, headTitle === undefined ? undefined : linesOfTitle(page, headTitle))
  return roles
}

function modelRole(read: PageLines, {chance, main, other}: Verdict, line: number, least: number): Role {
  if (chance[line]! > least) return best(main, line, mainRoles)
  const role = best(other, line, otherRoles)
  return isContentRole(role) ? role : (namedRole(read, line) ?? role)
}

/** Roles that a known phrase names when it is the whole line. Others share their phrases too often. */
const named: readonly CueName[] = [
  'nav',
  'related',
  'ad',
  'share',
  'comments',
  'login',
  'tags',
  'empty-state',
  'cookie',
]

/** The one role whose phrase fills the line, of a line that is chrome. */
function namedRole({cues}: PageLines, line: number): Role | undefined {
  let found: CueName | undefined
  for (let k = 0; k < cueCount; k++) {
    if (cues[line * cueCount + k] !== strength.whole || besideCues.has(cueNames[k]!)) continue
    if (found !== undefined) return undefined
    found = cueNames[k]!
  }
  return found !== undefined && named.includes(found) ? (found as Role) : undefined
}

/** A line of text with a photo credit straight below the name of an image. */
const isCreditedPicture = ({lines, cues, blanks}: PageLines, line: number, before: Role | undefined): boolean =>
  before === 'image-name' && blanks[line] === 0 && lines.words[line]! > 3 && cues[line * cueCount + cue.credit]! > 0

/** The likeliest role of chrome: for lines that repeat over a site, whatever they look like, and for bare addresses. */
function siteRole({other}: Verdict, line: number): Role {
  const role = best(other, line, otherRoles)
  return isContentRole(role) ? 'other-chrome' : role
}

/** The role of a line that decides alone. */
function ruleFor(
  page: Page,
  {start, end}: Block,
  read: PageLines,
  line: number,
  before: Role | undefined,
): Role | undefined {
  const {lines, cues} = read
  if (isImageName(page.text, start, end)) return 'image-name'
  if (isCreditedPicture(read, line, before)) return 'caption'
  const says = (name: CueName): number => cues[line * cueCount + cue[name]]!
  if (
    lines.address[line]! > 0 &&
    lines.words[line]! < 25 &&
    says('source') >= strength.first &&
    lines.address[line] !== 2
  )
    return 'source'
  if (says('empty-state') === strength.whole && says('nav') === 0) return 'empty-state'
  // "Comments (0)": nothing but the word and a count.
  if (says('comments') === strength.whole && lines.digits[line]! > 0 && lines.brackets[line]! > 0) return 'comments'
  return undefined
}

const titleIndex = otherRoles.indexOf('title')
/** Share of the votes that a line needs to be the title. */
const leastTitle = 0.12

/** What is left of the votes of a line in another script than the page's: a notice of the site's software, or a name. */
const foreignTitle = 0.1
const isForeign = ({blocks, language}: Page, line: number): boolean =>
  language.tag !== 'und' && blocks[line]!.language !== undefined && blocks[line]!.language!.script !== language.script

/** What a line gains that the title in the head of an HTML page repeats. */
const headBonus = 0.5

/** 1 for lines that make up a good part of the title in the head: "Headline - Site" of the line "Headline". */
function linesOfTitle({text, blocks}: Page, title: string): Uint8Array {
  const head = title.replace(/\s+/g, ' ').trim().toLowerCase()
  const least = Math.max(6, head.length * 0.35)
  return Uint8Array.from(blocks, ({start, end}) => {
    if (end - start < least || end - start > head.length + 20) return 0
    const line = text.slice(start, end).replace(/\s+/g, ' ').toLowerCase()
    return line.length >= least && head.includes(line) ? 1 : 0
  })
}

/** Leaves one title: the likeliest line, of several copies the last one above the article. */
function settleTitle(
  page: Page,
  {lines}: PageLines,
  {other, chance}: Verdict,
  roles: Role[],
  settled: Uint8Array,
  headed?: Uint8Array,
): void {
  const count = roles.length
  const votes = new Float32Array(count)
  let top = -1
  for (let i = 0; i < count; i++) {
    if (settled[i] === 1) continue
    votes[i] = share(other, i, titleIndex) * (mainRoles.includes(roles[i] as never) ? 1 - chance[i]! : 1)
    if (isForeign(page, i)) votes[i] = votes[i]! * foreignTitle
    if (headed?.[i] === 1) votes[i] = votes[i]! + headBonus
    if (top < 0 || votes[i]! > votes[top]!) top = i
  }
  if (top < 0 || votes[top]! < leastTitle) top = -1
  if (top >= 0) {
    const start = firstProse(chance, lines.size, top)
    for (let i = 0; i < count; i++)
      if (i !== top && i <= start && lines.hash[i] === lines.hash[top] && i > top && votes[i]! > leastTitle / 4) top = i
  }
  for (let i = 0; i < count; i++) if (roles[i] === 'title' && i !== top) roles[i] = secondBest(other, i)
  if (top >= 0) roles[top] = 'title'
}

/** First line of main prose at or behind the line, or the end. */
function firstProse(chance: Float32Array, size: Float32Array, from: number): number {
  for (let i = from; i < chance.length; i++) if (chance[i]! > 0.6 && size[i]! > 60) return i
  return chance.length
}

/** What a line that looks like the title but is not it may be: a copy of it is chrome. */
function secondBest(other: Float32Array, line: number): Role {
  const width = otherRoles.length
  let top = -1
  for (let k = 0; k < width; k++) {
    if (isContentRole(otherRoles[k]!)) continue
    if (top < 0 || other[line * width + k]! > other[line * width + top]!) top = k
  }
  return otherRoles[top]!
}

/** Softmax share of one class. */
function share(scores: Float32Array, line: number, index: number): number {
  const width = otherRoles.length
  let sum = 0
  for (let k = 0; k < width; k++) sum += Math.exp(scores[line * width + k]! - scores[line * width + index]!)
  return 1 / sum
}

function best(scores: Float32Array, line: number, names: readonly Role[]): Role {
  const width = names.length
  let top = 0
  for (let k = 1; k < width; k++) if (scores[line * width + k]! > scores[line * width + top]!) top = k
  return names[top]!
}

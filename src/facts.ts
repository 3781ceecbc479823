import type {Context} from './context'
import {parseIsoDay} from './facts/calendar'
import {type Decimal, toExact, toNumber} from './facts/decimal'
import type {Draft, Range} from './facts/draft'
import {readFacts} from './facts/read'
import {type Conventions, nextReader, type Reader, within} from './facts/reader'
import type {Votes} from './facts/separators'
import type {Lexicon} from './lexicon/lexicon'
import {regionOf, regionOfUrl, regionSubtag} from './lexicon/regions'
import {defaultKinds} from './options'
import type {Block, Fact, FactKind, Page, Reading, Role, Span} from './page'
import {copyOf} from './text/copy'
import {foldedIndex, sourceEnd, sourceStart, splitsCharacter} from './text/scan'

const usualKinds: ReadonlySet<FactKind> = new Set(defaultKinds)

/** Content blocks whose dates and numbers feed the page's metadata and are no facts. */
const silentRoles: ReadonlySet<Role> = new Set(['byline', 'dateline'])

/** The facts of each content block. */
export function facts(page: Page, context: Context): Page {
  const kinds = context.options.kinds === undefined ? usualKinds : new Set(context.options.kinds)
  const found: Fact[] = []
  for (const [index, block] of page.blocks.entries()) {
    if (!block.content || silentRoles.has(block.role)) continue
    for (const draft of readCells(createReader(page, block, context), page.text, block))
      if (kinds.has(draft.kind) && isWhole(draft, context)) found.push(finish(draft, index, page, context))
  }
  return {...page, facts: found}
}

/**
 * The facts of the cells of a table's row, which tabs part: no cell says anything of a number in another one, but a first
 * cell of words is what the others are about. A block without tabs is one cell.
 */
function readCells(reader: Reader, text: string, {start, end}: Span): Draft[] {
  if (tabIn(text, start, end) === end) return readFacts(reader)
  const found: Draft[] = []
  let label: Range | undefined
  for (let from = start; from < end; ) {
    const to = tabIn(text, from, end)
    const cell = {start: foldedIndex(reader.scan, from), end: foldedIndex(reader.scan, to)}
    const drafts = readFacts(within(reader, cell.start, cell.end))
    if (from === start && drafts.length === 0 && text.slice(from, to).trim() !== '') label = cell
    for (const draft of drafts) found.push(label === undefined ? draft : {...draft, subject: draft.subject ?? label})
    from = to + 1
  }
  return found
}

/** The first tab from `start` to `end`, else `end`. */
function tabIn(text: string, start: number, end: number): number {
  let i = start
  while (i < end && text.charCodeAt(i) !== 9) i++
  return i
}

/** Whether the range begins and ends between characters of the input. */
const isWhole = ({start, end}: Range, {scan}: Context): boolean =>
  !splitsCharacter(scan, start) && !splitsCharacter(scan, end)

/** A reader over a block, with the conventions of its language, the region and the page. */
export function createReader(page: Page, block: Block, context: Context): Reader {
  const tag = block.language?.tag ?? page.language.tag
  const lexicon = context.lexicon(tag)
  const {scan} = context
  const start = foldedIndex(scan, block.start)
  return {
    scan,
    units: scan.units,
    start,
    end: Math.max(start, foldedIndex(scan, block.end)),
    lexicon,
    conventions: conventionsOf(lexicon, context, context.votes(), page, tag),
    numbers: new Map(),
    id: nextReader(),
  }
}

function conventionsOf(lexicon: Lexicon, context: Context, votes: Votes, page: Page, tag: string): Conventions {
  const {settings} = lexicon
  const {referenceDate} = context.options
  const url = context.options.url ?? context.head?.url ?? page.source?.url
  const given = context.options.region?.toUpperCase() ?? regionSubtag(tag)
  const region = given ?? (url === undefined ? undefined : regionOfUrl(url))
  const country = region === undefined ? undefined : regionOf(region)
  const own = settings.get('currencies')?.split(/[|/]/) ?? []
  const usual = settings.get('order') ?? 'YMD'
  const isOther = context.options.region !== undefined || (given === undefined && country?.order === 'DMY')
  const order = isOther ? (country?.order ?? 'DMY') : usual
  const reference = referenceDate ?? page.published?.iso
  const decimal = votedDecimal(settings.get('decimal') === ',' ? ',' : '.', votes)
  return {
    decimal,
    settled: decimal === '.' ? votes.point > 0 && votes.comma === 0 : votes.comma > 0 && votes.point === 0,
    spaceGroups: settings.get('group')?.trim() === '' || tag === 'und',
    ...orderOf(order, country !== undefined && (given !== undefined || country.order === order), votes),
    region,
    currencies:
      given === undefined || country === undefined ? [...(country?.currencies ?? []), ...own] : country.currencies,
    currenciesSettled: country !== undefined || settings.get('currencies')?.includes('/') !== true,
    reference: referenceDate === undefined ? undefined : parseIsoDay(referenceDate),
    referenceYear: reference === undefined ? undefined : Number(reference.slice(0, 4)),
    calendar: settings.get('calendar') ?? 'gregorian',
  }
}

/** The order of 03/11/2025: by what the page shows elsewhere, else by region or language. Only the month-first order of a language without a region stays open. */
function orderOf(
  usual: string,
  known: boolean,
  {dayFirst, monthFirst}: Votes,
): {order: 'DMY' | 'MDY' | 'YMD'; orderSettled: boolean} {
  if (dayFirst > 0 && monthFirst === 0) return {order: 'DMY', orderSettled: true}
  if (monthFirst > 0 && dayFirst === 0) return {order: 'MDY', orderSettled: true}
  const order = usual === 'MDY' || usual === 'YMD' ? usual : 'DMY'
  return {order, orderSettled: known || order === 'DMY'}
}

/** The language's decimal mark, unless the page shows the other one and never its own. */
function votedDecimal(own: '.' | ',', {point, comma}: Votes): '.' | ',' {
  const [mine, others] = own === '.' ? [point, comma] : [comma, point]
  if (mine === 0 && others > 0) return own === '.' ? ',' : '.'
  return own
}

function finish(draft: Draft, block: number, page: Page, context: Context): Fact {
  const {start, end} = spanOf(draft, context)
  const alternatives = readingsOf(draft)
  const fact: Record<string, unknown> = {
    kind: draft.kind,
    start,
    end,
    text: copyOf(page.text, start, end),
    block,
    rule: draft.rule,
    confidence: alternatives === undefined ? 0.95 : 0.6,
  }
  setAmount(fact, draft.value, draft.min, draft.max)
  if (draft.currency !== undefined) fact.currency = draft.currency
  if (draft.unit !== undefined) fact.unit = draft.unit
  if (draft.iso !== undefined) fact.iso = draft.iso
  if (draft.approx !== undefined) fact.approx = draft.approx
  if (draft.change !== undefined) fact.change = draft.change
  if (alternatives !== undefined) fact.alternatives = alternatives
  if (draft.noun !== undefined) fact.noun = spanOf(draft.noun, context)
  if (draft.per !== undefined) fact.per = spanOf(draft.per, context)
  if (draft.subject !== undefined) fact.subject = spanOf(draft.subject, context)
  if (draft.time !== undefined) fact.time = spanOf(draft.time, context)
  return fact as unknown as Fact
}

function setAmount(
  to: Record<string, unknown>,
  value: Decimal | undefined,
  min: Decimal | undefined,
  max: Decimal | undefined,
): void {
  if (value !== undefined) {
    to.value = toNumber(value)
    to.exact = toExact(value)
  }
  if (min !== undefined) {
    to.min = toNumber(min)
    to.exactMin = toExact(min)
  }
  if (max !== undefined) {
    to.max = toNumber(max)
    to.exactMax = toExact(max)
  }
}

function readingsOf(draft: Draft): Reading[] | undefined {
  if (draft.other === undefined && draft.otherIso === undefined && draft.currencies === undefined) return undefined
  const readings: Reading[] = []
  const reading = (value: Decimal | undefined, more: Reading): Reading => {
    const filled: Record<string, unknown> = {...more}
    setAmount(filled, value, draft.min, draft.max)
    return filled
  }
  if (draft.other !== undefined) readings.push(reading(draft.other, {}))
  if (draft.otherIso !== undefined) readings.push({iso: draft.otherIso})
  for (const currency of draft.currencies ?? []) readings.push(reading(draft.value, {currency}))
  return readings.length === 0 ? undefined : readings
}

const spanOf = (range: Range, {scan}: Context): Span => ({
  start: sourceStart(scan, range.start),
  end: sourceEnd(scan, range.end),
})

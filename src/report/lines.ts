import type {Block, Fact, Language, Page, Span} from '../page'
import {type Html, html} from './html'
import {counted, descriptions, directionOf, languageAttributes, percent, tally} from './text'

/** Dropped lines one after the other from which they fold into one row. */
const folded = 3

/** A page with its kept and dropped lines, facts highlighted where they stand. `name` is the caller's, `number` makes ids unique. */
export function renderLines(page: Page, name: string, number: number): Html {
  return html`<article class="page" id="page-${number}" aria-labelledby="page-${number}-name">
<header>
<h3 id="page-${number}-name">${name}</h3>
${about(page)}
</header>
<div class="lines" dir="${directionOf(page.language)}">${runsOf(page).map((run) => renderRun(page, run, number))}</div>
</article>`
}

function about(page: Page): Html {
  const {language, source} = page
  const kept = page.blocks.filter(({content}) => content).length
  const at = (span: Span | undefined): Html | undefined =>
    span && html`<span ${languageAttributes(languageAt(page, span))}>${page.text.slice(span.start, span.end)}</span>`
  return descriptions([
    ['language', languageName(language)],
    ['publisher', at(page.publisher)],
    ['author', at(page.author)],
    ['site', at(page.siteName)],
    ['published', page.published?.iso],
    ['updated', page.updated?.iso],
    ['source', source && link(source.url)],
    ['kept', `${kept} of ${counted(page.blocks.length, 'line')}`],
    ['facts', page.facts.length],
  ])
}

function languageName({tag, confidence, reason, alternatives}: Language): string {
  if (tag === 'und') return `und (${reason ?? 'undetermined'})`
  const others = reason === 'open group' ? `, or ${alternatives?.map((other) => other.tag).join(', ')}` : ''
  return `${tag} (${percent(confidence)}${others})`
}

const languageAt = (page: Page, {start}: Span): Language =>
  page.blocks.find((block) => start >= block.start && start < block.end)?.language ?? page.language

/** Only addresses of the web become links. */
const link = (url: string): Html =>
  /^https?:\/\//i.test(url) ? html`<a href="${url}" rel="noopener noreferrer nofollow">${url}</a>` : html`${url}`

/** Indices of blocks, in runs that are kept or dropped as a whole. */
function runsOf({blocks}: Page): number[][] {
  const runs: number[][] = []
  for (const [index, {content}] of blocks.entries()) {
    const last = runs.at(-1)
    if (last !== undefined && blocks[last[0]!]!.content === content) last.push(index)
    else runs.push([index])
  }
  return runs
}

function renderRun(page: Page, run: readonly number[], number: number): Html {
  const lines = run.map((index) => renderLine(page, index, number))
  if (page.blocks[run[0]!]!.content || run.length < folded) return html`${lines}`
  const roles = tally(run.map((index) => page.blocks[index]!.role))
  const summary = roles.map(([role, count]) => (count === 1 ? role : `${role} ×${count}`)).join(', ')
  return html`<details class="dropped"><summary><bdi dir="ltr">${counted(run.length, 'line')} dropped <small>${summary}</small></bdi></summary>
${lines}</details>`
}

function renderLine(page: Page, index: number, number: number): Html {
  const block = page.blocks[index]!
  const {role, content, confidence, reasons} = block
  const language = block.language ?? page.language
  return html`<div class="line ${content ? 'kept' : 'dropped'} ${role}" id="line-${number}-${index}" dir="${directionOf(language)}">
<span class="role" dir="ltr" title="confidence ${percent(confidence)}">${role}</span>
<p ${languageAttributes(language)}>${marked(page, block, index, number)}</p>
${reasons?.length ? html`<p class="reasons" dir="ltr">${reasons.join('; ')}</p>` : undefined}
</div>
`
}

/** The text of a block with a mark around each fact; of facts that overlap the first one is marked. */
function marked(page: Page, block: Block, index: number, number: number): Html {
  const parts: (Html | string)[] = []
  let at = block.start
  for (const [fact, {kind, start, end}] of factsOf(page).get(index) ?? []) {
    if (start < at) continue
    parts.push(
      page.text.slice(at, start),
      html`<a class="fact ${kind}" id="mark-${number}-${fact}" href="#fact-${number}-${fact}">${page.text.slice(start, end)}</a>`,
    )
    at = end
  }
  parts.push(page.text.slice(at, block.end))
  return html`${parts}`
}

const indexed = new WeakMap<Page, Map<number, [number, Fact][]>>()

/** The facts of each block with their numbers, made once for a page. */
function factsOf(page: Page): Map<number, [number, Fact][]> {
  const known = indexed.get(page)
  if (known !== undefined) return known
  const found = new Map<number, [number, Fact][]>()
  for (const [number, fact] of page.facts.entries()) {
    const own = found.get(fact.block)
    if (own === undefined) found.set(fact.block, [[number, fact]])
    else own.push([number, fact])
  }
  indexed.set(page, found)
  return found
}

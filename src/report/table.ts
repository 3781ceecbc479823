import type {Fact, Page, Span} from '../page'
import {type Html, html, type Part} from './html'
import type {NamedPage} from './named-page'
import {languageAttributes, percent, tally} from './text'
import {factValue, otherValues} from './value'

/** Units of text that are shown at each side of a fact. */
const context = 60

/** All facts of the pages as a table with its filters; each row leads to the place in the page. */
export function renderTable(pages: readonly NamedPage[]): Html {
  const facts = pages.flatMap(({page}) => page.facts)
  return html`<form class="filters" id="filters" hidden>
${select('kind', 'Kind', optionsOf(facts.map(({kind}) => kind)))}
${select('currency', 'Currency', optionsOf(facts.flatMap((fact) => currencyOf(fact) ?? [])))}
${
  pages.length > 1
    ? select(
        'page',
        'Page',
        pages.map(({name}, number) => [String(number), name]),
      )
    : undefined
}
<label>Text <input type="search" name="text" autocomplete="off"></label>
<button type="reset">Clear</button>
<output id="matches" role="status"></output>
</form>
<div class="scroll" role="region" aria-label="Table of facts" tabindex="0">
<table id="table">
<thead><tr><th scope="col">Value</th><th scope="col">Kind</th><th scope="col">In the text</th><th scope="col">Rule</th><th scope="col">Confidence</th><th scope="col">Page</th></tr></thead>
<tbody>${pages.map(({page, name}, number) => page.facts.map((fact, index) => row(page, name, fact, number, index)))}</tbody>
</table>
</div>`
}

const currencyOf = (fact: Fact): string | undefined => (fact.kind === 'money' ? fact.currency : undefined)

const optionsOf = (values: readonly string[]): [string, string][] =>
  tally(values).map(([value, count]) => [value, `${value} (${count})`])

const select = (name: string, label: string, options: readonly [string, string][]): Html =>
  html`<label>${label} <select name="${name}"><option value="">all</option>${options.map(
    ([value, text]) => html`<option value="${value}">${text}</option>`,
  )}</select></label>`

function row(page: Page, name: string, fact: Fact, number: number, index: number): Html {
  const {kind, rule, confidence} = fact
  return html`<tr id="fact-${number}-${index}" data-kind="${kind}" data-currency="${currencyOf(fact)}" data-page="${number}">
<th scope="row" class="value"><span class="${kind}">${factValue(fact)}</span>${details(page, fact)}</th>
<td class="kind">${kind}</td>
<td class="context">${inContext(page, fact, `#mark-${number}-${index}`)}</td>
<td class="rule"><code>${rule}</code></td>
<td class="confidence">${percent(confidence)}</td>
<td class="from"><a href="#page-${number}">${name}</a></td>
</tr>
`
}

function details(page: Page, fact: Fact): Part {
  const at = (span: Span | undefined): string | undefined => span && page.text.slice(span.start, span.end)
  const {per, noun} = fact as Fact & {per?: Span; noun?: Span}
  const others = otherValues(fact)
  const notes: (readonly [string, string | undefined])[] = [
    ['or', others.length > 0 ? others.join(', ') : undefined],
    ['per', at(per)],
    ['of', at(noun)],
    ['change', fact.change],
    ['subject', at(fact.subject)],
    ['time', at(fact.time)],
  ]
  return notes
    .filter(([, value]) => value !== undefined)
    .map(([label, value]) => html` <small>${label} <bdi>${value}</bdi></small>`)
}

/** A fact between the words that stand around it in its block. */
function inContext(page: Page, fact: Fact, target: string): Html {
  const block = page.blocks[fact.block]!
  const start = Math.max(block.start, fact.start - context)
  const end = Math.min(block.end, fact.end + context)
  const before = page.text.slice(start, fact.start)
  const after = page.text.slice(fact.end, end)
  return html`<p ${languageAttributes(block.language ?? page.language)}>${
    start > block.start ? `…${before.replace(/^\S{0,20}\s|^[\udc00-\udfff]/, '')}` : before
  }<a href="${target}">${fact.text}</a>${end < block.end ? `${after.replace(/\s\S{0,20}$|[\ud800-\udbff]$/, '')}…` : after}</p>`
}

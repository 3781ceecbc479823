import {type Html, html} from './html'
import type {NamedPage} from './named-page'
import {tally, wholeNumber} from './text'

/** Bars that a chart has at most; the rest is summed up. */
const bars = 12

/** What was found, as bars: facts by kind, money by currency, pages by language. */
export function renderCharts(pages: readonly NamedPage[]): Html {
  const facts = pages.flatMap(({page}) => page.facts)
  return html`<div class="charts">
${chart('Facts by kind', 'kind', tally(facts.map(({kind}) => kind)))}
${chart('Money by currency', 'currency', tally(facts.flatMap((fact) => (fact.kind === 'money' ? (fact.currency ?? []) : []))))}
${chart('Pages by language', undefined, tally(pages.map(({page}) => page.language.tag)))}
</div>`
}

/** A list of bars. With a `filter` each of them narrows the table of facts to its value. */
function chart(title: string, filter: string | undefined, counts: readonly [string, number][]): Html | undefined {
  if (counts.length === 0) return undefined
  const shown = counts.slice(0, bars)
  const rest = counts.slice(bars).reduce((sum, [, count]) => sum + count, 0)
  const most = Math.max(...counts.map(([, count]) => count))
  const row = (name: string, count: number, link: boolean): Html =>
    html`<li>${
      link
        ? html`<a href="#facts" data-filter="${filter}" data-value="${name}">${name}</a>`
        : html`<span>${name}</span>`
    }<svg viewBox="0 0 ${most} 1" preserveAspectRatio="none" aria-hidden="true"><rect class="${filter === 'kind' ? name : 'plain'}" width="${count}" height="1"/></svg><b>${wholeNumber(count)}</b></li>`
  return html`<figure><figcaption>${title}</figcaption><ul>${shown.map(([name, count]) => row(name, count, filter !== undefined))}${
    rest > 0 ? row('others', rest, false) : undefined
  }</ul></figure>`
}

import {extract} from '../src/extract'
import {extractHtml} from '../src/html'
import type {Page} from '../src/page'
import {html} from '../src/report/html'
import {renderLines} from '../src/report/lines'
import {renderTable} from '../src/report/table'
import {counted, percent} from '../src/report/text'
import type {Answer, Request} from './messages'

/** Units of text, and facts, that are shown of a long page: a browser stays quick with as many. */
const shownText = 60_000
const shownFacts = 400

addEventListener('message', ({data}: MessageEvent<Request>) => {
  postMessage(answer(data))
})

function answer({text, isHtml, options}: Request): Answer {
  try {
    const start = performance.now()
    const page = isHtml ? extractHtml(text, options) : extract(text, options)
    const time = performance.now() - start
    return {summary: summaryOf(page, time), markup: render(page)}
  } catch (error) {
    if (error instanceof TypeError) return {error: error.message}
    throw error
  }
}

function summaryOf({language, blocks, facts}: Page, time: number): string {
  const kept = blocks.filter(({content}) => content).length
  const tongue =
    language.tag === 'und'
      ? `language undetermined (${language.reason})`
      : `${language.tag} (${percent(language.confidence)})`
  return `${tongue} · ${kept} of ${counted(blocks.length, 'line')} kept · ${counted(facts.length, 'fact')} · ${time.toFixed(time < 10 ? 1 : 0)} ms`
}

function render(whole: Page): string {
  const page = startOf(whole)
  const cut =
    page === whole
      ? undefined
      : html`<p class="cut">The start of a long page: ${counted(page.blocks.length, 'line')} and ${counted(page.facts.length, 'fact')} of ${counted(whole.facts.length, 'fact')} are shown.</p>`
  const {text: _, ...data} = page
  return html`${cut}
<section id="facts" aria-labelledby="facts-title"><h2 id="facts-title">Facts</h2>${renderTable([{name: 'page', page}])}</section>
<section id="pages" aria-labelledby="pages-title"><h2 id="pages-title">Lines</h2>${renderLines(page, titleOf(page), 0)}</section>
<details class="json"><summary>JSON</summary><pre tabindex="0">${JSON.stringify(data, null, 2)}</pre></details>`.markup
}

const titleOf = ({title, text}: Page): string => (title === undefined ? 'Page' : text.slice(title.start, title.end))

/** As much of a page as is shown. */
function startOf(page: Page): Page {
  if (page.text.length <= shownText && page.facts.length <= shownFacts) return page
  const end = Math.min(shownText, page.facts[shownFacts]?.start ?? shownText)
  const blocks = page.blocks
    .filter(({start}) => start < end)
    .map((block) => ({...block, end: Math.min(block.end, end)}))
  return {...page, blocks, facts: page.facts.filter((fact) => fact.end <= end), claims: []}
}

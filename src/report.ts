import {script, scriptHash, style, styleHash} from './generated/report-assets'
import {renderCharts} from './report/charts'
import {Html, html} from './report/html'
import {renderLines} from './report/lines'
import type {NamedPage} from './report/named-page'
import {renderTable} from './report/table'
import {counted, wholeNumber} from './report/text'

export type {NamedPage} from './report/named-page'

/** Options of `renderReport`. */
export interface ReportOptions {
  /** Heading and title of the document. Default: `Facts of 12 pages`. */
  title?: string
}

/** Nothing but the script and the style sheet of the report itself may run or load, whatever a page says. */
const policy = `default-src 'none'; script-src '${scriptHash}'; style-src '${styleHash}'; base-uri 'none'; form-action 'none'`

/**
 * One self-contained HTML document: the pages with their kept and dropped lines, facts highlighted in place, a table of
 * facts and charts of what was found. It works from disk and loads nothing. All text is escaped.
 */
export function renderReport(pages: readonly NamedPage[], options: ReportOptions = {}): string {
  const title = options.title ?? `Facts of ${counted(pages.length, 'page')}`
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="pagefacts">
<title>${title}</title>
<style>${new Html(style)}</style>
</head>
<body>
<a class="skip" href="#facts">Skip to the facts</a>
<header class="top">
<p class="brand">pagefacts</p>
<nav aria-label="Report"><a href="#overview">Overview</a> <a href="#facts">Facts</a> <a href="#pages">Pages</a></nav>
<button type="button" id="theme" hidden>Dark</button>
</header>
<main>
<section id="overview" aria-labelledby="title">
<h1 id="title">${title}</h1>
${totals(pages)}
${renderCharts(pages)}
</section>
<section id="facts" aria-labelledby="facts-title">
<h2 id="facts-title">Facts</h2>
${renderTable(pages)}
</section>
<section id="pages" aria-labelledby="pages-title">
<h2 id="pages-title">Pages</h2>
${pages.map(({page, name}, number) => renderLines(page, name, number))}
</section>
</main>
<div id="tip" role="tooltip" hidden></div>
<script>${new Html(script)}</script>
</body>
</html>
`.markup
}

function totals(pages: readonly NamedPage[]): Html {
  const blocks = pages.flatMap(({page}) => page.blocks)
  const kept = blocks.filter(({content}) => content).length
  const figures: [number, string][] = [
    [pages.length, 'pages'],
    [kept, 'lines kept'],
    [blocks.length - kept, 'lines dropped'],
    [pages.reduce((sum, {page}) => sum + page.facts.length, 0), 'facts'],
    [pages.reduce((sum, {page}) => sum + page.claims.length, 0), 'claims'],
  ]
  return html`<ul class="totals">${figures.map(([count, label]) => html`<li><b>${wholeNumber(count)}</b> ${label}</li>`)}</ul>`
}

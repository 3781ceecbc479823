import assert from 'node:assert/strict'
import {extractHtml} from '../../src/html'
import {expectSound} from '../../tests/invariants'
import {bytesOf, pieces, textOf, words as textWords} from '../text'

const elements =
  'p div a li ul table tr td th h1 h2 article nav footer script style template title svg math pre br b time'
const markup = [
  ...elements.split(' ').flatMap((name) => [`<${name}>`, `</${name}>`, `<${name} class="nav comments" hidden `]),
  ...'<!-- --> <![CDATA[ ]]> <!doctype&#32;html> &amp; &#x41; &#0; &nbsp; &notit; &#xd83d; &NotEqualTilde; " \' = > < / </'.split(
    ' ',
  ),
  '<meta property="article:published_time" content="2025-11-03T08:00:00Z">',
  '<script type="application/ld+json">{"@type":"NewsArticle","headline":"x","datePublished":"2025-11-03"}</script>',
  '<base href="//a">',
  '<html lang="vi">',
  ' style="display:none"',
  ' role="main"',
]
export const words = [...markup, ...markup, ...textWords.slice(0, 2000)]
export const seeds = pieces.map((piece, index) => {
  const [first = '', ...lines] = piece.split('\n')
  const body = lines.map((line) => (index % 2 ? `<li><a href="/x">${line}</a>` : `<p>${line}</p>`)).join('\n')
  return bytesOf(`<!doctype html><title>${first}</title><nav>${first}</nav><article><h1>${first}</h1>${body}</article>`)
})
export const longest = 400

export function fuzz(input: Uint8Array): void {
  const html = textOf(input)
  const page = extractHtml(html)
  expectSound(page, page.text)
  for (const {source} of page.blocks) {
    assert.ok(source !== undefined)
    assert.ok(0 <= source.start && source.start <= source.end && source.end <= html.length)
  }
}

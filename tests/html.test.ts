import rehypeParse from 'rehype-parse'
import {unified} from 'unified'
import {describe, expect, it} from 'vitest'
import {extractHtml, fromHast} from '../src/html'

const paragraph = (k: number): string =>
  `<p>The council approved ${k} new bus lanes on Monday, and the first of them will open in spring, the mayor said after the vote.</p>`
const html = `<!doctype html><html lang=en><head><title>Bus lanes approved - The Paper</title>
<meta property="og:title" content="Bus lanes approved"><meta name=author content="Ann Lee">
<meta property="article:published_time" content="2025-11-03T10:45:00Z"></head><body>
<header><nav><ul><li><a href=/>Home</a><li><a href=/sport>Sport</a><li><a href=/city>City</a></ul></nav></header>
<main><article><h1>Bus lanes approved</h1><div class=byline>By Ann Lee</div>
<div class="article-body">${[12, 20, 30, 45].map(paragraph).join('\n')}</div></article>
<div class=comments id=comments><h3>Comments</h3><ul>${[1, 2, 3].map((k) => `<li><b>reader${k}</b><p>I counted ${k}00 cars on my street this morning, and nobody asks us about that.</p>`).join('')}</ul></div></main>
<footer>© 2025 The Paper</footer></body></html>`

describe('extractHtml', () => {
  const page = extractHtml(html)
  const lines = page.blocks.map(({start, end, role, content}) => ({text: page.text.slice(start, end), role, content}))

  it('keeps the article, drops menus, comments and footer', () => {
    const kept = lines.filter(({content}) => content).map(({text}) => text)
    expect(kept.filter((text) => text.startsWith('The council')).length).toBe(4)
    expect(kept.join('\n')).not.toMatch(/Home|Sport|reader1|I counted|©/)
  })

  it('finds facts in the article only', () => {
    const numbers = page.facts.map(({text}) => text).join(' ')
    expect(numbers).toContain('45')
    expect(numbers).not.toContain('300')
  })

  it('gives each block its range in the source', () => {
    for (const {source, start, end} of page.blocks)
      expect(html.slice(source!.start, source!.end).replace(/<[^>]*>/g, '')).toBe(page.text.slice(start, end))
  })

  it('names what is wrong with its arguments', () => {
    expect(() => extractHtml(5 as never)).toThrow(new TypeError('Expected the text as a string, got 5'))
    expect(() => extractHtml('', {regio: 'VN'} as never)).toThrow(/Unknown option `regio`/)
  })

  it('reads signs and dates as the country of the address does', () => {
    const html = `<p>${'The dairy company said that it would spend $5 million on the plant after 03/11/2025. '.repeat(3)}</p>`
    const of = (url: string) => extractHtml(html, {url}).facts.slice(0, 2)
    expect(of('https://news.example.co.nz/a')).toMatchObject([{currency: 'NZD'}, {iso: '2025-11-03'}])
    expect(of('https://news.example.com/a')).toMatchObject([
      {currency: 'USD'},
      {iso: '2025-03-11', alternatives: [{iso: '2025-11-03'}]},
    ])
    expect(of('https://news.example.io/a')).toMatchObject([{currency: 'USD'}, {}])
  })

  it('takes any string', () => {
    for (const text of ['', ' ', '<', '<p', '\0', '<p>\ud800', '&#xffffffff;', '<table><tr><td>1']) extractHtml(text)
  })
})

describe('fromHast', () => {
  const tree = unified().use(rehypeParse).parse(html)

  it('gives what the HTML gives', () => {
    const {text, ...rest} = fromHast(tree)
    const page = extractHtml(html)
    expect(text).toBe(page.text)
    expect(rest.facts).toEqual(page.facts)
    expect(rest.blocks).toEqual(page.blocks)
  })

  it('works without positions and with fragments', () => {
    const bare = {
      type: 'root' as const,
      children: [
        {
          type: 'element' as const,
          tagName: 'p',
          properties: {className: ['lead'], hidden: false},
          children: [{type: 'text' as const, value: 'One & two'}],
        },
      ],
    }
    const page = fromHast(bare)
    expect(page.text).toBe('One & two')
    expect(page.blocks.map(({source}) => source)).toEqual([{start: 0, end: 0}])
    expect(fromHast({type: 'text', value: 'a'}).text).toBe('a')
  })

  it('is not deep for any depth', () => {
    let node: Parameters<typeof fromHast>[0] = {type: 'text', value: 'a'}
    for (let k = 0; k < 100_000; k++)
      node = {type: 'element', tagName: 'div', properties: {}, children: [node as never]}
    expect(fromHast(node).text).toBe('a')
  })

  it('names what is no tree', () => {
    expect(() => fromHast(undefined as never)).toThrow('Expected a hast tree, got undefined')
    expect(() => fromHast('<p>' as never)).toThrow(TypeError)
  })
})

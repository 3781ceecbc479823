import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {blocks} from '../src/blocks'
import {run} from '../src/extract'
import {htmlToBlocks} from '../src/html/html-to-blocks'
import type {Page} from '../src/page'

const blocksOf = (text: string): Page => run(text, {}, [blocks])

/** The lines of a page with their hints, by the text of the line. */
function hintsByLine(html: string): Record<string, ReturnType<typeof htmlToBlocks>['hints'][number]> {
  const {text, hints} = htmlToBlocks(html)
  return Object.fromEntries(blocksOf(text).blocks.map(({start, end}, index) => [text.slice(start, end), hints[index]!]))
}

describe('a hint for each block', () => {
  it('whatever unit a line is made of', () => {
    for (let unit = 0; unit <= 0xffff; unit += 64) {
      const lines = Array.from({length: 64}, (_, k) => `<p>${String.fromCharCode(unit + k)}</p><p>a</p>`)
      const {text, hints} = htmlToBlocks(lines.join(''))
      expect([unit, hints.length]).toEqual([unit, blocksOf(text).blocks.length])
    }
  })

  it('whatever the tags', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        ...'<p> </p> <div> </div> <br> <span> </span> <pre> </pre> <table> <tr> <td> </table> <li> </ul> <b> </b> <a/href=x> </a>'.split(
          ' ',
        ),
        ...[
          '<button>',
          '</button>',
          '<svg>',
          '<div hidden>',
          '<details>',
          '<summary>',
          '</details>',
          '<option>',
          '<textarea>',
          '</textarea>',
        ],
        ...[
          ' ',
          '\n',
          '\r',
          '\t',
          '\f',
          '&#10;',
          '&#13;',
          '&nbsp;',
          '&#x2028;',
          '\u2029',
          '\u0085',
          '\u200b',
          '\u0301',
          '漢',
          'a',
          '𝟙',
          '😀',
          '\ud800',
          '&',
          '<',
        ],
      ),
      fc.string({unit: 'binary', maxLength: 3}),
    )
    fc.assert(
      fc.property(fc.array(piece, {maxLength: 40}), (pieces) => {
        const html = pieces.join('')
        const {text, hints} = htmlToBlocks(html)
        expect(hints.length).toBe(blocksOf(text).blocks.length)
        let end = 0
        for (const {source} of hints) {
          expect(source.start).toBeGreaterThanOrEqual(end)
          expect(source.end).toBeGreaterThan(source.start)
          end = source.end
        }
        expect(end).toBeLessThanOrEqual(html.length)
      }),
      {numRuns: 3000},
    )
  })
})

describe('what a hint says', () => {
  it('element, what is around, words', () => {
    const html =
      '<main id="pageMain"><div class="teaser-list x1"><ul><li class="RelatedItem"><a href="/">a <b>b</b></a></li></ul></div></main>'
    expect(hintsByLine(html)['a b']).toMatchObject({
      element: 'li',
      around: ['a', 'ul', 'main'],
      words: ['related', 'item', 'teaser', 'list', 'page', 'main'],
      linkDensity: 1,
    })
  })

  it('inline elements count when they hold the whole line', () => {
    const hints = hintsByLine('<p><span class=author>a</span></p><p><span class=author>b</span> c</p>')
    expect(hints.a!.words).toEqual(['author'])
    expect(hints['b c']!.words).toEqual([])
  })

  it('ARIA roles are landmarks, an itemprop is one word', () => {
    const hints = hintsByLine('<div role=navigation>a</div><div itemprop=articleBody><p>b</div>')
    expect(hints.a!.element).toBe('nav')
    expect(hints.b!.words).toEqual(['articlebody'])
  })

  it('the elements that blocks share', () => {
    const hints = hintsByLine('<div class=x><p>a</p><p>b</p></div><p>c</p>')
    expect(hints.a!.place.parent).toBe(hints.b!.place.parent)
    expect(hints.a!.place).toMatchObject({element: 'p', depth: 2, parent: {element: 'div', words: [], depth: 1}})
    expect(hints.c!.place).toMatchObject({depth: 1, parent: {element: 'body', depth: 0}})
  })

  it('link density by letters', () => {
    expect(hintsByLine('<p>abc <a href=x>d</a></p>')['abc d']!.linkDensity).toBe(0.25)
    expect(hintsByLine('<p><a name=x>abc</a></p>').abc!.linkDensity).toBe(0)
  })

  it('the range in the source', () => {
    const html = '<p>&lt;a <b>b</b>&gt;</p>\n<p> c </p>'
    const sources = htmlToBlocks(html).hints.map(({source}) => html.slice(source.start, source.end))
    expect(sources).toEqual(['&lt;a <b>b</b>&gt;', 'c'])
  })
})

describe('hostile pages', () => {
  const many = 100_000
  it.each([
    ['deep nesting', `${'<div>'.repeat(many)}a`],
    ['deep nesting, closed', `${'<div><span>'.repeat(many)}a${'</span></div>'.repeat(many)}`],
    ['end tags that match nothing near', `<b>${'<div>'.repeat(many)}${'</b><b>'.repeat(many)}a`],
    ['paragraphs in buttons', `${'<button><p>'.repeat(many)}a`],
    ['tables in tables', `${'<table><td>'.repeat(many)}a`],
    ['open lists', `${'<li><span>'.repeat(many)}a`],
    ['formatting', `${'<b><i><a href=x>'.repeat(many)}a${'</b></i>'.repeat(many)}`],
    ['attributes', `<p ${'a=b class=c '.repeat(many * 5)}>a`],
    ['one long attribute', `<p class="${'&amp; x'.repeat(many * 5)}">a`],
    ['open tags', `a${'<'.repeat(many)}`],
    ['open comments', `a${'<!--'.repeat(many)}`],
    ['open script', `a${'<script><'.repeat(many)}`],
    ['ampersands', `a${'&'.repeat(many)}${'&am'.repeat(many)}`],
    ['JSON nested deeply', `a<script type="application/ld+json">${'['.repeat(many)}${']'.repeat(many)}</script>`],
    ['styles', `${`<p style="${'display:'.repeat(100)}">`.repeat(many / 100)}a`],
  ])('%s', (_, html) => {
    const {text, hints} = htmlToBlocks(html)
    expect(text.trim().startsWith('a')).toBe(true)
    expect(hints.length).toBeGreaterThan(0)
  })
})

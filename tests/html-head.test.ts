import {describe, expect, it} from 'vitest'
import {htmlToBlocks} from '../src/html/html-to-blocks'

const head = (html: string) => htmlToBlocks(html).head
const jsonLd = (data: unknown): string =>
  `<script type="application/ld+json">${typeof data === 'string' ? data : JSON.stringify(data)}</script>`

const article = {
  '@context': 'https://schema.org',
  '@type': 'NewsArticle',
  headline: 'A title',
  description: 'What it is about',
  author: [{'@type': 'Person', name: 'Ann Lee'}, {name: 'Bo Xu'}],
  publisher: {'@type': 'Organization', name: 'The Paper'},
  datePublished: '2025-11-03T10:45:00+07:00',
  dateModified: '2025-11-04',
  inLanguage: 'en-GB',
  articleBody: 'The text of the article.',
}

describe('JSON-LD', () => {
  it('says what the article is', () => {
    expect(head(jsonLd(article))).toEqual({
      title: 'A title',
      description: 'What it is about',
      author: 'Ann Lee, Bo Xu',
      publisher: 'The Paper',
      published: '2025-11-03T10:45:00+07:00',
      updated: '2025-11-04',
      language: 'en-GB',
      body: 'The text of the article.',
    })
  })

  it('follows references within a graph', () => {
    const graph = [
      {'@type': 'Organization', '@id': '#org', name: 'The Paper'},
      {'@type': ['Article', 'Report'], headline: 'A title', author: {'@id': '#ann'}, publisher: {'@id': '#org'}},
      {'@type': 'Person', '@id': '#ann', name: 'Ann Lee'},
    ]
    expect(head(jsonLd({'@graph': graph}))).toMatchObject({title: 'A title', author: 'Ann Lee', publisher: 'The Paper'})
  })

  it('prefers the article to the page, and both to the site', () => {
    const page = {'@type': 'WebPage', name: 'A title | The Paper', datePublished: '2020-01-01'}
    const site = {'@type': 'WebSite', name: 'The Paper'}
    const found = {title: 'A title', published: article.datePublished, siteName: 'The Paper'}
    expect(head(jsonLd([site, page, article]))).toMatchObject(found)
    expect(head(jsonLd([article, page, site]))).toMatchObject(found)
  })

  it('leaves lists of other articles alone', () => {
    const list = {'@type': 'ItemList', itemListElement: [article]}
    expect(head(jsonLd(list))).toEqual({})
    expect(head(jsonLd({'@type': 'WebPage', relatedLink: [article], name: 'A page'}))).toEqual({title: 'A page'})
  })

  it.each([
    ['wrapped in a comment', `<!-- ${JSON.stringify(article)} -->`],
    ['wrapped in CDATA', `//<![CDATA[\n${JSON.stringify(article)}\n//]]>`],
    ['with raw line ends in strings', JSON.stringify(article).replace('A title', 'A\ntitle')],
  ])('reads it %s', (_, text) => {
    expect(head(jsonLd(text)).title).toBe('A title')
  })

  it.each(['', '{', 'null', '[]', '"a"', '{"@type": 5}', '{"@type": "Article", "author": 5, "headline": {}}'])(
    'makes nothing of %j',
    (text) => {
      expect(head(jsonLd(text))).toEqual({})
    },
  )

  it('gives names, not addresses; text, not markup', () => {
    const odd = {'@type': 'Article', headline: '&#8220;Yes&#8221; <b>now</b>', author: {name: 'https://a.example/ann'}}
    expect(head(jsonLd(odd))).toEqual({title: '“Yes” now'})
  })
})

describe('meta, link, time and title', () => {
  it('OpenGraph before Dublin Core before others', () => {
    expect(
      head(
        '<title>A title - The Paper</title><meta name=DC.title content="A dc title"><meta property="og:title" content="A title">' +
          '<meta name=author content="Ann Lee"><meta property="og:site_name" content="The Paper">' +
          '<meta name=description content="About"><meta property="article:published_time" content="2025-11-03">' +
          '<meta property="article:modified_time" content="20251104"><link rel=canonical href="https://a.example/x">',
      ),
    ).toEqual({
      title: 'A title',
      author: 'Ann Lee',
      siteName: 'The Paper',
      description: 'About',
      published: '2025-11-03',
      updated: '2025-11-04',
      url: 'https://a.example/x',
    })
  })

  it('the title element with character references, for want of better', () => {
    expect(head('<title> A &amp; B </title>')).toEqual({title: 'A & B'})
  })

  it('dates of time elements: marked ones, or the first below the heading', () => {
    const times = '<time datetime="2020-01-01">then</time><h1>a</h1><time datetime="2025-11-03T10:00Z">now</time>'
    expect(head(times).published).toBe('2025-11-03T10:00Z')
    expect(head(`${times}<time itemprop=datePublished datetime="2025-11-02">`).published).toBe('2025-11-02')
    expect(head(`<time class="entry-date published updated" datetime="2025-11-01">`).published).toBe('2025-11-01')
    expect(head('<time datetime="2020-01-01">')).toEqual({})
  })

  it.each(['yesterday', '03/11/2025', '1970-01-01T00:00:00Z', '0001-01-01', '2025-13-01', '2025-11', 'PT5M'])(
    '%s is no date',
    (date) => {
      expect(head(`<meta property="article:published_time" content="${date}">`)).toEqual({})
    },
  )

  it.each([
    '<meta>',
    '<meta content=a>',
    '<meta name=author>',
    '<meta name=author content=" ">',
    '<meta name="article:author" content="https://a.example">',
    '<html lang="">',
  ])('%s says nothing', (html) => {
    expect(head(html)).toEqual({})
  })

  it('microdata and links to the author', () => {
    const author = '<span itemprop=author>By <b itemprop=name>Ann Lee</b></span>'
    expect(head(`<h1 itemprop=headline>A  title</h1>${author}<i itemprop=name>Bo</i>`)).toEqual({
      title: 'A title',
      author: 'Ann Lee',
    })
    expect(head('<p itemprop=author>Ann Lee<p>text').author).toBe('Ann Lee')
    expect(head('<a rel=author href=x>Ann Lee</a>').author).toBe('Ann Lee')
    expect(head(`<p itemprop=author>${'long '.repeat(100)}</p>`)).toEqual({})
  })

  it('the language of the page', () => {
    expect(head('<html lang=pt-BR>').language).toBe('pt-BR')
  })
})

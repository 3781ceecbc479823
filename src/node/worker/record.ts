import type {Fact, Page, Span} from '../../page'

/** Members of facts that are ranges of the text and become its words. */
const spans = ['noun', 'per', 'subject', 'time'] as const

/**
 * A page as one flat row for tables: the article as text, titles and names as their words instead of ranges, dates as
 * ISO 8601, facts with all that they refer to. What the page does not have is absent.
 */
export function pageRecord(page: Page) {
  const words = (span: Span | undefined): string | undefined => span && page.text.slice(span.start, span.end)
  return {
    language: page.language.tag,
    script: page.language.script,
    languageConfidence: page.language.confidence,
    title: words(page.title),
    standfirst: words(page.standfirst),
    publisher: words(page.publisher),
    author: words(page.author),
    siteName: words(page.siteName),
    published: page.published?.iso,
    updated: page.updated?.iso,
    source: page.source?.url,
    content: page.blocks
      .filter(({content}) => content)
      .map(words)
      .join('\n'),
    facts: page.facts.map((fact) => factRecord(fact, words)),
  }
}

function factRecord({block, ...fact}: Fact, words: (span: Span | undefined) => string | undefined) {
  const named = fact as Record<string, unknown>
  return {...fact, ...Object.fromEntries(spans.map((name) => [name, words(named[name] as Span | undefined)]))}
}

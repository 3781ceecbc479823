// Articles without chrome as the documents that LangChain and its like pass on: text with what is known of it.
import {extractMany, readRecords} from 'pagefacts/node'

/** A loader in the style of LangChain: `await new PageLoader(['pages/']).load()`. */
export class PageLoader {
  constructor(names, options = {}) {
    this.names = names
    this.options = options
  }

  async load() {
    const documents = []
    for await (const document of this.loadLazily()) documents.push(document)
    return documents
  }

  async *loadLazily() {
    for await (const {place, page, error} of extractMany(readRecords(this.names), {concurrency: 1, ...this.options})) {
      if (error !== undefined) throw new Error(`${place}: ${error.message}`)
      yield documentOf(place, page)
    }
  }
}

function documentOf(source, page) {
  const at = (span) => span && page.text.slice(span.start, span.end)
  const lines = page.blocks.filter(({content}) => content).map(at)
  return {
    pageContent: lines.join('\n\n'),
    metadata: {
      source,
      language: page.language.tag,
      title: at(page.title),
      publisher: at(page.publisher),
      published: page.published?.iso,
      facts: page.facts.map(({kind, value, iso, currency, unit, text}) => ({kind, value, iso, currency, unit, text})),
    },
  }
}

if (import.meta.filename === process.argv[1])
  for await (const {pageContent, metadata} of new PageLoader(process.argv.slice(2)).loadLazily())
    console.log(
      `${metadata.source}: ${metadata.title ?? 'no title'}, ${pageContent.length} characters, ${metadata.facts.length} facts`,
    )

// A user's program that goes through every door of the package that does not need Node. Gives what it found as text.
import {detectLanguage, extract, extractFacts} from 'pagefacts'
import {extractHtml} from 'pagefacts/html'
import {renderReport} from 'pagefacts/report'
import {extractStream, extractTransform} from 'pagefacts/stream'
import {pageFacts, pageJson, pageLanguage, pageParse, pageRoles} from 'pagefacts/unified'
import {unified} from 'unified'

export async function program(text) {
  const page = extract(text)
  const html = extractHtml(
    `<html lang="ms"><body><article><h1>Kos</h1><p>${text.split('\n')[17]}</p></article></body></html>`,
  )
  const file = await unified()
    .use(pageParse)
    .use(pageLanguage)
    .use(pageRoles)
    .use(pageFacts)
    .use(pageJson)
    .process(text)
  const streamed = []
  for await (const {page} of extractStream([text, 'Costs rose by 5%.'])) streamed.push(page.facts.length)
  const piped = new ReadableStream({
    start(controller) {
      controller.enqueue(text)
      controller.close()
    },
  }).pipeThrough(extractTransform())
  const {value} = await piped.getReader().read()
  return JSON.stringify({
    page,
    html,
    unified: String(file),
    streamed,
    piped: value.page,
    prose: extractFacts('The bridge cost $2.4 billion in 2024.', {language: 'en'}),
    language: detectLanguage('Der schnelle braune Fuchs springt über den faulen Hund'),
    report: renderReport([{name: 'page', page}]),
  })
}

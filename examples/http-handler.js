// Pages in, facts out, over HTTP. The handler fits node:http, and Express as `app.post('/', handler)`.
import {createServer} from 'node:http'
import {extract} from 'pagefacts'
import {extractHtml} from 'pagefacts/html'
import {decodeBytes} from 'pagefacts/node'

/** Bytes of a page that are taken at most. */
const limit = 10_000_000

export async function handler(request, response) {
  const answer = (status, body) => {
    response.writeHead(status, {'content-type': 'application/json; charset=utf-8'})
    response.end(JSON.stringify(body))
  }
  if (request.method !== 'POST') return answer(405, {error: 'send a page with POST'})
  const chunks = []
  let size = 0
  for await (const chunk of request) {
    size += chunk.length
    if (size > limit) return answer(413, {error: `more than ${limit} bytes`})
    chunks.push(chunk)
  }
  const contentType = request.headers['content-type'] ?? ''
  const {text} = decodeBytes(Buffer.concat(chunks), {contentType})
  const {searchParams} = new URL(request.url, 'http://localhost')
  try {
    const options = Object.fromEntries(searchParams)
    answer(200, contentType.includes('html') ? extractHtml(text, options) : extract(text, options))
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    answer(400, {error: error.message})
  }
}

if (import.meta.filename === process.argv[1]) {
  const server = createServer(handler).listen(Number(process.env.PORT ?? 3000), () => {
    console.log(`http://localhost:${server.address().port}/`)
  })
}

// A fetch handler as edge workers, `deno serve` and Bun take it: POST the text or the HTML of a page, get its facts.
import {extract} from 'pagefacts'
import {extractHtml} from 'pagefacts/html'

export default {
  async fetch(request) {
    if (request.method !== 'POST') return Response.json({error: 'send a page with POST'}, {status: 405})
    const text = await request.text()
    const isHtml = (request.headers.get('content-type') ?? '').includes('html')
    const {language, published, facts} = isHtml ? extractHtml(text) : extract(text)
    return Response.json({language, published: published?.iso, facts})
  },
}

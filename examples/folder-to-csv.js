// The facts of a folder of pages as CSV: node folder-to-csv.js pages/ > facts.csv
import {extract} from 'pagefacts'
import {extractHtml} from 'pagefacts/html'
import {readPages} from 'pagefacts/node'

const columns = ['file', 'language', 'published', 'kind', 'value', 'unit', 'text', 'start', 'end']
/** A cell with its quotes doubled; a leading `=`, `+`, `-` or `@` that is no number would be a formula to a spreadsheet. */
const cell = (value) => {
  const text = String(value ?? '')
  const safe = /^[=+@\t\r-](?!\d)/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
const print = (cells) => process.stdout.write(`${cells.map(cell).join(',')}\r\n`)

print(columns)
for await (const {name, text, error} of readPages(process.argv.slice(2))) {
  if (error !== undefined) {
    console.error(`${name}: ${error}`)
    continue
  }
  const page = /\.html?$/.test(name) ? extractHtml(text) : extract(text)
  for (const fact of page.facts) {
    const {exact, exactMin = '', exactMax = '', iso} = fact
    const value = iso ?? exact ?? `${exactMin}..${exactMax}`
    const unit = fact.currency ?? fact.unit
    print([name, page.language.tag, page.published?.iso, fact.kind, value, unit, fact.text, fact.start, fact.end])
  }
}

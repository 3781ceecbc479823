import {readdirSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {describe, expect, it} from 'vitest'
import {classify, extract} from '../src/index'
import {contentRoles, type Role} from '../src/page'

const folder = path.resolve(import.meta.dirname, '../fixtures/roles')
interface Labelled {
  name: string
  text: string
  roles: Role[]
}
const pages: Labelled[] = readdirSync(folder).map((file) => {
  const parts = readFileSync(path.join(folder, file), 'utf8')
    .split('\n')
    .filter((line) => !line.startsWith('# '))
    .map((line) => /^([a-z-]+)\| (.*)$/.exec(line))
  return {
    name: file.replace('.txt', ''),
    text: parts.map((part) => part?.[2] ?? '').join('\n'),
    roles: parts.flatMap((part) => (part === null ? [] : [part[1] as Role])),
  }
})

const isContent = (role: Role): boolean => (contentRoles as readonly Role[]).includes(role)
const lineWith = (text: string, words: string, options = {}) =>
  classify(text, options).find((block) => text.slice(block.start, block.end).includes(words))

describe('classify', () => {
  it.each(pages)('tells the article of $name from what surrounds it', ({text, roles}) => {
    const blocks = classify(text)
    expect(blocks).toHaveLength(roles.length)
    const wrong = blocks.filter((block, i) => block.content !== isContent(roles[i]!))
    expect(wrong.length / blocks.length).toBeLessThan(0.1)
  })

  it.each(pages)('names the roles of $name', ({text, roles}) => {
    const blocks = classify(text)
    const right = blocks.filter((block, i) => block.role === roles[i]).length
    expect(right / blocks.length).toBeGreaterThan(0.75)
  })

  it.each(pages)('finds one title in $name', ({text, roles}) => {
    const blocks = classify(text)
    const titles = blocks.flatMap((block, i) => (block.role === 'title' ? [i] : []))
    expect(titles).toEqual([roles.indexOf('title')])
  })

  it('gives plain prose as content', () => {
    const text =
      'The council met on Tuesday evening and approved the plan for a new bridge across the river.\n\n' +
      'Work will begin in spring, the mayor said, and should be finished within two years if the weather allows.'
    expect(classify(text).map(({content}) => content)).toEqual([true, true])
  })

  it('knows lines that decide alone', () => {
    const text = 'IMG_2034.jpg\nKomen (0)\nNo data\nSumber: https://example.org/a-b-c'
    expect(classify(text).map(({role}) => role)).toEqual(['image-name', 'comments', 'empty-state', 'source'])
  })

  it('takes any string', () => {
    for (const text of ['', '\n\n', ' ', '\ud800', '…', '\u0000\n\u200b', '|||||\n-----'])
      expect(classify(text).every(({start, end}) => start < end)).toBe(true)
  })
})

describe('options of roles', () => {
  const forum = pages.find(({name}) => name === 'en-forum')!.text

  it('keep a role that is chrome by default', () => {
    expect(lineWith(forum, 'Almost always irregular')?.content).toBe(false)
    const kept = lineWith(forum, 'Almost always irregular', {keep: ['comment']})
    expect([kept?.role, kept?.content]).toEqual(['comment', true])
  })

  it('drop a role that is content by default', () => {
    const news = pages.find(({name}) => name === 'nl-news')!.text
    expect(lineWith(news, 'voor hun winkel')?.content).toBe(true)
    expect(lineWith(news, 'voor hun winkel', {keep: ['!caption']})?.content).toBe(false)
  })

  it('lean to precision or recall', () => {
    const main = (lean?: 'precision' | 'recall') =>
      pages.reduce(
        (sum, {text}) => sum + classify(text, lean === undefined ? {} : {lean}).filter(({content}) => content).length,
        0,
      )
    expect(main('precision')).toBeLessThan(main('recall'))
  })

  it('say why', () => {
    const blocks = classify(forum, {explain: true})
    expect(blocks.every(({reasons}) => reasons?.every((reason) => reason.length > 5))).toBe(true)
    const closing = blocks.find(({start}) => forum.startsWith('Terms and rules', start))
    expect(closing?.reasons?.join('; ')).toContain('phrase')
    expect(classify(forum).some(({reasons}) => reasons !== undefined)).toBe(false)
  })
})

describe('credits', () => {
  const credit = (line: string): string | undefined => {
    const text = `qn2.jpg\n${line}\n\nA first paragraph of prose follows the picture, long enough to be one, and it ends here.`
    const found = extract(text).blocks.find((block) => block.credit !== undefined)?.credit
    return found && text.slice(found.start, found.end)
  }
  it('are found in captions of any language', () => {
    expect(credit('Penduduk menuai padi di kampung itu. Foto: Minh Duc')).toBe('Minh Duc')
    expect(credit('Der Bürgermeister am Becken. Foto: Jutta Claasen')).toBe('Jutta Claasen')
    expect(credit('Nhà vườn thu hoạch xoài ở xã Hòa Lộc. Ảnh: Thanh Trúc')).toBe('Thanh Trúc')
  })
})

import {readFileSync} from 'node:fs'
import Ajv from 'ajv/dist/2020.js'
import rehypeParse from 'rehype-parse'
import {retext} from 'retext'
import retextEnglish from 'retext-english'
import retextEquality from 'retext-equality'
import retextLatin from 'retext-latin'
import retextReadability from 'retext-readability'
import {type Plugin, unified} from 'unified'
import {describe, expect, it} from 'vitest'
import {fromHast} from '../src/html'
import {extract, type Page} from '../src/index'
import {type PageNode, pageFacts, pageJson, pageLanguage, pageParse, pageRoles, retextFacts} from '../src/unified'

const text = readFileSync(new URL('../fixtures/pages/ms-vietnam-poverty.txt', import.meta.url), 'utf8')
const whole = () => unified().use(pageParse).use(pageLanguage).use(pageRoles).use(pageFacts).use(pageJson)

describe('the pipeline as plugins', () => {
  it('gives the page that extract gives', async () => {
    const file = await whole().process(text)
    expect({...JSON.parse(String(file)), text}).toEqual(JSON.parse(JSON.stringify(extract(text))))
    expect(file.data.facts).toEqual(extract(text).facts)
  })

  it('is a tree of lines with their positions', () => {
    const tree = unified().use(pageParse).parse(text)
    const [first] = tree.children
    expect(tree.type).toBe('page')
    expect(first).toMatchObject({type: 'block', value: 'Vietnam.vn - Nền tảng quảng bá Việt Nam'})
    expect(first?.position.start).toEqual({line: 1, column: 1, offset: 0})
    for (const {value, position} of tree.children)
      expect(text.slice(position.start.offset, position.end.offset)).toBe(value)
  })

  it('takes a plugin of somebody else between its own', async () => {
    const onlyCaptions: Plugin<[], PageNode> = () => (tree) => {
      tree.children = tree.children.filter(({data}) => data.role === 'caption')
    }
    const file = await unified()
      .use(pageParse)
      .use(pageLanguage)
      .use(pageRoles)
      .use(onlyCaptions)
      .use(pageFacts)
      .use(pageJson)
      .process(text)
    expect(file.data.facts?.map((fact) => fact.text)).toEqual(['2024', '0.03%'])
  })

  it('says what is doubtful', async () => {
    const file = await unified().use(pageParse).use(pageFacts).use(pageJson).process('It cost $5 on 03/04/2025.')
    expect(file.messages.map(({ruleId, line}) => [ruleId, line])).toContainEqual(['date-numeric', 1])
  })

  it('names a wrong option', () => {
    expect(() =>
      unified()
        .use(pageParse)
        .use(pageFacts, {kinds: ['price' as 'money']})
        .use(pageJson)
        .freeze(),
    ).toThrow(TypeError)
  })
})

describe('retextFacts', () => {
  const prose = 'The bridge is 640 meters long. It cost $2.4 billion in 2024.\n\nShe waited for three years.'

  it.each([
    ['retext-english', retextEnglish],
    ['retext-latin', retextLatin],
  ])('finds facts with their places in the file, on %s', async (_, parser) => {
    const file = await retext().use(parser).use(retextFacts, {language: 'en'}).process(prose)
    expect(file.data.facts?.map((fact) => prose.slice(fact.start, fact.end))).toEqual([
      '640 meters',
      '$2.4 billion',
      '2024',
      'three years',
    ])
  })

  it('stands beside other plugins', async () => {
    const file = await retext()
      .use(retextEquality)
      .use(retextReadability)
      .use(retextFacts, {language: 'en'})
      .process(prose)
    expect(file.data.facts?.map((fact) => fact.text)).toEqual(['640 meters', '$2.4 billion', '2024', 'three years'])
    for (const fact of file.data.facts ?? []) expect(prose.slice(fact.start, fact.end)).toBe(fact.text)
  })
})

describe('the rehype door', () => {
  it('reads a hast tree', () => {
    const tree = unified()
      .use(rehypeParse)
      .parse(
        '<article><h1>Bridge</h1><p>The bridge over the river is 640 meters long and cost the town $2.4 billion in 2024.</p></article>',
      )
    const page = fromHast(tree, {language: 'en'})
    expect(page.text).toContain('640 meters')
    for (const fact of page.facts) expect(page.text.slice(fact.start, fact.end)).toBe(fact.text)
  })
})

describe('schema.json', () => {
  const schema = JSON.parse(readFileSync(new URL('../schema/page.schema.json', import.meta.url), 'utf8')) as object
  const validate = new Ajv({strict: false}).compile<Page>(schema)

  it.each(['ms-vietnam-poverty', 'en-press-release', 'ja-news'])('describes %s', (name) => {
    const page = extract(readFileSync(new URL(`../fixtures/pages/${name}.txt`, import.meta.url), 'utf8'), {
      explain: true,
    })
    expect(validate(JSON.parse(JSON.stringify(page))), JSON.stringify(validate.errors)).toBe(true)
  })

  it('refuses what is no page', () => expect(validate({schema: 2})).toBe(false))
})

import {readFileSync} from 'node:fs'
import Ajv from 'ajv/dist/2020.js'
import type {Nodes, Root} from 'nlcst'
import rehypeParse from 'rehype-parse'
import {retext} from 'retext'
import retextEnglish from 'retext-english'
import retextEquality from 'retext-equality'
import retextLatin from 'retext-latin'
import retextReadability from 'retext-readability'
import {type Plugin, unified} from 'unified'
import {VFile} from 'vfile'
import {describe, expect, it} from 'vitest'
import {fromHast} from '../src/html'
import {extract, type Fact, type Page} from '../src/index'
import {
  type PageNode,
  pageFacts,
  pageJson,
  pageLanguage,
  pageParse,
  pageRoles,
  rehypeFacts,
  retextFacts,
} from '../src/unified'

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

  it('forgets the facts of lines that a plugin takes out afterwards', async () => {
    const noTitle: Plugin<[], PageNode> = () => (tree) => {
      tree.children = tree.children.filter(({value}) => !value.includes('12.31%'))
    }
    const file = await whole().use(noTitle).process(text)
    const page = JSON.parse(String(file)) as Page
    for (const {start, end, block} of page.facts) {
      expect(start).toBeGreaterThanOrEqual(page.blocks[block]!.start)
      expect(end).toBeLessThanOrEqual(page.blocks[block]!.end)
    }
    expect(page.facts.map((fact) => fact.text)).not.toContain('12.31%')
    expect(page.facts.map((fact) => fact.text)).toContain('524 bilion VND')
    for (const claim of page.claims) for (const index of claim.facts) expect(page.facts[index]?.kind).toBe(claim.kind)
  })

  it.each([
    ['pageLanguage', pageLanguage, (page: Page) => page.language.tag === 'ms' && page.title === undefined],
    ['pageRoles', pageRoles, (page: Page) => page.title !== undefined && page.facts.length === 0],
    ['pageFacts', pageFacts, (page: Page) => page.facts.length > 10 && page.language.tag === 'und'],
  ])('%s can be used alone', async (_, plugin, holds) => {
    const file = await unified().use(pageParse).use(plugin).use(pageJson).process(text)
    const page = JSON.parse(String(file)) as Page
    expect(holds(page)).toBe(true)
    expect(page.blocks).toHaveLength(extract(text).blocks.length)
  })

  it('says what is doubtful', async () => {
    const file = await unified().use(pageParse).use(pageFacts).use(pageJson).process('It cost $5 on 03/04/2025.')
    expect(file.messages.map(({ruleId, line}) => [ruleId, line])).toContainEqual(['date-numeric', 1])
  })

  it('says that the language is undetermined', async () => {
    const file = await unified().use(pageParse).use(pageLanguage).use(pageJson).process('12 % – 14 %')
    expect(file.messages.map(({reason}) => reason)).toEqual(['Language undetermined: no letters'])
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

function removePositions(node: Nodes): void {
  delete node.position
  if ('children' in node) for (const child of node.children) removePositions(child)
}

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
    expect(file.messages.map(({source}) => source)).toContain('retext-equality')
  })

  it('gives each sentence its own', async () => {
    const processor = retext().use(retextFacts)
    const tree = (await processor.run(processor.parse(prose))) as Root
    const sentences = tree.children.flatMap((node) => (node.type === 'ParagraphNode' ? node.children : []))
    const texts = sentences.flatMap((node) =>
      node.type === 'SentenceNode' ? [node.data?.facts?.map(({text, block}) => [block, text])] : [],
    )
    expect(texts).toEqual([
      [[0, '640 meters']],
      [
        [1, '$2.4 billion'],
        [1, '2024'],
      ],
      [[2, 'three years']],
    ])
  })

  it('knows the language by the whole text, and reads on at the end of a line', async () => {
    const german = 'Die Brücke über den Fluss wurde im Herbst eröffnet.\nSie kostete 2,4\nMilliarden Euro.'
    const file = await retext().use(retextFacts).process(german)
    expect(file.data.facts).toMatchObject([{kind: 'money', exact: '2400000000', currency: 'EUR'}])
    const [{start, end}] = file.data.facts as [Fact]
    expect(german.slice(start, end)).toBe('2,4\nMilliarden Euro')
  })

  it('reads a tree without positions', async () => {
    const processor = retext().use(retextFacts)
    const tree = processor.parse(prose)
    removePositions(tree)
    const file = new VFile(prose)
    await processor.run(tree, file)
    expect(file.data.facts?.map((fact) => fact.text)).toEqual(['640 meters', '$2.4 billion', '2024', 'three years'])
  })

  it('says where a value has two readings', async () => {
    const file = await retext().use(retextFacts, {language: 'en'}).process('It was sold.\n\nThey met on 03/04/2025.')
    expect(file.messages.map(({ruleId, line, column}) => [ruleId, line, column])).toEqual([['date-numeric', 3, 13]])
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

  it('is a plugin beside others, and leaves the tree alone', async () => {
    const html = '<p>The old bridge over the river was sold by the town on 03/04/2025 for a small price.</p>'
    const processor = unified().use(rehypeParse, {fragment: true}).use(rehypeFacts, {language: 'en'})
    const tree = processor.parse(html)
    const before = structuredClone(tree)
    const file = new VFile(html)
    expect(await processor.run(tree, file)).toEqual(before)
    expect(file.data.page?.text).toContain('The old bridge')
    expect(file.data.facts).toMatchObject([{kind: 'date', text: '03/04/2025'}])
    expect(file.messages.map(({ruleId, line, column}) => [ruleId, line, column])).toEqual([['date-numeric', 1, 4]])
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

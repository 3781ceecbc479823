import {execFileSync} from 'node:child_process'
import {createHash} from 'node:crypto'
import {mkdtempSync, readFileSync, writeFileSync} from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import {fileURLToPath, pathToFileURL} from 'node:url'
import axe from 'axe-core'
import type {Browser, BrowserContextOptions, Page as Tab} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {extract} from '../src/index'
import {renderReport} from '../src/report'
import {factValue, otherValues} from '../src/report/value'
import {hasBrowser, launchBrowser} from './browser'

const fixtures = fileURLToPath(new URL('../fixtures/pages/', import.meta.url))
const pageOf = (name: string) => ({name, page: extract(readFileSync(path.join(fixtures, `${name}.txt`), 'utf8'))})

const attack =
  '<script>hacked=1</script><img src=x onerror="hacked=1">"\'><svg onload=hacked=1></script><style>*{display:none}'
const hostile = {
  name: `${attack}.txt`,
  page: extract(
    `${attack}\n\nThe bridge cost $5 million${attack} in 2024, and ${attack} 12.31% of the people use it every day.\n\nSource: https://example.org/"onmouseover="hacked=1`,
    {language: 'en', keep: ['source']},
  ),
}

describe('renderReport', () => {
  it('escapes whatever a page says', () => {
    const html = renderReport([hostile], {title: attack})
    const ours = html.replace(/<script>[^<]*<\/script>|<style>[^<]*<\/style>/g, '')
    expect(ours).not.toMatch(/<script|<img|<style|<svg onload|onmouseover="hacked/)
    expect(ours).toContain('&lt;script&gt;hacked=1&lt;/script&gt;')
  })

  it('allows its own script and style sheet and nothing else', () => {
    const html = renderReport([])
    const policy = /Content-Security-Policy" content="([^"]+)"/.exec(html)![1]!.replaceAll('&#39;', "'")
    const hashOf = (tag: string): string => {
      const [, text] = new RegExp(`<${tag}>([^]*?)</${tag}>`).exec(html)!
      return `'sha256-${createHash('sha256').update(text!).digest('base64')}'`
    }
    expect(policy.split('; ')).toEqual([
      "default-src 'none'",
      `script-src ${hashOf('script')}`,
      `style-src ${hashOf('style')}`,
      "base-uri 'none'",
      "form-action 'none'",
    ])
  })

  it('links no address but those of the web', () => {
    const page = extract('Source: https://example.org/a\n')
    const sources = ['https://example.org/a', 'javascript:alert(1)'].map((url) =>
      renderReport([{name: 'page', page: {...page, source: {start: 0, end: 1, url}}}]),
    )
    expect(sources[0]).toContain('href="https://example.org/a"')
    expect(sources[1]).not.toContain('href="javascript')
  })

  it('has every fact in its place and in the table', () => {
    const {name, page} = pageOf('ms-vietnam-poverty')
    const html = renderReport([{name, page}])
    for (const index of page.facts.keys())
      for (const id of ['fact', 'mark']) expect(html).toContain(`id="${id}-0-${index}"`)
    expect(html).toContain('over 524,000,000,000 VND')
  })

  it('takes no pages, and pages without anything', () => {
    expect(renderReport([])).toContain('Facts of 0 pages')
    expect(renderReport([{name: 'empty', page: extract('')}])).toContain('0 of 0 lines')
  })
})

describe('factValue', () => {
  it.each([
    ['Revenue was $1,234,567.89 last year.', '1,234,567.89 USD'],
    ['It fell by 0.5%.', '0.5 %'],
    ['It rose by 25 basis points.', '0.25 pp'],
    ['The road is 12.5 km long.', '12.5 kilometer'],
    ['It lasted between 3 and 5 years.', '3 – 5 year'],
    ['More than 4,000 people came.', 'over 4,000'],
    ['On 3 November 2025 it opened.', '2025-11-03'],
  ])('%s', (text, value) => {
    const page = extract(text, {language: 'en', region: 'US'})
    expect(page.facts.map(factValue)).toEqual([value])
  })

  it('gives the other readings in the same form', () => {
    const [fact] = extract('They met on 03/04/2025 in the old town hall.', {language: 'en'}).facts
    expect([factValue(fact!), ...otherValues(fact!)].sort()).toEqual(['2025-03-04', '2025-04-03'])
  })
})

describe('pagefacts report', () => {
  const cli = fileURLToPath(new URL('../dist/cli.js', import.meta.url))

  it('writes one file for a folder', () => {
    const output = path.join(mkdtempSync(path.join(os.tmpdir(), 'pagefacts-')), 'report.html')
    execFileSync(process.execPath, [cli, 'report', fixtures, '--output', output, '--title', 'Fixtures & more'])
    const html = readFileSync(output, 'utf8')
    expect(html).toContain('<title>Fixtures &amp; more</title>')
    expect(html).toContain('ar-news.txt')
  })

  it('stops at a limit and says so', () => {
    const html = execFileSync(process.execPath, [cli, 'report', fixtures, '--limit', '2'], {
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    expect(String(html)).toContain('Facts of 2 pages')
  })
})

describe.skipIf(!hasBrowser)('the report in Chromium', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'pagefacts-'))
  let browser: Browser
  beforeAll(async () => {
    browser = await launchBrowser()
  })
  afterAll(() => browser?.close())

  /** A tab that shows a report from disk, and what it asked for or complained about. */
  async function open(html: string, options: BrowserContextOptions = {}): Promise<{tab: Tab; noise: string[]}> {
    const file = path.join(folder, 'report.html')
    writeFileSync(file, html)
    const tab = await (await browser.newContext({viewport: {width: 1280, height: 900}, ...options})).newPage()
    const noise: string[] = []
    tab.on('request', (request) => request.url().startsWith('file:') || noise.push(request.url()))
    tab.on('console', (message) => noise.push(message.text()))
    tab.on('pageerror', (error) => noise.push(String(error)))
    await tab.goto(String(pathToFileURL(file)))
    return {tab, noise}
  }
  const report = renderReport(['ms-vietnam-poverty', 'ar-news'].map(pageOf))

  it('says of a fact what it is when the keyboard comes to it', async () => {
    const {tab} = await open(report)
    const tip = tab.getByRole('tooltip')
    const mark = tab.locator('a.fact', {hasText: '524 bilion VND'})
    await mark.focus()
    await tip.waitFor()
    expect(await tip.textContent()).toMatch(/over 524,000,000,000 VND.*kindmoneyrulemoney\/after-numberconfidence\d+ %/)
    expect(await mark.getAttribute('aria-describedby')).toBe('tip')
    await tab.keyboard.press('Escape')
    expect(await tip.isVisible()).toBe(false)
  })

  it('says it under the pointer, which may go there', async () => {
    const {tab} = await open(report)
    const tip = tab.getByRole('tooltip')
    await tab.locator('a.fact', {hasText: '0.03%'}).first().hover()
    expect(await tip.textContent()).toContain('0.03 %')
    await tip.hover()
    await tab.locator('h3').first().hover()
    await tip.waitFor({state: 'hidden'})
  })

  it('filters by kind, currency, page and text', async () => {
    const {tab} = await open(report)
    const shown = (): Promise<number> => tab.locator('#table tbody tr:visible').count()
    const all = await shown()
    await tab.getByLabel('Currency').selectOption('VND')
    expect(await shown()).toBe(2)
    expect(await tab.getByRole('status').textContent()).toBe(`2 of ${all} facts`)
    await tab.getByRole('button', {name: 'Clear'}).click()
    await tab.getByLabel('Kind').selectOption('percentage')
    await tab.locator('select[name=page]').selectOption({label: 'ar-news'})
    expect(await tab.locator('#table tbody tr:visible .value').allTextContents()).toEqual([
      expect.stringContaining('9 %'),
      expect.stringContaining('9 %'),
    ])
    await tab.getByRole('button', {name: 'Clear'}).click()
    await tab.getByRole('searchbox').fill('bajet pusat')
    expect(await shown()).toBeGreaterThan(0)
    expect(await shown()).toBeLessThan(all)
    await tab.locator('figure a', {hasText: /^money$/}).click()
    expect(await tab.locator('select[name=kind]').inputValue()).toBe('money')
  })

  it('sets lines from right to left where their language runs so', async () => {
    const {tab} = await open(report)
    const titles = (direction: string): Promise<string[]> =>
      tab.locator(`.line.title p:dir(${direction})`).allTextContents()
    expect(await titles('rtl')).toEqual([expect.stringContaining('ارتفاع صادرات')])
    expect(await titles('ltr')).toEqual([expect.stringContaining('Quang Ninh - model')])
  })

  it('runs nothing that a page says, and loads nothing', async () => {
    const {tab, noise} = await open(renderReport([hostile], {title: attack}))
    await tab.locator('a.fact').first().hover()
    expect(await tab.getByRole('tooltip').isVisible()).toBe(true)
    expect(await tab.evaluate('typeof hacked')).toBe('undefined')
    expect(noise).toEqual([])
  })

  it('would not even run what came through unescaped', async () => {
    const {tab, noise} = await open(
      report.replace('<main>', `<main>${attack.replace('</script><style>*{display:none}', '')}`),
    )
    expect(await tab.evaluate('typeof hacked')).toBe('undefined')
    expect(noise.join('\n')).toMatch(/violates the following Content Security Policy/)
  })

  it.each(['light', 'dark'] as const)('passes axe, %s', async (colorScheme) => {
    const {tab} = await open(renderReport([pageOf('ar-news')]), {colorScheme, reducedMotion: 'reduce'})
    await tab.evaluate(axe.source)
    const {violations} = (await tab.evaluate('axe.run()')) as axe.AxeResults
    expect(violations.map(({id, nodes}) => [id, nodes[0]?.html])).toEqual([])
  })

  it('goes dark and light at a button', async () => {
    const {tab} = await open(report, {colorScheme: 'light'})
    const paper = (): Promise<string> => tab.evaluate('getComputedStyle(document.body).backgroundColor')
    const light = await paper()
    await tab.getByRole('button', {name: 'Dark'}).click()
    expect(await paper()).not.toBe(light)
    await tab.getByRole('button', {name: 'Light'}).click()
    expect(await paper()).toBe(light)
  })

  it('fits a telephone', async () => {
    const {tab} = await open(report, {viewport: {width: 360, height: 740}})
    expect(await tab.evaluate('document.documentElement.scrollWidth')).toBe(360)
  })
})

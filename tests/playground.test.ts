import {execFileSync} from 'node:child_process'
import {readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import axe from 'axe-core'
import type {Browser, Page as Tab} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {hasBrowser, launchBrowser, serveFolder} from './browser'

const root = fileURLToPath(new URL('../', import.meta.url))
const seed = readFileSync(`${root}fixtures/pages/ms-vietnam-poverty.txt`, 'utf8')
describe.skipIf(!hasBrowser)('the playground in Chromium', () => {
  let browser: Browser
  let site: Awaited<ReturnType<typeof serveFolder>>
  beforeAll(async () => {
    execFileSync('npm', ['run', '--silent', 'playground'], {cwd: root})
    site = await serveFolder(`${root}playground/dist`)
    browser = await launchBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    site?.close()
  })

  /** A tab with the playground, and what it complained about or asked others for. */
  async function open(fragment = ''): Promise<{tab: Tab; noise: string[]}> {
    const context = await browser.newContext({viewport: {width: 1280, height: 900}, reducedMotion: 'reduce'})
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    const tab = await context.newPage()
    const noise: string[] = []
    tab.on('request', (request) => /^(http:\/\/127|data:)/.test(request.url()) || noise.push(request.url()))
    tab.on('console', (message) => noise.push(message.text()))
    tab.on('pageerror', (error) => noise.push(String(error)))
    await tab.goto(site.address + fragment)
    return {tab, noise}
  }
  const done = (tab: Tab): Promise<void> => tab.getByRole('status').filter({hasText: / ms$/}).first().waitFor()

  it('reads a page that is pasted', async () => {
    const {tab, noise} = await open()
    await tab.evaluate(`navigator.clipboard.writeText(${JSON.stringify(seed)})`)
    await tab.locator('#text').focus()
    await tab.keyboard.press('Control+V')
    await done(tab)
    expect(await tab.locator('#table').textContent()).toContain('over 524,000,000,000 VND')
    expect(await tab.locator('#status').textContent()).toMatch(/^ms \(\d+ %\) · \d+ of \d+ lines kept · \d+ facts · /)
    expect(await tab.locator('.line.title p').textContent()).toMatch(/^Quang Ninh - model/)
    expect(await tab.locator('details.dropped').count()).toBeGreaterThan(0)
    expect(noise).toEqual([])
  })

  it('reads HTML as HTML', async () => {
    const {tab} = await open()
    await tab
      .locator('#text')
      .fill(
        '<article><h1>Bridge</h1><p>The bridge over the river is 640 meters long and cost the town $2.4 billion.</p><script>hacked=1</script></article>',
      )
    await done(tab)
    expect(await tab.locator('#table').textContent()).toContain('2,400,000,000 USD')
    expect(await tab.locator('.lines').textContent()).not.toContain('hacked')
  })

  it('has the options in its address', async () => {
    const {tab} = await open('#example=en-press-release&language=en&region=CA')
    await done(tab)
    expect(await tab.locator('[name=region]').inputValue()).toBe('CA')
    await tab.locator('[name=kinds]').selectOption('all')
    await tab.waitForURL(/kinds=all/)
    expect(Object.fromEntries(new URLSearchParams(new URL(tab.url()).hash.slice(1)))).toEqual({
      example: 'en-press-release',
      language: 'en',
      region: 'CA',
      kinds: 'all',
    })
  })

  it('reads each example', async () => {
    const {tab, noise} = await open()
    const names = await tab.locator('#example option').allTextContents()
    expect(names.length).toBeGreaterThan(12)
    for (const name of names.slice(1, 5)) {
      await tab.locator('#example').selectOption(name)
      await tab
        .getByRole('status')
        .filter({hasText: new RegExp(`^${name.slice(0, 2)} .* ms$`)})
        .first()
        .waitFor()
    }
    expect(noise).toEqual([])
  })

  it('says what an option lacks', async () => {
    const {tab} = await open('#text=It+cost+5+euros.')
    await done(tab)
    await tab.locator('[name=region]').fill('Vietnam')
    expect(await tab.locator('[name=region]:invalid').count()).toBe(1)
  })

  it('goes on drawing while it reads five million characters', async () => {
    const {tab} = await open()
    const frames = await tab.evaluate(`(async () => {
      const data = new DataTransfer()
      data.setData('text/plain', ${JSON.stringify(`${seed}\n`)}.repeat(${Math.ceil(5e6 / seed.length)}))
      const field = document.querySelector('#text')
      const status = document.querySelector('#status')
      field.dispatchEvent(new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true}))
      let frames = 0
      while (status.textContent === 'Reading …') {
        await new Promise(requestAnimationFrame)
        frames++
      }
      return frames
    })()`)
    expect(frames).toBeGreaterThan(3)
    expect(await tab.locator('#status').textContent()).toMatch(/ms$/)
    expect(await tab.locator('#excerpt').textContent()).toContain('5.0 million')
    expect(await tab.locator('.cut').textContent()).toContain('The start of a long page')
  })

  it('passes axe', async () => {
    const {tab} = await open('#example=ar-news')
    await done(tab)
    await tab.evaluate(axe.source)
    const {violations} = (await tab.evaluate('axe.run()')) as axe.AxeResults
    expect(violations.map(({id, nodes}) => [id, nodes[0]?.html])).toEqual([])
  })
})

import {describe, expect, it} from 'vitest'
import {extract, learnSite, mergeSites, pruneSite} from '../src/index'

const topics = [
  'Haushalt',
  'Bebauungsplan',
  'Radweg',
  'Hafen',
  'Stadtwald',
  'Kindergarten',
  'Friedhof',
  'Marktplatz',
  'Museum',
  'Deich',
]

const article = (n: number): string =>
  [
    'Elbtal-Bote',
    'Der Kurier der Woche, gelesen in siebzehn Orten und auf drei Inseln, seit es den Hafen gibt.',
    `Neues zum Thema ${topics[n]}`,
    '',
    `Im Rathaus wurde am Montag ein Plan zum Thema ${topics[n]} vorgestellt, der ${n * 3} neue Stellen vorsieht und Geld kostet.`,
    '',
    `Die Fraktionen wollen in ${n + 2} Wochen über das Thema ${topics[n]} abstimmen, sagte die Sprecherin nach der Sitzung im großen Saal.`,
    '',
    'Unser Kurier kommt an jedem Freitag mit allen Geschichten der Woche, ganz gleich, ob es regnet oder schneit.',
  ].join('\n')

const pages = [1, 2, 3, 4, 5, 6].map(article)
const roleOf = (text: string, start: string, options = {}) =>
  extract(text, options).blocks.find((block) => text.startsWith(start, block.start))

describe('learnSite', () => {
  it('drops lines that repeat over the site, whatever they look like', () => {
    const site = learnSite(pages)
    expect(roleOf(article(9), 'Unser Kurier', {site})?.content).toBe(false)
    expect(roleOf(article(9), 'Der Kurier der Woche', {site})?.content).toBe(false)
    expect(roleOf(article(9), 'Im Rathaus', {site})?.content).toBe(true)
  })

  it('is not used before it has seen five pages', () => {
    const few = learnSite(pages.slice(0, 4))
    expect(roleOf(article(9), 'Unser Kurier', {site: few})?.content).toBe(roleOf(article(9), 'Unser Kurier')?.content)
  })

  it('merges in any order to what all pages together give', () => {
    const [a, b, c] = [learnSite(pages.slice(0, 2)), learnSite(pages.slice(2, 3)), learnSite(pages.slice(3))]
    const whole = learnSite(pages)
    expect(mergeSites(mergeSites(a, b), c)).toEqual(whole)
    expect(mergeSites(a, mergeSites(b, c))).toEqual(whole)
    expect(mergeSites(c, mergeSites(b, a))).toEqual(whole)
  })

  it('survives JSON and pruning', () => {
    const site = JSON.parse(JSON.stringify(pruneSite(learnSite(pages))))
    expect(Object.keys(site.lines).length).toBeLessThan(Object.keys(learnSite(pages).lines).length)
    expect(roleOf(article(9), 'Unser Kurier', {site})?.content).toBe(false)
  })

  it('takes pages that were extracted as well as texts', () => {
    expect(learnSite(pages.map((text) => extract(text)))).toEqual(learnSite(pages))
  })

  it('names a value that is no page', () => {
    expect(() => learnSite([7 as never])).toThrow(new TypeError('Expected pages as texts or pages, got 7'))
  })
})

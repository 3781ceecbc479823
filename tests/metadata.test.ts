import {readFileSync} from 'node:fs'
import path from 'node:path'
import {describe, expect, it} from 'vitest'
import {extract, type Page} from '../src/index'

const pageText = (name: string): string =>
  readFileSync(path.resolve(import.meta.dirname, `../fixtures/roles/${name}.txt`), 'utf8')
    .split('\n')
    .filter((line) => !line.startsWith('# '))
    .map((line) => line.replace(/^[a-z-]+\| /, ''))
    .join('\n')

function summary(page: Page): Record<string, string | undefined> {
  const at = (span: {start: number; end: number} | undefined) => span && page.text.slice(span.start, span.end)
  return {
    title: at(page.title),
    author: at(page.author),
    publisher: at(page.publisher),
    published: page.published?.iso,
    updated: page.updated?.iso,
    source: page.source?.url,
  }
}
const of = (name: string) => summary(extract(pageText(name)))

describe('metadata', () => {
  it('reads a name doubled before the date once, and the date as a fact with its place', () => {
    const text = pageText('vi-portal')
    const page = extract(text)
    expect(summary(page)).toMatchObject({
      title: 'Xoài Cát Chu vào vụ, nhà vườn bán được giá cao nhất ba năm',
      publisher: 'Báo Sông Tiền',
      published: '2024-03-22',
      source: 'https://baosongtien.example.vn/xoai-cat-chu-vao-vu-a20418.html',
    })
    expect(page.published).toMatchObject({kind: 'date', text: '22/03/2024', rule: 'metadata/published'})
    expect(text.slice(page.published!.start, page.published!.end)).toBe('22/03/2024')
    expect(page.standfirst && text.slice(page.standfirst.start, page.standfirst.end)).toMatch(/^Giá xoài tại vườn/)
  })

  it('keeps the day of an update apart', () => {
    expect(of('ja-blog')).toMatchObject({published: '2024-06-18', updated: '2024-06-20'})
    expect(of('it-magazine')).toMatchObject({published: '2024-05-02', updated: '2024-05-05'})
    expect(of('fi-statistics')).toMatchObject({published: '2024-02-15', updated: '2024-02-16'})
  })

  it('takes author and publisher without the words around them', () => {
    expect(of('de-lokal')).toMatchObject({
      author: 'Torben Ahlers',
      publisher: 'Heidetaler Anzeiger',
      published: '2023-04-28',
    })
    expect(of('hu-recipe')).toMatchObject({author: 'Kalmár Réka', publisher: 'Fakanálforgató', published: '2023-09-09'})
    expect(of('en-longread')).toMatchObject({author: 'Imogen Trevanion', publisher: 'The Harbour Review'})
  })

  it('knows the publisher by a link that tells about it', () => {
    const text = [
      'Suche',
      'Über Fährkontor',
      'Fährkontor Reisen',
      'Neue Anlegestelle im Norden der Insel',
      'Die Reederei hat am Dienstag eine neue Anlegestelle im Norden der Insel eröffnet, nachdem der alte Steg im Winter abgebrannt war.',
      'Der Bau dauerte länger als geplant, weil das Holz aus Schweden erst im Sommer eintraf und die Arbeiten ruhten.',
      'Über Cookies',
      'Impressum',
    ].join('\n')
    expect(summary(extract(text)).publisher).toBe('Fährkontor')
  })

  it('knows the publisher by the trail above the title', () => {
    const text = [
      '搜索',
      '频道',
      '海港网 正文',
      '新码头在岛北部启用',
      '本报讯，航运公司星期二在岛的北部启用了新码头，旧码头去年冬天被大火烧毁，居民一直盼望重建。',
      '工程比计划的时间长，因为木材到夏天才从瑞典运到，施工一度停止，直到秋天才重新开始。',
      '关注海港网',
    ].join('\n')
    expect(summary(extract(text)).publisher).toBe('海港网')
  })

  it('converts the years of other calendars', () => {
    expect(of('th-news')).toMatchObject({published: '2024-05-08'})
  })

  it('reads what stands on one line', () => {
    const page = summary(
      extract(
        'The Daily Ferry\n\nHarbour wall to be raised by two metres\n\nBy Ann Pell | Published Nov 3, 2025 | Updated Nov 5, 2025\n\n' +
          'The harbour wall will be raised by two metres over the next three years, the port authority said on Monday.\n\n' +
          'The work is to cost 4.2 million pounds and will be paid for by the county and the port in equal parts.\n\n' +
          '© 2025 The Daily Ferry Ltd. All rights reserved.',
      ),
    )
    expect(page).toMatchObject({
      author: 'Ann Pell',
      publisher: 'The Daily Ferry',
      published: '2025-11-03',
      updated: '2025-11-05',
    })
  })

  it('leaves out what the page does not say', () => {
    const page = summary(
      extract('Rain is expected all week in the north of the island, and the wind will turn on Friday.'),
    )
    expect(Object.values(page).filter((value) => value !== undefined)).toEqual([])
  })
})

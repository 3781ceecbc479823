import path from 'node:path'
import {pathToFileURL} from 'node:url'
import {benchmarks, mainText} from './data'
import type {Prepared} from './train'

export type Decision = (page: Prepared, line: number) => boolean

/** The chrome suite's own figures for a set of decisions: set, precision, recall and F1 a line. */
export async function textFigures(pages: readonly Prepared[], isMain: Decision): Promise<string[]> {
  const {run} = await import(pathToFileURL(path.join(benchmarks, 'suites/chrome.mjs')).href)
  const asPage = (page: Prepared | undefined) =>
    page === undefined
      ? {text: '', blocks: []}
      : {
          text: page.sample.page.text,
          blocks: page.sample.page.blocks.map((block, line) => ({
            ...block,
            role: 'paragraph',
            content: isMain(page, line),
          })),
        }
  const byText = new Map(pages.map((page) => [page.sample.page.text, page]))
  // The suite reads the sets in order, so the next page is the one asked for.
  let next = 0
  const fromHtml = pages.some(({sample}) => sample.hints !== undefined)
  const log = console.log
  console.log = () => {}
  try {
    const found = await run({
      library: {classify: (text: string) => asPage(byText.get(text)).blocks},
      ...(fromHtml ? {html: {extractHtml: () => asPage(pages[next++])}} : {}),
      data: path.join(benchmarks, 'data'),
      worst: 0,
    })
    return (fromHtml ? ['aeb html', 'traf html'] : ['aeb text', 'traf text']).map((set) => {
      const {precision, recall, f1} = found[set]
      return `${set}: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}, F1 ${f1.toFixed(3)}`
    })
  } finally {
    console.log = log
  }
}

/** Of the labelled lines the share that is decided rightly, and F1 of main text by lines. */
export function lineFigures(pages: readonly Prepared[], isMain: Decision): {accuracy: number; f1: number} {
  let right = 0
  let all = 0
  let hit = 0
  let kept = 0
  let want = 0
  for (const page of pages)
    page.sample.roles.forEach((role, line) => {
      if (role === undefined) return
      const gold = mainText.has(role)
      const got = isMain(page, line)
      all++
      if (gold === got) right++
      if (got) kept++
      if (gold) want++
      if (gold && got) hit++
    })
  return {accuracy: right / Math.max(1, all), f1: (2 * hit) / Math.max(1, kept + want)}
}

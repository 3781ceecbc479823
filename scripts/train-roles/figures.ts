import path from 'node:path'
import {pathToFileURL} from 'node:url'
import {benchmarks, isContentRole, mainRoles} from './data'
import type {Prepared} from './train'

/** The chrome suite's own figures for a set of decisions. */
export async function chromeFigures(
  pages: readonly Prepared[],
  isMain: (page: Prepared, line: number) => boolean,
): Promise<Record<string, {precision: number; recall: number; f1: number}>> {
  const {run} = await import(pathToFileURL(path.join(benchmarks, 'suites/chrome.mjs')).href)
  const byText = new Map(pages.map((page) => [page.sample.page.text, page]))
  const log = console.log
  const table = console.table
  console.log = () => {}
  console.table = () => {}
  try {
    return await run({
      library: {
        classify: (text: string) => {
          const page = byText.get(text)
          return (
            page?.sample.page.blocks.map((block, line) => ({
              ...block,
              role: 'paragraph',
              content: isMain(page, line),
            })) ?? []
          )
        },
      },
      data: path.join(benchmarks, 'data'),
      worst: 0,
    })
  } finally {
    console.log = log
    console.table = table
  }
}

/** Of the labelled lines the share that is decided rightly, and F1 of main text by lines. */
export function lineFigures(
  pages: readonly Prepared[],
  isMain: (page: Prepared, line: number) => boolean,
): {accuracy: number; f1: number} {
  let right = 0
  let all = 0
  let hit = 0
  let kept = 0
  let want = 0
  for (const page of pages)
    page.sample.roles.forEach((role, line) => {
      if (role === undefined) return
      const gold = mainRoles.has(role)
      const got = isMain(page, line)
      all++
      if (gold === got) right++
      if (got) kept++
      if (gold) want++
      if (gold && got) hit++
    })
  return {accuracy: right / Math.max(1, all), f1: (2 * hit) / Math.max(1, kept + want)}
}
export {isContentRole}

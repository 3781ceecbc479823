import {createContext} from '../../src/context'
import type {Role} from '../../src/page'
import {fillFeatures, type PageLines, readLines} from '../../src/roles/features'
import {fillHints} from '../../src/roles/hints'
import {fillSecond, secondWidth} from '../../src/roles/second'
import {probability, scores, type Trees} from '../../src/roles/trees'
import {boost, random, type Settings, type Table} from './boost'
import {guessTitle, roleOfHint, type Sample} from './data'

/** A sample with its features: `secondWidth` bytes a line. */
export interface Prepared {
  readonly sample: Sample
  readonly read: PageLines
  readonly rows: Uint8Array
}

export function prepare(sample: Sample): Prepared {
  const context = createContext(sample.page.text)
  const read = readLines(sample.page, context.scan)
  const rows = new Uint8Array(sample.page.blocks.length * secondWidth)
  fillFeatures(sample.page, read, rows, secondWidth)
  if (sample.hints !== undefined) fillHints(sample.hints, sample.said, read, rows, secondWidth)
  return {sample, read, rows}
}

/** Columns of the chosen lines of all pages. */
export function tableOf(
  pages: readonly Prepared[],
  width: number,
  targetOf: (page: Prepared, line: number) => number,
  weightOf: (page: Prepared, line: number) => number,
): Table {
  const picked: [Prepared, number, number][] = []
  for (const page of pages)
    for (let line = 0; line < page.sample.page.blocks.length; line++) {
      const weight = weightOf(page, line)
      if (weight > 0) picked.push([page, line, weight])
    }
  const columns = Array.from({length: width}, () => new Uint8Array(picked.length))
  const target = new Float32Array(picked.length)
  const weight = new Float32Array(picked.length)
  picked.forEach(([page, line, amount], r) => {
    const at = line * secondWidth
    for (let k = 0; k < width; k++) columns[k]![r] = page.rows[at + k]!
    target[r] = targetOf(page, line)
    weight[r] = amount
  })
  return {count: picked.length, columns, target, weight}
}

export const chances = (trees: Trees, page: Prepared): Float32Array =>
  scores(trees, page.rows, secondWidth).map(probability)

export const mainTarget = ({sample}: Prepared, line: number): number => sample.main[line]!
export const mainWeight = ({sample}: Prepared, line: number): number =>
  sample.main[line]! < 0 ? 0 : sample.weight[line]!

export const firstSettings: Settings = {
  trees: 180,
  depth: 5,
  rate: 0.09,
  ridge: 10,
  rows: 0.6,
  columns: 0.35,
  outputs: 1,
  seed: 1,
}
export const secondSettings: Settings = {
  trees: 180,
  depth: 5,
  rate: 0.08,
  ridge: 12,
  rows: 0.6,
  columns: 0.35,
  outputs: 1,
  seed: 2,
}

/** Number of the fold of a page, the same for all pages of a site. */
export function foldOf(sample: Sample, folds: number): number {
  let hash = 7
  for (const letter of sample.site) hash = (Math.imul(hash, 31) + letter.charCodeAt(0)) >>> 0
  return hash % folds
}

export function trainMain(
  pages: readonly Prepared[],
  width: number,
  settings: Settings,
  weightOf = mainWeight,
  targetOf = mainTarget,
): Trees {
  return boost(tableOf(pages, width, targetOf, weightOf), settings)
}

/** Each page's chances by a model that has not seen its site. */
export function outOfFold(
  pages: readonly Prepared[],
  folds: number,
  train: (pages: readonly Prepared[]) => Trees,
): Map<Prepared, Float32Array> {
  const found = new Map<Prepared, Float32Array>()
  for (let fold = 0; fold < folds; fold++) {
    const model = train(pages.filter(({sample}) => foldOf(sample, folds) !== fold))
    for (const page of pages) if (foldOf(page.sample, folds) === fold) found.set(page, chances(model, page))
  }
  return found
}

export function addSecond(pages: readonly Prepared[], first: ReadonlyMap<Prepared, Float32Array>): void {
  for (const page of pages) fillSecond(page.read, first.get(page)!, page.rows, secondWidth)
}

const squeeze = (text: string): string => text.replace(/\s+/g, ' ').trim()

/**
 * Labels the unknown lines of pages by what a reading of the same pages from HTML makes of them: chances of lines of
 * the same text, averaged. `weight` is that of such a label against a known one.
 */
export function borrowLabels(
  pages: readonly Prepared[],
  teachers: ReadonlyMap<Prepared, Float32Array>,
  weight: number,
  share = 0.3,
): void {
  const next = random(5)
  const byId = new Map([...teachers].map(([page, chance]) => [`${page.sample.set} ${page.sample.id}`, {page, chance}]))
  for (const {sample} of pages) {
    const teacher = byId.get(`${sample.set} ${sample.id}`)
    if (teacher === undefined) continue
    const known = new Map<string, {sum: number; count: number; role: Role | undefined}>()
    const {page, chance} = teacher
    page.sample.page.blocks.forEach(({start, end}, i) => {
      const line = squeeze(page.sample.page.text.slice(start, end))
      const role = roleOfHint(page.sample.hints![i]!, chance[i]!)
      const entry = known.get(line) ?? {sum: 0, count: 0, role}
      known.set(line, {
        sum: entry.sum + chance[i]!,
        count: entry.count + 1,
        role: entry.role === role ? role : undefined,
      })
    })
    sample.page.blocks.forEach(({start, end}, i) => {
      const found = known.get(squeeze(sample.page.text.slice(start, end)))
      if (found === undefined) return
      sample.guessed[i] = found.role
      // Long lines are few and matter; of the many short ones a share is enough.
      const long = end - start > 100
      if (sample.main[i]! >= 0 || (!long && next() > share)) return
      sample.main[i] = found.sum / found.count
      sample.weight[i] = (long ? weight : weight / share) * Math.min(3, Math.max(0.7, Math.sqrt((end - start) / 60)))
    })
    guessTitle(sample, sample.main)
  }
}

import type {Role} from '../../src/page'
import {firstWidth} from '../../src/roles/features'
import {mainRoles, otherRoles, type PackedModel} from '../../src/roles/model'
import {secondWidth} from '../../src/roles/second'
import {scores, type Trees} from '../../src/roles/trees'
import {boost, packTrees, type Settings} from './boost'
import {allSamples, isContentRole, mainRoles as isMainRole} from './data'
import {lineFigures, textFigures} from './figures'
import {
  addSecond,
  chances,
  firstSettings,
  foldOf,
  outOfFold,
  type Prepared,
  prepare,
  secondSettings,
  tableOf,
  trainMain,
} from './train'

const folds = 5
const roleSettings: Settings = {trees: 60, depth: 5, rate: 0.15, ridge: 3, rows: 0.8, columns: 0.3, outputs: 0, seed: 3}

/** Trees that tell the roles of a list apart, trained on lines whose role is known. */
function trainRoles(pages: readonly Prepared[], roles: readonly Role[], seed: number): Trees {
  const table = tableOf(
    pages,
    secondWidth,
    ({sample}, line) => roles.indexOf(sample.roles[line]!),
    ({sample}, line) => (sample.roles[line] !== undefined && roles.includes(sample.roles[line]!) ? 1 : 0),
  )
  return boost(table, {...roleSettings, outputs: roles.length, seed})
}

const trainFirst = (pages: readonly Prepared[]): Trees => trainMain(pages, firstWidth, firstSettings)
const trainSecond = (pages: readonly Prepared[]): Trees => trainMain(pages, secondWidth, secondSettings)

let prepared: Prepared[] | undefined
/** All pages, with the first reading of each by models that have not seen its site. */
function preparedPages(): Prepared[] {
  if (prepared !== undefined) return prepared
  prepared = allSamples().map(prepare)
  addSecond(prepared, outOfFold(prepared, folds, trainFirst))
  return prepared
}

/** Cross-validated figures, a line each. */
export async function figures(): Promise<string[]> {
  const pages = preparedPages()
  const second = outOfFold(pages, folds, trainSecond)
  const isMain = (page: Prepared, line: number): boolean => second.get(page)![line]! > 0.5
  const gold = pages.filter(({sample}) => sample.set === 'gold')
  const result = await textFigures(pages, isMain)
  const lines = lineFigures(gold, isMain)
  result.push(`gold main text: accuracy ${lines.accuracy.toFixed(3)}, F1 ${lines.f1.toFixed(3)}`)
  result.push(roleFigures(pages, second))
  return result
}

function roleFigures(pages: readonly Prepared[], second: ReadonlyMap<Prepared, Float32Array>): string {
  let right = 0
  let all = 0
  let content = 0
  let kept = 0
  let want = 0
  let hit = 0
  const labelled = pages.filter(({sample}) => sample.set === 'gold' || sample.set === 'invented')
  for (let fold = 0; fold < folds; fold++) {
    const others = labelled.filter(({sample}) => foldOf(sample, folds) !== fold)
    const main = trainRoles(others, mainRoles, 3)
    const other = trainRoles(others, otherRoles, 4)
    for (const page of labelled.filter(({sample}) => sample.set === 'gold' && foldOf(sample, folds) === fold)) {
      const found = decide(page, second.get(page)!, main, other)
      page.sample.roles.forEach((role, line) => {
        all++
        if (found[line] === role) right++
        const gold = isContentRole(role!)
        const got = isContentRole(found[line]!)
        if (gold === got) content++
        if (got) kept++
        if (gold) want++
        if (gold && got) hit++
      })
    }
  }
  return `gold roles: accuracy ${(right / all).toFixed(3)}; content: accuracy ${(content / all).toFixed(3)}, F1 ${((2 * hit) / (kept + want)).toFixed(3)}`
}

export function decide(page: Prepared, chance: Float32Array, main: Trees, other: Trees): Role[] {
  const mainScores = scores(main, page.rows, secondWidth)
  const otherScores = scores(other, page.rows, secondWidth)
  return Array.from(chance, (p, line) =>
    p > 0.5 ? best(mainScores, line, mainRoles) : best(otherScores, line, otherRoles),
  )
}

function best(found: Float32Array, line: number, roles: readonly Role[]): Role {
  let top = 0
  for (let k = 1; k < roles.length; k++)
    if (found[line * roles.length + k]! > found[line * roles.length + top]!) top = k
  return roles[top]!
}

/** The models trained on everything. */
export function trainedModel(): PackedModel {
  const pages = preparedPages()
  const labelled = pages.filter(({sample}) => sample.set === 'gold' || sample.set === 'invented')
  return {
    first: packTrees(trainFirst(pages)),
    second: packTrees(trainSecond(pages)),
    main: packTrees(trainRoles(labelled, mainRoles, 3)),
    other: packTrees(trainRoles(labelled, otherRoles, 4)),
  }
}
export {chances, isMainRole}

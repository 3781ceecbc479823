import type {Role} from '../../src/page'
import {decideRoles} from '../../src/roles/decide'
import {firstWidth} from '../../src/roles/features'
import {mainRoles, otherRoles, type PackedModel} from '../../src/roles/model'
import {htmlFirstWidth, secondWidth} from '../../src/roles/second'
import {scores, type Trees} from '../../src/roles/trees'
import {boost, packTrees, type Settings} from './boost'
import {allSamples, guessTitle, htmlSamples, isContentRole, roleOfHint} from './data'
import {lineFigures, textFigures} from './figures'
import {addSureLabels} from './sure'
import {
  addSecond,
  borrowLabels,
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
/** Weight of a label borrowed from the HTML reading against a known one, and of a role that markup suggests. */
const borrowed = 0.4
const guessed = 0.1

const roleSettings: Settings = {trees: 70, depth: 5, rate: 0.15, ridge: 3, rows: 0.8, columns: 0.3, outputs: 0, seed: 3}

type Reading = 'text' | 'html'
const firstOf: Record<Reading, number> = {text: firstWidth, html: htmlFirstWidth}

const trainFirst =
  (reading: Reading) =>
  (pages: readonly Prepared[]): Trees =>
    trainMain(pages, firstOf[reading], firstSettings)
const trainSecond = (pages: readonly Prepared[]): Trees => trainMain(pages, secondWidth, secondSettings)

/** Trees that tell the roles of a list apart, trained on lines whose role is known or guessed. */
function trainRoles(pages: readonly Prepared[], roles: readonly Role[], seed: number): Trees {
  // The guessed roles are many; a few lines of each page are enough.
  const table = tableOf(
    pages,
    secondWidth,
    ({sample}, line) => roles.indexOf((sample.roles[line] ?? sample.guessed[line])!),
    ({sample}, line) => {
      const known = sample.roles[line]
      if (known !== undefined) return roles.includes(known) ? 1 : 0
      const guess = sample.guessed[line]
      if (guess === undefined || !roles.includes(guess)) return 0
      return guess === 'title' ? 0.5 : (line * 7 + sample.id.length) % 4 === 0 ? guessed * 2 : 0
    },
  )
  return boost(table, {...roleSettings, outputs: roles.length, seed})
}

/** Pages with both readings of each by models that have not seen its site. */
export interface Corpus {
  readonly reading: Reading
  readonly pages: readonly Prepared[]
  readonly second: ReadonlyMap<Prepared, Float32Array>
}

function read(reading: Reading, pages: readonly Prepared[]): Corpus {
  addSecond(pages, outOfFold(pages, folds, trainFirst(reading)))
  return {reading, pages, second: outOfFold(pages, folds, trainSecond)}
}

let corpora: {html: Corpus; text: Corpus} | undefined
function readCorpora(): {html: Corpus; text: Corpus} {
  if (corpora !== undefined) return corpora
  const marked = htmlSamples().map(prepare)
  addSureLabels(marked)
  const html = read('html', marked)
  for (const page of html.pages) {
    const chance = html.second.get(page)!
    page.sample.hints!.forEach((hint, line) => {
      page.sample.guessed[line] = roleOfHint(hint, chance[line]!)
    })
    guessTitle(page.sample, chance)
  }
  const pages = allSamples().map(prepare)
  borrowLabels(pages, html.second, borrowed)
  corpora = {html, text: read('text', pages)}
  return corpora
}

/** Cross-validated figures, a line each. */
export async function figures(): Promise<string[]> {
  const {html, text} = readCorpora()
  const result: string[] = []
  for (const {pages, second} of [text, html])
    result.push(...(await textFigures(pages, (page, line) => second.get(page)![line]! > 0.5)))
  for (const set of ['gold', 'invented'] as const) {
    const pages = text.pages.filter(({sample}) => sample.set === set)
    const lines = lineFigures(pages, (page, line) => text.second.get(page)![line]! > 0.5)
    result.push(`${set}, main text by lines: accuracy ${lines.accuracy.toFixed(3)}, F1 ${lines.f1.toFixed(3)}`)
  }
  result.push(...roleFigures(text, decidedRoles(text)))
  return result
}

/** The roles of all pages by models that have not seen their site. */
function decidedRoles({pages, second}: Corpus): Map<Prepared, Role[]> {
  const found = new Map<Prepared, Role[]>()
  for (let fold = 0; fold < folds; fold++) {
    const others = pages.filter(({sample}) => foldOf(sample, folds) !== fold)
    const main = trainRoles(others, mainRoles, 3)
    const other = trainRoles(others, otherRoles, 4)
    for (const page of pages)
      if (foldOf(page.sample, folds) === fold) found.set(page, decide(page, second.get(page)!, main, other))
  }
  return found
}

function roleFigures({pages}: Corpus, decided: ReadonlyMap<Prepared, Role[]>): string[] {
  const counts = {gold: [0, 0, 0, 0, 0, 0], invented: [0, 0, 0, 0, 0, 0]}
  for (const page of pages) {
    const {set, roles} = page.sample
    if (set !== 'gold' && set !== 'invented') continue
    const found = decided.get(page)!
    const count = counts[set]
    roles.forEach((role, line) => {
      const gold = isContentRole(role!)
      const got = isContentRole(found[line]!)
      count[0]!++
      if (found[line] === role) count[1]!++
      if (gold === got) count[2]!++
      if (got) count[3]!++
      if (gold) count[4]!++
      if (gold && got) count[5]!++
    })
    if (process.env.SHOW !== undefined && set === 'gold')
      roles.forEach((role, line) => {
        const {start, end} = page.sample.page.blocks[line]!
        if (found[line] !== role)
          console.log(
            `${page.sample.id}:${line} ${found[line]} for ${role}: ${page.sample.page.text.slice(start, end).slice(0, 70)}`,
          )
      })
  }
  return Object.entries(counts).map(([set, [all, right, content, got, gold, hit]]) => {
    const part = (a: number, b: number): string => (a / Math.max(1, b)).toFixed(3)
    return `${set}: role accuracy ${part(right!, all!)}; content accuracy ${part(content!, all!)}, F1 ${part(2 * hit!, got! + gold!)}`
  })
}

/** What the stage would decide with these models. */
const decide = ({sample, read, rows}: Prepared, chance: Float32Array, main: Trees, other: Trees): Role[] =>
  decideRoles(
    sample.page,
    read,
    {chance, main: scores(main, rows, secondWidth), other: scores(other, rows, secondWidth)},
    {},
  )

/** The models of a reading, trained on everything. */
export function trainedModel(reading: Reading): PackedModel {
  const {html, text} = readCorpora()
  const {pages} = reading === 'html' ? html : text
  // The roles of a page read from HTML are learnt from the labelled pages of plain text too.
  const labelled =
    reading === 'html'
      ? [...pages, ...text.pages.filter(({sample}) => sample.set === 'gold' || sample.set === 'invented')]
      : pages
  return {
    first: packTrees(trainFirst(reading)(pages)),
    second: packTrees(trainSecond(pages)),
    main: packTrees(trainRoles(labelled, mainRoles, 3)),
    other: packTrees(trainRoles(labelled, otherRoles, 4)),
  }
}

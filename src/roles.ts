import {readTable} from '#tables'
import type {Context} from './context'
import type {Block, Page, Role} from './page'
import {creditOf} from './roles/credits'
import {decideRoles, isContentRole, type Verdict} from './roles/decide'
import {reasonsFor} from './roles/explain'
import {fillFeatures, readLines} from './roles/features'
import {fillHints} from './roles/hints'
import {type RoleModel, unpackModel} from './roles/model'
import {fillSecond, secondWidth} from './roles/second'
import {probability, scores} from './roles/trees'

let unpacked: RoleModel | undefined

/** Chances beyond which only one kind of roles comes into question, whichever way the user leans. */
const maybeMain = 0.25
const surelyMain = 0.97

/** The role of each block, and whether it belongs to the article. */
export function roles(page: Page, context: Context): Page {
  if (page.blocks.length === 0) return page
  const model = context.roleModel ?? (unpacked ??= unpackModel((part) => readTable(`roles/${part}`)!))
  const {options, scan} = context
  const read = readLines(page, scan)
  const rows = new Uint8Array(page.blocks.length * secondWidth)
  fillFeatures(page, read, rows, secondWidth)
  if (context.hints !== undefined) fillHints(context.hints, context.head, read, rows, secondWidth)
  fillSecond(read, scores(model.first, rows, secondWidth).map(probability), rows, secondWidth)
  const chances = scores(model.second, rows, secondWidth).map(probability)
  const verdict: Verdict = {
    chance: chances,
    main: scores(model.main, rows, secondWidth, (line) => chances[line]! >= maybeMain),
    other: scores(model.other, rows, secondWidth, (line) => chances[line]! <= surelyMain),
  }
  const found = decideRoles(page, read, verdict, options, context.head?.title)
  const kept = keptRoles(options.keep)
  const blocks = page.blocks.map((block, line): Block => {
    const role = found[line]!
    const content = kept.get(role) ?? isContentRole(role)
    const chance = verdict.chance[line]!
    const result = withRole(block, role, content, Math.max(chance, 1 - chance))
    if (role === 'caption' || role === 'credit') {
      const credit = creditOf(scan, block)
      if (credit !== undefined) result.credit = credit
    }
    if (options.explain === true)
      result.reasons = reasonsFor(read, model.second, rows, secondWidth, line, chance > 0.5 ? 1 : -1, role)
    return result
  })
  return {...page, blocks}
}

/** A block with its role, field by field: V8 takes many times as long for a spread copy. */
function withRole({start, end, language, source}: Block, role: Role, content: boolean, confidence: number): Block {
  const block: Block = {start, end, role, content, confidence}
  if (language !== undefined) block.language = language
  if (source !== undefined) block.source = source
  return block
}

/** Roles whose side the user has chosen: `comment` keeps comments, `!caption` drops captions. */
const keptRoles = (keep: readonly string[] | undefined): Map<Role, boolean> =>
  new Map((keep ?? []).map((name) => (name.startsWith('!') ? [name.slice(1) as Role, false] : [name as Role, true])))

import type {Context} from './context'
import {textModel} from './generated/roles-text'
import type {Block, ContentRole, Page, Role} from './page'
import {contentRoles} from './page'
import {fillFeatures, readLines} from './roles/features'
import {mainRoles, otherRoles, type RoleModel, unpackModel} from './roles/model'
import {fillSecond, secondWidth} from './roles/second'
import {probability, scores} from './roles/trees'

let unpacked: RoleModel | undefined

/** The role of each block, and whether it belongs to the article. */
export function roles(page: Page, context: Context): Page {
  if (page.blocks.length === 0) return page
  const model = (unpacked ??= unpackModel(textModel))
  const read = readLines(page, context.scan)
  const rows = new Uint8Array(page.blocks.length * secondWidth)
  fillFeatures(page, read, rows, secondWidth)
  fillSecond(read, scores(model.first, rows, secondWidth).map(probability), rows, secondWidth)
  const chance = scores(model.second, rows, secondWidth).map(probability)
  const main = scores(model.main, rows, secondWidth)
  const other = scores(model.other, rows, secondWidth)
  const blocks = page.blocks.map((block, line): Block => {
    const isMain = chance[line]! > 0.5
    const role = isMain ? best(main, line, mainRoles) : best(other, line, otherRoles)
    const content = (contentRoles as readonly Role[]).includes(role as ContentRole)
    return {...block, role, content, confidence: isMain ? chance[line]! : 1 - chance[line]!}
  })
  return {...page, blocks}
}

function best(found: Float32Array, line: number, names: readonly Role[]): Role {
  let top = 0
  for (let k = 1; k < names.length; k++)
    if (found[line * names.length + k]! > found[line * names.length + top]!) top = k
  return names[top]!
}

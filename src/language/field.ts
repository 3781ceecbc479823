/** The languages that a text may be in, by its script and by what the caller chose. */
import {closeTags, type Table, tableOf} from './model'
import {scriptNames} from './script-names'

export interface Field {
  readonly table: Table
  /** Numbers of the languages in the table. */
  readonly members: Uint8Array
  /** Of each language of the table the number of its close group, or one of its own. */
  readonly groups: Uint16Array
}

/** The tags of the close groups, which are told apart by tables of their own. */
let close: readonly (readonly string[])[] | undefined
const closeGroups = (): readonly (readonly string[])[] => (close ??= closeTags())

/** Number of the close group of a tag; -1 where it has none. */
export const closeGroupOf = (tag: string): number => closeGroups().findIndex((tags) => tags.includes(tag))

/** Whether two tags are the same or of one close group, such as Malay and Indonesian. */
export const areClose = (a: string, b: string): boolean =>
  a === b || closeGroups()[closeGroupOf(a)]?.includes(b) === true

const everything: ReadonlySet<string> = new Set()
const fields = new WeakMap<ReadonlySet<string>, (Field | undefined)[]>()

/** The languages of a script (by its number): all, or those of `only`. Made once for each set. */
export function fieldOf(script: number, only: ReadonlySet<string> | undefined): Field {
  let known = fields.get(only ?? everything)
  if (known === undefined) {
    known = []
    fields.set(only ?? everything, known)
  }
  return (known[script] ??= makeField(scriptNames[script]!, only))
}

function makeField(script: string, only: ReadonlySet<string> | undefined): Field {
  const table = tableOf(script)
  const isMember = (index: number): boolean =>
    table.scripts[index] === script && (only === undefined || fits(only, table.tags[index]!))
  const members = Uint8Array.from([...table.tags.keys()].filter(isMember))
  const groups = Uint16Array.from(table.tags, (tag, index) => {
    const group = closeGroupOf(tag)
    return group < 0 ? closeGroups().length + index : group
  })
  return {table, members, groups}
}

const fits = (only: ReadonlySet<string>, tag: string): boolean => only.has(tag) || only.has(tag.split('-')[0]!)

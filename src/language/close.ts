/** Languages so close that the table of all hardly tells them apart have a table of their own. */
import {closeGroupOf, type Field} from './field'
import {closeTable} from './model'
import {logsOf, scoreAll, topOf} from './race'
import {numberOfScript, type Sample} from './scripts'

/** What a close group's own table counts beside the table of all, and what both then say: they hardly differ in what they see. */
const closerWeight = 4
const closeScale = 0.25

/** Adds to the logarithms of languages of one close group what the group's own table says; the group as a whole stays as likely. */
export function separate(
  {table, members, groups}: Field,
  logs: Float64Array,
  units: Uint16Array,
  sample: Sample,
): void {
  const best = topOf(logs, members)
  const group = closeGroupOf(table.tags[best]!)
  if (group < 0) return
  const own = members.filter((index) => groups[index] === group)
  if (own.length < 2) return
  const closer = closeTable(group)
  const letters = scoreAll(closer, units, sample, numberOfScript(closer.scripts[0] as 'Latn'))
  const said = logsOf(closer, Uint8Array.from(closer.tags.keys()), letters, -1)
  const before = logOfSum(logs, own)
  for (const index of own)
    logs[index] = closeScale * (logs[index]! + closerWeight * said[closer.numbers.get(table.tags[index]!)!]!)
  const change = before - logOfSum(logs, own)
  for (const index of own) logs[index]! += change
}

function logOfSum(logs: Float64Array, members: Uint8Array): number {
  const best = logs[topOf(logs, members)]!
  return best + Math.log(members.reduce((sum, index) => sum + Math.exp(logs[index]! - best), 0))
}

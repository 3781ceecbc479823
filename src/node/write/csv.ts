import type {Cell, Column, Row} from './table'

/** Names of columns, as a line. */
export const csvHead = (columns: readonly Pick<Column<never>, 'name'>[]): string =>
  `${columns.map(({name}) => name).join(',')}\r\n`

/** A row as a line of CSV (RFC 4180). */
export const csvLine = (row: Row): string => `${row.map(cellText).join(',')}\r\n`

/** How cells begin that a spreadsheet would run as a formula; a plain number is none. */
const formula = /^[=+\-@\t\r＝＋－＠]/
const plainNumber = /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i

function cellText(cell: Cell): string {
  if (cell === undefined) return ''
  const text = String(cell)
  const safe = formula.test(text) && !plainNumber.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

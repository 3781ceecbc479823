/** Month, weekday, era and quarter names, order of all-numeric dates and relative fields, from cldr-dates-full. */

import {dig, type Json, localeData, ownData, textAt, texts} from './cldr'
import {add, addToList, addWord, type Draft} from './draft'

export function addDates(draft: Draft, locale: string): void {
  const order = dateOrder(locale)
  if (order !== undefined) draft.settings.order = order
  const calendar = dig(ownData('dates', locale, 'ca-gregorian'), 'dates', 'calendars', 'gregorian')
  for (const context of ['format', 'stand-alone'])
    for (const width of ['wide', 'abbreviated', 'short']) {
      addMonths(draft, texts(dig(calendar, 'months', context, width)))
      addWeekdays(draft, texts(dig(calendar, 'days', context, width)))
      addQuarters(draft, texts(dig(calendar, 'quarters', context, width)))
    }
  addEras(draft, dig(calendar, 'eras'))
  addLiterals(draft, calendar)
  addRelative(draft, dig(ownData('dates', locale, 'dateFields'), 'dates', 'fields'))
}

/** How months are also written: without the point of the abbreviation, without the marks of Latin letters (fevrier, dec). */
export function addPlainMonths(draft: Draft, dropped: readonly string[]): void {
  const months = draft.senses.get('month') ?? new Map<string, Set<string>>()
  for (const [name, ids] of [...months])
    for (const bare of [name.replace(/\.$/, ''), name.normalize('NFD').replace(/[.\u0300-\u036f]/g, '')])
      if (/^\p{scx=Latin}{3,}$/u.test(bare) && !months.has(bare) && !dropped.includes(bare)) months.set(bare, ids)
}

/** The order of all-numeric dates, by the short pattern. */
export const dateOrder = (locale: string): DateOrder | undefined => orderIn(localeData('dates', locale, 'ca-gregorian'))
/** The same, where the locale has a pattern of its own. */
export const ownDateOrder = (locale: string): DateOrder | undefined => orderIn(ownData('dates', locale, 'ca-gregorian'))

type DateOrder = 'DMY' | 'MDY' | 'YMD'
const orderIn = (data: Json): DateOrder | undefined =>
  orderOf(textAt(data, 'dates', 'calendars', 'gregorian', 'dateFormats', 'short') ?? '')

/** The order of the fields of a pattern such as `dd/MM/y`. */
function orderOf(pattern: string): DateOrder | undefined {
  const order = pattern
    .replace(/'[^']*'/g, '')
    .replace(/[^dMLy]/g, '')
    .replaceAll('L', 'M')
    .replace(/(.)\1+/g, '$1')
    .toUpperCase()
  return order === 'DMY' || order === 'MDY' || order === 'YMD' ? order : undefined
}

/** Shorter names are initials. */
const isName = (name: string): boolean =>
  [...name.replace(/[^\p{L}\p{M}]/gu, '')].length > 1 || /\p{scx=Han}|\p{scx=Hangul}/u.test(name)

function addMonths(draft: Draft, names: [string, string][]): void {
  for (const [month, name] of names) {
    if (!isName(name) || /^\p{L}\d+$/u.test(name)) continue
    if (/\p{Nd}/u.test(name)) {
      // 1月, tháng 1: what remains marks a number as a month
      if (/^\p{Nd}+/u.test(name) || /\p{Nd}+$/u.test(name))
        addWord(draft, 'date-part', 'month', name.replace(/\p{Nd}+/gu, ''))
    } else add(draft, 'month', month, name)
  }
}

const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']

function addWeekdays(draft: Draft, names: [string, string][]): void {
  for (const [day, name] of names) {
    const index = weekdays.indexOf(day)
    if (index >= 0 && isName(name)) add(draft, 'weekday', String(index === 0 ? 7 : index), name)
  }
}

function addQuarters(draft: Draft, names: [string, string][]): void {
  for (const [quarter, name] of names) {
    if (/\p{L}/u.test(name)) add(draft, 'quarter', quarter, name)
    const digit = /^\p{Nd}|\p{Nd}$/u.test(name)
    const word = name.replace(/\p{Nd}/gu, '').trim()
    if (digit && isName(word) && !/^[\p{P}]/u.test(word)) addWord(draft, 'quarter', '', word)
  }
}

function addEras(draft: Draft, eras: Json): void {
  for (const width of ['eraNames', 'eraAbbr', 'eraNarrow'])
    for (const [key, name] of texts(dig(eras, width))) {
      if (!isName(name)) continue
      addWord(draft, 'era', key.startsWith('0') ? 'bce' : 'ce', name)
    }
}

/** What patterns write between and behind the parts of a date: `de`, `г.`, 年. */
function addLiterals(draft: Draft, calendar: Json): void {
  const patterns = ['full', 'long', 'medium'].map((length) => textAt(calendar, 'dateFormats', length) ?? '')
  for (const pattern of [...patterns, textAt(calendar, 'dateTimeFormats', 'availableFormats', 'yMMMM') ?? '']) {
    const parts = pattern.match(/d+|[ML]+|y+|E+|c+|(?:'[^']*'|[^dMLyEc'])+/g) ?? []
    for (const [index, part] of parts.entries()) {
      const literal = part.replaceAll("'", '')
      if (/^[dMLyEc]/.test(part) || !/\p{L}/u.test(literal) || /[()]/.test(literal)) continue
      addLiteral(draft, literal, parts[index - 1]?.[0], parts[index + 1]?.[0])
    }
  }
}

/** A literal of a date pattern and the fields it stands between. */
function addLiteral(draft: Draft, literal: string, before: string | undefined, after: string | undefined): void {
  // Hebrew: the preposition is written onto the month.
  const onto = /(?:^|\s)(\p{L}{1,2})$/u.exec(literal)?.[1]
  if (after === 'M' && onto !== undefined && !free.test(onto)) addToList(draft, 'prefixes', onto)
  if (before === undefined || before === 'E' || before === 'c') return
  const word = literal.replace(/[،,]/g, '').trim()
  if (free.test(word) && !/^\s/u.test(literal)) {
    addMark(draft, before, word.slice(0, 1))
    return
  }
  // 28-a de Februaro
  const [mark = '', ...rest] = /^\s/u.test(literal) ? [''] : literal.split(' ')
  if (before === 'd') addWord(draft, 'ordinal-after', '', mark)
  const joiner = (mark === '' || before === 'd' ? rest.join(' ') || (mark === '' ? word : '') : word)
    .replace(/^\P{L}+/u, '')
    .trim()
  if (before === 'y') addWord(draft, 'year', '', after === undefined ? word : joiner)
  if (after === undefined) return
  if (after !== 'E' && (onto === undefined || after !== 'M') && !/^[a-z]$/i.test(joiner))
    addWord(draft, 'date-joiner', '', joiner)
}

/** Scripts whose words need no spaces between them. */
const free = /^[\p{scx=Han}\p{scx=Hangul}]/u

function addMark(draft: Draft, field: string, word: string): void {
  if (field === 'y') addWord(draft, 'year', '', word)
  else if (field === 'd') addWord(draft, 'date-part', 'day', word)
  else if (field === 'M' || field === 'L') addWord(draft, 'date-part', 'month', word)
}

const fields = ['year', 'quarter', 'month', 'week', 'day']

function addRelative(draft: Draft, data: Json): void {
  for (const field of fields)
    for (const width of ['', '-short'])
      for (const [key, name] of texts(dig(data, field + width))) {
        if (key === 'displayName') {
          if (field === 'quarter' && isName(name)) addWord(draft, 'quarter', '', name)
          else if (field !== 'year' && width === '' && isName(name)) addWord(draft, 'nth', field, name)
          continue
        }
        const offset = /^relative-type-(-?\d)$/.exec(key)?.[1]
        if (offset !== undefined && isName(name) && !/\p{Nd}/u.test(name))
          add(draft, 'relative', `${offset} ${field}`, name)
      }
}

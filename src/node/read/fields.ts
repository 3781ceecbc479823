import type {BadRecord, PageRecord, Reading} from '../record'

/** A record from the fields of a JSON object or of a row. */
export function recordOf(
  fields: Record<string, unknown>,
  place: string,
  {textField, idField, urlField, languageField, html}: Reading,
  replaced?: number,
): PageRecord | BadRecord {
  const text = fields[textField]
  if (typeof text !== 'string') return {place, error: noText(fields, textField)}
  const url = stringOf(fields[urlField])
  const language = languageField === undefined ? undefined : stringOf(fields[languageField])
  return {
    id: stringOf(fields[idField]) ?? url ?? place,
    place,
    ...(url === undefined ? {} : {url}),
    ...(language === undefined ? {} : {language}),
    ...(replaced === undefined ? {} : {replaced}),
    ...(html ? {html: text} : {text}),
  }
}

/** Text of a name; numbers are names too. */
const stringOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== ''
    ? value
    : typeof value === 'number' || typeof value === 'bigint'
      ? String(value)
      : undefined

const shown = 12

function noText(fields: Record<string, unknown>, name: string): string {
  const there = Object.keys(fields).slice(0, shown).join(', ')
  return Object.hasOwn(fields, name) ? `field ${name} is no text` : `no field ${name}; there are ${there || 'none'}`
}

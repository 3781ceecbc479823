import type {ExtractOptions} from '../src/options'
import {factKinds} from '../src/page'

/** Names of the fields of the form that stand in the address too. */
const fields = ['format', 'language', 'region', 'referenceDate', 'kinds', 'lean', 'explain'] as const

/** The options that a form says, and how to read the text. Fields that are not valid (yet) count as empty. */
export function readOptions(form: HTMLFormElement): {format: string; options: ExtractOptions} {
  const value = (name: (typeof fields)[number]): string => fieldValue(form, name)
  return {
    format: value('format'),
    options: {
      ...(value('language') && {language: value('language')}),
      ...(value('region') && {region: value('region')}),
      ...(value('referenceDate') && {referenceDate: value('referenceDate')}),
      ...(value('kinds') && {kinds: factKinds}),
      ...(value('lean') && {lean: value('lean') as 'precision' | 'recall'}),
      ...(value('explain') && {explain: true}),
    },
  }
}

/** The form as the fragment of an address, which no browser sends; `more` stands there as well. */
export function toFragment(form: HTMLFormElement, more: Record<string, string>): string {
  const entries = [...fields.map((name) => [name, fieldValue(form, name)] as const), ...Object.entries(more)]
  return String(new URLSearchParams(entries.filter(([, value]) => value !== '').map(([name, value]) => [name, value])))
}

/** Sets the form to what a fragment says. */
export function fromFragment(form: HTMLFormElement, fragment: URLSearchParams): void {
  for (const name of fields) {
    const field = fieldOf(form, name)
    const value = fragment.get(name) ?? ''
    if (field instanceof HTMLInputElement && field.type === 'checkbox') field.checked = value !== ''
    else field.value = value
  }
}

function fieldValue(form: HTMLFormElement, name: string): string {
  const field = fieldOf(form, name)
  if (field instanceof HTMLInputElement && field.type === 'checkbox') return field.checked ? field.value : ''
  return field.validity.valid ? field.value.trim() : ''
}

const fieldOf = (form: HTMLFormElement, name: string): HTMLInputElement | HTMLSelectElement =>
  form.elements.namedItem(name) as HTMLInputElement | HTMLSelectElement

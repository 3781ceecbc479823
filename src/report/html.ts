/** Markup that was built by `html`: everything in it that came from outside is escaped. */
export class Html {
  readonly markup: string

  constructor(markup: string) {
    this.markup = markup
  }
}

export type Part = Html | string | number | undefined | readonly Part[]

/** Template tag: strings are escaped, markup stays, lists are joined, `undefined` is nothing. Attribute values must be quoted. */
export function html(markup: TemplateStringsArray, ...parts: readonly Part[]): Html {
  let joined = markup[0]!
  for (let i = 0; i < parts.length; i++) joined += render(parts[i]) + markup[i + 1]!
  return new Html(joined)
}

function render(part: Part): string {
  if (part === undefined) return ''
  if (part instanceof Html) return part.markup
  return Array.isArray(part) ? part.map(render).join('') : escapeText(String(part))
}

const entities: Record<string, string> = {'&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;'}
const escapeText = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character]!)

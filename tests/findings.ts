/** A page with its findings written in: `role| text` a line, facts as `{what it is: its text}`; `#` starts a remark. */
export interface Findings {
  /** The page itself. */
  text: string
  /** Role of each line, '' for blank ones. */
  roles: string[]
  /** Each fact as `what it is {its text}`, in text order. */
  facts: string[]
}

export function readFindings(source: string): Findings {
  const lines: string[] = []
  const roles: string[] = []
  const facts: string[] = []
  for (const line of source.trimEnd().split('\n')) {
    if (line.startsWith('#')) continue
    const bar = line.indexOf('| ')
    roles.push(bar < 0 ? '' : line.slice(0, bar))
    const text = bar < 0 ? '' : line.slice(bar + 2)
    lines.push(
      text.replace(/\{([a-z-]+ [^:{}]*): ([^{}]*)\}/g, (_, what: string, quote: string) => {
        facts.push(`${what.trim()} {${quote}}`)
        return quote
      }),
    )
  }
  return {text: `${lines.join('\n')}\n`, roles, facts}
}

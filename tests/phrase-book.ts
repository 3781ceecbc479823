/** Phrase books: what a fact looks like in a language, written so that a speaker can review it. See docs/adding-a-language.md. */

/** A phrase and the part of it that is the fact. */
export interface Phrase {
  readonly text: string
  readonly start: number
  readonly end: number
}

export interface Entry {
  /** The fact in its one-line form, `money 524000000000 VND over`, or `nothing`. */
  readonly header: string
  readonly phrases: readonly Phrase[]
}

export interface PhraseBook {
  readonly language: string
  readonly region?: string
  readonly referenceDate?: string
  readonly entries: readonly Entry[]
}

export function parsePhraseBook(source: string): PhraseBook {
  const settings = new Map<string, string>()
  const entries: {header: string; phrases: Phrase[]}[] = []
  for (const line of source.split('\n')) {
    if (line.trim() === '' || line.startsWith('#')) continue
    const setting = /^(language|region|reference) (\S+)$/.exec(line)
    if (setting !== null) settings.set(setting[1]!, setting[2]!)
    else if (!/^\s/.test(line)) entries.push({header: line.trim(), phrases: []})
    else if (entries.length === 0) throw new Error(`A phrase before any header: ${line}`)
    else entries[entries.length - 1]!.phrases.push(parsePhrase(line.trim()))
  }
  const language = settings.get('language')
  if (language === undefined) throw new Error('A phrase book starts with its language')
  const [region, referenceDate] = [settings.get('region'), settings.get('reference')]
  return {language, entries, ...(region && {region}), ...(referenceDate && {referenceDate})}
}

function parsePhrase(line: string): Phrase {
  const open = line.indexOf('{')
  const close = line.indexOf('}')
  if (open < 0 || close < open) return {text: line, start: 0, end: line.length}
  return {text: line.slice(0, open) + line.slice(open + 1, close) + line.slice(close + 1), start: open, end: close - 1}
}

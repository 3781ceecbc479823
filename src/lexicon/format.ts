import {foldPhrase} from '../text/scan'
import {type SenseName, senseNames} from './senses'
import type {LexiconSource} from './source'

const settingNames = ['decimal', 'group', 'order', 'calendar', 'currencies'] as const
export const flagNames = ['glued', 'capitalNouns', 'scaleBefore', 'unitBefore', 'tailTenths', 'unitsFirst'] as const

/**
 * The lexicon text of a source: a line a sense, `name<TAB>argument<TAB>phrase|phrase`, phrases folded; settings are
 * lines `@name<TAB>value`. This is what generated lexicons hold and `compileLexicon` reads.
 */
export function formatLexicon(source: LexiconSource): string {
  const lines: string[] = []
  for (const name of settingNames) if (source[name] !== undefined) lines.push(`@${name}\t${source[name]}`)
  for (const name of flagNames) if (source[name]) lines.push(`@${name}\t1`)
  if (source.suffixes?.length) lines.push(`@suffixes\t${source.suffixes.map(foldPhrase).join('|')}`)
  if (source.prefixes?.length) lines.push(`@prefixes\t${source.prefixes.map(foldPhrase).join('|')}`)
  for (const name of senseNames) {
    const entries = source[name]
    if (entries === undefined) continue
    for (const [id, phrases] of Object.entries(
      Array.isArray(entries) ? {'': entries} : (entries as Record<string, string[]>),
    )) {
      const folded = [...new Set(phrases.map(foldPhrase).filter((phrase) => phrase !== '' && !/[|\t\n]/.test(phrase)))]
      if (folded.length > 0) lines.push(`${name}\t${plainId(name, id)}\t${folded.join('|')}`)
    }
  }
  return lines.join('\n')
}

/** `1e9` and `1000000000` are one argument. */
function plainId(name: SenseName, id: string): string {
  return name === 'scale' || name === 'cardinal' || name === 'ordinal' ? String(Number(id)) : id
}

import type {Position} from 'unist'
import type {VFile} from 'vfile'
import type {Fact, Language} from '../page'

/** A message for each fact that can be read in another way. `ruleId` is the rule of the fact, `money-after-number`. */
export function reportFacts(file: VFile, facts: readonly Fact[], place: (fact: Fact) => Position | undefined): void {
  for (const fact of facts) {
    if (fact.alternatives === undefined) continue
    const readings = fact.alternatives.map((reading) => JSON.stringify(reading)).join(' or ')
    file.message(`\`${fact.text}\` may also be read as ${readings}`, {
      place: place(fact),
      ruleId: fact.rule.replaceAll('/', '-'),
      source: 'pagefacts',
    })
  }
}

/** A message where the language is undetermined, or close to another one. */
export function reportLanguage(file: VFile, {tag, reason, alternatives}: Language): void {
  const origin = {ruleId: 'language', source: 'pagefacts'}
  if (tag === 'und') file.message(`Language undetermined: ${reason ?? 'unknown'}`, origin)
  else if (reason === 'open group')
    file.message(`Language \`${tag}\` may also be ${alternatives?.map((other) => other.tag).join(', ')}`, origin)
}

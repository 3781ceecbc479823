/** `npm run train:language`: builds the n-gram model of src/language from the training material. Deterministic, some minutes. */
import {groups as closeGroups, trainClose} from './train-language/close'
import {corpus, newsLines, type Source} from './train-language/corpus'
import {fit as fitWeights} from './train-language/fit'
import {trainHan} from './train-language/han'
import {scriptRuns} from './train-language/scripts-table'
import {modelText, writeModels} from './train-language/write'

/** Scripts that have a table of their own, with the size of it; those of few languages share one. */
const groups = {
  Latn: {bits: 18, postings: 840_000, texts: 2_000_000},
  Cyrl: {bits: 16, postings: 105_000, texts: 600_000},
  Arab: {bits: 15, postings: 50_000, texts: 320_000},
  Deva: {bits: 15, postings: 40_000, texts: 320_000},
  rest: {bits: 14, postings: 32_000, texts: 240_000},
}

/** Languages of most pages of the web, by W3Techs' and Common Crawl's counts: likelier than others before a word is read. */
const wide = new Set(
  'en es fr de it pt ru zh-Hans zh-Hant ar hi id ms vi tr pl nl uk cs sv da fi nb hu ro el bg he fa bn ta te mr gu kn ml ur sr hr sk lt sl'.split(
    ' ',
  ),
)

/** Letters of the least material, and of as much as a language of many texts leaves. */
const [little, much] = [3000, 60_000]

/** Logarithm of how much likelier a language is beforehand than one of little material. */
function priorOf({tag, hasWords, lines, size}: Source): number {
  if (wide.has(tag)) return 3
  if (hasWords) return 2.3
  if (lines.length > newsLines) return 1.6
  return Number((1.2 * Math.max(0, Math.min(1, Math.log(size / little) / Math.log(much / little)))).toFixed(2))
}

/** The likeliest come first. */
const sources = corpus()
  .map((source) => ({...source, prior: priorOf(source)}))
  .sort((a, b) => b.prior - a.prior)
const withTags = (tags: readonly string[]): typeof sources =>
  tags.map((tag) => sources.find((source) => source.tag === tag)!)

const tables = new Map<string, string>()
for (const [group, size] of Object.entries(groups)) {
  const members = sources.filter(({script}) => script !== 'Hani' && (script in groups ? script : 'rest') === group)
  const priors = members.map(({prior}) => prior)
  tables.set(group, modelText(group, members, fitWeights(members, {...size, priors})))
}
tables.set('Hani', modelText('Hani', withTags(['zh-Hans', 'zh-Hant']), trainHan(), 1))
const close = closeGroups.map((tags) => {
  const members = withTags(tags)
  const even = members.map((source) => ({...source, prior: 0}))
  return modelText(tags.join(' '), even, trainClose(members))
})
writeModels(scriptRuns(), tables, close)

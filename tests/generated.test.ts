import {readdirSync, readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {buildLexicons, packLexicons} from '../scripts/generate/build'
import {generateClasses} from '../scripts/generate/classes'
import {generateRegions} from '../scripts/generate/regions'
import {generateReportAssets} from '../scripts/generate/report'
import {unicodeVersion} from '../src/generated/classes'
import {lexiconText} from '../src/lexicon/registry'

const root = new URL('../', import.meta.url)
const checkedIn = (path: string): string => readFileSync(new URL(path, root), 'utf8')

// `npm run generate` makes these files; a difference means that it was not run after a change of data or generator.
describe('generated files', async () => {
  const built = await buildLexicons()

  it('lexicons.ts holds what CLDR and lexicons/ give', () => {
    const stale = [...built.texts].filter(([tag, text]) => lexiconText(tag) !== text).map(([tag]) => tag)
    expect(stale).toEqual([])
    expect(packLexicons(built.texts, new Map()) === checkedIn('src/generated/lexicons.ts')).toBe(true)
  })

  it('generated/lexicons has each lexicon readable', () => {
    const files = readdirSync(new URL('generated/lexicons/', root)).sort()
    expect(files).toEqual([...built.texts.keys()].map((tag) => `${tag}.txt`).sort())
    const stale = files.filter(
      (file) => checkedIn(`generated/lexicons/${file}`) !== `${built.texts.get(file.slice(0, -4))}\n`,
    )
    expect(stale).toEqual([])
  })

  it('tags.ts and regions.ts hold what CLDR gives', () => {
    expect(checkedIn('src/generated/tags.ts')).toBe(built.tags)
    expect(checkedIn('src/generated/regions.ts')).toBe(generateRegions())
  })

  it('report-assets.ts holds what src/report/client gives', async () => {
    expect(await generateReportAssets()).toBe(checkedIn('src/generated/report-assets.ts'))
  })

  // Another version of Node may know characters that were added since.
  it.runIf(process.versions.unicode === unicodeVersion)('classes.ts holds what Unicode gives', () => {
    expect(checkedIn('src/generated/classes.ts') === generateClasses()).toBe(true)
  })
})

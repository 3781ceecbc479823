/**
 * `npm run generate`: rebuilds everything under src/generated, and the readable copies under generated/, from Unicode,
 * CLDR, `lexicons/` and `cues/`. `--only vi,ms` rebuilds the lexicons of those tags alone.
 */
import {mkdirSync, readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import {buildLexicons, packLexicons, readPacked} from './generate/build'
import {generateClasses} from './generate/classes'
import {common} from './generate/lexicons'
import {generateRegions} from './generate/regions'
import {generateReportAssets} from './generate/report'

const root = new URL('../', import.meta.url)
/** Renames into place, so that nobody reads half a file. */
function write(path: string, text: string): void {
  const draft = new URL(`${path}.${process.pid}`, root)
  writeFileSync(draft, text)
  renameSync(draft, new URL(path, root))
}

const at = process.argv.indexOf('--only')
const only = at < 0 ? undefined : (process.argv[at + 1] ?? '').split(',')

const built = await buildLexicons(only === undefined ? undefined : [common, ...only])
if (only === undefined) {
  rmSync(new URL('generated/lexicons/', root), {recursive: true, force: true})
  write('src/generated/classes.ts', generateClasses())
  write('src/generated/regions.ts', generateRegions())
  write('src/generated/tags.ts', built.tags)
  write('src/generated/report-assets.ts', await generateReportAssets())
}
mkdirSync(new URL('generated/lexicons/', root), {recursive: true})
for (const [tag, text] of built.texts) write(`generated/lexicons/${tag}.txt`, `${text}\n`)
const kept =
  only === undefined
    ? new Map<string, string>()
    : readPacked(readFileSync(new URL('src/generated/lexicons.ts', root), 'utf8'))
write('src/generated/lexicons.ts', packLexicons(built.texts, kept))

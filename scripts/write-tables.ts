// Last step of the build: the tables, as a file of bytes for Node (`src/node/tables.ts`), and as the first line of the module for
// bundlers and browsers (`src/tables/embedded.ts`).
import {writeFileSync} from 'node:fs'
import {buildSync} from 'esbuild'
import {packedHeads, packedLexicons} from '../src/generated/lexicons'
import {writeImage} from '../src/lexicon/image'
import {compileLexicon} from '../src/lexicon/lexicon'
import {joinTables, packTable, withTables} from '../src/node/table-files'
import {readTable, tableNames} from '../src/tables/generated'
import {classesImage} from '../src/text/classes'

const tables = new Map(tableNames.map((name) => [name, readTable(name)!]))
const cues = compileLexicon('mul', [new TextDecoder().decode(tables.get('cues'))])
writeFileSync(
  'dist/tables.bin',
  joinTables(new Map([...tables, ['cues.image', writeImage(cues)], ['classes.image', classesImage()]])),
)

const packed: Record<string, string> = {heads: packedHeads}
for (const [name, bytes] of tables) {
  const [folder, tag] = name.split('/') as [string, string]
  packed[name] = folder === 'lexicon' ? packedLexicons[tag]! : packTable(bytes)
}
// Without imports, so that a trimmed one works wherever it lies.
const {outputFiles} = buildSync({
  entryPoints: ['src/tables/embedded.ts'],
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2022',
  write: false,
})
writeFileSync('dist/tables.js', withTables(outputFiles[0]!.text, packed))

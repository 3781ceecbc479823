import {fileURLToPath} from 'node:url'
import {build, type Plugin} from 'esbuild'
import {bareStemmers} from '../scripts/bare-stemmers'
import {instrument} from './instrument'

const here = fileURLToPath(new URL('.', import.meta.url))

/** Readers find their file in memory. */
const filesInMemory: Plugin = {
  name: 'files-in-memory',
  setup({onResolve}) {
    onResolve({filter: /^node:fs(\/promises)?$/}, ({importer}) =>
      importer.includes('/src/node/') ? {path: `${here}memory-files.ts`} : undefined,
    )
  },
}

/** The target with its engine and all it reads with, instrumented, in a file. */
export async function bundle(target: string): Promise<string> {
  const outfile = `${here}../.cache/fuzz/${target}.mjs`
  await build({
    stdin: {
      contents: `import * as target from './targets/${target}'; import {run} from './engine'; await run(target)`,
      resolveDir: here,
    },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    alias: {'#tables': `${here}../src/tables/generated.ts`},
    plugins: [instrument(), filesInMemory, bareStemmers],
    logLevel: 'error',
  })
  return outfile
}

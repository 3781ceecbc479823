import {defineConfig} from 'tsup'
import {bareStemmers} from './scripts/bare-stemmers'

/** The doors of the package: what users import, by the name of the subpath. */
const doors = {
  index: 'src/index.ts',
  html: 'src/html.ts',
  unified: 'src/unified.ts',
  stream: 'src/stream.ts',
  report: 'src/report.ts',
  node: 'src/node/index.ts',
}

export default defineConfig({
  esbuildPlugins: [bareStemmers],
  // Build-time only: no user installs them.
  noExternal: ['natural', 'fflate', 'franc', 'trigram-utils', 'n-gram', 'collapse-white-space'],
  entry: {
    ...doors,
    cli: 'src/cli/index.ts',
    'page-worker': 'src/node/page-worker.ts',
    'parquet-process': 'src/node/read/parquet-process.ts',
    'worker-thread': 'src/node/worker/thread.ts',
    stems: 'src/claims/stems.ts',
    'node-tables': 'src/node/tables.ts',
  },
  // The bundler or Node decides which of the two it is.
  external: ['#tables'],
  // What V8 reads fastest: ASCII without indentation. The stems hold regular expressions that are no ASCII: a file of their own.
  minifyWhitespace: true,
  esbuildOptions(options) {
    options.charset = 'ascii'
    // Names of modules end up in the code: the same ones wherever node_modules really is.
    options.preserveSymlinks = true
  },
  format: 'esm',
  target: 'es2022',
  platform: 'neutral',
  splitting: true,
  clean: true,
  onSuccess: 'tsx scripts/write-tables.ts',
  dts: process.env.PAGEFACTS_NO_TYPES ? false : {entry: doors},
})

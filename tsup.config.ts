import {defineConfig, type Options} from 'tsup'

type PluginBuild = Parameters<NonNullable<Options['esbuildPlugins']>[number]['setup']>[0]

/** The doors of the package: what users import, by the name of the subpath. */
const doors = {
  index: 'src/index.ts',
  html: 'src/html.ts',
  unified: 'src/unified.ts',
  stream: 'src/stream.ts',
  report: 'src/report.ts',
  node: 'src/node/index.ts',
}

/** natural's stemmers pull in tokenizers and stop words that stemming never touches: left out of the bundle. */
const bareStemmers = {
  name: 'bare-stemmers',
  setup(build: PluginBuild) {
    build.onResolve({filter: /^(\.\.\/(util\/stopwords|tokenizers\/)|stopwords-iso)/}, ({importer}) =>
      importer.includes('natural') ? {path: 'unused', namespace: 'bare-stemmers'} : undefined,
    )
    build.onLoad({filter: /.*/, namespace: 'bare-stemmers'}, () => ({
      contents: 'module.exports = {words: []}',
      loader: 'js',
    }))
  },
}

export default defineConfig({
  esbuildPlugins: [bareStemmers],
  // Build-time only: no user installs them.
  noExternal: ['natural', 'fflate', 'franc', 'trigram-utils', 'n-gram', 'collapse-white-space'],
  entry: {...doors, cli: 'src/cli/index.ts', 'worker-thread': 'src/node/worker/thread.ts'},
  format: 'esm',
  target: 'es2022',
  platform: 'neutral',
  splitting: true,
  clean: true,
  dts: process.env.PAGEFACTS_NO_TYPES ? false : {entry: doors},
})

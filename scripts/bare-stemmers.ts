import type {Plugin} from 'esbuild'

/** natural's stemmers pull in tokenizers and stop words that stemming never touches: left out of bundles. */
export const bareStemmers: Plugin = {
  name: 'bare-stemmers',
  setup(build) {
    build.onResolve({filter: /^(\.\.\/(util\/stopwords|tokenizers\/)|stopwords-iso)/}, ({importer}) =>
      importer.includes('natural') ? {path: 'unused', namespace: 'bare-stemmers'} : undefined,
    )
    build.onLoad({filter: /.*/, namespace: 'bare-stemmers'}, () => ({
      contents: 'module.exports = {words: []}',
      loader: 'js',
    }))
  },
}

import {defineConfig} from 'tsup'

/** The doors of the package: what users import, by the name of the subpath. */
const doors = {
  index: 'src/index.ts',
  html: 'src/html.ts',
  unified: 'src/unified.ts',
  stream: 'src/stream.ts',
  node: 'src/node/index.ts',
}

export default defineConfig({
  entry: {...doors, cli: 'src/cli/index.ts'},
  format: 'esm',
  target: 'es2022',
  platform: 'neutral',
  splitting: true,
  clean: true,
  dts: process.env.PAGEFACTS_NO_TYPES ? false : {entry: doors},
})

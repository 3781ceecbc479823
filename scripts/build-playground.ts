/** `npm run playground`: the static page of playground/dist. With `--serve` it can be looked at on this machine. */
import {cpSync, mkdirSync, readdirSync, readFileSync, rmSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {context} from 'esbuild'
import {bareStemmers} from './bare-stemmers'

const from = fileURLToPath(new URL('../playground/', import.meta.url))
const to = `${from}dist/`
const fixtures = new URL('../fixtures/pages/', import.meta.url)

/** The pages of the fixtures by their names. */
const examples = Object.fromEntries(
  readdirSync(fixtures)
    .filter((name) => !/\.(findings|facts)\.txt$/.test(name))
    .map((name) => [name.replace('.txt', ''), readFileSync(new URL(name, fixtures), 'utf8')]),
)

rmSync(to, {recursive: true, force: true})
mkdirSync(to)
cpSync(`${from}index.html`, `${to}index.html`)
const build = await context({
  entryPoints: ['main.ts', 'worker.ts', 'style.css'].map((name) => from + name),
  outdir: to,
  bundle: true,
  minify: true,
  format: 'esm',
  target: ['chrome123', 'firefox120', 'safari17.5'],
  define: {EXAMPLES: JSON.stringify(examples)},
  plugins: [bareStemmers],
})
await build.rebuild()
if (process.argv.includes('--serve')) {
  const {port} = await build.serve({servedir: to})
  console.log(`http://localhost:${port}/`)
} else await build.dispose()

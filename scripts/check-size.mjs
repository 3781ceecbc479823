// What a browser loads, minified and gzipped as its bundler would: the code of `pagefacts`, its tables, and those of three
// languages only. Fails beyond the budget.
import {execFileSync} from 'node:child_process'
import {gzipSync} from 'node:zlib'
import {build} from 'esbuild'

/** Bytes after gzip. */
const budgets = {code: 98_000, tables: 3_400_000, trimmed: 235_000}

async function sizeOf(file, external = []) {
  const {outputFiles} = await build({
    entryPoints: [file],
    bundle: true,
    minify: true,
    format: 'esm',
    write: false,
    external,
    logLevel: 'error',
  })
  return gzipSync(outputFiles[0].contents, {level: 9}).length
}

function trimmed() {
  const module = execFileSync(process.execPath, ['dist/cli.js', 'trim', '--languages', 'ms,vi,en'], {maxBuffer: 1e8})
  return gzipSync(module, {level: 9}).length
}

const sizes = {
  code: await sizeOf('dist/index.js', ['#tables']),
  tables: await sizeOf('dist/tables.js'),
  trimmed: trimmed(),
}
for (const [name, size] of Object.entries(sizes)) {
  const fits = size <= budgets[name]
  console.log(
    `${fits ? 'ok  ' : 'FAIL'} ${name.padEnd(7)} ${(size / 1000).toFixed(1)} kB of ${budgets[name] / 1000} kB`,
  )
  if (!fits) process.exitCode = 1
}

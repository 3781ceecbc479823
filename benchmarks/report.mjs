import {mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {cpus, totalmem} from 'node:os'

const folder = new URL('results/', import.meta.url)

export const table = (head, rows) =>
  [head, head.map((_, index) => (index === 0 ? '---' : '--:')), ...rows]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n')

/** Three digits of a number, thousands in groups. */
export function figure(value) {
  if (value === undefined || Number.isNaN(value)) return '–'
  return value >= 100 ? Math.round(value).toLocaleString('en') : Number(value.toPrecision(value < 1 ? 2 : 3)).toString()
}

export function machine() {
  const {version} = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
  const all = cpus()
  return `pagefacts ${version}, Node ${process.versions.node} (V8 ${process.versions.v8}), ${process.platform} ${process.arch}, ${all.length} × ${all[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB`
}

export const versionOf = (name) =>
  JSON.parse(readFileSync(new URL(`node_modules/${name}/package.json`, import.meta.url), 'utf8')).version

export function write(name, text) {
  mkdirSync(folder, {recursive: true})
  writeFileSync(new URL(name, folder), text)
}

const escaped = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')

/** Horizontal bars on a scale of logarithms, as SVG: `[label, value]` each, the longest first. */
export function barChart(title, unit, bars) {
  const [left, width, height] = [210, 420, 22]
  const logs = bars.map(([, value]) => Math.log10(value))
  const low = Math.floor(Math.min(...logs))
  const scale = width / (Math.ceil(Math.max(...logs)) - low)
  const rows = bars.map(([label, value], index) => {
    const y = 40 + index * height
    const long = Math.max(2, (Math.log10(value) - low) * scale)
    const own = label.startsWith('pagefacts')
    return `<text x="${left - 8}" y="${y + 13}" text-anchor="end">${escaped(label)}</text><rect x="${left}" y="${y}" width="${long.toFixed(1)}" height="16" fill="${own ? '#0a7' : '#89a'}"/><text x="${(left + long + 6).toFixed(1)}" y="${y + 13}">${figure(value)}</text>`
  })
  const total = 60 + bars.length * height
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 720 ${total}" font-family="sans-serif" font-size="12"><rect width="720" height="${total}" fill="#fff"/><text x="16" y="22" font-size="14" font-weight="bold">${escaped(title)}</text>${rows.join('')}<text x="${left}" y="${total - 6}" fill="#666">${escaped(unit)}</text></svg>\n`
}

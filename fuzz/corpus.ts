import {isUtf8} from 'node:buffer'
import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs'

/** A corpus file: an input a line, as a JSON string, or after `base64 ` when it is no UTF-8. */
const fileOf = (target: string): URL => new URL(`./corpus/${target}.txt`, import.meta.url)

export function readCorpus(target: string): Uint8Array[] {
  const file = fileOf(target)
  if (!existsSync(file)) return []
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => Buffer.from(line.startsWith('"') ? JSON.parse(line) : Buffer.from(line.slice(7), 'base64')))
}

export function writeCorpus(target: string, inputs: readonly Uint8Array[]): void {
  const lines = inputs.map((input) => {
    const bytes = Buffer.from(input)
    return isUtf8(bytes) ? JSON.stringify(bytes.toString()) : `base64 ${bytes.toString('base64')}`
  })
  mkdirSync(new URL('./corpus/', import.meta.url), {recursive: true})
  writeFileSync(fileOf(target), `${lines.sort().join('\n')}\n`)
}

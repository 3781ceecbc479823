import {readFile, stat} from 'node:fs/promises'
import path from 'node:path'
import {glob} from 'tinyglobby'

/** A page to read, or the reason why it can't be. */
export type Input = {name: string; text: string} | {name: string; error: string}

const pageFiles = '**/*.{txt,text,html,htm}'

/** The pages that arguments stand for: files, folders, globs; standard input for none or `-`. In a stable order. */
export async function* expand(names: readonly string[]): AsyncGenerator<Input> {
  if (names.length === 0) yield await readStandardInput()
  for (const name of names) {
    if (name === '-') yield await readStandardInput()
    else for (const file of await filesOf(name)) yield typeof file === 'string' ? await readPage(file) : file
  }
}

async function filesOf(name: string): Promise<(string | Input)[]> {
  const info = await stat(name).catch(() => undefined)
  if (info?.isFile()) return [name]
  const folder = info?.isDirectory()
  const found = folder ? await glob(pageFiles, {cwd: name}) : await glob(name, {expandDirectories: false})
  const files = found.map((file) => (folder ? path.join(name, file) : file)).sort()
  if (files.length > 0) return files
  return [{name, error: folder ? 'no .txt or .html files in this folder' : 'no such file or folder'}]
}

async function readPage(name: string): Promise<Input> {
  try {
    return decode(name, await readFile(name))
  } catch (error) {
    return {name, error: (error as Error).message.replace(/^[A-Z]+: /, '').replace(/, .*$/, '')}
  }
}

async function readStandardInput(): Promise<Input> {
  const chunks: Buffer[] = []
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer)
  return decode('(standard input)', Buffer.concat(chunks))
}

function decode(name: string, bytes: Buffer): Input {
  // Text holds no NUL bytes; two in the first kilobyte are an image, an archive or UTF-16 without a mark.
  const nuls = bytes.subarray(0, 1024).filter((byte) => byte === 0).length
  if (nuls > 1 && !(bytes[0] === 0xff && bytes[1] === 0xfe) && !(bytes[0] === 0xfe && bytes[1] === 0xff))
    return {name, error: 'not a text file'}
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
  return {name, text: new TextDecoder(encoding).decode(bytes)}
}

import {readFile, stat} from 'node:fs/promises'
import path from 'node:path'
import {glob} from 'tinyglobby'
import {decodeBytes} from './charset'

/** The text of a file, or the reason why it can't be read. */
export type PageFile = {name: string; text: string; error?: never} | {name: string; error: string; text?: never}

const pageFiles = '**/*.{txt,text,html,htm}'
/** Pages with their findings, which are no pages themselves. */
const notes = ['**/*.findings.txt', '**/*.facts.txt']

/** The pages that names stand for: files, folders, globs; standard input for none or `-`. One after the other, in a stable order. */
export async function* readPages(names: readonly string[]): AsyncGenerator<PageFile> {
  if (names.length === 0) yield await readStandardInput()
  for (const name of names) {
    if (name === '-') yield await readStandardInput()
    else for (const file of await filesOf(name)) yield typeof file === 'string' ? await readPage(file) : file
  }
}

async function filesOf(name: string): Promise<(string | PageFile)[]> {
  const info = await stat(name).catch(() => undefined)
  if (info?.isFile()) return [name]
  const folder = info?.isDirectory()
  const found = folder
    ? await glob(pageFiles, {cwd: name, ignore: notes})
    : await glob(name, {expandDirectories: false})
  const files = found.map((file) => (folder ? path.join(name, file) : file)).sort()
  if (files.length > 0) return files
  return [{name, error: folder ? 'no .txt or .html files in this folder' : 'no such file or folder'}]
}

async function readPage(name: string): Promise<PageFile> {
  try {
    return decode(name, await readFile(name))
  } catch (error) {
    return {name, error: (error as Error).message.replace(/^[A-Z]+: /, '').replace(/, .*$/, '')}
  }
}

async function readStandardInput(): Promise<PageFile> {
  const chunks: Buffer[] = []
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer)
  return decode('(standard input)', Buffer.concat(chunks))
}

function decode(name: string, bytes: Buffer): PageFile {
  const {text, encoding} = decodeBytes(bytes)
  // Text holds no NUL characters; two in the first kilobyte are an image or an archive.
  const isBinary = !encoding.startsWith('utf-16') && bytes.subarray(0, 1024).filter((byte) => byte === 0).length > 1
  return isBinary ? {name, error: 'not a text file'} : {name, text}
}

import {mkdtempSync, writeFileSync} from 'node:fs'
import os from 'node:os'
import path from 'node:path'

/** A new folder for the files of a test, and how to put one there. */
export function scratch(): {folder: string; put: (name: string, content: string | Uint8Array) => string} {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'pagefacts-'))
  return {
    folder,
    put(name, content) {
      const file = path.join(folder, name)
      writeFileSync(file, content)
      return file
    },
  }
}

/** Everything that a source gives. */
export async function collect<T>(source: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const item of source) all.push(item)
  return all
}

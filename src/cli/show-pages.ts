import {readRecords} from '../node/inputs'
import {isBad, type ReadOptions} from '../node/record'
import {extractRecord} from '../node/work'
import type {ExtractOptions} from '../options'
import {painter, prettyPage} from './pretty'
import {warn, write} from './terminal'

export interface ShowOptions {
  extract: ExtractOptions
  read: ReadOptions
  format: 'pretty' | 'json'
  plain: boolean
}

/** Pages for people, one after the other. Gives the exit code. */
export async function showPages(names: readonly string[], options: ShowOptions): Promise<number> {
  const {env, stdout} = process
  const colour = !options.plain && env.NO_COLOR === undefined && (stdout.isTTY || env.FORCE_COLOR !== undefined)
  let code = 0
  for await (const record of readRecords(names, options.read)) {
    try {
      if (isBad(record)) throw new Error(record.error)
      const page = await extractRecord(record, options.extract)
      const {id, url, place} = record
      await write(
        options.format === 'json'
          ? `${JSON.stringify({id, url, place, ...page}, null, 2)}\n`
          : `${prettyPage(page, record.id, painter(colour), stdout.columns ?? 110)}\n`,
      )
    } catch (error) {
      warn(`${record.place}: ${(error as Error).message}`)
      code = 1
    }
  }
  return code
}

import {spawnSync} from 'node:child_process'
import {readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {DuckDBInstance} from '@duckdb/node-api'
import {expect, it} from 'vitest'
import {scratch} from './scratch'

const cli = fileURLToPath(new URL('../dist/cli.js', import.meta.url))
const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')

it('answers the question of the readme', async () => {
  const {folder, put} = scratch()
  const november = readFileSync(new URL('../fixtures/pages/vi-news.txt', import.meta.url), 'utf8')
  const october = november.replace('12/11/2025', '12/10/2025').replace('3,2 nghìn tỷ đồng', '1.500 tỷ đồng')
  const pages = [november, october, november.replace('3,2 nghìn tỷ đồng', '3,2 tỷ đồng')]
  const corpus = put('news.jsonl', pages.map((text) => JSON.stringify({text})).join('\n'))
  const args = ['--facts', `${folder}/facts.parquet`, corpus]
  expect(spawnSync(process.execPath, [cli, ...args]).status).toBe(0)
  const query = /```sql\n([^`]*)```/.exec(readme)![1]!.replaceAll('facts.parquet', `${folder}/facts.parquet`)
  const connection = await (await DuckDBInstance.create()).connect()
  const rows = (await connection.runAndReadAll(query)).getRowObjectsJson()
  expect(rows).toEqual([
    {publisher: 'Báo Cù Lao', month: '2025-10', amounts: '1', largest: 1.5e12},
    {publisher: 'Báo Cù Lao', month: '2025-11', amounts: '1', largest: 3.2e12},
  ])
})

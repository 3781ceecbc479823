// Last step of the build: the tables that `src/tables.ts` embeds, as files beside the code, where `src/node/tables.ts` reads them.
import {mkdirSync, writeFileSync} from 'node:fs'
import * as tables from '../src/tables'

mkdirSync('dist/tables', {recursive: true})
for (const [name, table] of Object.entries(tables)) writeFileSync(`dist/tables/${name}.json`, JSON.stringify(table()))

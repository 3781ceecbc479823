// Last step of the build: the tables that `src/tables.ts` embeds, as files beside the code, where `src/node/tables.ts` reads them.
import {mkdirSync, writeFileSync} from 'node:fs'
import * as embedded from '../src/tables'

const {inflate: _, ...tables} = embedded
mkdirSync('dist/tables', {recursive: true})
for (const [name, table] of Object.entries(tables)) writeFileSync(`dist/tables/${name}.json`, JSON.stringify(table()))

/**
 * The large tables, each behind a function: here as part of the code, for bundlers and browsers. Node takes
 * `node/tables.ts` instead, by the `imports` of package.json, which reads a table from its file when it is asked for.
 */
import {data} from 'franc/data.js'
import * as language from './generated/language'
import {packedHeads, packedLexicons} from './generated/lexicons'
import {packedCues} from './generated/roles-cues'
import {textModel} from './generated/roles-text'

export const lexiconTables = () => ({packedHeads, packedLexicons})
export const languageTables = () => language
export const trigramTables = () => data
export const cueTables = () => packedCues
export const roleTables = () => textModel

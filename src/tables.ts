/**
 * The large tables, each behind a function: here as part of the code, for bundlers and browsers. Node takes
 * `node/tables.ts` instead, by the `imports` of package.json, which reads a table from its file when it is asked for.
 */
import {inflateSync} from 'fflate'
import {data} from 'franc/data.js'
import * as language from './generated/language'
import {packedHeads, packedLexicons} from './generated/lexicons'
import {packedCues} from './generated/roles-cues'
import {textModel} from './generated/roles-text'

/** Undoes raw deflate. */
export const inflate = (bytes: Uint8Array, dictionary?: Uint8Array): Uint8Array =>
  inflateSync(bytes, dictionary === undefined ? {} : {dictionary})

export const lexiconTables = () => ({packedHeads, packedLexicons})
export const languageTables = () => language
export const trigramTables = () => data
export const cueTables = () => packedCues
export const roleTables = () => textModel

export {type CharsetHints, type Decoded, decodeBytes} from './charset'
export {readRecords} from './inputs'
export type {BadRecord, InputFormat, PageRecord, ReadOptions} from './record'

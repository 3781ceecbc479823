export {type CharsetHints, type Decoded, decodeBytes} from './charset'
export {extractMany, type ManyInput, type ManyOptions, type ManyResult} from './extract-many'
export {readRecords} from './inputs'
export type {BadRecord, InputFormat, PageRecord, ReadOptions} from './record'

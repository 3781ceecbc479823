export {type CharsetHints, decodeBytes} from './charset'
export {type PageFile, readPages} from './inputs'

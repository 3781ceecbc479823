export {textModel as htmlModel} from './roles-text'

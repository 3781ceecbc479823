import {connectFilters} from './filters'
import {connectTheme} from './theme'
import {connectTips} from './tips'

/** Brings a document to life that has been rendered with the parts of `src/report`. It can be read without. */
export function enhance(): void {
  connectTheme()
  connectTips()
  connectFilters()
}

/** `npm run generate`: rebuilds everything under src/generated from Unicode, CLDR and `lexicons/`. */
import {writeFileSync} from 'node:fs'
import {generateClasses} from './generate-classes'

writeFileSync(new URL('../src/generated/classes.ts', import.meta.url), generateClasses())

// The facts of a folder of pages, or of any corpus, as CSV: node folder-to-csv.js pages/ facts.csv
import {extractCorpus} from 'pagefacts/node'

const [folder, file] = process.argv.slice(2)
const {counts} = await extractCorpus(folder, {
  facts: file,
  onBad: ({place, error}) => console.error(`${place}: ${error}`),
})
console.log(`${counts.facts} facts of ${counts.pages} pages`)

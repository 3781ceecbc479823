// Facts beside other plugins of retext: node retext-pipeline.js prose.txt
import {readFile} from 'node:fs/promises'
import {retextFacts} from 'pagefacts/unified'
import {retext} from 'retext'
import retextEquality from 'retext-equality'
import retextReadability from 'retext-readability'

const [name] = process.argv.slice(2)
const file = await retext()
  .use(retextEquality)
  .use(retextReadability, {age: 18})
  .use(retextFacts, {language: 'en', region: 'US'})
  .process(await readFile(name, 'utf8'))

for (const {kind, text, start} of file.data.facts) console.log(`${start}\t${kind}\t${text}`)
for (const message of file.messages) console.log(String(message))

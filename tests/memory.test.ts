import {setFlagsFromString} from 'node:v8'
import {runInNewContext} from 'node:vm'
import {expect, test} from 'vitest'
import {extract} from '../src/index'

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

test('facts and claims do not keep the text of their page in memory', () => {
  const pages = 15
  const filler = 'Nothing of note was said in this sentence. '.repeat(5_000)
  const ending = 'The fund spent 524 billion US dollars on 100 km of rails.'
  extract(`${filler}\n${ending}`)
  collect()
  const before = process.memoryUsage().heapUsed
  const kept = Array.from({length: pages}, (_, number) => {
    const {facts, claims} = extract(
      `${number} ${filler}\nThe fund spent 524 billion US dollars on ${number + 100} km of rails.`,
    )
    return {facts, claims}
  })
  collect()
  expect(kept.every(({facts}) => facts.some(({kind}) => kind === 'money'))).toBe(true)
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(pages * filler.length * 0.4)
})

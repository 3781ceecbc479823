import {describe, expect, it} from 'vitest'
import {readImage, writeImage} from '../src/lexicon/image'
import {compileLexicon, maskOf, match} from '../src/lexicon/lexicon'
import {lexiconText} from '../src/lexicon/registry'
import {readTable, tableNames} from '../src/tables/generated'
import {classesImage} from '../src/text/classes'
import {foldPhrase} from '../src/text/scan'

const built = new URL('../dist/', import.meta.url)
const load = async (name: string) => (await import(`${built}${name}`)) as {readTable: typeof readTable}

/** Names of tables whose bytes are others than those that were generated. */
const different = (read: typeof readTable): string[] =>
  tableNames.filter((name) => Buffer.compare(read(name) ?? new Uint8Array(), readTable(name)!) !== 0)

describe('tables of the package', () => {
  it.each(['node-tables.js', 'tables.js'])(
    '%s gives what was generated',
    async (name) => {
      const {readTable: read} = await load(name)
      expect(different(read)).toEqual([])
      expect(read('lexicon/xx')).toBeUndefined()
      expect(read('../package.json')).toBeUndefined()
    },
    120_000,
  )

  it('the tables of characters were made beforehand', async () => {
    const {readTable: read} = await load('node-tables.js')
    expect(Buffer.compare(read('classes.image')!, classesImage())).toBe(0)
  })

  it('the cues were compiled beforehand', async () => {
    const {readTable: read} = await load('node-tables.js')
    const cues = compileLexicon('mul', [new TextDecoder().decode(readTable('cues'))])
    expect(Buffer.compare(read('cues.image')!, writeImage(cues))).toBe(0)
  })
})

describe('image of a lexicon', () => {
  const compiled = compileLexicon('de', [lexiconText('de'), lexiconText('common')])
  const image = readImage(writeImage(compiled))

  it('holds all of it', () => {
    const {entries, ...rest} = image
    expect({...compiled, entries: undefined}).toEqual({...rest, entries: undefined})
    expect(entries.senses).toEqual(compiled.entries.senses)
  })

  it.each(['Milliarden', '%', 'Prozentpunkte', 'zweihundert', 'xyz'])('finds %s', (phrase) => {
    const units = Uint16Array.from(foldPhrase(phrase), (char) => char.charCodeAt(0))
    const mask = maskOf('scale', 'percent', 'percent-point', 'cardinal')
    const find = (lexicon: typeof image) => match(lexicon, units, 0, units.length, mask)
    expect(find(image)).toEqual(find(compiled))
  })
})

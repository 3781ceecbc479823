import {existsSync, readFileSync, writeFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {extractFacts} from '../src/extract'
import {defaultKinds} from '../src/options'
import type {Fact} from '../src/page'
import {referenceDate, type Trip, tripsOf, tripTags} from './roundtrip'

/** Texts that are not read back, one a line. Lines may go, never come. */
const missesFile = new URL('../fixtures/roundtrip-misses.txt', import.meta.url)

const lineOf = ({trip, tag, text, value, measure}: Trip): string =>
  [trip, tag, text, [value, measure].filter(Boolean).join(' ')].join('\t')

function isRead({tag, text, kind, value, measure}: Trip): boolean {
  const kinds = kind === 'number' ? [...defaultKinds, kind] : defaultKinds
  const facts = extractFacts(text, {language: tag, kinds, referenceDate})
  if (facts.length !== 1 || facts[0]!.kind !== kind) return false
  const {exact, iso, unit, currency} = facts[0] as Fact & Record<string, string | undefined>
  if (kind === 'date') return iso === value
  // Bare degrees may be those of a thermometer.
  const measures = measure === 'degree' ? ['degree', 'temperature-generic'] : [measure]
  return exact === value && measures.includes(unit ?? currency)
}

/** Percent of the cases that must be read, over all locales. The aim is 99 for each; a floor may only rise. */
const floors = {number: 99, percent: 99, currency: 97, date: 92, compact: 92, unit: 94, spelled: 93}

const header = `# What Intl writes and pagefacts does not read back. Written by Node's ICU ${process.versions.icu}, CLDR ${process.versions.cldr}.`

describe('what Intl writes is read back', () => {
  const counts = new Map<string, {all: number; missed: number}>()
  const misses = new Set<string>()
  for (const tag of tripTags)
    for (const trip of tripsOf(tag)) {
      const count = counts.get(trip.trip) ?? {all: 0, missed: 0}
      counts.set(trip.trip, count)
      count.all++
      if (isRead(trip)) continue
      count.missed++
      misses.add(lineOf(trip))
    }
  const listed = existsSync(missesFile) ? readFileSync(missesFile, 'utf8').trimEnd().split('\n') : []
  const known = new Set(listed.slice(1))
  // `SHRINK_MISSES=1` takes out of the list what is read now; it never adds. Without a list, it starts one.
  if (process.env.SHRINK_MISSES) {
    const kept = listed.length > 0 ? [...known].filter((line) => misses.has(line)) : [...misses]
    writeFileSync(missesFile, `${[header, ...kept].join('\n')}\n`)
  }

  it.each(Object.entries(floors))('%s: in at least %d of 100 cases', (trip, floor) => {
    const {all, missed} = counts.get(trip)!
    expect((100 * (all - missed)) / all).toBeGreaterThanOrEqual(floor)
  })

  // Other versions of ICU write other texts.
  it.runIf(listed[0] === header)('but for the texts listed, all of which are still missed', () => {
    expect([...misses].filter((line) => !known.has(line))).toEqual([])
    expect([...known].filter((line) => !misses.has(line))).toEqual([])
  })
})

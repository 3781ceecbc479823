import {expect} from 'vitest'
import type {Page, Span} from '../src/page'
import {factKinds} from '../src/page'

/** What holds for every page, whatever the text: called by every test that has one. */
export function expectSound(page: Page, text: string): void {
  expect(page.text).toBe(text)
  expectBlocks(page)
  expectFacts(page)
  for (const claim of page.claims) for (const index of claim.facts) expect(page.facts[index]?.kind).toBe(claim.kind)
}

function expectBlocks(page: Page): void {
  let end = 0
  for (const block of page.blocks) {
    expect(block.start).toBeGreaterThanOrEqual(end)
    expect(block.end).toBeGreaterThan(block.start)
    // what lies between two blocks is blank: white space and what no one sees
    expect(page.text.slice(end, block.start)).toMatch(/^[\s\p{Default_Ignorable_Code_Point}\p{M}\u0085\u0640]*$/u)
    end = block.end
  }
  expect(page.text.slice(end)).toMatch(/^[\s\p{Default_Ignorable_Code_Point}\p{M}\u0085\u0640]*$/u)
}

function expectFacts(page: Page): void {
  let end = 0
  for (const fact of page.facts) {
    expect(factKinds).toContain(fact.kind)
    expect(fact.text).toBe(page.text.slice(fact.start, fact.end))
    expect(fact.start).toBeGreaterThanOrEqual(end)
    expect(fact.end).toBeGreaterThan(fact.start)
    end = fact.end
    const block = page.blocks[fact.block]!
    expect(block.content).toBe(true)
    expect(within(fact, block)).toBe(true)
    const {value, min, max, exact, subject, time} = fact as typeof fact & {
      value?: number
      min?: number
      max?: number
      exact?: string
      iso?: string
    }
    if (exact !== undefined) expect(Number(exact)).toBe(value)
    if (min !== undefined && max !== undefined) expect(min).toBeLessThan(max)
    for (const span of [subject, time]) if (span !== undefined) expect(within(span, block)).toBe(true)
  }
}

const within = (inner: Span, outer: Span): boolean =>
  inner.start >= outer.start && inner.end <= outer.end && inner.end > inner.start

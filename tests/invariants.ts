import assert from 'node:assert/strict'
import type {Page, Span} from '../src/page'
import {factKinds} from '../src/page'

/** What holds for every page, whatever the text: called by every test that has one. */
export function expectSound(page: Page, text: string): void {
  assert.equal(page.text, text)
  expectBlocks(page)
  expectFacts(page)
  for (const claim of page.claims) for (const index of claim.facts) assert.equal(page.facts[index]?.kind, claim.kind)
}

/** White space and what no one sees. */
const blank = /^[\s\p{Default_Ignorable_Code_Point}\p{M}\u0085\u0640]*$/u

function expectBlocks(page: Page): void {
  let end = 0
  for (const block of page.blocks) {
    assert.ok(block.start >= end, `a block begins at ${block.start}, before ${end}`)
    assert.ok(block.end > block.start, `an empty block at ${block.start}`)
    assert.match(page.text.slice(end, block.start), blank)
    end = block.end
  }
  assert.match(page.text.slice(end), blank)
}

function expectFacts(page: Page): void {
  let end = 0
  for (const fact of page.facts) {
    assert.ok(factKinds.includes(fact.kind))
    assert.equal(fact.text, page.text.slice(fact.start, fact.end))
    assert.ok(fact.start >= end, `"${fact.text}" begins at ${fact.start}, before ${end}`)
    assert.ok(fact.end > fact.start, `an empty fact at ${fact.start}`)
    end = fact.end
    const block = page.blocks[fact.block]!
    assert.ok(block.content, `"${fact.text}" stands in no content`)
    assert.ok(within(fact, block), `"${fact.text}" reaches out of its block`)
    const {value, min, max, exact, subject, time} = fact as typeof fact & {
      value?: number
      min?: number
      max?: number
      exact?: string
    }
    if (exact !== undefined) assert.equal(Number(exact), value)
    if (min !== undefined && max !== undefined) assert.ok(min < max, `"${fact.text}" goes from ${min} to ${max}`)
    for (const span of [subject, time]) if (span !== undefined) assert.ok(within(span, block))
  }
}

const within = (inner: Span, outer: Span): boolean =>
  inner.start >= outer.start && inner.end <= outer.end && inner.end > inner.start

/**
 * Boosted trees over features that are bytes. Every tree is oblivious: all nodes of a level ask the same question, so a
 * tree is a few (feature, threshold) pairs and a table of leaves, and reading it needs no branch.
 */
export interface Trees {
  /** Number of classes; 1 for a single log-odds. */
  readonly outputs: number
  readonly depth: number
  /** Starting score of each output. */
  readonly base: readonly number[]
  /** `depth` features and thresholds a tree. */
  readonly features: Uint16Array
  readonly thresholds: Uint8Array
  /** `1 << depth` leaves a tree, `outputs` values a leaf, in units of the tree's step. */
  readonly leaves: Int8Array
  readonly steps: Float32Array
}

/** Scores of all outputs for each row of `rows`, rows of `width` features; 0 for rows that `wanted` leaves out. */
export function scores(trees: Trees, rows: Uint8Array, width: number, wanted?: (row: number) => boolean): Float32Array {
  const {outputs, base} = trees
  const count = width === 0 ? 0 : rows.length / width
  const found = new Float32Array(count * outputs)
  for (let row = 0; row < count; row++) {
    if (wanted !== undefined && !wanted(row)) continue
    for (let k = 0; k < outputs; k++) found[row * outputs + k] = base[k]!
    if (outputs === 1) found[row]! += sumLeaves(trees, rows, row * width)
    else addLeaves(trees, rows, row * width, found, row * outputs)
  }
  return found
}

/** The leaf of a tree that a row falls into. A difference's sign bit is the answer, so that nothing has to be guessed. */
function leafOf(
  depth: number,
  features: Uint16Array,
  thresholds: Uint8Array,
  rows: Uint8Array,
  at: number,
  tree: number,
): number {
  let leaf = tree
  for (let level = tree * depth, end = level + depth; level < end; level++)
    leaf = (leaf << 1) | ((thresholds[level]! - rows[at + features[level]!]!) >>> 31)
  return leaf
}

function sumLeaves({depth, features, thresholds, leaves, steps}: Trees, rows: Uint8Array, at: number): number {
  let sum = 0
  for (let tree = 0; tree < steps.length; tree++)
    sum += leaves[leafOf(depth, features, thresholds, rows, at, tree)]! * steps[tree]!
  return sum
}

function addLeaves(
  {depth, outputs, features, thresholds, leaves, steps}: Trees,
  rows: Uint8Array,
  at: number,
  found: Float32Array,
  to: number,
): void {
  for (let tree = 0; tree < steps.length; tree++) {
    const from = leafOf(depth, features, thresholds, rows, at, tree) * outputs
    const step = steps[tree]!
    for (let k = 0; k < outputs; k++) found[to + k]! += leaves[from + k]! * step
  }
}

export const probability = (score: number): number => 1 / (1 + Math.exp(-score))

/** The packed form: `depth outputs trees`, the base scores, then base64 of features, thresholds, steps and leaves. */
export function unpackTrees(packed: string): Trees {
  const [head, base, body] = packed.split('\n') as [string, string, string]
  const [depth, outputs, count] = head.split(' ').map(Number) as [number, number, number]
  const binary = atob(body)
  const bytes = new Uint8Array(binary.length)
  for (let i = 0; i < bytes.length; i++) bytes[i] = binary.charCodeAt(i)
  const view = new DataView(bytes.buffer)
  const splits = depth * count
  const features = new Uint16Array(splits)
  for (let i = 0; i < splits; i++) features[i] = view.getUint16(i * 2, true)
  const thresholds = bytes.slice(splits * 2, splits * 3)
  const steps = new Float32Array(count)
  for (let i = 0; i < count; i++) steps[i] = view.getFloat32(splits * 3 + i * 4, true)
  const leaves = new Int8Array(bytes.slice(splits * 3 + count * 4).buffer)
  return {outputs, depth, base: base.split(' ').map(Number), features, thresholds, leaves, steps}
}

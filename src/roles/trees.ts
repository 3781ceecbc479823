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

/** Levels of every tree: the pass over the rows below is written out for them. */
export const levels = 5

/** Scores of all outputs for each row of `rows`, rows of `width` features; 0 for rows that `wanted` leaves out. */
export function scores(trees: Trees, rows: Uint8Array, width: number, wanted?: (row: number) => boolean): Float32Array {
  const {outputs, base, steps} = trees
  const count = width === 0 ? 0 : rows.length / width
  const asked: number[] = []
  for (let row = 0; row < count; row++) if (wanted === undefined || wanted(row)) asked.push(row)
  const starts = Int32Array.from(asked, (row) => row * width)
  const leaves = new Int32Array(asked.length)
  const sums = new Float64Array(asked.length * outputs)
  for (let tree = 0; tree < steps.length; tree++) {
    findLeaves(trees, tree, rows, starts, leaves)
    if (outputs === 1) addLeaves(trees, tree, leaves, sums)
    else addLists(trees, tree, leaves, sums)
  }
  const found = new Float32Array(count * outputs)
  for (let i = 0; i < asked.length; i++)
    for (let k = 0; k < outputs; k++) found[asked[i]! * outputs + k] = Math.fround(base[k]!) + sums[i * outputs + k]!
  return found
}

/**
 * The leaf of a tree that each row falls into, rows by where they start. A difference's sign bit is the answer, so that
 * nothing has to be guessed.
 */
function findLeaves(
  {features, thresholds}: Trees,
  tree: number,
  rows: Uint8Array,
  starts: Int32Array,
  leaves: Int32Array,
): void {
  const first = tree * levels
  const a = features[first]!
  const b = features[first + 1]!
  const c = features[first + 2]!
  const d = features[first + 3]!
  const e = features[first + 4]!
  const ta = thresholds[first]!
  const tb = thresholds[first + 1]!
  const tc = thresholds[first + 2]!
  const td = thresholds[first + 3]!
  const te = thresholds[first + 4]!
  for (let i = 0; i < starts.length; i++) {
    const at = starts[i]!
    leaves[i] =
      (tree << levels) |
      (((ta - rows[at + a]!) >>> 31) << 4) |
      (((tb - rows[at + b]!) >>> 31) << 3) |
      (((tc - rows[at + c]!) >>> 31) << 2) |
      (((td - rows[at + d]!) >>> 31) << 1) |
      ((te - rows[at + e]!) >>> 31)
  }
}

function addLeaves({leaves, steps}: Trees, tree: number, found: Int32Array, sums: Float64Array): void {
  const step = steps[tree]!
  for (let i = 0; i < found.length; i++) sums[i]! += leaves[found[i]!]! * step
}

/** The same where a leaf is a list of values. */
function addLists({outputs, leaves, steps}: Trees, tree: number, found: Int32Array, sums: Float64Array): void {
  const step = steps[tree]!
  for (let i = 0, to = 0; i < found.length; i++) {
    const from = found[i]! * outputs
    for (let k = 0; k < outputs; k++) sums[to++]! += leaves[from + k]! * step
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

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

/** The bytes of trees that are packed as text: its last line is base64. */
export function bytesOf(packed: string): Uint8Array {
  const body = packed.lastIndexOf('\n') + 1
  const binary = packed.slice(0, body) + atob(packed.slice(body))
  return Uint8Array.from(binary, (char) => char.charCodeAt(0))
}

/** Trees from bytes: `depth outputs trees`, a line, the base scores, a line, then features, thresholds, steps and leaves. */
export function treesFrom(bytes: Uint8Array): Trees {
  const first = bytes.indexOf(10)
  const second = bytes.indexOf(10, first + 1)
  const numbers = (from: number, to: number): number[] =>
    new TextDecoder().decode(bytes.subarray(from, to)).split(' ').map(Number)
  const [depth, outputs, count] = numbers(0, first) as [number, number, number]
  const splits = depth * count
  const body = bytes.slice(second + 1).buffer
  return {
    outputs,
    depth,
    base: numbers(first + 1, second),
    features: new Uint16Array(body, 0, splits),
    thresholds: new Uint8Array(body, splits * 2, splits),
    steps: new Float32Array(body.slice(splits * 3, splits * 3 + count * 4)),
    leaves: new Int8Array(body, splits * 3 + count * 4),
  }
}

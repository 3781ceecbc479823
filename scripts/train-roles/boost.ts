import type {Trees} from '../../src/roles/trees'

/** Rows of byte features, column by column, with a target and a weight each. */
export interface Table {
  readonly count: number
  readonly columns: readonly Uint8Array[]
  /** 0 to 1 for a single output, a class number otherwise. */
  readonly target: Float32Array
  readonly weight: Float32Array
}

export interface Settings {
  trees: number
  depth: number
  /** Step of each tree. */
  rate: number
  /** Ridge on leaves, in units of weight. */
  ridge: number
  /** Share of rows and of columns that a tree sees. */
  rows: number
  columns: number
  outputs: number
  seed: number
}

/** A small deterministic generator (mulberry32). */
export function random(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** Gradient boosting of oblivious trees with logistic loss (one output) or softmax (a vector a leaf). */
export function boost(table: Table, settings: Settings): Trees {
  const {count, columns, target, weight} = table
  const {outputs, depth, trees} = settings
  const next = random(settings.seed)
  const base = startingScores(table, outputs)
  const score = new Float64Array(count * outputs)
  for (let i = 0; i < score.length; i++) score[i] = base[i % outputs]!
  const result = {
    outputs,
    depth,
    base,
    features: new Uint16Array(trees * depth),
    thresholds: new Uint8Array(trees * depth),
    leaves: new Int8Array((trees << depth) * outputs),
    steps: new Float32Array(trees),
  }
  const gradient = new Float32Array(count * outputs)
  const hessian = new Float32Array(count * outputs)
  const used = new Int32Array(count)
  for (let tree = 0; tree < trees; tree++) {
    gradients(score, target, weight, outputs, gradient, hessian)
    let rows = 0
    for (let i = 0; i < count; i++) if (weight[i]! > 0 && next() < settings.rows) used[rows++] = i
    const chosen = columns.map((_, index) => index).filter(() => next() < settings.columns)
    const leaf = growTree(columns, chosen, used.subarray(0, rows), gradient, hessian, settings, result, tree)
    const values = leafValues(leaf, used.subarray(0, rows), gradient, hessian, settings)
    let largest = 1e-9
    for (const value of values) largest = Math.max(largest, Math.abs(value))
    const step = Math.fround(largest / 127)
    result.steps[tree] = step
    const from = (tree << depth) * outputs
    for (let k = 0; k < values.length; k++) result.leaves[from + k] = Math.round(values[k]! / step)
    applyTree(columns, result, tree, score)
  }
  return result
}

function startingScores({count, target, weight}: Table, outputs: number): number[] {
  const sums = new Array<number>(Math.max(2, outputs)).fill(1)
  for (let i = 0; i < count; i++) {
    if (outputs === 1) {
      sums[1]! += weight[i]! * target[i]!
      sums[0]! += weight[i]! * (1 - target[i]!)
    } else sums[target[i]!]! += weight[i]!
  }
  if (outputs === 1) return [Math.round(1000 * Math.log(sums[1]! / sums[0]!)) / 1000]
  const all = sums.reduce((a, b) => a + b, 0)
  return sums.map((sum) => Math.round(1000 * Math.log(sum / all)) / 1000)
}

function gradients(
  score: Float64Array,
  target: Float32Array,
  weight: Float32Array,
  outputs: number,
  gradient: Float32Array,
  hessian: Float32Array,
): void {
  for (let i = 0; i < target.length; i++) {
    let sum = 0
    if (outputs > 1) for (let k = 0; k < outputs; k++) sum += Math.exp(score[i * outputs + k]!)
    for (let k = 0; k < outputs; k++) {
      const at = i * outputs + k
      const p = outputs === 1 ? 1 / (1 + Math.exp(-score[at]!)) : Math.exp(score[at]!) / sum
      const y = outputs === 1 ? target[i]! : target[i] === k ? 1 : 0
      gradient[at] = weight[i]! * (y - p)
      hessian[at] = weight[i]! * Math.max(p * (1 - p), 1e-4)
    }
  }
}

/** Chooses the questions of one tree, level by level; returns the leaf of each used row. */
function growTree(
  columns: readonly Uint8Array[],
  chosen: readonly number[],
  used: Int32Array,
  gradient: Float32Array,
  hessian: Float32Array,
  settings: Settings,
  result: {features: Uint16Array; thresholds: Uint8Array},
  tree: number,
): Uint8Array {
  const {depth, outputs} = settings
  const leaf = new Uint8Array(used.length)
  const g = Array.from({length: outputs}, (_, k) => Float32Array.from(used, (row) => gradient[row * outputs + k]!))
  const h = Array.from({length: outputs}, (_, k) => Float32Array.from(used, (row) => hessian[row * outputs + k]!))
  const gains = new Float64Array(255)
  for (let level = 0; level < depth; level++) {
    const nodes = 1 << level
    const histogram = new Float64Array(nodes * 512)
    let best = -1
    let bestColumn = chosen[0] ?? 0
    let bestThreshold = 255
    for (const column of chosen) {
      const values = columns[column]!
      gains.fill(0)
      for (let k = 0; k < outputs; k++) {
        histogram.fill(0)
        const gk = g[k]!
        const hk = h[k]!
        for (let r = 0; r < used.length; r++) {
          const at = (leaf[r]! << 9) | (values[used[r]!]! << 1)
          histogram[at]! += gk[r]!
          histogram[at + 1]! += hk[r]!
        }
        for (let node = 0; node < nodes; node++) addGains(histogram, node << 9, settings.ridge, gains)
      }
      for (let t = 0; t < 255; t++)
        if (gains[t]! > best) {
          best = gains[t]!
          bestColumn = column
          bestThreshold = t
        }
    }
    result.features[tree * depth + level] = bestColumn
    result.thresholds[tree * depth + level] = bestThreshold
    const values = columns[bestColumn]!
    for (let r = 0; r < used.length; r++) leaf[r] = (leaf[r]! << 1) | (values[used[r]!]! > bestThreshold ? 1 : 0)
  }
  return leaf
}

function addGains(histogram: Float64Array, at: number, ridge: number, gains: Float64Array): void {
  let allG = 0
  let allH = 0
  for (let v = 0; v < 512; v += 2) {
    allG += histogram[at + v]!
    allH += histogram[at + v + 1]!
  }
  if (allH === 0) return
  const whole = (allG * allG) / (allH + ridge)
  let leftG = 0
  let leftH = 0
  for (let t = 0; t < 255; t++) {
    leftG += histogram[at + 2 * t]!
    leftH += histogram[at + 2 * t + 1]!
    const rightG = allG - leftG
    gains[t]! += (leftG * leftG) / (leftH + ridge) + (rightG * rightG) / (allH - leftH + ridge) - whole
  }
}

function leafValues(
  leaf: Uint8Array,
  used: Int32Array,
  gradient: Float32Array,
  hessian: Float32Array,
  settings: Settings,
): Float64Array {
  const {ridge, rate, outputs, depth} = settings
  const sumG = new Float64Array(outputs << depth)
  const sumH = new Float64Array(outputs << depth)
  for (let r = 0; r < used.length; r++)
    for (let k = 0; k < outputs; k++) {
      sumG[leaf[r]! * outputs + k]! += gradient[used[r]! * outputs + k]!
      sumH[leaf[r]! * outputs + k]! += hessian[used[r]! * outputs + k]!
    }
  return sumG.map((value, k) => (rate * value) / (sumH[k]! + ridge))
}

function applyTree(columns: readonly Uint8Array[], trees: Trees, tree: number, score: Float64Array): void {
  const {depth, outputs} = trees
  const features = Array.from({length: depth}, (_, level) => columns[trees.features[tree * depth + level]!]!)
  const count = columns[0]!.length
  for (let row = 0; row < count; row++) {
    let leaf = tree
    for (let level = 0; level < depth; level++)
      leaf = (leaf << 1) | (features[level]![row]! > trees.thresholds[tree * depth + level]! ? 1 : 0)
    for (let k = 0; k < outputs; k++)
      score[row * outputs + k]! += trees.leaves[leaf * outputs + k]! * trees.steps[tree]!
  }
}

/** The form that `unpackTrees` reads. */
export function packTrees(trees: Trees): string {
  const splits = trees.features.length
  const count = trees.steps.length
  const bytes = new Uint8Array(splits * 3 + count * 4 + trees.leaves.length)
  const view = new DataView(bytes.buffer)
  for (let i = 0; i < splits; i++) view.setUint16(i * 2, trees.features[i]!, true)
  bytes.set(trees.thresholds, splits * 2)
  for (let i = 0; i < count; i++) view.setFloat32(splits * 3 + i * 4, trees.steps[i]!, true)
  bytes.set(new Uint8Array(trees.leaves.buffer), splits * 3 + count * 4)
  return [`${trees.depth} ${trees.outputs} ${count}`, trees.base.join(' '), Buffer.from(bytes).toString('base64')].join(
    '\n',
  )
}

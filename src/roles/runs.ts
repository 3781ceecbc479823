/** Half-open range of lines. */
export interface Run {
  readonly start: number
  readonly end: number
}

/** The run of lines with the largest sum; empty at the top when no line has a positive worth. */
export function bestRun(worth: Float32Array): Run {
  let best = 0
  let start = 0
  let end = 0
  let sum = 0
  let from = 0
  for (let i = 0; i < worth.length; i++) {
    sum += worth[i]!
    if (sum > best) {
      best = sum
      start = from
      end = i + 1
    }
    if (sum <= 0) {
      sum = 0
      from = i + 1
    }
  }
  return {start, end}
}

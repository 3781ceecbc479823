/** What is fuzzed: a file of `targets/`. */
export interface Target {
  /** Reads the bytes; throws when something does not hold. */
  fuzz: (input: Uint8Array) => void | Promise<void>
  /** Inputs to begin with. */
  seeds: readonly Uint8Array[]
  /** Words that are worth putting into inputs. */
  words: readonly string[]
  /** Bytes of the longest inputs that are made. Default 1000. */
  longest?: number
  /** Whether the reader runs in a process that may run out of memory or time, so that neither is a finding. */
  isGuarded?: boolean
}

/** What the thread is to do. */
export interface Order {
  runs: number
  seconds: number
  seed: number
  corpus: readonly Uint8Array[]
  /** Whether to tell, in the end, a small corpus that takes all branches. */
  isKept: boolean
  /** Two 32-bit numbers, how many runs were made and the length of the input, then the input being run. */
  shared: SharedArrayBuffer
}

/** What the thread tells: what its target is, an input that goes where none has gone, one that breaks something, or that it has done. */
export type Message =
  | {kind: 'begin'; isGuarded: boolean}
  | {kind: 'new'; input: Uint8Array}
  | {kind: 'finding'; input: Uint8Array; error: string}
  | {kind: 'end'; branches: number; kept: Uint8Array[]}

/** Bytes that `shared` has for the input. */
export const longestInput = 2 ** 16

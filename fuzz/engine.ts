import {parentPort, workerData} from 'node:worker_threads'
import {hits} from './hits'
import {mutate, randomFrom} from './mutate'
import type {Message, Order, Target} from './target'

const tell = (message: Message): void => parentPort!.postMessage(message)

/** Findings of the same message are told once. */
const told = new Set<string>()

/** Runs a target on its corpus, then on mutations of what took new branches, until the order is done. */
export async function run(target: Target): Promise<void> {
  const {runs, seconds, seed, corpus: given, isKept, shared} = workerData as Order
  const state = new Int32Array(shared, 0, 2)
  const current = new Uint8Array(shared, 8)
  const random = randomFrom(seed)
  const words = target.words.map((word) => new TextEncoder().encode(word))
  const corpus: Uint8Array[] = []
  const stop = Date.now() + seconds * 1000

  /** Runs the target once, with the input where it is found when the run does not come back. */
  const attempt = async (input: Uint8Array): Promise<void> => {
    current.set(input)
    state[1] = input.length
    hits.fill(0)
    try {
      const result = target.fuzz(input)
      if (result !== undefined) await result
    } catch (error) {
      const message = (error as Error).stack ?? String(error)
      const name = message.slice(0, 200)
      if (!told.has(name)) tell({kind: 'finding', input: input.slice(), error: message})
      told.add(name)
    }
    state[0]!++
  }
  /** Few short inputs that take the same branches as all. */
  const smallest = async (): Promise<Uint8Array[]> => {
    seen.fill(0)
    const kept: Uint8Array[] = []
    for (const input of corpus.sort((a, b) => a.length - b.length)) {
      await attempt(input)
      if (isNew(byPresence)) kept.push(input)
    }
    return kept
  }

  tell({kind: 'begin', isGuarded: target.isGuarded ?? false})
  for (const input of [...target.seeds, ...given]) {
    await attempt(input)
    if (isNew(byMagnitude)) corpus.push(input)
  }
  while (state[0]! < runs && Date.now() < stop) {
    // what was found last is looked at most
    const latest = Math.min(random(corpus.length), random(corpus.length))
    const input = corpus[corpus.length - 1 - latest]!
    const other = corpus[random(corpus.length)]!
    const mutant = mutate(input, target.longest ?? 1000, {random, words, other})
    await attempt(mutant)
    if (!isNew(byMagnitude)) continue
    corpus.push(mutant.slice())
    tell({kind: 'new', input: mutant.slice()})
  }
  tell({kind: 'end', branches: seenBranches(), kept: isKept ? await smallest() : []})
}

/** For each branch how often it was taken in the runs so far, as a set of powers of two. */
const seen = new Uint8Array(hits.length)
const seenBranches = (): number => seen.reduce((sum, counts) => sum + (counts === 0 ? 0 : 1), 0)

/** 1, 2, 3, 4–7, 8–15, 16–31, 32–127, 128 and more times: a bit each. */
const byMagnitude = Uint8Array.from({length: 256}, (_, count) => {
  if (count < 4) return count === 0 ? 0 : 1 << (count - 1)
  return count < 32 ? 1 << (Math.floor(Math.log2(count)) + 1) : count < 128 ? 64 : 128
})
const byPresence = Uint8Array.from({length: 256}, (_, count) => (count === 0 ? 0 : 1))

const four = new Uint32Array(hits.buffer)

/** Whether the run took a branch that none took before, or took one as often as none before. */
function isNew(bits: Uint8Array): boolean {
  let found = false
  for (let word = 0; word < four.length; word++) {
    if (four[word] === 0) continue
    for (let branch = 4 * word; branch < 4 * word + 4; branch++) {
      const bit = bits[hits[branch]!]!
      if ((seen[branch]! & bit) === bit) continue
      seen[branch]! |= bit
      found = true
    }
  }
  return found
}

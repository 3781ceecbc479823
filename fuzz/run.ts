/**
 * `npm run fuzz [-- targets] [--runs N | --seconds N] [--seed N] [--keep]`: coverage-guided fuzzing of `targets/`, one after the
 * other, 10 seconds each unless told otherwise. What breaks goes to `fuzz/findings`, and the exit code is 1. With `--keep` the
 * inputs that reach something new stay in `corpus/`.
 */
import {createHash} from 'node:crypto'
import {mkdirSync, readdirSync, writeFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {parseArgs} from 'node:util'
import {Worker} from 'node:worker_threads'
import {bundle} from './bundle'
import {readCorpus, writeCorpus} from './corpus'
import {longestInput, type Message, type Order} from './target'

const here = fileURLToPath(new URL('.', import.meta.url))
/** Seconds that a run may take, and megabytes of heap. What runs in a process of its own gets less, as it may be lost. */
const limits = {patience: 10, heapMegabytes: 512}
const guardedLimits = {patience: 1, heapMegabytes: 128}

const {values, positionals} = parseArgs({
  allowPositionals: true,
  options: {
    runs: {type: 'string'},
    seconds: {type: 'string'},
    seed: {type: 'string', default: '1'},
    keep: {type: 'boolean', default: false},
  },
})
const runs = Number(values.runs ?? Number.MAX_SAFE_INTEGER)
const seconds = Number(values.seconds ?? (values.runs === undefined ? 10 : 1e6))
const all = readdirSync(`${here}targets`).map((file) => file.replace('.ts', ''))
const chosen = positionals.length === 0 ? all : positionals

for (const target of chosen) {
  if (!all.includes(target)) throw new Error(`no target ${target}; there are ${all.join(', ')}`)
  if ((await fuzz(target, await bundle(target))) > 0) process.exitCode = 1
}

/** Runs a target until its budget is spent; a thread that is lost to an input is replaced. Gives the number of findings. */
async function fuzz(target: string, file: string): Promise<number> {
  const corpus = readCorpus(target)
  const started = Date.now()
  const spent = (): number => (Date.now() - started) / 1000
  let [done, findings, lost, branches] = [0, 0, 0, 0]
  let isGuarded: boolean | undefined

  const keep = (input: Uint8Array, error: string): void => {
    findings++
    const name = `findings/${target}-${createHash('sha256').update(input).digest('hex').slice(0, 12)}`
    mkdirSync(`${here}findings`, {recursive: true})
    writeFileSync(here + name, input)
    console.log(`fuzz/${name}: ${error.split('\n').slice(0, 4).join('\n')}`)
  }
  while (branches === 0) {
    const shared = new SharedArrayBuffer(8 + longestInput)
    const state = new Int32Array(shared, 0, 2)
    const order: Order = {
      runs: runs - done,
      seconds: seconds - spent(),
      seed: Number(values.seed) + done,
      corpus,
      isKept: values.keep,
      shared,
    }
    const {patience, heapMegabytes} = isGuarded ? guardedLimits : limits
    const thread = new Worker(file, {workerData: order, resourceLimits: {maxOldGenerationSizeMb: heapMegabytes}})
    const loss = await watch(thread, state, patience, (message) => {
      if (message.kind === 'begin') isGuarded = message.isGuarded
      else if (message.kind === 'finding') keep(message.input, message.error)
      else if (message.kind === 'new') corpus.push(message.input)
      else {
        branches = message.branches
        if (values.keep) writeCorpus(target, message.kept)
      }
    })
    done += state[0]!
    if (loss === undefined) continue
    if (isGuarded === undefined) throw new Error(`${target} does not start: ${loss}`)
    if (isGuarded) lost++
    else keep(new Uint8Array(shared, 8, state[1]).slice(), loss)
  }
  const speed = (done / spent()).toFixed(0)
  const losses = isGuarded ? `, ${lost} times lost to the guard` : ''
  console.log(`${target}: ${done} runs, ${speed} a second, ${branches} branches, ${findings} findings${losses}`)
  return findings
}

/** Waits for the end of a thread. Gives the reason when it ended before its time, or had to be ended. */
async function watch(
  thread: Worker,
  state: Int32Array,
  patience: number,
  onMessage: (message: Message) => void,
): Promise<string | undefined> {
  let timer: NodeJS.Timeout | undefined
  let last = -1
  try {
    return await new Promise((resolve) => {
      timer = setInterval(() => {
        if (state[0] === last) resolve(`no end within ${patience} s`)
        last = state[0]!
      }, patience * 1000)
      thread.on('message', (message: Message) => {
        onMessage(message)
        if (message.kind === 'end') resolve(undefined)
      })
      thread.on('error', (error) => resolve(error.message))
    })
  } finally {
    clearInterval(timer)
    await thread.terminate()
  }
}

import type {Progress, Summary} from '../node/corpus'
import {sizeName} from '../node/record'

const whole = new Intl.NumberFormat('en-US')

/** `1,204 pages, 301/s, 12.4 MiB/s · 5,310 facts · 2 bad · 38 %, 1 m 05 s left`. */
export function progressLine({counts, before, read, size}: Progress, seconds: number): string {
  const done = counts.pages - before
  const rates = seconds > 0 ? `, ${whole.format(Math.round(done / seconds))}/s, ${sizeName(read / seconds)}/s` : ''
  const left =
    size > 0 && read > 0
      ? `${Math.floor((100 * read) / size)} %, ${duration(((size - read) * seconds) / read)} left`
      : undefined
  return [
    `${whole.format(counts.pages)} pages${rates}`,
    `${whole.format(counts.facts)} facts`,
    `${whole.format(counts.bad)} bad`,
    left,
  ]
    .filter((part) => part !== undefined)
    .join(' · ')
}

/** What a run did, in a sentence or two. */
export function summaryText({counts, finished}: Summary, seconds: number): string {
  const {pages, facts, bad, replaced} = counts
  const text = `${whole.format(pages)} pages, ${whole.format(facts)} facts, ${whole.format(bad)} bad ${bad === 1 ? 'record' : 'records'} in ${duration(seconds)}`
  const malformed = replaced > 0 ? `; ${whole.format(replaced)} malformed byte sequences were replaced` : ''
  return `${finished ? '' : 'stopped: '}${text}${malformed}${finished ? '' : '; go on with --resume'}`
}

/** `8 s`, `1 m 05 s`, `2 h 07 m`. */
export function duration(seconds: number): string {
  const total = Math.max(0, Math.round(seconds))
  const [hours, minutes] = [Math.floor(total / 3600), Math.floor(total / 60) % 60]
  if (hours > 0) return `${hours} h ${pad(minutes)} m`
  return minutes > 0 ? `${minutes} m ${pad(total % 60)} s` : `${total} s`
}

const pad = (value: number): string => String(value).padStart(2, '0')

/** Milliseconds between two lines of progress: on a terminal, where each replaces the last, and in a log. */
const terminalPace = 200
const logPace = 30_000

/** Shows progress on standard error, at a pace that people can read. */
export class ProgressLine {
  readonly #start = performance.now()
  #shown = 0
  #isThere = false

  get seconds(): number {
    return (performance.now() - this.#start) / 1000
  }

  show(progress: Progress): void {
    const now = performance.now()
    const {isTTY, columns = 80} = process.stderr
    if (now - Math.max(this.#shown, this.#start) < (isTTY ? terminalPace : logPace)) return
    this.#shown = now
    const line = progressLine(progress, this.seconds)
    process.stderr.write(isTTY ? `\r\x1b[K${line.slice(0, columns - 1)}` : `pagefacts: ${line}\n`)
    this.#isThere = isTTY
  }

  /** Makes room for another line. */
  clear(): void {
    if (this.#isThere) process.stderr.write('\r\x1b[K')
    this.#isThere = false
  }
}

import {featureNames, firstWidth, logByte, type PageLines} from './features'
import {hintWidth} from './hints'
import {ending} from './measure'
import {bestRun} from './runs'

const column = (name: string): number => featureNames.push(name) - 1
const byte = (value: number): number => (value <= 0 ? 0 : value >= 255 ? 255 : Math.round(value))

const steps = [-5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5]
const around = steps.map((step) =>
  column(step === 0 ? 'first reading' : `first reading of line ${step > 0 ? '+' : ''}${step}`),
)
const second = {
  window2: column('first reading within two lines'),
  window5: column('first reading within five lines'),
  window10: column('first reading within ten lines'),
  inRun: column('in the best run'),
  runStart: column('lines after the start of the best run'),
  runEnd: column('lines before the end of the best run'),
  inTight: column('in the best run of lines'),
  tightStart: column('lines after the start of the best run of lines'),
  tightEnd: column('lines before the end of the best run of lines'),
  massAbove: column('share of the article above'),
  massBelow: column('share of the article below'),
  group: column('first reading of the group'),
  since: column('lines since prose of the article'),
  until: column('lines until prose of the article'),
  gapAbove: column('letters of chrome since prose of the article'),
  gapBelow: column('letters of chrome until prose of the article'),
  weakestSince: column('weakest reading since prose of the article'),
  weakestUntil: column('weakest reading until prose of the article'),
  nearest: column('first reading of the longest line near'),
  mass: column('size of the article'),
  count: column('lines of the article'),
  chromeInside: column('strongest phrase of chrome since prose of the article'),
  likeness: column('first reading of lines of its kind'),
}
/** Columns of both passes. */
export const secondWidth = featureNames.length
/** Columns that the first pass reads: those of the text, or with those of HTML. */
export const htmlFirstWidth = firstWidth + hintWidth

/** Fills the columns of the second pass from the first pass's probabilities. */
export function fillSecond(read: PageLines, chance: Float32Array, rows: Uint8Array, width: number): void {
  fillAround(read, chance, rows, width)
  fillRuns(read, chance, rows, width)
  fillGaps(read, chance, rows, width)
  fillGroups(read, chance, rows, width)
}

function fillAround({lines}: PageLines, chance: Float32Array, rows: Uint8Array, width: number): void {
  const {count, size} = lines
  const mass = new Float32Array(count + 1)
  const weight = new Float32Array(count + 1)
  let sure = 0
  for (let i = 0; i < count; i++) {
    const own = Math.sqrt(size[i]! + 1)
    mass[i + 1] = mass[i]! + chance[i]! * own
    weight[i + 1] = weight[i]! + own
    if (chance[i]! > 0.5) sure++
  }
  const mean = (i: number, reach: number): number => {
    const from = Math.max(0, i - reach)
    const to = Math.min(count, i + reach + 1)
    return byte((255 * (mass[to]! - mass[from]!)) / Math.max(1e-6, weight[to]! - weight[from]!))
  }
  for (let i = 0; i < count; i++) {
    const at = i * width
    for (let k = 0; k < steps.length; k++) {
      const other = i + steps[k]!
      rows[at + around[k]!] = other < 0 || other >= count ? 0 : byte(255 * chance[other]!)
    }
    rows[at + second.window2] = mean(i, 2)
    rows[at + second.window5] = mean(i, 5)
    rows[at + second.window10] = mean(i, 10)
    rows[at + second.massAbove] = byte((200 * mass[i]!) / Math.max(1e-6, mass[count]!))
    rows[at + second.massBelow] = byte((200 * (mass[count]! - mass[i + 1]!)) / Math.max(1e-6, mass[count]!))
    rows[at + second.mass] = logByte(mass[count]!)
    rows[at + second.count] = logByte(sure)
  }
}

function fillRuns({lines}: PageLines, chance: Float32Array, rows: Uint8Array, width: number): void {
  const {count, size} = lines
  const byText = new Float32Array(count)
  const byLine = new Float32Array(count)
  for (let i = 0; i < count; i++) {
    byText[i] = (chance[i]! - 0.4) * Math.sqrt(size[i]! + 4)
    byLine[i] = chance[i]! - 0.45
  }
  const wide = bestRun(byText)
  const tight = bestRun(byLine)
  const signed = (distance: number): number => byte(128 + Math.sign(distance) * 0.7 * logByte(Math.abs(distance)))
  for (let i = 0; i < count; i++) {
    const at = i * width
    rows[at + second.inRun] = i >= wide.start && i < wide.end ? 1 : 0
    rows[at + second.runStart] = signed(i - wide.start)
    rows[at + second.runEnd] = signed(wide.end - 1 - i)
    rows[at + second.inTight] = i >= tight.start && i < tight.end ? 1 : 0
    rows[at + second.tightStart] = signed(i - tight.start)
    rows[at + second.tightEnd] = signed(tight.end - 1 - i)
  }
}

/** What lies between a line and the nearest sure prose above and below. */
function fillGaps({lines, chromeCue}: PageLines, chance: Float32Array, rows: Uint8Array, width: number): void {
  const {count, size} = lines
  const sure = (i: number): boolean =>
    chance[i]! > 0.6 && (size[i]! >= 60 || (size[i]! > 25 && lines.end[i]! >= ending.call))
  const walk = (from: number, step: number, since: number, gap: number, weakest: number, phrase: number): void => {
    let distance = 100
    let letters = 0
    let lowest = 255
    let strongest = 0
    for (let i = from; i >= 0 && i < count; i += step) {
      const at = i * width
      rows[at + since] = logByte(distance)
      rows[at + gap] = logByte(letters / 8)
      rows[at + weakest] = lowest
      if (phrase >= 0) rows[at + phrase] = Math.max(strongest, chromeCue[i]!)
      if (sure(i)) {
        distance = 0
        letters = 0
        lowest = 255
        strongest = 0
      } else {
        distance = Math.min(100, distance + 1)
        letters += size[i]! * (1 - chance[i]!)
        lowest = Math.min(lowest, byte(255 * chance[i]!))
        strongest = Math.max(strongest, chromeCue[i]!)
      }
    }
  }
  walk(0, 1, second.since, second.gapAbove, second.weakestSince, second.chromeInside)
  walk(count - 1, -1, second.until, second.gapBelow, second.weakestUntil, -1)
}

function fillGroups({lines, blanks}: PageLines, chance: Float32Array, rows: Uint8Array, width: number): void {
  const {count, size} = lines
  for (let start = 0; start < count; ) {
    let end = start + 1
    while (end < count && blanks[end] === 0) end++
    let sum = 0
    for (let i = start; i < end; i++) sum += chance[i]!
    for (let i = start; i < end; i++) rows[i * width + second.group] = byte((255 * sum) / (end - start))
    start = end
  }
  const sums = new Float32Array(256)
  const counts = new Float32Array(256)
  const kind = new Uint8Array(count)
  for (let i = 0; i < count; i++) {
    const bucket = size[i]! < 12 ? 0 : size[i]! < 30 ? 1 : size[i]! < 70 ? 2 : size[i]! < 160 ? 3 : 4
    kind[i] =
      bucket * 32 + Math.min(3, lines.end[i]! >> 1) * 8 + Math.min(3, lines.begin[i]!) * 2 + (blanks[i] === 0 ? 1 : 0)
    sums[kind[i]!]! += chance[i]!
    counts[kind[i]!]!++
  }
  for (let i = 0; i < count; i++) {
    rows[i * width + second.likeness] = byte((255 * sums[kind[i]!]!) / counts[kind[i]!]!)
    let longest = i
    for (let k = Math.max(0, i - 3); k <= Math.min(count - 1, i + 3); k++)
      if (k !== i && (longest === i || size[k]! > size[longest]!)) longest = k
    rows[i * width + second.nearest] = byte(255 * chance[longest]!)
  }
}

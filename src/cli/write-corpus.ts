import {type Destination, type RunOptions, runCorpus} from '../node/corpus'
import type {BadRecord} from '../node/record'
import {RunError} from '../node/run-error'
import {ProgressLine, summaryText} from './progress'
import {standardOutput, Usage, warn} from './terminal'

export type WriteOptions = Omit<RunOptions, 'stop' | 'onBad' | 'onProgress'> & {quiet: boolean}

/** Bad records that are named on standard error when no file keeps them. */
const mostNamed = 20

/** Pages and facts of a corpus, to files or standard output. Gives the exit code. */
export async function writeCorpus(
  names: readonly string[],
  outputs: readonly Destination[],
  {quiet, ...options}: WriteOptions,
): Promise<number> {
  const toFiles = outputs[0]!.to !== standardOutput
  const line = new ProgressLine()
  let named = 0
  const onBad = ({place, error}: BadRecord): void => {
    if (options.quarantine !== undefined || named++ > mostNamed) return
    line.clear()
    warn(named > mostNamed ? 'further bad records are only counted; --quarantine keeps them' : `${place}: ${error}`)
  }
  try {
    const summary = await runCorpus(names, outputs, {
      ...options,
      stop: stopSignal(),
      onBad,
      ...(quiet || !(toFiles || process.stderr.isTTY) ? {} : {onProgress: (progress) => line.show(progress)}),
    })
    line.clear()
    if (toFiles && !quiet) warn(summaryText(summary, line.seconds))
    if (!summary.finished) return 130
    return summary.counts.bad > 0 && options.quarantine === undefined ? 1 : 0
  } catch (error) {
    line.clear()
    throw error instanceof RunError ? new Usage(error.message) : error
  }
}

/** Aborted by the first Ctrl-C or termination, which lets the run come to a clean stop; the second ends the process. */
function stopSignal(): AbortSignal {
  const controller = new AbortController()
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => controller.abort())
  return controller.signal
}

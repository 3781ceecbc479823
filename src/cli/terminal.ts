import type {Target} from '../node/write/target'

/** Wrong usage of the command line: shown without a stack, exit code 2. */
export class Usage extends Error {}

/** Writes to standard output and waits while its reader is slower. */
export const write = (text: string | Uint8Array): Promise<void> =>
  new Promise((resolve) => (process.stdout.write(text) ? resolve() : process.stdout.once('drain', resolve)))

/** Writes a line to standard error. */
export const warn = (message: string): void => void process.stderr.write(`pagefacts: ${message}\n`)

/** Prints a text and gives the exit code of success. */
export async function print(text: string): Promise<number> {
  await write(text)
  return 0
}

/** Standard output, as a place for the outputs of a corpus. */
export const standardOutput: Target = {write, sync() {}, close() {}}

#!/usr/bin/env node
import module from 'node:module'
import {Usage, warn} from './terminal'

// From Node 22.8 on, compiled code is kept for the next run.
;(module as {enableCompileCache?: () => void}).enableCompileCache?.()

/** A command takes its arguments and gives the exit code. */
interface Command {
  run(argv: readonly string[]): Promise<number>
}

/** What the first word of the arguments may be, each a file here, loaded when asked for; anything else is `extract`'s. */
const commands: Record<string, () => Promise<Command>> = {
  extract: () => import('./extract'),
  worker: () => import('./worker'),
  report: () => import('./report'),
  trim: () => import('./trim'),
}

async function main(argv: readonly string[]): Promise<number> {
  const [name = '', ...rest] = argv
  const isCommand = Object.hasOwn(commands, name)
  const command = await commands[isCommand ? name : 'extract']!()
  return command.run(isCommand ? rest : argv)
}

// A closed pipe (`| head`) is the reader's way to say that it has enough.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code
  },
  (error: unknown) => {
    // what the system refuses, such as a full disk, is no error of the program
    const isSystem = (error as NodeJS.ErrnoException).syscall !== undefined
    if (!(error instanceof Usage || isSystem)) throw error
    warn((error as Error).message + (isSystem ? '' : "\nTry 'pagefacts --help'."))
    process.exitCode = isSystem ? 1 : 2
  },
)

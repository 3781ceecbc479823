// Runs the program in Node, Deno or Bun; what it found goes to standard output.
import {readFile} from 'node:fs/promises'
import {decodeBytes} from 'pagefacts/node'
import {program} from './program.mjs'

console.log(await program(decodeBytes(await readFile('page.txt')).text))

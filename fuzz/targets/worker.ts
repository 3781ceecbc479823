import assert from 'node:assert/strict'
import {answer} from '../../src/node/worker/answer'
import {splitLines} from '../../src/node/worker/lines'
import {failure, headBytes, idOf, outputs} from '../../src/node/worker/protocol'
import {bytesOf} from '../text'

export const words = [
  ...'{ } [ ] : , " \\ \\u \\ud83d \\n null true 1e999 -0 0.5 9007199254740993 "id" "text" "html" "url" "language" "site" "__proto__"'.split(
    ' ',
  ),
  ...'{"id":1,"text":"5%"} {"id":"a","html":"<p>3&nbsp;kg"} "pages": "lines": {"pages":9,"lines":{"1ti522fes":9}} vi zh-Hant a_b \n \r'.split(
    ' ',
  ),
  '\n',
]
export const seeds = [
  '0{"id":1,"text":"Costs rose 5% in 2024."}\n{"id":"b","html":"<p>3 kg","language":"en"}',
  '1{"id":null}\n[]\n\n{"text":"x"}\n{"id":1.5}\n{"id":1,"text":"a","language":"no tag!"}',
  '2{"id":5,"text":"a","site":{"pages":3,"lines":{}},"url":"https://a.example"}',
  `3{"id":"long","text":"${'x'.repeat(400)}"}\n{"text":"${'x'.repeat(400)}","id":2}`,
].map(bytesOf)
export const longest = 500

const maxBytes = 300
const codes = ['invalid-json', 'invalid-record', 'too-large']

/** What stands between standard input and output, without the thread: the first byte chooses the output and how bytes come. */
export async function fuzz(input: Uint8Array): Promise<void> {
  const choice = input[0] ?? 0
  const bytes = input.subarray(1)
  const answers: string[] = []
  for await (const {bytes: line, whole} of splitLines(chunks(bytes, 1 + (choice >> 2)), {maxBytes, headBytes}))
    answers.push(
      whole
        ? answer(line, {output: outputs[choice % outputs.length]!, extract: {}})
        : failure(idOf(line), 'too-large', 'too long'),
    )
  const lines = linesOf(bytes)
  assert.equal(answers.length, lines.length)
  for (const [index, text] of answers.entries()) expectAnswer(text, lines[index]!)
}

async function* chunks(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

function linesOf(bytes: Uint8Array): Buffer[] {
  const lines: Buffer[] = []
  for (let at = 0; at < bytes.length; at = at + lines.at(-1)!.length + 1) {
    const end = bytes.indexOf(0x0a, at)
    lines.push(Buffer.from(bytes.subarray(at, end < 0 ? bytes.length : end)))
  }
  return lines
}

/** One line, an object with the id of its record, which is answered or refused for a documented reason. */
function expectAnswer(text: string, line: Buffer): void {
  assert.ok(!text.includes('\n'))
  const {id, ok, error} = JSON.parse(text)
  if (ok) assert.ok(id === JSON.parse(line.toString()).id)
  else assert.ok(codes.includes(error.code), text)
}

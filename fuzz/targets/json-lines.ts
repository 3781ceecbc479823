import {readJsonLines} from '../../src/node/read/json-lines'
import {readBehind} from '../records'
import {bytesOf} from '../text'

export const words = [
  ...'{ } [ ] : , " \\ \\u \\ud83d \\n null true 1e999 -0 "text" "id" "url" "language" "__proto__" "toString" \r\n'.split(
    ' ',
  ),
  '{"text":"x"}\n',
  '\n',
  '\ufeff',
  '\x1f\x8b\x08',
]
export const seeds = [
  '{"text":"Costs rose 5%","id":1,"url":"https://a.example/"}\n\n{"text":"y"}',
  '{"text":7}\n[1]\n"x"\nnull\n{"body":"x"}\r\n{"text":',
  `{"text":"${'long '.repeat(100)}"}\n{"text":"\\ud83d\\ude00"}`,
].flatMap((text) => ['0', '1', '2'].map((wrapping) => bytesOf(wrapping + text)))

const good = {bytes: bytesOf('{"text":"good"}\n'), text: 'good'}

export const fuzz = (input: Uint8Array): Promise<void> => readBehind(good, input, readJsonLines)

import {Tokenizer} from 'htmlparser2'

/** The text of a value that was escaped once too often (`&#8220;Yes&#8221;`) or holds tags; most are plain already. */
export function plainText(value: string): string {
  if (!value.includes('&') && !value.includes('<')) return value
  let text = ''
  const separate = (): void => {
    text += ' '
  }
  const ignore = (): void => {}
  const tokenizer = new Tokenizer(
    {decodeEntities: true},
    {
      ontext(start: number, end: number) {
        text += value.slice(start, end)
      },
      ontextentity(point: number) {
        text += String.fromCodePoint(point)
      },
      onopentagend: separate,
      onclosetag: separate,
      onselfclosingtag: separate,
      onopentagname: ignore,
      onattribname: ignore,
      onattribdata: ignore,
      onattribentity: ignore,
      onattribend: ignore,
      oncdata: ignore,
      oncomment: ignore,
      ondeclaration: ignore,
      onprocessinginstruction: ignore,
      onend: ignore,
    },
  )
  tokenizer.write(value)
  tokenizer.end()
  return text
}

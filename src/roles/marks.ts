/** What a punctuation mark or symbol does in a line, whatever its script. */
export const mark = {
  none: 0,
  /** Ends a sentence. */
  stop: 1,
  /** Question and exclamation marks. */
  call: 2,
  ellipsis: 3,
  colon: 4,
  comma: 5,
  quote: 6,
  bracket: 7,
  /** Stands between the items of a menu, a breadcrumb or a credit. */
  separator: 8,
  bullet: 9,
  at: 10,
  hash: 11,
  copyright: 12,
  /** Arrows, stars, check marks: buttons and ratings. */
  sign: 13,
} as const

const marks: readonly [number, string][] = [
  [mark.stop, '.。．｡।॥۔።፧։།༎៕။᠃᠉'],
  [mark.call, '!?！？؟‽՞՜'],
  [mark.ellipsis, '…⋯'],
  [mark.colon, ':：፦'],
  [mark.comma, ',;،、，；؛፣፤՝၊﹐'],
  [mark.quote, '"\'“”„‟‘’‚«»‹›「」『』〝〞〟＂'],
  [mark.bracket, '()[]{}（）【】［］〔〕《》〈〉<>'],
  [mark.separator, '|/\\·•–—―-~｜／・›»→>＞⟩'],
  [mark.bullet, '*▪■●◆◇○□‣⁃▶►▸✓✔☑▼▲△▽'],
  [mark.at, '@＠'],
  [mark.hash, '#＃'],
  [mark.copyright, '©®™ⓒ℗'],
  [mark.sign, '←↑↓↗⇒➜➔➤★☆❤♥✕✖×+＋'],
]

/** The mark of each UTF-16 unit. Marks of two kinds (`»`, `•`, `>`) are the first named above. */
export const markOf: Uint8Array = readMarks()

function readMarks(): Uint8Array {
  const table = new Uint8Array(0x10000)
  for (const [kind, units] of marks)
    for (let i = 0; i < units.length; i++) {
      const unit = units.charCodeAt(i)
      if (table[unit] === mark.none) table[unit] = kind
    }
  return table
}

/** How much a Hangul syllable says, in Latin letters. */
export const hangulWeight = 2.2

/** How much a letter says, in letters of the Latin script: a Han character stands for about half a word. */
export const letterWeight = (unit: number): number =>
  unit < 0x1100
    ? 1
    : unit >= 0x3040 && unit < 0x3100
      ? 1.6
      : unit >= 0x2e80 && unit < 0xa000
        ? 2.6
        : unit >= 0xac00 && unit < 0xd7b0
          ? 2.2
          : unit >= 0xf900 && unit < 0xfb00
            ? 2.6
            : 1

/** Letters of an average word in the scripts without spaces: two Han characters, four to five Thai letters. */
export const unspacedWordLength = (unit: number): number => (unit >= 0x2e80 ? 2 : 4.5)

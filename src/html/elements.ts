/**
 * How elements are shown and nested, by name: the default style sheet and the parsing rules of the HTML standard
 * (sections "Rendering" and "The rules for parsing tokens in HTML content"), as bits of a number.
 */
export const trait = {
  /** Starts and ends a line. */
  block: 1,
  /** Stands apart by a blank line, as a browser's `innerText` sets a paragraph apart. */
  paragraph: 1 << 1,
  /** Has no end tag. */
  void: 1 << 2,
  /** Not displayed, with all that is in it. */
  hidden: 1 << 3,
  /** White space counts. */
  preformatted: 1 << 4,
  cell: 1 << 5,
  row: 1 << 6,
  table: 1 << 7,
  /** `tbody`, `thead`, `tfoot`. */
  rows: 1 << 8,
  /** Sits in a line like a letter: images, controls. White space before and after it stays. */
  atomic: 1 << 9,
  /** Takes part in the layout, but what is in it is not shown as text (`video`, `textarea`). */
  opaque: 1 << 10,
  /** A start tag that ends an open paragraph. */
  endsParagraph: 1 << 11,
  /** Not closed by the end tag of an inline element around it. */
  special: 1 << 12,
  /** End tags do not reach beyond it. */
  scope: 1 << 13,
  /** Its end tag closes it even when blocks were opened in it (`<b><p>…</b>…`). */
  formatting: 1 << 14,
  heading: 1 << 15,
  /** `li`, `dd`, `dt`, `option`: ends an open sibling. */
  item: 1 << 16,
  /** `caption`, `colgroup`: beside rows in a table. */
  tablePart: 1 << 17,
  /** `html`, `head`, `body`: one a page, wherever the tags stand. */
  root: 1 << 18,
} as const

const {block, special, scope, endsParagraph, hidden, atomic, opaque} = trait
const flow = block | special | endsParagraph

/** Names with the same traits, a row each. */
const rows: readonly (readonly [number, string])[] = [
  [
    flow,
    'address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form header ' +
      'hgroup main menu nav ol search section summary ul',
  ],
  [flow | trait.paragraph, 'p'],
  [flow | trait.heading, 'h1 h2 h3 h4 h5 h6'],
  [flow | trait.preformatted, 'pre listing xmp plaintext'],
  [flow | trait.item, 'li dd dt'],
  [flow | trait.table | scope, 'table'],
  [flow | trait.void, 'hr'],
  [block, 'legend'],
  [block | trait.item, 'option optgroup'],
  [block | special | trait.tablePart | scope, 'caption'],
  [hidden | special | trait.tablePart, 'colgroup'],
  [special | trait.rows, 'tbody thead tfoot'],
  [special | trait.row, 'tr'],
  [special | trait.cell | scope, 'td th'],
  [trait.root | special, 'html head body frameset'],
  [special | scope, 'applet object'],
  [special | scope | atomic, 'marquee'],
  [special | scope | hidden, 'template'],
  [special | atomic, 'button select'],
  [special | atomic | opaque, 'textarea iframe'],
  [atomic | opaque, 'video audio canvas meter progress math'],
  [atomic, 'svg'],
  [special | atomic | trait.void, 'img input embed'],
  [special | trait.void | trait.hidden, 'area base basefont bgsound col frame keygen link meta param source track'],
  [special | trait.void, 'br wbr'],
  [special | hidden, 'title script style noscript noembed noframes'],
  [hidden, 'rp datalist desc defs metadata symbol'],
  [trait.formatting, 'a b big code em font i nobr s small strike strong tt u'],
  [0, 'span label time abbr cite q sub sup mark ins del ruby rt slot text'],
]

/** Traits by the number of an element; unknown elements have none. */
export const traitsOf: number[] = []
/** Names by number. */
export const elementNames: string[] = []
const numbers = new Map<string, number>()
for (const [traits, names] of rows)
  for (const name of names.split(' ')) {
    numbers.set(name, elementNames.length)
    elementNames.push(name)
    traitsOf.push(traits)
  }

/** Number of a known element by its lower-case name. */
export const elementNumber = (name: string): number | undefined => numbers.get(name)

/** Numbers of elements that have a rule of their own. */
export const element = Object.fromEntries(numbers) as Record<string, number>

import type {BlockHints, PageHints} from '../context'
import {fillContainers} from './containers'
import {featureNames, firstWidth, logByte, type PageLines} from './features'

const column = (name: string): number => featureNames.push(name) - 1

/** Words of classes and ids by what they say of a block; a word counts when it begins with one of them. */
const families: readonly [string, readonly string[]][] = [
  [
    'comments',
    ['comment', 'disqus', 'reply', 'replies', 'respond', 'discussion', 'livefyre', 'reader', 'forum', 'feedback'],
  ],
  ['share', ['share', 'sharing', 'social', 'facebook', 'twitter', 'addthis', 'sns', 'follow', 'whatsapp', 'pinterest']],
  [
    'related',
    [
      'relat',
      'recommend',
      'more',
      'also',
      'similar',
      'popular',
      'trending',
      'latest',
      'teaser',
      'next',
      'prev',
      'outbrain',
      'taboola',
      'suggest',
      'recirc',
      'mostread',
      'readmore',
      'card',
      'river',
      'list',
      'grid',
      'carousel',
      'slider',
      'archive',
      'pagination',
      'pager',
      'promo',
    ],
  ],
  [
    'nav',
    [
      'nav',
      'navigation',
      'navbar',
      'menu',
      'menus',
      'breadcrumb',
      'breadcrumbs',
      'crumb',
      'header',
      'masthead',
      'topbar',
      'toolbar',
      'subnav',
      'skip',
      'search',
      'tabs',
    ],
  ],
  [
    'footer',
    ['footer', 'foot', 'copyright', 'legal', 'imprint', 'colophon', 'bottom', 'disclaimer', 'policy', 'terms'],
  ],
  [
    'side',
    [
      'sidebar',
      'side',
      'aside',
      'widget',
      'rail',
      'secondary',
      'complementary',
      'right',
      'left',
      'column',
      'col2',
      'module',
    ],
  ],
  [
    'ad',
    [
      'ad',
      'ads',
      'advert',
      'adv',
      'adsense',
      'banner',
      'sponsor',
      'promo',
      'promotion',
      'marketing',
      'affiliate',
      'dfp',
      'native',
      'partner',
      'shop',
      'product',
      'offer',
      'cta',
    ],
  ],
  [
    'newsletter',
    [
      'newsletter',
      'subscribe',
      'subscription',
      'signup',
      'sign',
      'login',
      'register',
      'paywall',
      'mailchimp',
      'form',
      'email',
      'modal',
      'popup',
      'overlay',
      'cookie',
      'cookies',
      'consent',
      'gdpr',
      'notice',
      'alert',
    ],
  ],
  ['author', ['author', 'byline', 'bio', 'contributor', 'writer', 'vcard', 'profile', 'avatar']],
  [
    'date',
    ['date', 'time', 'timestamp', 'published', 'pubdate', 'meta', 'info', 'details', 'metadata', 'dateline', 'updated'],
  ],
  [
    'caption',
    [
      'caption',
      'captions',
      'credit',
      'credits',
      'figure',
      'figcaption',
      'image',
      'img',
      'photo',
      'picture',
      'gallery',
      'media',
      'video',
      'thumb',
      'thumbnail',
      'legend',
      'slideshow',
      'player',
    ],
  ],
  [
    'tags',
    [
      'tag',
      'tags',
      'category',
      'categories',
      'keywords',
      'topics',
      'topic',
      'label',
      'labels',
      'kicker',
      'section',
      'rubric',
    ],
  ],
  ['title', ['title', 'headline', 'heading', 'hed', 'entry-title', 'h1']],
  [
    'lead',
    [
      'lead',
      'lede',
      'standfirst',
      'summary',
      'intro',
      'subtitle',
      'dek',
      'excerpt',
      'teasertext',
      'deck',
      'sapo',
      'chapo',
      'subheadline',
      'abstract',
    ],
  ],
  [
    'body',
    [
      'body',
      'text',
      'content',
      'article',
      'story',
      'entry',
      'post',
      'articlebody',
      'richtext',
      'bodytext',
      'paragraph',
      'prose',
      'copy',
      'main',
      'single',
      'recipe',
      'instructions',
      'ingredients',
    ],
  ],
  [
    'exact body',
    [
      'articlebody',
      'entrycontent',
      'postcontent',
      'articlecontent',
      'storybody',
      'articletext',
      'posttext',
      'bodytext',
    ],
  ],
  ['hidden', ['hidden', 'print', 'sr', 'screen', 'noprint', 'collapsed', 'visually', 'offscreen', 'invisible']],
  ['toc', ['toc', 'table', 'contents', 'box', 'infobox', 'factbox', 'note', 'tooltip', 'footnote', 'references']],
]
const familyColumns = families.map(([name]) => column(`class of ${name}`))
const familyDepth = families.map(([name]) => column(`class of ${name} at the block`))

const elements = [
  'p',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'li',
  'dt',
  'dd',
  'td',
  'th',
  'figcaption',
  'caption',
  'blockquote',
  'pre',
  'div',
  'span',
  'a',
  'button',
  'label',
  'section',
  'article',
  'address',
  'time',
  'body',
  'option',
  'legend',
  'summary',
  'cite',
]
const landmarks = [
  'article',
  'main',
  'nav',
  'header',
  'footer',
  'aside',
  'figure',
  'form',
  'blockquote',
  'ul',
  'ol',
  'li',
  'table',
  'section',
  'details',
  'dl',
  'address',
  'figcaption',
  'button',
  'a',
]
const landmarkColumns = landmarks.map((name) => column(`inside ${name}`))

const hint = {
  element: column('element'),
  heading: column('rank of the heading'),
  paragraph: column('paragraph element'),
  links: column('share of links'),
  linksAround: column('share of links around'),
  depth: column('elements around'),
  words: column('number of class words'),
  kindProse: column('share of prose in blocks of its kind'),
  kindCount: column('blocks of its kind'),
  elementBefore: column('element of line -1'),
  elementAfter: column('element of line +1'),
  linksBefore: column('share of links of line -1'),
  linksAfter: column('share of links of line +1'),
  firstHeading: column('first heading of rank 1'),
}
export const hintWidth = featureNames.length - firstWidth

const byte = (value: number): number => (value <= 0 ? 0 : value >= 255 ? 255 : Math.round(value))

/** For a class word the families it belongs to, a bit each; remembered, since pages repeat their classes. */
const known = new Map<string, number>()
function familiesOf(word: string): number {
  const found = known.get(word)
  if (found !== undefined) return found
  let bits = 0
  families.forEach(([, starts], index) => {
    for (const start of starts)
      if (
        word === start ||
        (start.length >= 4 && word.startsWith(start)) ||
        (start.length >= 6 && word.includes(start))
      )
        bits |= 1 << index
  })
  if (known.size > 20000) known.clear()
  known.set(word, bits)
  return bits
}

/** Fills the columns that only HTML has. */
export function fillHints(
  hints: readonly BlockHints[],
  head: PageHints | undefined,
  read: PageLines,
  rows: Uint8Array,
  width: number,
): void {
  fillContainers(hints, head, read, rows, width)
  const count = Math.min(hints.length, read.lines.count)
  let heading = 0
  for (let i = 0; i < count; i++) {
    const at = i * width
    const {element, around, words, linkDensity} = hints[i]!
    for (let k = 0; k < words.length; k++) {
      const bits = familiesOf(words[k]!)
      if (bits === 0) continue
      for (let f = 0; f < families.length; f++) {
        if (((bits >> f) & 1) === 0) continue
        rows[at + familyColumns[f]!] = Math.min(255, rows[at + familyColumns[f]!]! + 1)
        if (rows[at + familyDepth[f]!] === 0) rows[at + familyDepth[f]!] = byte(255 - 8 * k)
      }
    }
    for (let k = 0; k < around.length; k++) {
      const f = landmarks.indexOf(around[k]!)
      if (f >= 0 && rows[at + landmarkColumns[f]!] === 0) rows[at + landmarkColumns[f]!] = byte(250 - 20 * k)
    }
    rows[at + hint.element] = elements.indexOf(element) + 1
    rows[at + hint.heading] = /^h[1-6]$/.test(element) ? 10 - Number(element[1]) : 0
    if (element === 'h1') rows[at + hint.firstHeading] = Math.min(255, ++heading)
    rows[at + hint.paragraph] = element === 'p' ? 1 : 0
    rows[at + hint.links] = byte(linkDensity * 200)
    rows[at + hint.depth] = around.length
    rows[at + hint.words] = byte(words.length)
  }
  fillKinds(hints, read, rows, width, count)
  fillAround(rows, width, count)
}

function fillAround(rows: Uint8Array, width: number, count: number): void {
  for (let i = 0; i < count; i++) {
    const at = i * width
    if (i > 0) {
      rows[at + hint.elementBefore] = rows[at - width + hint.element]!
      rows[at + hint.linksBefore] = rows[at - width + hint.links]!
    }
    if (i + 1 < count) {
      rows[at + hint.elementAfter] = rows[at + width + hint.element]!
      rows[at + hint.linksAfter] = rows[at + width + hint.links]!
    }
    let links = 0
    let lines = 0
    for (let k = Math.max(0, i - 4); k <= Math.min(count - 1, i + 4); k++) {
      links += rows[k * width + hint.links]!
      lines++
    }
    rows[at + hint.linksAround] = byte(links / lines)
  }
}

/** How much of the page's prose stands in blocks of the same kind: element, what is around, first words. */
function fillKinds(
  hints: readonly BlockHints[],
  {lines}: PageLines,
  rows: Uint8Array,
  width: number,
  count: number,
): void {
  const kinds = new Map<string, {prose: number; lines: number}>()
  let all = 1
  const found = hints.slice(0, count).map(({element, around, words, linkDensity}, i) => {
    const prose = lines.size[i]! >= 60 ? lines.size[i]! * (1 - linkDensity) : 0
    all += prose
    const key = `${element}|${around.slice(0, 3).join(' ')}|${words.slice(0, 4).join(' ')}`
    let kind = kinds.get(key)
    if (kind === undefined) kinds.set(key, (kind = {prose: 0, lines: 0}))
    kind.prose += prose
    kind.lines++
    return kind
  })
  found.forEach((kind, i) => {
    rows[i * width + hint.kindProse] = byte((200 * kind.prose) / all)
    rows[i * width + hint.kindCount] = logByte(kind.lines)
  })
}

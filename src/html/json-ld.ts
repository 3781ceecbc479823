import type {PageHints} from '../context'

type Offer = (field: keyof PageHints, value: unknown, rank: number) => void
type Node = Record<string, unknown>

/** Types of schema.org that are a page's own text. */
const isArticle = /(?:Article|Posting|Blog|Report|Review|Recipe|NewsItem|CreativeWork|Book|Chapter|LiveBlogPosting)$/
const isPage = /(?:WebPage|ItemPage|AboutPage|ProfilePage|QAPage|FAQPage|VideoObject)$/
const isSite = /(?:WebSite|Organization|NewsMediaOrganization|Corporation)$/

/** Ranks of what the article, the page around it and the site say. */
const rank = {article: 0, page: 6, site: 30} as const

/** Nodes looked at: a page has a few, hostile input any number. */
const mostNodes = 1000

/** Reads schema.org statements from the text of a JSON-LD script. Text that is not JSON says nothing. */
export function readJsonLd(text: string, offer: Offer): void {
  const data = parse(text)
  if (data === undefined) return
  const nodes = topNodes(data)
  const byId = new Map<string, Node>()
  for (const node of nodes) if (typeof node['@id'] === 'string' && !byId.has(node['@id'])) byId.set(node['@id'], node)
  for (const node of nodes) {
    const types = list(node['@type']).filter((type) => typeof type === 'string') as string[]
    if (types.some((type) => isArticle.test(type))) readWork(node, byId, offer, rank.article)
    else if (types.some((type) => isPage.test(type))) readWork(node, byId, offer, rank.page)
    else if (types.some((type) => isSite.test(type))) offer('siteName', nameOf(node, byId), rank.site)
  }
}

/** What JSON is wrapped in, from times when browsers would have shown it, and a statement's end. */
const openings = ['<!--', '//', '<![CDATA[']
const closings = ['-->', ']]>', '//', ';']

/** JSON as it is found: wrapped in comments, with raw line ends in strings. */
function parse(text: string): unknown {
  const bare = unwrap(text)
  for (const attempt of [bare, bare.replace(/[\u0000-\u001f]+/g, ' ')])
    try {
      return JSON.parse(attempt)
    } catch {}
  return undefined
}

function unwrap(text: string): string {
  let bare = text.trim()
  for (const wrapping of openings) if (bare.startsWith(wrapping)) bare = bare.slice(wrapping.length).trimStart()
  for (const wrapping of [...closings, ...closings])
    if (bare.endsWith(wrapping)) bare = bare.slice(0, -wrapping.length).trimEnd()
  return bare
}

/** The statements themselves: members of arrays and graphs, and the main entity of a page; nothing from lists of others. */
function topNodes(data: unknown): Node[] {
  const nodes: Node[] = []
  const queue: unknown[] = [data]
  for (let i = 0; i < queue.length && nodes.length < mostNodes; i++) {
    const value = queue[i]
    if (Array.isArray(value)) queue.push(...value.slice(0, mostNodes))
    else if (isNode(value)) {
      nodes.push(value)
      if (value['@graph'] !== undefined) queue.push(value['@graph'])
      if (value.mainEntity !== undefined) queue.push(value.mainEntity)
    }
  }
  return nodes
}

function readWork(node: Node, byId: ReadonlyMap<string, Node>, offer: Offer, base: number): void {
  offer('title', node.headline ?? node.name, base)
  offer('description', node.description, base)
  offer('author', nameOf(node.author ?? node.creator, byId), base)
  offer('publisher', nameOf(node.publisher, byId), base)
  offer('published', node.datePublished ?? node.dateCreated, base)
  offer('updated', node.dateModified, base)
  offer('body', node.articleBody, base)
  offer('language', nameOf(node.inLanguage, byId), base + 2)
  offer('url', typeof node.url === 'string' ? node.url : undefined, base + 8)
}

/** The name of a person or organisation, written as text, as a node, or as a reference to one; several joined by commas. */
function nameOf(value: unknown, byId: ReadonlyMap<string, Node>): string | undefined {
  const names: string[] = []
  for (const item of list(value).slice(0, 20)) {
    if (typeof item === 'string') names.push(item)
    else if (isNode(item)) {
      const node = item.name === undefined && typeof item['@id'] === 'string' ? byId.get(item['@id']) : item
      for (const name of list(node?.name)) if (typeof name === 'string') names.push(name)
    }
  }
  const named = names.map((name) => name.trim()).filter((name) => name !== '' && !/^(?:https?:)?\/\//i.test(name))
  return named.length === 0 ? undefined : [...new Set(named)].join(', ')
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value)
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : value === undefined ? [] : [value])

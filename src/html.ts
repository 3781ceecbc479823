import type {Nodes} from 'hast'
import {run, stages} from './extract'
import {htmlModel} from './generated/roles-html'
import {hastToBlocks} from './html/hast'
import {type HtmlBlocks, htmlToBlocks} from './html/html-to-blocks'
import {checkArguments, checkOptions, type ExtractOptions} from './options'
import type {Page} from './page'
import {type RoleModel, unpackModel} from './roles/model'
import {bytesOf} from './roles/trees'

let unpacked: RoleModel | undefined

/**
 * Everything pagefacts knows of an HTML page. `page.text` is the text a browser would show without style sheets and
 * scripts (`innerText`), and every position counts in it; `block.source` is the range of a block in `html`, in UTF-16
 * units. Pure and synchronous; any string is HTML. Throws `TypeError` on wrong arguments.
 */
export function extractHtml(html: string, options: ExtractOptions = {}): Page {
  checkArguments(html, options)
  return pageOf(htmlToBlocks(html), options)
}

/**
 * The same for a hast tree, as rehype parsers give it. `block.source` is the range in the file the tree came from, as
 * its positions tell (0 to 0 where it has none). Throws `TypeError` on wrong arguments.
 */
export function fromHast(tree: Nodes, options: ExtractOptions = {}): Page {
  checkOptions(options)
  return pageOf(hastToBlocks(tree), options)
}

function pageOf({text, hints, head}: HtmlBlocks, options: ExtractOptions): Page {
  const page = run(text, options, stages, {
    hints,
    head,
    roleModel: (unpacked ??= unpackModel((part) => bytesOf(htmlModel[part]))),
  })
  for (let i = 0; i < page.blocks.length; i++) {
    const source = hints[i]?.source
    if (source !== undefined) page.blocks[i]!.source = source
  }
  return page
}

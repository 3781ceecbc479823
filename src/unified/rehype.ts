import type {Root} from 'hast'
import type {Plugin} from 'unified'
import {fromHast} from '../html'
import {checkOptions, type ExtractOptions} from '../options'
import {reportFacts, reportLanguage} from './doubts'
import {pointsOf, positionOf} from './tree'

/**
 * rehype plugin: the page of a hast tree, in `file.data.page`, its facts in `file.data.facts` and `file.data.claims`. The
 * tree stays as it is. Spans count in `file.data.page.text`; messages stand at the HTML of the block they speak of.
 */
export const rehypeFacts: Plugin<[ExtractOptions?], Root> = (options = {}) => {
  checkOptions(options)
  return (tree, file) => {
    const page = fromHast(tree, options)
    file.data.page = page
    file.data.facts = page.facts
    file.data.claims = page.claims
    reportLanguage(file, page.language)
    const points = pointsOf(String(file))
    reportFacts(file, page.facts, ({block}) => {
      const {source} = page.blocks[block]!
      return source === undefined ? undefined : positionOf(points, source)
    })
  }
}

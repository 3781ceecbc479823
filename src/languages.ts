import type {Context} from './context'
import {checkArguments, type LanguageOptions} from './options'
import {type Language, type Page, undetermined} from './page'

/** The language of the page and of each block. */
export function languages(page: Page, context: Context): Page {
  const tag = context.options.language
  const language: Language = tag === undefined ? undetermined : {tag, script: 'Zyyy', confidence: 1}
  return {...page, language, blocks: page.blocks.map((block) => ({...block, language}))}
}

/** The language of a text. `und` with a reason where nobody can know. */
export function detectLanguage(text: string, options: LanguageOptions = {}): Language {
  checkArguments(text, options)
  return undetermined
}

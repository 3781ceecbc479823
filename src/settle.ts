import type {Context} from './context'
import {regionOf, regionSubtag} from './lexicon/regions'
import type {Fact, Page} from './page'

/**
 * What single facts leave open and the page as a whole decides: bare degrees become those that the page names elsewhere,
 * else those of its region.
 */
export function settle(page: Page, context: Context): Page {
  if (!page.facts.some(isBareTemperature)) return page
  const unit = namedDegrees(page) ?? (usesFahrenheit(page, context) ? 'fahrenheit' : 'celsius')
  return {...page, facts: page.facts.map((fact) => (isBareTemperature(fact) ? ({...fact, unit} as Fact) : fact))}
}

const isBareTemperature = (fact: Fact): boolean => fact.kind === 'quantity' && fact.unit === 'temperature-generic'

function namedDegrees(page: Page): string | undefined {
  const named = page.facts.find(
    (fact) => fact.kind === 'quantity' && (fact.unit === 'celsius' || fact.unit === 'fahrenheit'),
  )
  return named?.kind === 'quantity' ? named.unit : undefined
}

function usesFahrenheit(page: Page, context: Context): boolean {
  const code = context.options.region ?? regionSubtag(page.language.tag)
  if (code !== undefined) return regionOf(code)?.fahrenheit ?? false
  return context.lexicon(page.language.tag).settings.has('fahrenheit')
}

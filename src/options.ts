import {chromeRoles, contentRoles, type FactKind, factKinds} from './page'
import type {SiteProfile} from './site'

/** Options of `detectLanguage`. */
export interface LanguageOptions {
  /** BCP 47 tags to choose from. */
  languages?: readonly string[]
  /** Letters below which the answer is `und`. Default 1: even a word gets an answer, with its confidence. */
  minLength?: number
}

/** Options of `extractFacts`. */
export interface FactOptions {
  /** BCP 47; detected when absent. */
  language?: string
  /** BCP 47 tags to choose from when the language is detected. */
  languages?: readonly string[]
  /** ISO 3166-1 alpha-2: what `$` and 03/11/2025 mean when the page does not say. */
  region?: string
  /** ISO 8601 day that relative dates count from; the clock is never read. */
  referenceDate?: string
  /** Default: all but `number` and `ordinal`. */
  kinds?: readonly FactKind[]
}

/** Options of `extract`, and of everything that reads whole pages. */
export interface ExtractOptions extends FactOptions {
  /** What repeats on this site, from `learnSite`. */
  site?: SiteProfile
  /** Reasons on blocks. */
  explain?: boolean
  /** Address of the page, where known: settles relative links, the site's name and, by its country, what `$` and 03/11/2025 mean. */
  url?: string
  /** Roles to count as content although they are chrome by default, such as `comment`, or the reverse with a `!`. */
  keep?: readonly string[]
  /** Which error is worse: losing a line of the article (`recall`) or keeping one of chrome (`precision`). Default: neither. */
  lean?: 'precision' | 'recall'
}

/** All kinds but the two that are noise to most users. */
export const defaultKinds: readonly FactKind[] = factKinds.filter((kind) => kind !== 'number' && kind !== 'ordinal')

const optionNames = [
  'language',
  'languages',
  'region',
  'referenceDate',
  'kinds',
  'site',
  'explain',
  'url',
  'keep',
  'lean',
  'minLength',
]

/** Throws a `TypeError` that names the value when an argument is not of its documented form. */
export function checkArguments(text: unknown, options: unknown): void {
  if (typeof text !== 'string') throw new TypeError(`Expected the text as a string, got ${name(text)}`)
  checkOptions(options)
}

export function checkOptions(options: unknown): void {
  if (options === undefined) return
  if (typeof options !== 'object' || options === null || Array.isArray(options))
    throw new TypeError(`Expected options as an object, got ${name(options)}`)
  const given = options as Record<string, unknown>
  for (const key of Object.keys(given))
    if (!optionNames.includes(key))
      throw new TypeError(`Unknown option \`${key}\`; there are ${optionNames.join(', ')}`)
  const {language, languages, region, referenceDate, kinds, explain, lean, keep, site, url, minLength} = given
  if (language !== undefined) checkTag('language', language)
  if (languages !== undefined) {
    if (!Array.isArray(languages) || languages.length === 0)
      throw new TypeError(`Expected \`languages\` as a non-empty array of BCP 47 tags, got ${name(languages)}`)
    for (const tag of languages) checkTag('languages', tag)
  }
  if (region !== undefined && !(typeof region === 'string' && /^[A-Za-z]{2}$/.test(region)))
    throw new TypeError(`Expected \`region\` as an ISO 3166-1 code such as 'VN', got ${name(region)}`)
  if (referenceDate !== undefined && !(typeof referenceDate === 'string' && isDay(referenceDate)))
    throw new TypeError(
      `Expected \`referenceDate\` as an ISO 8601 day such as '2025-11-03', got ${name(referenceDate)}`,
    )
  if (kinds !== undefined) {
    if (!Array.isArray(kinds)) throw new TypeError(`Expected \`kinds\` as an array, got ${name(kinds)}`)
    for (const kind of kinds)
      if (!factKinds.includes(kind as FactKind))
        throw new TypeError(`Unknown kind ${name(kind)} in \`kinds\`; there are ${factKinds.join(', ')}`)
  }
  if (explain !== undefined && typeof explain !== 'boolean')
    throw new TypeError(`Expected \`explain\` as a boolean, got ${name(explain)}`)
  if (lean !== undefined && lean !== 'precision' && lean !== 'recall')
    throw new TypeError(`Expected \`lean\` as 'precision' or 'recall', got ${name(lean)}`)
  if (keep !== undefined) checkKeep(keep)
  if (site !== undefined) checkSite(site)
  if (url !== undefined && typeof url !== 'string')
    throw new TypeError(`Expected \`url\` as a string, got ${name(url)}`)
  if (minLength !== undefined && !(typeof minLength === 'number' && minLength >= 0))
    throw new TypeError(`Expected \`minLength\` as a number of letters, got ${name(minLength)}`)
}

function checkKeep(keep: unknown): void {
  if (!Array.isArray(keep)) throw new TypeError(`Expected \`keep\` as an array of roles, got ${name(keep)}`)
  const roles: readonly unknown[] = [...contentRoles, ...chromeRoles]
  for (const role of keep)
    if (!roles.includes(typeof role === 'string' ? role.replace(/^!/, '') : role))
      throw new TypeError(`Unknown role ${name(role)} in \`keep\`; there are ${roles.join(', ')}`)
}

function checkSite(site: unknown): void {
  const {pages, lines} = (site ?? {}) as Partial<SiteProfile>
  if (!(typeof pages === 'number' && pages >= 0 && typeof lines === 'object' && lines !== null))
    throw new TypeError(`Expected \`site\` as a profile that \`learnSite\` gave, got ${name(site)}`)
}

function checkTag(option: string, tag: unknown): void {
  if (typeof tag !== 'string' || !/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/.test(tag))
    throw new TypeError(`Expected \`${option}\` as a BCP 47 tag such as 'pt-BR', got ${name(tag)}`)
}

function isDay(text: string): boolean {
  const found = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text)
  if (!found) return false
  const [year, month, day] = [Number(found[1]), Number(found[2]), Number(found[3])]
  return month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
}

/** The value as a reader of the error would write it, cut to a line. */
function name(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.length > 60 ? `${value.slice(0, 60)}…` : value)
  if (typeof value === 'function') return 'a function'
  if (Array.isArray(value)) return `an array of ${value.length}`
  if (typeof value === 'object' && value !== null) return 'an object'
  return String(value)
}

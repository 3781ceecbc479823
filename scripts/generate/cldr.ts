/** Reads the JSON of Unicode CLDR 48 (packages cldr-*, Unicode License v3). */
import {existsSync, readFileSync} from 'node:fs'

export type Json = {readonly [key: string]: Json | string | undefined}

const modules = new URL('../../node_modules/', import.meta.url)

function readJson(path: string): Json | undefined {
  const file = new URL(path, modules)
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8').replace(directionMarks, '')) as Json) : undefined
}

/** They steer the display of right-to-left text only. */
const directionMarks = /[\u200e\u200f\u061c]/g

/** The value at the end of a path of keys; an empty object where it does not exist. */
export function dig(json: Json | undefined, ...path: string[]): Json {
  let value: Json | string | undefined = json
  for (const key of path) value = typeof value === 'object' ? value[key] : undefined
  return typeof value === 'object' ? value : {}
}

/** The text at the end of a path of keys. */
export function textAt(json: Json | undefined, ...path: string[]): string | undefined {
  const value = dig(json, ...path.slice(0, -1))[path[path.length - 1]!]
  return typeof value === 'string' ? value : undefined
}

/** The entries of an object whose values are texts. */
export const texts = (json: Json): [string, string][] =>
  Object.entries(json).filter((entry): entry is [string, string] => typeof entry[1] === 'string')

/** `main/<locale>/<file>.json` of a package, from the locale down. CLDR has resolved what the locale inherits. */
export const localeData = (name: string, locale: string, file: string): Json =>
  dig(readJson(`cldr-${name}-full/main/${locale}/${file}.json`), 'main', locale)

/**
 * The same without the groups that are those of the root, which are in a kind of English: the locale lacks them. English
 * itself keeps them.
 */
export function ownData(name: string, locale: string, file: string): Json {
  const data = localeData(name, locale, file)
  return /^en\b/.test(locale) ? data : (without(data, localeData(name, 'und', file)) ?? {})
}

function without(data: Json, root: Json): Json | undefined {
  if (JSON.stringify(data) === JSON.stringify(root)) return undefined
  const kept: Record<string, Json | string> = {}
  for (const [key, value] of Object.entries(data)) {
    const known = root[key]
    const own = typeof value === 'object' && typeof known === 'object' ? without(value, known) : value
    if (own !== undefined) kept[key] = own
  }
  return kept
}

export const supplemental = (file: string): Json => dig(readJson(`cldr-core/supplemental/${file}.json`), 'supplemental')

/** The rule sets of `rbnf/<locale>.json`, by group. */
export const ruleSets = (locale: string): Json => dig(readJson(`cldr-rbnf/rbnf/${locale}.json`), 'rbnf', 'rbnf')

export const cldrVersion = (readJson('cldr-core/package.json') as {version: string}).version

/** Every locale with data, base languages and variants. */
export const locales = (
  dig(readJson('cldr-core/availableLocales.json'), 'availableLocales').full as unknown as string[]
)
  // Root, and alphabets that no web page is written in.
  .filter((tag) => tag !== 'und' && !/-(?:Dsrt|Shaw|polyton|POSIX)\b/.test(tag))

import {data as trigrams} from 'franc/data.js'
import {Arab, Cyrl, close, Deva, Hani, Latn, rest, scriptRuns} from '../generated/language'
import {packedHeads, packedLexicons} from '../generated/lexicons'
import {packedCues} from '../generated/roles-cues'
import {textModel} from '../generated/roles-text'
import {bytesOf} from '../roles/trees'
import {inflate} from '../text/inflate'

const models = {Latn, Cyrl, Arab, Deva, Hani, rest}
const header = ({bits, longest, languages}: (typeof close)[number]) => ({bits, longest, languages})
const headers = {
  models: Object.fromEntries(Object.entries(models).map(([name, model]) => [name, header(model)])),
  close: close.map(header),
}

let heads: Uint8Array | undefined
const text = (content: string) => () => new TextEncoder().encode(content)
const json = (content: unknown) => text(JSON.stringify(content))
const lexicon = (packed: string) => () => inflate(packed, (heads ??= inflate(packedHeads)))

type Makers = Record<string, () => Uint8Array>
/** A maker for each entry of a record, its name behind `prefix`. */
const each = <T>(prefix: string, record: Readonly<Record<string, T>>, make: (value: T) => () => Uint8Array): Makers =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [`${prefix}${name}`, make(value)]))

const makers: Makers = {
  ...each('lexicon/', packedLexicons, lexicon),
  scripts: text(scriptRuns),
  languages: json(headers),
  ...each(
    'language/',
    models,
    ({packed}) =>
      () =>
        inflate(packed),
  ),
  ...each(
    'close/',
    Object.fromEntries(close.entries()),
    ({packed}) =>
      () =>
        inflate(packed),
  ),
  ...each('trigrams/', trigrams, json),
  cues: () => inflate(packedCues),
  ...each('roles/', textModel, (packed) => () => bytesOf(packed)),
}

/** Names of the tables that are generated. */
export const tableNames: readonly string[] = Object.keys(makers)

/** The large tables by name, as they are generated: what the build packs, and what tests read. */
export const readTable = (name: string): Uint8Array | undefined => makers[name]?.()

/** Messages of interfaces in packages that nothing else here needs: fetched once, at a fixed version, and never installed. */
import {execFileSync} from 'node:child_process'
import {existsSync, mkdirSync, readdirSync, readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'

const cache = new URL('../../node_modules/.cache/train-language/', import.meta.url)

/** The folder with the files of a package. */
function fetched(name: string, version: string): URL {
  const folder = new URL(`${name.replace('/', '-')}-${version}/`, cache)
  if (existsSync(folder)) return new URL('package/', folder)
  mkdirSync(folder, {recursive: true})
  const to = fileURLToPath(folder)
  const [{filename}] = JSON.parse(
    execFileSync('npm', ['pack', `${name}@${version}`, '--json', '--pack-destination', to], {encoding: 'utf8'}),
  ) as [{filename: string}]
  execFileSync('tar', ['-xzf', `${to}${filename}`, '-C', to])
  return new URL('package/', folder)
}

type Messages = Map<string, string[]>

/** The viewer of pdf.js, as translators of Mozilla wrote it. */
function viewer(): Messages {
  const locales = new URL('pdfjs/web/locale/', fetched('ng2-pdfjs-viewer', '26.4.2'))
  return new Map(
    readdirSync(locales, {withFileTypes: true})
      .filter((entry) => entry.isDirectory())
      .map(({name}) => [name, fluentMessages(readFileSync(new URL(`${name}/viewer.ftl`, locales), 'utf8'))]),
  )
}

/** The values of messages in Fluent's format. */
const fluentMessages = (text: string): string[] =>
  text
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .map((line) =>
      (/^(?:[-\w]+|\s+\.[-\w]+|\s+\*?\[\w+\])\s*=?\s*(.*)$/.exec(line)?.[1] ?? line).replace(/\{.*?\}/g, ' ').trim(),
    )
    .filter((value) => value.length > 1)

/** What Scratch says to children. */
function scratch(): Messages {
  const folder = new URL('locales/', fetched('@turbowarp/scratch-l10n', '3.1001.202405101234'))
  const all: Messages = new Map()
  for (const part of ['blocks', 'editor', 'extensions', 'interface', 'paint-editor']) {
    const source = readFileSync(new URL(`${part}-msgs.js`, folder), 'utf8')
    const parsed = JSON.parse(source.slice(source.indexOf('{'), source.lastIndexOf('}') + 1)) as Record<
      string,
      Record<string, string>
    >
    for (const [tag, messages] of Object.entries(parsed))
      all.set(tag, [
        ...(all.get(tag) ?? []),
        ...Object.entries(messages)
          .filter(([key, value]) => tag === 'en' || value !== parsed.en?.[key])
          .map(([, value]) => value.replace(/%\d|\{[^}]*\}|<[^>]*>|\[\w+\]/g, ' ')),
      ])
  }
  return all
}

/** What a widget of tables says. */
function tables(): Messages {
  const folder = new URL('i18n/', fetched('datatables.net-plugins', '3.0.2'))
  return new Map(
    readdirSync(folder)
      .filter((file) => /^[a-z]{2,3}(-[A-Z]{2})?\.json$/.test(file))
      .map((file) => {
        const values = [...readFileSync(new URL(file, folder), 'utf8').matchAll(/: "([^"\\]{2,})"/g)]
        return [file.slice(0, -5), values.map(([, value]) => value!.replace(/<[^>]*>|_[A-Z]+_|%\w/g, ' '))]
      }),
  )
}

type Tree = string | {readonly [key: string]: Tree}

/** Messages by their keys, one behind the other. */
function flat(node: Tree, key = ''): [string, string][] {
  if (typeof node === 'string') return [[key, node]]
  if (typeof node !== 'object' || node === null) return []
  return Object.entries(node).flatMap(([name, value]) => flat(value, `${key}/${name}`))
}

/** Messages in files of JSON, one a language, that are not the English ones; `leave` are keys of what is no message. */
function files(folder: URL, suffix: string, english: string, leave?: RegExp): Messages {
  const read = (name: string): [string, string][] => {
    const messages = JSON.parse(readFileSync(new URL(name + suffix, folder), 'utf8')) as {readonly [key: string]: Tree}
    // Some have all of it under the name of the language.
    const keys = Object.keys(messages)
    return flat(keys.length === 1 ? messages[keys[0]!]! : messages).filter(([key]) => leave?.test(key) !== true)
  }
  const meant = new Map(read(english))
  return new Map(
    readdirSync(folder)
      .filter((file) => file.endsWith(suffix))
      .map((file) => {
        const name = file.slice(0, -suffix.length)
        const own = read(name).filter(([key, value]) => name === english || value !== meant.get(key))
        return [
          name,
          own.map(([, value]) => value.replace(/<[^>]*>|%\(\w+\)s|%\w|\{+[^}]*\}+|\*\*|`[^`]*`|https?:\S*/g, ' ')),
        ]
      }),
  )
}

/** What the editor of OpenStreetMap says, a chat, a video player, and forms. */
const more = (): Messages[] => [
  files(
    new URL('dist/locales/', fetched('@openstreetmap/id', '2.42.2')),
    '.min.json',
    'en',
    /languageNames|scriptNames|wikidata|imagery|community|intro.graph/,
  ),
  files(new URL('src/i18n/strings/', fetched('matrix-react-sdk', '3.100.0')), '.json', 'en_EN'),
  files(new URL('dist/lang/', fetched('video.js', '8.24.1')), '.json', 'en'),
  files(fetched('primelocale', '2.5.0'), '.json', 'en'),
]

/** Tags that are no plain language with a region. */
const tags: Readonly<Record<string, string>> = {
  'zh-CN': 'zh-Hans',
  'zh-cn': 'zh-Hans',
  'zh-TW': 'zh-Hant',
  'zh-tw': 'zh-Hant',
  'zh-HK': 'zh-Hant',
  // Shahmukhi.
  'pa-PK': 'pnb',
  // In the spelling that Western Armenian has kept.
  hye: 'hyw',
  np: 'ne',
  'be-tarask': '',
  package: '',
  tsconfig: '',
  index: '',
  'ja-Hira': '',
  no: 'nb',
  // Half English there.
  sco: '',
}

/** Messages by language, whatever the package. */
export function packagedMessages(): Messages {
  const all: Messages = new Map()
  for (const messages of [viewer(), scratch(), tables(), ...more()])
    for (const [file, values] of messages) {
      const name = file.replace('_', '-')
      const language = name.split('-')[0]!
      const tag = tags[name] ?? tags[language] ?? (/-Han[st]$/.test(name) ? name : language)
      if (tag !== '') all.set(tag, [...(all.get(tag) ?? []), ...values])
    }
  return all
}

import {createHash} from 'node:crypto'
import {fileURLToPath} from 'node:url'
import {build} from 'esbuild'

const folder = fileURLToPath(new URL('../../src/report/client/', import.meta.url))

/** The script and the style sheet that every report carries, and the hashes by which its content security policy knows them. */
export async function generateReportAssets(): Promise<string> {
  const [script, style] = [await bundle('main.ts'), await bundle('style.css')]
  return `// Made by scripts/generate/report.ts from src/report/client.
export const script =
  ${JSON.stringify(script)}
export const scriptHash = '${hash(script)}'
export const style =
  ${JSON.stringify(style)}
export const styleHash = '${hash(style)}'
`
}

async function bundle(entry: string): Promise<string> {
  const {outputFiles} = await build({
    entryPoints: [folder + entry],
    bundle: true,
    minify: true,
    format: 'iife',
    // What reads light-dark() and oklch() reads the rest as it stands.
    target: ['chrome123', 'firefox120', 'safari17.5'],
    write: false,
  })
  const [output] = outputFiles!
  return output!.text.trim()
}

const hash = (text: string): string => `sha256-${createHash('sha256').update(text).digest('base64')}`

import {existsSync, readFileSync} from 'node:fs'
import {createServer} from 'node:http'
import type {AddressInfo} from 'node:net'
import path from 'node:path'
import {hasBrowser} from '../scripts/chromium'

export {hasBrowser, launchBrowser} from '../scripts/chromium'

// Without a browser the tests that need it are skipped, which a line says.
if (!hasBrowser)
  console.warn('Browser tests are skipped: no Chromium here. Install chromium, or set CHROMIUM to its path.')

const types: Record<string, string> = {'.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css'}

/** The files of a folder at an address, `index.html` for the folder itself. */
export function serveFolder(folder: string): Promise<{address: string; close: () => void}> {
  const server = createServer(({url}, response) => {
    const file = path.join(folder, path.basename(new URL(url!, 'http://localhost').pathname) || 'index.html')
    if (!existsSync(file)) return response.writeHead(404).end()
    response.writeHead(200, {'content-type': types[path.extname(file)] ?? 'text/plain'}).end(readFileSync(file))
  })
  return new Promise((resolve) =>
    server.listen(0, '127.0.0.1', () => {
      const {port} = server.address() as AddressInfo
      resolve({address: `http://127.0.0.1:${port}/`, close: () => server.close()})
    }),
  )
}

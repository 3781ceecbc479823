import {existsSync} from 'node:fs'
import {type Browser, chromium} from 'playwright-core'

const usual = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** The Chromium to test with: `CHROMIUM`, or where Debian and others put it. */
const executablePath = process.env.CHROMIUM ?? usual.find((path) => existsSync(path))

export const hasBrowser = executablePath !== undefined

export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: executablePath!,
    args: ['--headless', '--no-sandbox', '--disable-quic', '--disable-background-networking'],
  })

import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { chromium } from 'playwright-core'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const executablePath = [process.env['CHROMIUM'] ?? '', '/usr/bin/chromium'].find((path) =>
  existsSync(path),
)

/** Whether there is a browser to look at pages with: Debian’s Chromium, or the one that `CHROMIUM` names. */
export const hasBrowser = executablePath !== undefined

if (!hasBrowser) {
  process.stderr.write('no Chromium here (apt-get install chromium): pages are not looked at\n')
}

/** A page that was opened, and everything that it asked for or complained of. */
export interface Looked {
  readonly page: Page
  readonly requests: ReadonlyArray<string>
  readonly complaints: ReadonlyArray<string>
}

const withFolder = async <A>(use: (folder: string) => Promise<A>): Promise<A> => {
  const folder = mkdtempSync(join(tmpdir(), 'report-'))
  try {
    return await use(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Opens a browser for as long as it is needed. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: executablePath ?? '', args: ['--no-sandbox'], timeout: 30_000 })

/** Looks at a page from a file, as who opens one. */
export const lookAt = <A>(
  browser: Browser,
  html: string,
  options: BrowserContextOptions,
  look: (looked: Looked) => Promise<A>,
): Promise<A> =>
  withFolder(async (folder) => {
    const file = join(folder, 'report.html')
    writeFileSync(file, html)
    const url = pathToFileURL(file).href
    const context = await browser.newContext(options)
    try {
      context.setDefaultTimeout(20_000)
      const page = await context.newPage()
      const requests: Array<string> = []
      const complaints: Array<string> = []
      page.on('request', (request) => {
        if (request.url() !== url) requests.push(request.url())
      })
      page.on('console', (message) => complaints.push(message.text()))
      page.on('pageerror', (error) => complaints.push(error.message))
      await page.goto(url)
      return await look({ page, requests, complaints })
    } finally {
      await context.close()
    }
  })

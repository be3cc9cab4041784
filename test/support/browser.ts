import { chromium, type Browser } from 'playwright-core'
import { findBrowser } from '../../bin/launcher/browser.mjs'

const path: string | undefined = findBrowser()

/**
 * For `describe.skipIf(noBrowser)`: why browser tests cannot run here, or undefined when they can. In CI they must run: there it
 * is always undefined, and launching fails with the reason.
 */
export const noBrowser: string | undefined =
  path || process.env['RECADO_TEST_BROWSER_REQUIRED']
    ? undefined
    : process.env['RECADO_TEST_BROWSER_MISSING'] || 'there is no Chromium'

/** A browser of its own for one test file; close it in afterAll. */
export function launchBrowser(): Promise<Browser> {
  if (!path)
    throw new Error(
      `browser tests must run here, but ${process.env['RECADO_TEST_BROWSER_MISSING'] || 'there is no Chromium'}`,
    )
  const args = [
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-dev-shm-usage',
    '--no-first-run',
  ]
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [] // Chromium refuses its sandbox to root
  return chromium.launch({ executablePath: path, args: [...args, ...asRoot] })
}

import type { Browser } from 'playwright-core'
import { findBrowser } from '../../bin/launcher/browser.mjs'
import { launch } from '../browser/launch.ts'

/**
 * For `describe.skipIf(noBrowser)`: why browser tests cannot run here, or undefined when they can. In CI they must run: there it
 * is always undefined, and launching the browser fails.
 */
export const noBrowser: string | undefined =
  findBrowser() || process.env['RECADO_BROWSER_REQUIRED']
    ? undefined
    : process.env['RECADO_BROWSER_MISSING'] || 'there is no Chromium'

/** A browser of its own for one test file; close it in afterAll. */
export const launchBrowser: () => Promise<Browser> = launch

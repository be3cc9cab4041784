import { findBrowser } from '../../bin/launcher/browser.mjs'

/**
 * For `describe.skipIf(noBrowser)`: why browser tests cannot run here, or undefined when they can. In CI they must run: there it
 * is always undefined, and launching the browser fails.
 */
export const noBrowser: string | undefined =
  findBrowser() || process.env['RECADO_BROWSER_REQUIRED']
    ? undefined
    : process.env['RECADO_BROWSER_MISSING'] || 'there is no Chromium'

import { afterAll, describe, expect, test } from 'vitest'
import type { Browser } from 'playwright-core'
import { launchBrowser, noBrowser } from './support/browser.ts'

describe.skipIf(noBrowser)('the test browser', () => {
  let browser: Browser | undefined
  afterAll(() => browser?.close())

  test('starts and shows a page from right to left', async () => {
    browser = await launchBrowser()
    const page = await browser.newPage()
    await page.setContent('<html dir="rtl" lang="ar"><body><p>موعدك غدا</p></body></html>')
    const side = await page.evaluate<string>('getComputedStyle(document.body).direction')
    expect(side).toBe('rtl')
  })
})

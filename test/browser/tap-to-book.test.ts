import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ensureConsole } from '../../bin/launcher/console.mjs'
import { withClinic, workday } from '../journeys/support/clinic.ts'
import { launchBrowser, noBrowser } from '../support/browser.ts'
import { root } from '../support/source-files.ts'
import { openDesk, signIn } from './launch.ts'

const HEAD = 'Appointment ID,Patient ID,First name,Last name,Mobile,Date,Time,Duration,Doctor,Service,Language,Consent'

describe.skipIf(noBrowser)('the whole way, from a thumb to the desk', () => {
  const clinic = withClinic()
  let browser: Browser

  beforeAll(async () => {
    await ensureConsole(root, process.execPath)
    browser = await launchBrowser()
  }, 180_000)
  afterAll(async () => {
    await browser?.close()
  })

  test('a tap on Confirm is in the book within a second, without reloading', async () => {
    const date = workday(await clinic.now(), 4)
    const row = `T1,P-T1,Rosa,Teixeira,+55 11 98765-0901,${date},10:00,30,Dra. Helena Prado,Consultation,en,yes`
    await clinic.importCsv([HEAD, row], 'source=desk&site=S%C3%A3o%20Paulo')
    await clinic.clockTo(new Date(Date.parse(`${date}T10:00:00-03:00`) - 47.9 * 3_600_000).toISOString())
    const { context, page } = await openDesk(browser)
    await signIn(page, clinic.webUrl, /Ann Reyes/)
    await page.goto(new URL(`/book?date=${date}`, clinic.webUrl).href)
    await page.locator('[data-visit]').first().waitFor()
    const before = performance.now()
    await clinic.phone('5511987650901').tap('Confirm')
    await page.locator('[data-visit][data-chip=confirmed]').waitFor()
    const tookMs = performance.now() - before
    console.log(`tap to book: ${Math.round(tookMs)} ms`)
    // A machine that runs every other test beside this one is slow; a console that asks now and then would be later still.
    expect(tookMs).toBeLessThan(3_000)
    await context.close()
  }, 90_000)
})

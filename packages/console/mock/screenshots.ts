import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { axe, launch, openDesk, serious, signIn } from '../../../test/browser/launch.ts'
import type { Look } from '../../../test/browser/launch.ts'
import { startMockServer } from './server.ts'

/**
 * Pictures of every screen in every look, to be looked at, with what axe has to say about each. Build first, then:
 * `node packages/console/mock/screenshots.ts <folder> [part of a name]`.
 */
const folder = process.argv[2] ?? 'screenshots'
const only = process.argv[3] ?? ''

const LOOKS: readonly (readonly [name: string, look: Look])[] = [
  ['320', { width: 320, height: 640 }],
  ['768', { width: 768, height: 1024 }],
  ['1280', { width: 1280, height: 800 }],
  ['1920', { width: 1920, height: 1080 }],
  ['1280-dark', { width: 1280, height: 800, scheme: 'dark' }],
  ['1280-ar', { width: 1280, height: 800, language: 'ar' }],
  ['320-ar-dark', { width: 320, height: 640, language: 'ar', scheme: 'dark' }],
]

const csv = {
  name: 'agenda-dezembro.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from('Paciente;Data\nAna;01/12/2026\n'),
}
const ambiguous = { ...csv, name: 'export.csv', buffer: Buffer.from('AMBIGUOUS') }

type Browser = Awaited<ReturnType<typeof launch>>
type Page = Awaited<ReturnType<typeof openDesk>>['page']
type Shot = (page: Page, url: string) => Promise<void>
const go = (path: string): Shot => async (page, url) => {
  await page.goto(new URL(path, url).href)
  await page.getByRole('heading', { level: 1 }).waitFor()
} // prettier-ignore

async function importFile(page: Page, url: string, file: typeof csv): Promise<void> {
  await go('/import')(page, url)
  await page.locator('input[type=file]').setInputFiles(file)
  await page.waitForURL(/\/import\/.+/)
}

const SHOTS: Readonly<Record<string, Shot>> = {
  'sign-in': go('/sign-in'),
  book: go('/book'),
  week: go('/book?view=week'),
  visit: async (page, url) => {
    await go('/book')(page, url)
    await page.locator('[data-visit][data-chip="confirmed"]').first().click()
    await page.getByRole('dialog').getByRole('list').first().waitFor()
  },
  'visit-not-sent': async (page, url) => {
    await go('/book')(page, url)
    await page.locator('[data-visit][data-chip^="not-"]').first().click()
    const details = page.getByRole('dialog').locator('details')
    await page.getByRole('dialog').getByRole('list').first().waitFor()
    for (const summary of await details.locator('summary').all()) await summary.click()
  },
  people: go('/people'),
  conversation: async (page, url) => {
    await go('/people?queue=unanswered')(page, url)
    await page.locator('main li a').first().click()
    await page.getByRole('log').waitFor()
  },
  import: go('/import'),
  'import-dry-run': (page, url) => importFile(page, url, csv),
  'import-questions': (page, url) => importFile(page, url, ambiguous),
  changes: go('/changes'),
  settings: go('/settings'),
  pause: async (page, url) => {
    await go('/book')(page, url)
    await page.locator('header [aria-haspopup=dialog]').last().click()
    await page.getByRole('dialog').locator('textarea').fill('Fire alarm')
  },
  clock: async (page, url) => {
    await go('/book')(page, url)
    await page.locator('header [aria-haspopup=dialog]').first().click()
    await page.getByRole('dialog').waitFor()
  },
}

async function shoot(browser: Browser, url: string, name: string, look: Look): Promise<number> {
  const { context, page } = await openDesk(browser, look)
  page.on('pageerror', (error) => console.error(`${name}: ${error.message}`))
  let found = 0
  await signIn(page, url, /Otto/)
  for (const [shot, take] of Object.entries(SHOTS)) {
    if (!`${shot}-${name}`.includes(only)) continue
    await take(page, url)
    await page.waitForTimeout(250)
    await page.screenshot({ path: join(folder, `${shot}-${name}.png`) })
    const violations = serious(await axe(page))
    found += violations.length
    for (const { rule, targets } of violations)
      console.error(`${shot}-${name}: ${rule} ${targets.slice(0, 3).join(' | ')}`)
    const overflow = await page.evaluate('document.documentElement.scrollWidth - window.innerWidth')
    if (Number(overflow) > 0) console.error(`${shot}-${name}: scrolls sideways by ${overflow}px`)
  }
  await context.close()
  return found
}

await mkdir(folder, { recursive: true })
const server = await startMockServer({ dist: join(import.meta.dirname, '../dist') })
const browser = await launch()
let total = 0
for (const [name, look] of LOOKS) total += await shoot(browser, server.url, name, look)
await browser.close()
await server.close()
console.log(`${total} serious violations`)

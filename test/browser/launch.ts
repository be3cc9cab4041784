import { access } from 'node:fs/promises'
import { AxeBuilder } from '@axe-core/playwright'
import { chromium } from 'playwright-core'
import type { Browser, BrowserContext, Page } from 'playwright-core'

/** Where Debian, other systems and CI put it; `RECADO_CHROMIUM` names another. */
const PLACES = [
  process.env['RECADO_CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
]

/** The browser on this machine, or undefined: then browser tests are skipped with that reason. */
export async function findBrowser(): Promise<string | undefined> {
  for (const place of PLACES) {
    if (place === undefined) continue
    const found = await access(place).then(
      () => true,
      () => false,
    )
    if (found) return place
  }
  return undefined
}

/** As root there is no sandbox to be had; the rest keeps the browser from talking to anybody but us. */
const FLAGS = ['--no-sandbox', '--disable-dev-shm-usage', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run', '--no-default-browser-check', '--metrics-recording-only'] // prettier-ignore

/** @throws when there is no browser: ask findBrowser() first. */
export async function launch(): Promise<Browser> {
  const executablePath = await findBrowser()
  if (executablePath === undefined) throw new Error('no Chromium on this machine')
  return chromium.launch({ executablePath, args: FLAGS })
}

export type Look = {
  readonly width?: number
  readonly height?: number
  readonly scheme?: 'light' | 'dark'
  readonly language?: 'en' | 'es' | 'pt-BR' | 'ar'
  readonly reducedMotion?: boolean
}

/** A desk of its own: cookies, storage, size, language and light. */
export async function openDesk(browser: Browser, look: Look = {}): Promise<{ context: BrowserContext; page: Page }> {
  const { width = 1280, height = 800, scheme = 'light', language = 'en', reducedMotion = true } = look
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: scheme,
    locale: language,
    timezoneId: 'America/Sao_Paulo',
    reducedMotion: reducedMotion ? 'reduce' : 'no-preference',
  })
  const choice = JSON.stringify({ language })
  await context.addInitScript(
    `localStorage.getItem('recado.preferences') ?? localStorage.setItem('recado.preferences', '${choice}')`,
  )
  return { context, page: await context.newPage() }
}

/** Signs in as a member of the demo's staff, by name, and waits for the book. */
export async function signIn(page: Page, url: string, name: string | RegExp): Promise<void> {
  await page.goto(new URL('/sign-in', url).href)
  await page.getByRole('button', { name }).click()
  await page.waitForURL('**/book**')
  await page.getByRole('heading', { level: 1 }).waitFor()
}

export type Violation = {
  readonly rule: string
  readonly impact: string
  readonly help: string
  readonly targets: string[]
}

/** What axe finds on the page as it stands, WCAG 2.2 A and AA, the worst first. */
export async function axe(page: Page): Promise<Violation[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze()
  return violations.map((violation) => ({
    rule: violation.id,
    impact: violation.impact ?? 'minor',
    help: violation.help,
    targets: violation.nodes.map((node) => node.target.join(' ')),
  }))
}

/** Violations that keep somebody from working. */
export const serious = (violations: readonly Violation[]): Violation[] =>
  violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')

import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { launchBrowser, noBrowser } from '../../../../test/support/browser.ts'
import { ANA, approved, hasWritten, reminder, startPlatform, type Platform } from '../testing/platform.ts'

const FATIMA = '971501234567'

describe.skipIf(noBrowser)('the phones page', () => {
  let browser: Browser
  let platform: Platform
  let context: BrowserContext
  let page: Page

  beforeAll(async () => {
    browser = await launchBrowser()
  })
  afterAll(() => browser.close())

  beforeEach(async () => {
    platform = await startPlatform({ clock: 'real' })
    await platform.sim('PUT', `phones/${ANA}`, { name: 'Ana Souza', language: 'pt-BR', zone: 'America/Sao_Paulo' })
    await platform.sim('PUT', `phones/${FATIMA}`, { name: 'فاطمة الهاشمي', language: 'ar', zone: 'Asia/Dubai' })
    await approved(platform)
    await platform.clinic.until(() => platform.clinic.bodies.length > 0)
  })
  afterEach(async () => {
    await context.close()
    await platform.stop()
  })

  async function open(path: string, more: Parameters<Browser['newContext']>[0] = {}): Promise<void> {
    context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...more })
    page = await context.newPage()
    await page.goto(platform.simulator.url + path)
  }

  const listed = (name: string) => page.getByRole('link', { name: new RegExp(name) })

  test('a reminder appears without reloading, and a tap on its button is the answer', async () => {
    await open('/')
    await listed('Ana Souza').click()
    await platform.send(reminder())
    const button = page.getByRole('button', { name: 'Confirmar' })
    await button.click()
    await platform.clinic.until(() => platform.clinic.messages().length === 1)
    expect(platform.clinic.messages()).toEqual([
      expect.objectContaining({ type: 'button', button: { payload: 'ref-confirm', text: 'Confirmar' } }),
    ])
    await page.locator('.own .bubble-text', { hasText: 'Confirmar' }).waitFor()
  })

  test('who has the chat open reads', async () => {
    await open(`/?phone=${ANA}`)
    await page.getByRole('textbox', { name: 'Mensagem' }).waitFor()
    await platform.send(reminder())
    await platform.clinic.until(() => platform.clinic.statuses().some((status) => status['status'] === 'read'))
    expect(platform.clinic.statuses().map((status) => status['status'])).toEqual(['sent', 'delivered', 'read'])
  })

  test('a patient types and sends with the keyboard alone', async () => {
    await open(`/?phone=${ANA}`)
    await page.getByRole('textbox', { name: 'Mensagem' }).fill('posso levar meu filho?')
    await page.keyboard.press('Enter')
    await platform.clinic.until(() => platform.clinic.messages().length === 1)
    expect(platform.clinic.messages()).toEqual([expect.objectContaining({ text: { body: 'posso levar meu filho?' } })])
  })

  test('a patient sends a picture', async () => {
    await open(`/?phone=${ANA}`)
    await page.getByRole('textbox', { name: 'Mensagem' }).waitFor()
    await page
      .locator('#file')
      .setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer: Buffer.from('89504e470d0a1a0a', 'hex') })
    await platform.clinic.until(() => platform.clinic.messages().length === 1)
    expect(platform.clinic.messages()).toEqual([expect.objectContaining({ type: 'image' })])
  })

  test('a row of a list is chosen in the sheet', async () => {
    await hasWritten(platform)
    const sections = [{ title: 'Terça', rows: [{ id: 's-1', title: '14:00', description: 'Dra. Lima' }, { id: 's-2', title: '16:20' }] }] // prettier-ignore
    const list = { type: 'list', body: { text: 'Qual prefere?' }, action: { button: 'Ver horários', sections } }
    await platform.send({ type: 'interactive', interactive: list })
    await open(`/?phone=${ANA}`)
    await page.getByRole('button', { name: 'Ver horários' }).click()
    await page.getByRole('radio', { name: '16:20' }).check()
    await page.getByRole('dialog').getByRole('button', { name: 'Enviar' }).click()
    await platform.clinic.until(() => platform.clinic.messages().length === 2)
    expect(platform.clinic.messages()[1]).toMatchObject({ interactive: { list_reply: { id: 's-2', title: '16:20' } } })
  })

  test('an Arabic phone runs from right to left and speaks Arabic', async () => {
    await open(`/?phone=${FATIMA}`)
    await page.getByRole('textbox', { name: 'رسالة' }).waitFor()
    expect(await page.locator('#device').getAttribute('dir')).toBe('rtl')
  })

  test.each([
    ['320 px', { viewport: { width: 320, height: 640 } }],
    ['768 px', { viewport: { width: 768, height: 1024 } }],
    ['1280 px', { viewport: { width: 1280, height: 900 } }],
    ['320 px in the dark', { viewport: { width: 320, height: 640 }, colorScheme: 'dark' as const }],
  ])('at %s nothing is cut off and nothing is inaccessible', async (_, more) => {
    await hasWritten(platform)
    await platform.send(reminder())
    await open(`/?phone=${ANA}`, more)
    await page.getByRole('button', { name: 'Cancelar' }).waitFor()
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0)
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([])
  })

  test('on a small screen the back button leads to all phones', async () => {
    await open(`/?phone=${ANA}`, { viewport: { width: 320, height: 640 } })
    await page.getByRole('button', { name: 'Todos os telefones' }).click()
    expect(await listed('Ana Souza').isVisible()).toBe(true)
    expect(new URL(page.url()).search).toBe('')
  })
})

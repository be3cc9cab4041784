import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Json } from '../json.ts'
import { startClinic } from '../testing/clinic.ts'
import { ANA, approved, hasWritten, reminder, startPlatform, type Platform } from '../testing/platform.ts'

let folder = ''
let platform: Platform | undefined
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'simulator-'))
})
afterEach(async () => {
  await platform?.stop()
  platform = undefined
  rmSync(folder, { recursive: true })
})

const TEXT = { type: 'text', text: { body: 'Olá' } }

test('the truth is on disk before the answer, and goes on counting after a restart', async () => {
  const truthFile = join(folder, 'truth.jsonl')
  const first = await startPlatform({ truthFile })
  await first.send({ ...TEXT, biz_opaque_callback_data: 'a-1' })
  expect(JSON.parse(readFileSync(truthFile, 'utf8'))).toMatchObject({ seq: 1, accepted: true, callbackData: 'a-1' })
  await first.stop()
  appendFileSync(truthFile, '{"seq":2,"at":"2026-')

  platform = await startPlatform({ truthFile })
  await platform.send({ ...TEXT, biz_opaque_callback_data: 'a-2' })
  const items = (await platform.sim('GET', 'truth')).body['items'] as Json[]
  expect(items.map(({ seq, callbackData }) => [seq, callbackData])).toEqual([[1, 'a-1'], [2, 'a-2']]) // prettier-ignore
  expect(readFileSync(truthFile, 'utf8').trim().split('\n')).toHaveLength(3)
})

test('the truth log keeps the last entries only, but all their numbers', async () => {
  platform = await startPlatform({ truthLimit: 20 }, { throughput: 'unlimited', pairLimit: false })
  for (let one = 0; one < 50; one += 1) await platform.send(TEXT)
  const items = (await platform.sim('GET', 'truth?after=45')).body['items'] as Json[]
  expect(items.map(({ seq }) => seq)).toEqual([46, 47, 48, 49, 50])
  expect(((await platform.sim('GET', 'truth')).body['items'] as Json[]).length).toBeLessThanOrEqual(22)
})

test('a restarted simulator knows templates, phones, chats and windows, and finishes what was under way', async () => {
  const stateFile = join(folder, 'state.json')
  const first = await startPlatform({ stateFile, clock: 'virtual' })
  await approved(first)
  await first.sim('PUT', `phones/${ANA}`, { name: 'Ana Souza', language: 'pt-BR', persona: 'confirms' })
  await hasWritten(first)
  await first.sim('POST', 'settle')
  const sent = await first.send(reminder())
  expect((await first.received()).length).toBe(0)
  await first.stop()

  platform = await startPlatform({ stateFile })
  expect((await platform.sim('GET', `phones/${ANA}`)).body).toMatchObject({ name: 'Ana Souza', persona: 'confirms' })
  await platform.sim('POST', 'clock', { advance: 'PT2H' })
  expect(platform.clinic.statuses().map((status) => status['status'])).toEqual(['sent', 'delivered', 'read'])
  expect(platform.clinic.messages()).toEqual([expect.objectContaining({ type: 'button' })])
  const again = await platform.send(reminder())
  expect(again.status).toBe(200)
  expect(JSON.stringify(again.body)).not.toBe(JSON.stringify(sent.body))
  await platform.send(TEXT)
  await platform.sim('POST', 'clock', { advance: 'PT1H' })
  expect(platform.clinic.statuses().some((status) => status['status'] === 'failed')).toBe(false)
})

test('webhooks that nobody took are told by the next run', async () => {
  const stateFile = join(folder, 'state.json')
  const first = await startPlatform({ stateFile })
  const port = Number(new URL(first.clinic.url).port)
  await first.clinic.stop()
  const { body } = await first.sim('POST', `phones/${ANA}/text`, { text: 'alguém aí?' })
  await first.simulator.stop()

  const back = await startClinic(port)
  platform = await startPlatform({ stateFile })
  await back.until(() => back.messages().length > 0)
  expect(back.messages()).toEqual([expect.objectContaining({ id: body['id'] })])
  await back.stop()
})

test('a failure that was decided before a restart is still told', async () => {
  const stateFile = join(folder, 'state.json')
  const first = await startPlatform({ stateFile })
  await approved(first)
  await first.sim('PUT', `phones/${ANA}/persona`, { name: 'not-on-whatsapp' })
  await first.send(reminder())
  await first.stop()
  platform = await startPlatform({ stateFile })
  await platform.sim('POST', 'clock', { advance: 'PT1M' })
  expect(platform.clinic.statuses()).toEqual([expect.objectContaining({ status: 'failed' })])
})

import { createHmac } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startClinic, VERIFY_TOKEN, type Clinic } from '../testing/clinic.ts'
import { ANA, hasWritten, NUMBER_ID, startPlatform, WABA_ID, type Platform } from '../testing/platform.ts'
import { takeBatch, type Update } from './batch.ts'
import { escapedJson, signature } from './escape.ts'

let platform: Platform
let another: Clinic | undefined
beforeEach(async () => {
  platform = await startPlatform()
})
afterEach(async () => {
  await platform.stop()
  await another?.stop()
  another = undefined
})

test.each([
  ['José', String.raw`"Jos\u00e9"`],
  ['نعم', String.raw`"\u0646\u0639\u0645"`],
  ['😊', String.raw`"\ud83d\ude0a"`],
  ['a\u007f/<b>', '"a\u007f/<b>"'],
  ['"\n\\', String.raw`"\"\n\\"`],
])('%s is written in ASCII', (text, json) => {
  expect(escapedJson(text)).toBe(json)
  expect(JSON.parse(escapedJson(text))).toBe(text)
})

test('the signature covers the escaped bytes', () => {
  const body = Buffer.from(escapedJson({ name: 'José' }))
  expect(signature(body, 'secret')).toBe(`sha256=${createHmac('sha256', 'secret').update(body).digest('hex')}`)
})

test('what a patient writes in any script arrives signed and in ASCII bytes', async () => {
  await platform.sim('POST', `phones/${ANA}/text`, { text: 'são 10h 🙂 نعم' })
  await platform.sim('POST', 'settle')
  expect(platform.clinic.bodies.join('')).toMatch(/^[ -~]+$/)
  expect(platform.clinic.messages()).toEqual([expect.objectContaining({ text: { body: 'são 10h 🙂 نعم' } })])
})

test('what is not taken with 200 comes again, with the same bytes', async () => {
  platform.clinic.answerNext(503, 201, 500)
  await hasWritten(platform)
  await platform.clinic.until(() => platform.clinic.messages().length === 0)
  for (let tries = 0; tries < 3; tries += 1) await platform.sim('POST', 'settle')
  expect(platform.clinic.messages()).toHaveLength(1)
  const { body } = await platform.sim('GET', 'webhooks')
  expect(body).toMatchObject({ targets: [{ waiting: 0, delivered: 1, failedPosts: 3, lastFailure: 'HTTP 500' }] })
})

test('a clinic whose server restarts gets everything that happened meanwhile', async () => {
  const port = Number(new URL(platform.clinic.url).port)
  await platform.clinic.stop()
  for (let one = 0; one < 5; one += 1) await hasWritten(platform)
  await new Promise((resolve) => setTimeout(resolve, 100))
  const restarted = await startClinic(port)
  another = restarted
  await restarted.until(() => restarted.messages().length >= 5)
  expect(restarted.messages()).toHaveLength(5)
})

test('stepping the clock waits for a clinic that stumbles', async () => {
  platform.clinic.answerNext(500)
  await hasWritten(platform)
  const { body } = await platform.sim('POST', 'clock', { advance: 'PT1H' })
  expect(body).toMatchObject({ now: '2026-11-23T13:00:00.000Z', undelivered: 0 })
  expect(platform.clinic.messages()).toHaveLength(1)
})

test('many updates share a POST: neighbours of a number share a change, others do not', () => {
  const sender = { id: '1', wabaId: '9', displayPhoneNumber: '55' } as Extract<Update, { kind: 'status' }>['sender']
  const status = (id: number): Update => ({
    field: 'messages',
    kind: 'status',
    sender,
    json: `{"id":"${id}"}`,
    contact: '{"wa_id":"7"}',
  })
  const message: Update = { field: 'messages', kind: 'message', sender, json: '{"id":"m"}', contact: undefined }
  const template: Update = {
    field: 'template',
    kind: 'account',
    wabaId: '9',
    json: '{"event":"APPROVED"}',
    timeSeconds: 3,
  }
  const queue = [status(1), status(2), message, template, status(3)]
  const { body, count } = takeBatch(queue, 4)
  expect(count).toBe(4)
  expect(queue).toHaveLength(1)
  const metadata = { display_phone_number: '55', phone_number_id: '1' }
  expect(JSON.parse(body.toString())).toEqual({
    object: 'whatsapp_business_account',
    entry: [
      {
        id: '9',
        changes: [
          {
            field: 'messages',
            value: {
              messaging_product: 'whatsapp',
              metadata,
              contacts: [{ wa_id: '7' }],
              statuses: [{ id: '1' }, { id: '2' }],
            },
          },
          { field: 'messages', value: { messaging_product: 'whatsapp', metadata, messages: [{ id: 'm' }] } },
        ],
      },
      { id: '9', time: 3, changes: [{ field: 'template', value: { event: 'APPROVED' } }] },
    ],
  })
})

test('any payload can be sent once, rightly signed, wrongly or not at all', async () => {
  const payload = { object: 'whatsapp_business_account', entry: [], note: 'será' }
  const status = async (signature?: string) =>
    (await platform.sim('POST', 'webhooks', { payload, signature })).body['status']
  expect([await status(), await status('wrong'), await status('missing')]).toEqual([200, 401, 401])
  expect(platform.clinic.bodies).toHaveLength(1)
})

test('the last deliveries can be repeated, byte for byte', async () => {
  await hasWritten(platform)
  await platform.sim('POST', 'settle')
  expect((await platform.sim('POST', 'webhooks/again', { last: 5 })).body).toEqual({ again: 1 })
  await platform.sim('POST', 'settle')
  expect(platform.clinic.bodies).toHaveLength(2)
  expect(platform.clinic.bodies[0]).toBe(platform.clinic.bodies[1])
})

test('the handshake succeeds with the right token only', async () => {
  expect(await platform.simulator.handshake()).toBe(true)
})

test('an override takes the messages of a number, after its handshake', async () => {
  another = await startClinic()
  const wrong = { webhook_configuration: { override_callback_uri: another.url, verify_token: 'wrong' } }
  expect((await platform.graph('POST', NUMBER_ID, wrong)).status).toBe(400)
  const right = { webhook_configuration: { override_callback_uri: another.url, verify_token: VERIFY_TOKEN } }
  expect((await platform.graph('POST', NUMBER_ID, right)).body).toEqual({ success: true })
  await hasWritten(platform)
  await platform.sim('POST', 'settle')
  expect([another.messages().length, platform.clinic.messages().length]).toEqual([1, 0])
  const shown = await platform.graph('GET', `${NUMBER_ID}?fields=webhook_configuration`)
  expect(shown.body).toMatchObject({ webhook_configuration: { phone_number: another.url } })

  await platform.graph('POST', NUMBER_ID, { webhook_configuration: { override_callback_uri: '' } })
  await hasWritten(platform)
  await platform.sim('POST', 'settle')
  expect(platform.clinic.messages()).toHaveLength(1)
})

test('an account that is not subscribed hears nothing', async () => {
  await platform.graph('DELETE', `${WABA_ID}/subscribed_apps`)
  await hasWritten(platform)
  await platform.sim('POST', 'settle')
  expect(platform.clinic.bodies).toEqual([])
  expect((await platform.graph('GET', `${WABA_ID}/subscribed_apps`)).body).toEqual({ data: [] })
  await platform.graph('POST', `${WABA_ID}/subscribed_apps`)
  await hasWritten(platform)
  await platform.sim('POST', 'settle')
  expect(platform.clinic.messages()).toHaveLength(1)
})

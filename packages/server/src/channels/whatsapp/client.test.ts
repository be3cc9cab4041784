import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { CallRecord } from './call-record.ts'
import { createWhatsAppClient, type WhatsAppClient, type WhatsAppOptions } from './client.ts'
import { acceptedAs, graphError, json, startFakeGraph, type FakeGraph } from './testing/fake-graph.ts'
import type { OutgoingMessage } from './outgoing.ts'

const REMINDER: OutgoingMessage = {
  to: { phone: '+5511987650001' },
  type: 'template',
  name: 'recado_reminder_48h_v1',
  language: 'pt-BR',
  params: { first_name: 'Ana' },
}
const ATTEMPT = '0193f000-0000-7000-8000-000000000001'

let graph: FakeGraph
const clients: WhatsAppClient[] = []
const records: CallRecord[] = []

function connect(options: Partial<WhatsAppOptions> = {}): WhatsAppClient {
  const client = createWhatsAppClient({
    baseUrl: graph.baseUrl,
    version: 'v25.0',
    accessToken: 'secret-token',
    phoneNumberId: '700100200300501',
    wabaId: '300100200300401',
    timeoutMs: 2_000,
    onCall: (record) => records.push(record),
    ...options,
  })
  clients.push(client)
  return client
}

beforeEach(async () => {
  graph = await startFakeGraph()
  records.length = 0
})
afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.close()))
  await graph.close()
})

describe('a reminder that Meta takes', () => {
  test('is one request to our number, with our token and the id of the attempt', async () => {
    graph.answer = acceptedAs('wamid.OUT1', { message_status: 'accepted' })
    expect(await connect().send(REMINDER, ATTEMPT)).toEqual({
      kind: 'accepted',
      wamid: 'wamid.OUT1',
      heldForQuality: false,
    })
    expect(graph.requests).toHaveLength(1)
    expect(graph.requests[0]).toMatchObject({
      method: 'POST',
      path: '/v25.0/700100200300501/messages',
      headers: { authorization: 'Bearer secret-token', 'content-type': 'application/json' },
      body: { to: '+5511987650001', type: 'template', biz_opaque_callback_data: ATTEMPT },
    })
  })

  test('may be held until the template has proved itself', async () => {
    graph.answer = acceptedAs('wamid.OUT2', { message_status: 'held_for_quality_assessment' })
    expect(await connect().send(REMINDER, ATTEMPT)).toMatchObject({ kind: 'accepted', heldForQuality: true })
  })

  test('goes through a simulator below a path as well', async () => {
    await connect({ baseUrl: `${graph.baseUrl}/graph/` }).send(REMINDER, ATTEMPT)
    expect(graph.requests[0]?.path).toBe('/graph/v25.0/700100200300501/messages')
  })

  test('shares the connection with the next one', async () => {
    const client = connect({ connections: 1 })
    for (let n = 0; n < 5; n++) await client.send(REMINDER, ATTEMPT)
    expect([graph.requests.length, graph.connections()]).toEqual([5, 1])
  })
})

describe('a reminder that was certainly not sent', () => {
  test.each([
    ['the window is closed', graphError(131047, 400), { kind: 'rejected', class: 'fallback-template', code: 131047 }],
    [
      'the token has expired',
      graphError(190, 401, { error_subcode: 463 }),
      { kind: 'rejected', class: 'tenant-stop', subcode: 463 },
    ],
    ['we are too fast', graphError(130429, 400), { kind: 'not-sent', why: 'throttled' }],
    ['a proxy throttles', json({}, 429, { 'retry-after': '3' }), { kind: 'not-sent', retryAfterMs: 3_000 }],
    ['the number is in maintenance', graphError(131057, 500), { kind: 'rejected', class: 'transient' }],
  ])('because %s', async (_, answer, expected) => {
    graph.answer = answer
    expect(await connect().send(REMINDER, ATTEMPT)).toMatchObject(expected)
    expect(graph.requests).toHaveLength(1)
  })

  test('because nobody listens there', async () => {
    const baseUrl = graph.baseUrl
    await graph.close()
    expect(await connect({ baseUrl }).send(REMINDER, ATTEMPT)).toEqual({
      kind: 'not-sent',
      why: 'no-connection',
      retryAfterMs: 5_000,
    })
  })

  test('because it broke a limit of WhatsApp: it never leaves', async () => {
    const outcome = await connect().send({ to: { phone: '11 98765-0001' }, type: 'text', body: 'Olá' }, ATTEMPT)
    expect(outcome).toMatchObject({
      kind: 'rejected',
      class: 'bug',
      hint: 'the recipient is no phone number in E.164 form',
    })
    expect(graph.requests).toEqual([])
  })

  test('because we stopped before it began', async () => {
    expect(await connect().send(REMINDER, ATTEMPT, { signal: AbortSignal.abort() })).toMatchObject({
      kind: 'not-sent',
      why: 'aborted-before-start',
    })
    expect(graph.requests).toEqual([])
  })

  test('because it waited in vain for a free connection, and it does not leave afterwards either', async () => {
    graph.answer = () => {} // never answers
    const client = connect({ connections: 1, timeoutMs: 150 })
    const [first, second] = await Promise.all([client.send(REMINDER, ATTEMPT), client.send(REMINDER, 'second')])
    expect(first).toEqual({ kind: 'unknown', why: 'time-out' })
    expect(second).toMatchObject({ kind: 'not-sent', why: 'no-connection' })
    graph.answer = acceptedAs('wamid.LATER')
    expect(await client.send(REMINDER, 'third')).toMatchObject({ kind: 'accepted' })
    expect(graph.requests.map((request) => request.body['biz_opaque_callback_data'])).toEqual([ATTEMPT, 'third'])
  })
})

describe('a reminder of which nobody knows whether it was sent', () => {
  test.each([
    ['the answer never comes', () => {}, 'time-out'],
    [
      'the connection breaks after the request',
      (_r: unknown, _s: unknown, socket: { destroy(): void }) => socket.destroy(),
      'connection-lost',
    ],
    ['the server fails without a reason', json({}, 500), 'server-error'],
    ['the server says only that something went wrong', graphError(131000, 500), 'server-error'],
    ['the answer is no JSON', (response: { end(text: string): void }) => response.end('<html>'), 'unreadable-answer'],
    ['the answer names no message', json({ messages: [] }), 'unreadable-answer'],
  ] as const)('because %s', async (_, answer, why) => {
    graph.answer = answer as FakeGraph['answer']
    expect(await connect({ timeoutMs: 200 }).send(REMINDER, ATTEMPT)).toMatchObject({ kind: 'unknown', why })
    expect(graph.requests).toHaveLength(1)
  })

  test('because the answer was cut off', async () => {
    graph.answer = (response, _, socket) => {
      response.writeHead(200, { 'content-length': '500' })
      response.write('{"messages":[{"id":"wamid.CUT"', () => socket.destroy())
    }
    expect(await connect().send(REMINDER, ATTEMPT)).toEqual({ kind: 'unknown', why: 'connection-lost' })
  })

  test('because we stopped while Meta was thinking', async () => {
    const stop = new AbortController()
    graph.answer = () => stop.abort()
    expect(await connect().send(REMINDER, ATTEMPT, { signal: stop.signal })).toEqual({
      kind: 'unknown',
      why: 'aborted',
    })
  })
})

describe('what is logged of a call', () => {
  test('is ids, codes and milliseconds', async () => {
    graph.answer = graphError(131026, 400)
    await connect().send(REMINDER, ATTEMPT)
    expect(records).toEqual([
      {
        call: 'send',
        attemptId: ATTEMPT,
        ms: expect.any(Number),
        httpStatus: 400,
        outcome: 'rejected',
        code: 131026,
        traceId: 'Atrace1',
      },
    ])
  })

  test('holds no token, number, name, text or wamid, whatever happens', async () => {
    const client = connect({ timeoutMs: 200 })
    const echo = { error_data: { details: 'to +5511987650001 Ana' } }
    for (const answer of [acceptedAs('wamid.HBgNNTUxMTk4NzY1MDAwMQ'), graphError(131009, 400, echo), () => {}]) {
      graph.answer = answer
      await client.send(REMINDER, ATTEMPT)
    }
    expect(records).toHaveLength(3)
    expect(JSON.stringify(records)).not.toMatch(/secret-token|98765|Ana|wamid/)
  })
})

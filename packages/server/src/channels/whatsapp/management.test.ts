import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createWhatsAppClient, type WhatsAppClient } from './client.ts'
import { graphError, json, startFakeGraph, type FakeGraph } from './testing/fake-graph.ts'

let graph: FakeGraph
let client: WhatsAppClient

beforeEach(async () => {
  graph = await startFakeGraph()
  client = createWhatsAppClient({
    baseUrl: graph.baseUrl,
    version: 'v25.0',
    accessToken: 't',
    phoneNumberId: '71',
    wabaId: '31',
    timeoutMs: 500,
  })
})
afterEach(async () => {
  await client.close()
  await graph.close()
})

describe('a message that was read', () => {
  test('is marked, with and without the typing sign', async () => {
    graph.answer = json({ success: true })
    await client.markAsRead('wamid.IN1')
    await client.markAsRead('wamid.IN2', { typing: true })
    expect(graph.requests.map((request) => request.body)).toEqual([
      { messaging_product: 'whatsapp', status: 'read', message_id: 'wamid.IN1' },
      { messaging_product: 'whatsapp', status: 'read', message_id: 'wamid.IN2', typing_indicator: { type: 'text' } },
    ])
  })
})

describe('the list of templates', () => {
  const page = (names: string[], paging: object) =>
    json({
      data: names.map((name) => ({
        id: `id-${name}`,
        name,
        language: 'pt_BR',
        status: 'APPROVED',
        category: 'UTILITY',
      })),
      paging,
    })

  test('is followed to its last page, whose cursor leads nowhere', async () => {
    graph.answer = (response, request, socket) => {
      const last = request.path.includes('after=C1')
      const paging = last
        ? { cursors: { after: 'C2' } }
        : { cursors: { after: 'C1' }, next: 'https://graph.example/next' }
      page(last ? ['c'] : ['a', 'b'], paging)(response, request, socket)
    }
    expect((await client.listTemplates()).map((template) => template.name)).toEqual(['a', 'b', 'c'])
    expect(graph.requests).toHaveLength(2)
    expect(graph.requests[0]?.path).toMatch(/^\/v25\.0\/31\/message_templates\?fields=id,name/)
  })

  test('that does not end is a failure, not a loop', async () => {
    let n = 0
    graph.answer = (response, request, socket) =>
      page([], { cursors: { after: `C${n++}` }, next: 'x' })(response, request, socket)
    await expect(client.listTemplates()).rejects.toMatchObject({ code: 'upstream-rejected' })
    expect(n).toBe(100)
  })

  test('without data is a failure', async () => {
    graph.answer = json({ ok: true })
    await expect(client.listTemplates()).rejects.toMatchObject({ code: 'upstream-unavailable' })
  })
})

describe('a new template', () => {
  test('comes back with the category that Meta chose', async () => {
    graph.answer = json({ id: 5566, status: 'APPROVED', category: 'MARKETING' })
    expect(await client.createTemplate({ name: 'x' })).toEqual({
      id: '5566',
      status: 'APPROVED',
      category: 'MARKETING',
    })
    expect(graph.requests[0]).toMatchObject({
      method: 'POST',
      path: '/v25.0/31/message_templates',
      body: { name: 'x' },
    })
  })
})

describe('our number', () => {
  test('tells its limit, quality and throughput', async () => {
    graph.answer = json({
      id: '71',
      display_phone_number: '+55 11 3000-1000',
      verified_name: 'Clínica Prado',
      quality_rating: 'GREEN',
      whatsapp_business_manager_messaging_limit: 'TIER_2K',
      throughput: { level: 'STANDARD' },
    })
    expect(await client.phoneNumber()).toEqual({
      id: '71',
      displayPhone: '551130001000',
      verifiedName: 'Clínica Prado',
      quality: 'GREEN',
      limit: 2_000,
      throughput: 'STANDARD',
    })
  })
})

describe('a call that fails', () => {
  test.each([
    ['by a limit', graphError(80007, 400), 'rate-limited', { code: 80007, httpStatus: 400 }],
    [
      'by a name that exists',
      graphError(100, 400, { error_subcode: 2388024 }),
      'upstream-rejected',
      { code: 100, subcode: 2388024 },
    ],
    ['by a busy server', graphError(2, 503), 'upstream-unavailable', { code: 2 }],
    ['by a proxy', json('?', 502), 'upstream-unavailable', { httpStatus: 502 }],
    ['by silence', () => {}, 'upstream-unavailable', { why: 'time-out' }],
  ] as const)('%s', async (_, answer, code, details) => {
    graph.answer = answer
    await expect(client.createTemplate({ name: 'x' })).rejects.toMatchObject({ code, details })
  })
})

import { createHmac } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { until, withClinic, workday } from './support/clinic.ts'

const clinic = withClinic()
const KEY = { authorization: 'Bearer journey-test-key-journey-test-key' }
const MB = 1024 * 1024

const send = (path: string, body: string | FormData | Blob | undefined, headers: Record<string, string> = {}) =>
  fetch(`${clinic.webUrl}${path}`, { method: 'POST', headers: { ...KEY, ...headers }, ...(body === undefined ? {} : { body }) }) // prettier-ignore

describe('the door of the channel', () => {
  const signed = (body: string) => createHmac('sha256', 'simulated-app-secret').update(body).digest('hex')
  const deliver = (body: string, signature = signed(body)) =>
    send('/webhooks/whatsapp', body, { 'content-type': 'application/json', 'x-hub-signature-256': `sha256=${signature}` }) // prettier-ignore

  test('takes 3 MB, and says so when it is more, to the end of what is sent', async () => {
    const most = `{"object":"x"${' '.repeat(3 * MB - 14)}}`
    expect(Buffer.byteLength(most)).toBe(3 * MB)
    expect((await deliver(most)).status).toBe(200)
    expect((await deliver(`${most} `)).status).toBe(413)
    expect((await deliver(' '.repeat(20 * MB))).status).toBe(413)
  })

  test('keeps what is signed and is no JSON, and shows it as unreadable', async () => {
    expect((await deliver('{"object":')).status).toBe(200)
    type Events = { items: { parts: { state: string }[] }[] }
    const unreadable = async () =>
      (await clinic.api<Events>('GET', '/api/v1/inbound-events?state=unreadable&limit=1')).body.items
    await until(async () => (await unreadable()).length > 0)
    expect((await unreadable())[0]?.parts[0]?.state).toBe('unreadable')
  })

  test('does not say why a signature is wrong', async () => {
    const refused = await deliver('{}', signed('other bytes'))
    expect([refused.status, await refused.text()]).toEqual([401, ''])
    expect((await send('/webhooks/nobody', '{}')).status).toBe(401)
  })

  test("gives Meta's challenge back to who knows the word", async () => {
    const ask = (word: string) =>
      fetch(`${clinic.webUrl}/webhooks/whatsapp?hub.mode=subscribe&hub.challenge=158&hub.verify_token=${word}`)
    expect(await (await ask('simulated-verify-token')).text()).toBe('158')
    expect((await ask('guess')).status).toBe(403)
  })
})

describe('the door of files', () => {
  const book = (id: string, date: string) =>
    `externalId,given,phoneE164,startLocal,language,consent\n${id},Ada,+34612340701,${date}T10:00,en,yes\n`
  const madrid = '&zone=Europe/Madrid'

  test.each(['text/csv', 'application/x-www-form-urlencoded', 'application/octet-stream', 'text/plain; charset=utf-8'])(
    'takes a table that a client calls %s',
    async (type) => {
      const file = book('T1', workday(await clinic.now(), 5))
      const answer = await send(`/api/v1/imports?dryRun=true&source=types${madrid}`, file, { 'content-type': type })
      expect(await answer.json()).toMatchObject({ rows: 1, created: 1 })
    },
  )

  test('a form that is tried again with a new boundary is the same request', async () => {
    const file = book('B1', workday(await clinic.now(), 5))
    const form = async (text: string) => {
      const body = new FormData()
      body.set('file', new Blob([text], { type: 'text/csv' }), 'book.csv')
      const answer = await send(`/api/v1/imports?source=forms${madrid}`, body, { 'idempotency-key': 'form-1' })
      return { status: answer.status, body: (await answer.json()) as { id?: string } }
    }
    const first = await form(file)
    expect(first.status).toBe(200)
    expect(await form(file)).toEqual(first)
    expect((await form(`${file}\n`)).status).toBe(422)
  })

  test('a dry run is committed once, and the list of imports goes page by page', async () => {
    const file = book('D1', workday(await clinic.now(), 5))
    const dry = await clinic.importCsv([file], `dryRun=true&source=once${madrid}`)
    const commit = () => clinic.api('POST', `/api/v1/imports/${dry.body.id}/commit`, {})
    expect((await commit()).body).toMatchObject({ state: 'committed', created: 1 })
    expect(await commit()).toMatchObject({ status: 409, body: { error: { code: 'already-done' } } })
    expect((await clinic.api('GET', `/api/v1/imports/${dry.body.id}`)).body).toMatchObject({ state: 'superseded' })
    type Page = { items: { id: string }[]; next?: string }
    const all = (await clinic.api<Page>('GET', '/api/v1/imports')).body.items.map(({ id }) => id)
    const paged: string[] = []
    for (let next: string | undefined = ''; next !== undefined;) {
      const page: Page = (await clinic.api<Page>('GET', `/api/v1/imports?limit=2${next && `&cursor=${next}`}`)).body
      paged.push(...page.items.map(({ id }) => id))
      next = page.next
    }
    expect(all.length).toBeGreaterThan(2)
    expect(paged).toEqual(all)
  })
})

describe('the door of programs', () => {
  test('a POST that names JSON and says nothing is as good as an empty one', async () => {
    const answer = await send('/api/v1/sending/resume', undefined, { 'content-type': 'application/json' })
    expect(answer.status).toBe(200)
    const form = await send('/api/v1/understand', 'text=yes', { 'content-type': 'application/x-www-form-urlencoded' })
    expect([form.status, await form.json()]).toMatchObject([415, { error: { code: 'unsupported-content' } }])
  })

  test.each([
    ['PUT', '/api/v1/sources/odd/appointments/1', { given: 'A\u0000B', startLocal: '2027-02-03T10:00', zone: 'UTC' }],
    ['PUT', '/api/v1/sources/odd/appointments/1', { given: 'A', startLocal: '0001-01-01T00:00', zone: 'UTC' }],
    ['PUT', '/api/v1/sources/odd/appointments/1', { given: 'A', utc: '0001-01-01T00:00:00Z', zone: 'UTC' }],
    ['POST', '/api/v1/sending/pause', { reason: '\u0000' }],
    ['GET', '/api/v1/patients?search=%00', undefined],
    ['GET', '/api/v1/sources/odd/appointments/%ff', undefined],
  ])('what nobody can store or read is refused in the words of the API: %s %s', async (method, path, body) => {
    expect(await clinic.api(method, path, body)).toMatchObject({ status: 400, body: { error: { code: 'invalid' } } })
  })

  test('the clock steps by nothing to run what is due now', async () => {
    expect(await clinic.api('POST', '/api/v1/demo/clock', { advance: 'PT0S' })).toMatchObject({ status: 200, body: { ran: 0 } }) // prettier-ignore
    expect((await clinic.api('POST', '/api/v1/demo/clock', { to: '2020-01-01T00:00:00Z' })).status).toBe(409)
  })

  test("a clinic's own desk takes a conversation on over the API, answers and closes it", async () => {
    const phone = clinic.phone('34612340702')
    await phone.write('Where do I park?')
    type Conversation = { id: string; owner: object; queue?: string; state: string; contact: { phone?: string } }
    const { items } = (await clinic.api<{ items: Conversation[] }>('GET', '/api/v1/conversations?queue=unanswered'))
      .body
    const id = items.find(({ contact }) => contact.phone === '+34612340702')?.id
    const claimed = await clinic.api<Conversation>('POST', `/api/v1/conversations/${id}/claim`)
    expect(claimed.body.owner).toEqual({ kind: 'person', name: 'bootstrap' })
    const mine = (await clinic.api<{ items: Conversation[] }>('GET', '/api/v1/conversations?queue=mine')).body.items
    expect(mine.map((one) => one.id)).toEqual([id])
    await clinic.api('POST', `/api/v1/conversations/${id}/messages`, { text: 'In the yard behind the house.' })
    await until(async () => (await phone.last()).text.includes('yard'))
    const closed = await clinic.api<Conversation>('POST', `/api/v1/conversations/${id}/resolve`, {
      outcome: 'answered',
    })
    expect(closed.body).toMatchObject({ owner: { kind: 'bot' }, state: 'resolved' })
  })
})

import { expect, test } from 'vitest'
import { until, withClinic, workday } from './support/clinic.ts'

const clinic = withClinic()
type Conversation = {
  id: string
  queue?: string
  reason?: string
  windowClosesAt?: string
  contact: { phone?: string }
}

const phones = async (path: string, body: unknown) => {
  const answer = await fetch(`${clinic.phonesUrl}/_sim/${path}`, { method: 'POST', body: JSON.stringify(body) })
  expect(answer.status).toBe(200)
}
const conversationOf = async (phone: string) => {
  const { body } = await clinic.api<{ items: Conversation[] }>('GET', '/api/v1/conversations?limit=500')
  return body.items.find(({ contact }) => contact.phone === phone)
}

test('a number that changed hands goes to staff: nobody is thanked for a file, and no window opens', async () => {
  await phones('phones/+34612340301/change-number', { to: '+34612340302' })
  await until(async () => (await conversationOf('+34612340301')) !== undefined)
  const conversation = await conversationOf('+34612340301')
  expect(conversation).toMatchObject({ queue: 'identity', reason: 'changed-person' })
  expect(conversation?.windowClosesAt).toBeUndefined()
  expect(await clinic.phone('34612340301').messages()).toEqual([])
})

test('what somebody says in a group goes to staff and is not answered in private, STOP neither', async () => {
  const now = Math.floor((await clinic.now()).getTime() / 1000)
  const message = { from: '34612340303', id: 'wamid.GROUP1', group_id: 'G-1', timestamp: String(now), type: 'text', text: { body: 'STOP' } } // prettier-ignore
  const value = { messaging_product: 'whatsapp', metadata: { display_phone_number: '551140000001', phone_number_id: '100000000000001' }, contacts: [{ profile: { name: 'Inés' }, wa_id: '34612340303' }], messages: [message] } // prettier-ignore
  const payload = { object: 'whatsapp_business_account', entry: [{ id: '200000000000001', changes: [{ field: 'messages', value }] }] } // prettier-ignore
  await phones('webhooks', { payload })
  await until(async () => (await conversationOf('+34612340303')) !== undefined)
  expect(await conversationOf('+34612340303')).toMatchObject({ queue: 'unanswered', reason: 'group-message' })
  expect(await clinic.phone('34612340303').messages()).toEqual([])
})

test('a clinic that books two patients at one time may take a cancellation back all the same', async () => {
  const date = workday(await clinic.now(), 4)
  const visit = (id: string, phone: string) =>
    clinic.api('PUT', `/api/v1/sources/double/appointments/${id}`, { given: id, phone, site: 'São Paulo', startLocal: `${date}T10:00`, durationMin: 30, practitioner: 'Dra. Helena Prado', language: 'en', consent: true }) // prettier-ignore
  await visit('first', '+5511987650401')
  await visit('second', '+5511987650402')
  await clinic.clockTo(new Date(Date.parse(`${date}T10:00:00-03:00`) - 47.5 * 3_600_000).toISOString())
  const phone = clinic.phone('5511987650401')
  await phone.tap('Cancel')
  expect((await phone.tap('Undo')).text).toContain('booked again')
  expect((await clinic.api('GET', '/api/v1/sources/double/appointments/first')).body).toMatchObject({ status: 'booked', confirmation: 'confirmed' }) // prettier-ignore
})

import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Json } from '../json.ts'
import { codeOf, REMINDER, reminder, startPlatform, WABA_ID, type Platform } from '../testing/platform.ts'
import { OBJECTIONS } from './review.ts'

let platform: Platform
beforeEach(async () => {
  platform = await startPlatform()
})
afterEach(() => platform.stop())

const create = (template: Json) => platform.graph('POST', `${WABA_ID}/message_templates`, template)
const body = (text: string, examples: string[] = []): Json => ({
  type: 'BODY',
  text,
  ...(examples.length === 0 ? {} : { example: { body_text: [examples] } }),
})
const draft = (more: Json): Json => ({
  name: 'visit_note',
  language: 'en_US',
  category: 'UTILITY',
  components: [body('See you soon.')],
  ...more,
})
const withBody = (text: string, examples: string[] = []): Json => draft({ components: [body(text, examples)] })
const withPart = (part: Json): Json => draft({ components: [body('See you soon.'), part] })
const events = () => platform.clinic.values().filter((value) => value['field'] === 'message_template_status_update')

const refused: [name: string, template: Json, subcode?: number][] = [
  ['capitals in the name', draft({ name: 'VisitNote' })],
  ['a language that WhatsApp does not have', draft({ language: 'pt' })],
  ['an unknown category', draft({ category: 'TRANSACTIONAL' })],
  ['no body', draft({ components: [{ type: 'FOOTER', text: 'x' }] })],
  ['an unknown component', withPart({ type: 'SIDEBAR' })],
  ['a body over 1024 characters', withBody('x'.repeat(1025)), 2388040],
  ['a header over 60 characters', withPart({ type: 'HEADER', format: 'TEXT', text: 'x'.repeat(61) }), 2388047],
  ['a footer with a variable', withPart({ type: 'FOOTER', text: 'For {{1}}' }), 2388073],
  ['braces that do not match', withBody('Hello {{1, how are you today?', ['Ana']), 2388072],
  ['variables that do not count up', withBody('Hello {{2}}, your visit is soon, see you.', ['Ana']), 2388072],
  ['named variables with capitals', draft({ parameter_format: 'NAMED', components: [{ type: 'BODY', text: 'Hello {{Name}}, see you soon.', example: { body_text_named_params: [{ param_name: 'Name', example: 'A' }] } }] }), 2388072],
  ['a variable at the start', withBody('{{1}}, your visit is tomorrow.', ['Ana']), 2388299],
  ['a variable at the end', withBody('Your visit is tomorrow, {{1}}', ['Ana']), 2388299],
  ['too many variables for few words', withBody('Hi {{1}} {{2}} {{3}} ok', ['a', 'b', 'c']), 2388293],
  ['a variable without an example', withBody('Hello {{1}}, your visit is tomorrow.')],
  ['a button over 25 characters', withPart({ type: 'BUTTONS', buttons: [{ type: 'QUICK_REPLY', text: 'x'.repeat(26) }] })],
  ['eleven buttons', withPart({ type: 'BUTTONS', buttons: Array.from({ length: 11 }, (_, at) => ({ type: 'QUICK_REPLY', text: `b${at}` })) })],
  ['quick replies on both sides of a link', withPart({ type: 'BUTTONS', buttons: [{ type: 'QUICK_REPLY', text: 'a' }, { type: 'URL', text: 'b', url: 'https://a.example' }, { type: 'QUICK_REPLY', text: 'c' }] })],
  ['three links', withPart({ type: 'BUTTONS', buttons: ['a', 'b', 'c'].map((text) => ({ type: 'URL', text, url: 'https://a.example' })) })],
  ['a variable in the middle of a link', withPart({ type: 'BUTTONS', buttons: [{ type: 'URL', text: 'a', url: 'https://a.example/{{1}}/x' }] })],
] // prettier-ignore

test.each(refused)('%s is refused at once', async (_, template, subcode) => {
  const answer = await create(template)
  expect(answer).toMatchObject({ status: 400, body: { error: { code: 100, error_user_title: expect.any(String) } } })
  if (subcode !== undefined) expect(answer.body).toMatchObject({ error: { error_subcode: subcode } })
})

test.each(['name', 'language', 'category', 'components'])('a template without %s is refused', async (key) => {
  const answer = await create({ ...draft({}), [key]: undefined })
  expect(answer.body).toMatchObject({ error: { message: `(#100) The parameter ${key} is required.` } })
})

test('the same name and language twice is refused with its own subcode', async () => {
  await create(draft({}))
  expect((await create(draft({}))).body).toMatchObject({ error: { code: 100, error_subcode: 2388024 } })
  expect((await create(draft({ language: 'en_GB' }))).status).toBe(200)
})

test('a template is in review first, then approved by webhook, and only then can be sent', async () => {
  const created = await create(REMINDER)
  expect(created.body).toEqual({ id: expect.stringMatching(/^\d{15,16}$/), status: 'PENDING', category: 'UTILITY' })
  await platform.sim('POST', 'settle')
  expect(events()).toEqual([
    {
      field: 'message_template_status_update',
      event: 'APPROVED',
      message_template_id: Number(created.body['id']),
      message_template_name: REMINDER.name,
      message_template_language: 'pt_BR',
      reason: 'NONE',
      message_template_category: 'UTILITY',
    },
  ])
  expect((await platform.send(reminder())).status).toBe(200)
})

test('a template in review cannot be sent or edited', async () => {
  await platform.stop()
  platform = await startPlatform({ templateReviewMs: 60_000 })
  const { body: created } = await create(REMINDER)
  expect(codeOf(await platform.send(reminder()))).toBe(132001)
  const edited = await platform.graph('POST', String(created['id']), { category: 'MARKETING' })
  expect(edited.body).toMatchObject({ error: { error_subcode: 2388039 } })
  await platform.sim('POST', 'clock', { advance: 'PT1M' })
  expect((await platform.send(reminder())).status).toBe(200)
})

const objectionable: Record<string, Json> = {
  'variables stand side by side': withBody('Hello dear patient {{1}} {{2}}, your visit is tomorrow at the clinic.', ['a', 'b']),
  'asks for a full card, account or identity number': withBody('Please send us your full card number today.'),
  'shortened link': withPart({ type: 'BUTTONS', buttons: [{ type: 'URL', text: 'Open', url: 'https://bit.ly/x' }] }),
} // prettier-ignore

test.each(OBJECTIONS)('review turns down: $name', async ({ name, reason }) => {
  const created = await create(objectionable[name] ?? {})
  await platform.sim('POST', 'settle')
  expect(created.status).toBe(200)
  expect(events()).toEqual([
    expect.objectContaining({
      event: 'REJECTED',
      reason,
      rejection_info: { reason: expect.any(String), recommendation: expect.any(String) },
    }),
  ])
})

test.each(['Get 20% off your next visit.', 'Nossa promoção de check-up começou.', 'Oferta: consulta com desconto.'])(
  'a utility template that promotes is approved as marketing: %s',
  async (text) => {
    const { body: created } = await create(withBody(text))
    await platform.sim('POST', 'settle')
    expect(events()).toEqual([expect.objectContaining({ event: 'APPROVED', message_template_category: 'MARKETING' })])
    expect((await platform.graph('GET', String(created['id']))).body).toMatchObject({
      category: 'MARKETING',
      previous_category: 'UTILITY',
    })
  },
)

describe('an approved template', () => {
  let id = ''
  beforeEach(async () => {
    id = String((await create(REMINDER)).body['id'])
    await platform.sim('POST', 'settle')
  })

  test('pauses for 3 hours, then 6, then is disabled for good', async () => {
    await platform.sim('POST', `templates/${id}`, { action: 'pause' })
    expect(codeOf(await platform.send(reminder()))).toBe(132015)
    await platform.sim('POST', 'clock', { advance: 'PT3H' })
    expect((await platform.send(reminder())).status).toBe(200)
    await platform.sim('POST', `templates/${id}`, { action: 'pause' })
    await platform.sim('POST', 'clock', { advance: 'PT5H' })
    expect(codeOf(await platform.send(reminder()))).toBe(132015)
    await platform.sim('POST', 'clock', { advance: 'PT1H' })
    await platform.sim('POST', `templates/${id}`, { action: 'pause' })
    expect(codeOf(await platform.send(reminder()))).toBe(132016)
    await platform.sim('POST', 'settle')
    expect(events().map((event) => event['event'])).toEqual([
      'APPROVED',
      'PAUSED',
      'APPROVED',
      'PAUSED',
      'APPROVED',
      'DISABLED',
    ])
  })

  test('is paced: its messages are held, then released', async () => {
    await platform.sim('POST', `templates/${id}`, { action: 'hold' })
    expect((await platform.send(reminder())).body).toMatchObject({
      messages: [{ message_status: 'held_for_quality_assessment' }],
    })
    await platform.sim('POST', 'clock', { advance: 'PT1H' })
    expect(platform.clinic.statuses()).toEqual([])
    await platform.sim('POST', `templates/${id}`, { action: 'release' })
    await platform.sim('POST', 'settle')
    expect(platform.clinic.statuses().map((status) => status['status'])).toEqual(['sent', 'delivered'])
  })

  test('is paced and dropped: what was held fails, and the template is paused', async () => {
    await platform.sim('POST', `templates/${id}`, { action: 'hold' })
    await platform.send(reminder())
    await platform.sim('POST', `templates/${id}`, { action: 'drop' })
    await platform.sim('POST', 'settle')
    expect(platform.clinic.statuses()).toEqual([
      expect.objectContaining({ status: 'failed', errors: [expect.objectContaining({ code: 132015 })] }),
    ])
    expect(codeOf(await platform.send(reminder()))).toBe(132015)
  })

  test('becomes marketing with a day’s notice', async () => {
    await platform.sim('POST', `templates/${id}`, { action: 'make-marketing' })
    await platform.sim('POST', 'clock', { advance: 'P1D' })
    const changes = platform.clinic.values().filter((value) => value['field'] === 'template_category_update')
    expect(changes).toEqual([
      expect.objectContaining({
        new_category: 'UTILITY',
        correct_category: 'MARKETING',
        category_update_timestamp: expect.any(Number),
      }),
      expect.objectContaining({ previous_category: 'UTILITY', new_category: 'MARKETING' }),
    ])
  })

  test('is reviewed again after an edit, with its new words', async () => {
    const components = [body('Olá, até amanhã na clínica.')]
    expect((await platform.graph('POST', id, { components })).body).toMatchObject({ success: true })
    await platform.sim('POST', 'settle')
    await platform.send({ type: 'template', template: { name: REMINDER.name, language: { code: 'pt_BR' } } })
    await platform.sim('POST', 'settle')
    expect(await platform.received()).toEqual([expect.objectContaining({ text: 'Olá, até amanhã na clínica.' })])
  })

  test('is gone after it was deleted, in all its languages', async () => {
    await create({ ...REMINDER, language: 'pt_PT' })
    expect((await platform.graph('DELETE', `${WABA_ID}/message_templates?name=${REMINDER.name}`)).body).toEqual({
      success: true,
    })
    expect((await platform.graph('GET', `${WABA_ID}/message_templates`)).body).toEqual({ data: [] })
    expect(codeOf(await platform.send(reminder()))).toBe(132001)
  })

  test('is deleted alone by its id', async () => {
    await create({ ...REMINDER, language: 'pt_PT' })
    await platform.graph('DELETE', `${WABA_ID}/message_templates?hsm_id=${id}&name=${REMINDER.name}`)
    expect((await platform.graph('GET', `${WABA_ID}/message_templates`)).body).toMatchObject({
      data: [{ language: 'pt_PT' }],
    })
  })
})

test('a code template has the words of Meta and takes the code twice', async () => {
  const components = [
    { type: 'BODY', add_security_recommendation: true },
    { type: 'BUTTONS', buttons: [{ type: 'OTP', otp_type: 'COPY_CODE', text: 'Copy' }] },
  ]
  await create({ name: 'login_code', language: 'en_US', category: 'AUTHENTICATION', components })
  await platform.sim('POST', 'settle')
  const code = [{ type: 'text', text: '493021' }]
  const parts = [{ type: 'body', parameters: code }, { type: 'button', sub_type: 'url', index: '0', parameters: code }] // prettier-ignore
  const template = { name: 'login_code', language: { code: 'en_US' }, components: parts }
  await platform.send({ type: 'template', template })
  await platform.sim('POST', 'settle')
  expect(await platform.received()).toEqual([
    expect.objectContaining({
      text: '*493021* is your verification code.',
      buttons: [expect.objectContaining({ id: '493021', title: 'Copy' })],
    }),
  ])
  expect(platform.clinic.statuses()[0]).toMatchObject({ pricing: { category: 'authentication' } })
})

test('templates are listed page by page, filtered, with the fields that are asked for', async () => {
  for (const language of ['es', 'es_MX', 'en', 'hi', 'ar']) await create(draft({ language }))
  const page = `${WABA_ID}/message_templates?fields=language,status&limit=2`
  const first = await platform.graph('GET', page)
  expect(first.body).toMatchObject({
    data: [{ language: 'es', id: expect.any(String) }, { language: 'es_MX' }],
    paging: { next: expect.stringContaining('after=') },
  })
  const { after } = (first.body['paging'] as { cursors: { after: string } }).cursors
  const last = await platform.graph('GET', `${WABA_ID}/message_templates?limit=4&after=${after}`)
  expect(last.body['data']).toHaveLength(3)
  expect(last.body['paging']).not.toHaveProperty('next')
  expect((await platform.graph('GET', `${page}&language=ar`)).body['data']).toHaveLength(1)
  expect(codeOf(await platform.graph('GET', `${page}&after=nonsense`))).toBe(131059)
})

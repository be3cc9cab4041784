import { Failure } from '@recado/domain/shared/failure'
import { describe, expect, test } from 'vitest'
import {
  compareTemplates,
  createMissing,
  parameterNames,
  templateCreation,
  type TemplateDefinition,
} from './template-sync.ts'
import { remoteTemplate, type RemoteTemplate } from './template-state.ts'

const REMINDER: TemplateDefinition = {
  name: 'recado_reminder_48h_v1',
  language: 'pt-BR',
  category: 'UTILITY',
  body: 'Olá {{first_name}}, sua consulta é {{date}} às {{time}}. Você vem?',
  examples: { first_name: 'Rosa', date: '24 de novembro', time: '10:30' },
  footer: 'Responda PARAR para não receber avisos',
  buttons: ['Confirmar', 'Remarcar', 'Cancelar'],
}

describe('what we ask Meta to approve', () => {
  test('is the whole template with an example for each parameter', () => {
    expect(templateCreation({ ...REMINDER, header: 'Clínica {{first_name}}' })).toEqual({
      name: 'recado_reminder_48h_v1',
      language: 'pt_BR',
      category: 'UTILITY',
      parameter_format: 'NAMED',
      components: [
        {
          type: 'HEADER',
          format: 'TEXT',
          text: 'Clínica {{first_name}}',
          example: { header_text_named_params: [{ param_name: 'first_name', example: 'Rosa' }] },
        },
        {
          type: 'BODY',
          text: REMINDER.body,
          example: {
            body_text_named_params: [
              { param_name: 'first_name', example: 'Rosa' },
              { param_name: 'date', example: '24 de novembro' },
              { param_name: 'time', example: '10:30' },
            ],
          },
        },
        { type: 'FOOTER', text: REMINDER.footer },
        {
          type: 'BUTTONS',
          buttons: [
            { type: 'QUICK_REPLY', text: 'Confirmar' },
            { type: 'QUICK_REPLY', text: 'Remarcar' },
            { type: 'QUICK_REPLY', text: 'Cancelar' },
          ],
        },
      ],
    })
  })

  test('has only a body when there is nothing else', () => {
    const { components } = templateCreation({
      name: 'a',
      language: 'en',
      category: 'UTILITY',
      body: 'See you soon.',
      examples: {},
    })
    expect(components).toEqual([{ type: 'BODY', text: 'See you soon.' }])
  })

  test('names each parameter once', () => {
    expect(parameterNames('{{a}} and {{b}} and {{a}}')).toEqual(['a', 'b'])
  })

  test.each<[string, Partial<TemplateDefinition>, string]>([
    ['a name with capitals', { name: 'Reminder' }, 'small letters'],
    ['a body that begins with a parameter', { body: '{{date}} é sua consulta.' }, 'begins or ends'],
    ['a body that ends with a parameter', { body: 'Sua consulta é {{date}}' }, 'begins or ends'],
    ['two parameters side by side', { body: 'Às {{date}} {{time}} na clínica.' }, 'next to each other'],
    ['a parameter without an example', { body: 'Com {{doctor}} na clínica.' }, 'doctor has no example'],
    ['an empty example', { examples: { first_name: ' ', date: 'x', time: 'y' } }, 'first_name has no example'],
    ['a parameter by number', { body: 'Olá {{1}}, até logo.' }, 'lower_case'],
    ['braces that do not match', { body: 'Olá {{first_name}, até logo.' }, 'do not match'],
    ['a body of 1025', { body: 'x'.repeat(1025) }, 'longer than 1024'],
    [
      'a body that its examples make too long',
      { body: `${'x'.repeat(1000)}{{date}}.`, examples: { date: 'y'.repeat(40) } },
      'too long with its examples',
    ],
    ['an empty body', { body: '' }, 'is empty'],
    ['a header with two parameters', { header: '{{date}} às {{time}}' }, 'one parameter at most'],
    ['a header of 61', { header: 'x'.repeat(61) }, 'longer than 60'],
    ['a footer with a parameter', { footer: 'Até {{date}}' }, 'no parameters'],
    ['a footer of 61', { footer: 'x'.repeat(61) }, 'longer than 60'],
    ['eleven quick replies', { buttons: Array.from({ length: 11 }, (_, n) => `b${n}`) }, '1 to 10'],
    ['two equal labels', { buttons: ['Sim', 'Sim'] }, 'labels are the same'],
    ['a label of 26', { buttons: ['x'.repeat(26)] }, 'longer than 25'],
  ])('is refused here already with %s', (_, change, why) => {
    expect(() => templateCreation({ ...REMINDER, ...change })).toThrow(why)
  })
})

const remote = (more: Partial<RemoteTemplate> = {}): RemoteTemplate => ({
  id: '66',
  name: REMINDER.name,
  language: 'pt_BR',
  status: 'APPROVED',
  body: REMINDER.body,
  ...more,
})

describe('comparing with what Meta holds', () => {
  test.each<[string, RemoteTemplate[], 'missing' | 'different' | 'present']>([
    ['nothing', [], 'missing'],
    ['the same', [remote()], 'present'],
    ['the same, but only in Spanish', [remote({ language: 'es' })], 'missing'],
    ['another text', [remote({ body: 'Olá!' })], 'different'],
    [
      'a text that the list leaves out',
      [{ id: '66', name: REMINDER.name, language: 'pt_BR', status: 'PENDING' }],
      'present',
    ],
    ['a deleted one', [remote({ status: 'DELETED' })], 'missing'],
  ])('%s', (_, remotes, where) => {
    const { missing, different, present } = compareTemplates([REMINDER], remotes)
    expect({ missing: missing.length, different: different.length, present: present.length }).toEqual({
      missing: 0,
      different: 0,
      present: 0,
      [where]: 1,
    })
  })

  test('creates what is missing, once, and nothing else', async () => {
    const held = [remote({ language: 'es' })]
    const asked: unknown[] = []
    const account = {
      listTemplates: async () => held,
      createTemplate: async (body: object) => {
        asked.push(body)
        held.push(remote({ status: 'PENDING' }))
        return { id: '67', status: 'PENDING', category: 'UTILITY' }
      },
    }
    const spanish = { ...REMINDER, language: 'es' }
    expect((await createMissing(account, [REMINDER, spanish])).created).toMatchObject([
      { definition: REMINDER, id: '67', status: 'PENDING' },
    ])
    expect((await createMissing(account, [REMINDER, spanish])).created).toEqual([])
    expect(asked).toHaveLength(1)
  })
})

describe('a template that cannot be created', () => {
  const account = (failure: Failure) => ({
    listTemplates: async () => [],
    createTemplate: async (body: object) => {
      if (JSON.stringify(body).includes('refuse me')) throw failure
      return { id: '1', status: 'PENDING', category: 'UTILITY' }
    },
  })
  const bad = { ...REMINDER, name: 'bad', body: 'Please refuse me.' }
  const broken = { ...REMINDER, name: 'broken', body: '' }

  test('keeps its reason and stops no other', async () => {
    const refusal = new Failure('upstream-rejected', 'no', { code: 100, subcode: 2388024 })
    const { created, refused } = await createMissing(account(refusal), [bad, broken, REMINDER])
    expect(refused).toMatchObject([
      { definition: { name: 'bad' }, failure: refusal },
      { definition: { name: 'broken' }, failure: { code: 'invalid' } },
    ])
    expect(created.map((one) => one.definition.name)).toEqual([REMINDER.name])
  })

  test('because Meta is busy lets the rest wait', async () => {
    const busy = new Failure('rate-limited', 'busy')
    await expect(createMissing(account(busy), [bad, REMINDER])).rejects.toBe(busy)
  })
})

describe("an element of Meta's list", () => {
  test('is read with its quality, reason and text', () => {
    const item = {
      id: '66', name: 'a', language: 'pt-BR', status: 'REJECTED', category: 'UTILITY', rejected_reason: 'SCAM',
      quality_score: { score: 'GREEN' }, components: [{ type: 'HEADER', text: 'h' }, { type: 'BODY', text: 'b' }],
    } // prettier-ignore
    expect(remoteTemplate(item)).toEqual({
      id: '66',
      name: 'a',
      language: 'pt_BR',
      status: 'REJECTED',
      category: 'UTILITY',
      reason: 'SCAM',
      quality: 'GREEN',
      body: 'b',
    })
  })

  test('in a state that is new to us is not sendable', () => {
    expect(remoteTemplate({ id: '1', name: 'a', language: 'en', status: 'DREAMING' })?.status).toBe('UNKNOWN')
  })

  test('without id or name is none', () => {
    expect(remoteTemplate({ name: 'a' })).toBeUndefined()
    expect(remoteTemplate({ id: '1' })).toBeUndefined()
  })
})

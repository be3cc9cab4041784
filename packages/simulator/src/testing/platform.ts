import { startSimulator } from '../main.ts'
import type { NumberOptions, Simulator, SimulatorOptions } from '../options.ts'
import { isObject, objectsAt, textAt, type Json } from '../json.ts'
import { APP_SECRET, startClinic, VERIFY_TOKEN, type Clinic } from './clinic.ts'

export const TOKEN = 'a-token'
export const NUMBER_ID = '100000000000001'
export const WABA_ID = '200000000000001'
export const BUSINESS = '551140000001'
export const ANA = '5511987654321'

export type Answer = { status: number; body: Json }

export type Platform = {
  simulator: Simulator
  clinic: Clinic
  graph(method: string, path: string, body?: unknown, token?: string): Promise<Answer>
  sim(method: string, path: string, body?: unknown): Promise<Answer>
  /** Sends as the clinic; `to` is Ana unless the message says otherwise. */
  send(message: Json): Promise<Answer>
  /** What a phone received. */
  received(number?: string): Promise<Json[]>
  stop(): Promise<void>
}

/** A simulator with a clinic behind it. Standing still by default, so that nothing happens by itself. */
export async function startPlatform(
  options: Partial<SimulatorOptions> = {},
  number: Partial<NumberOptions> = {},
): Promise<Platform> {
  const clinic = await startClinic()
  const simulator = await startSimulator({
    port: 0,
    clock: 'virtual',
    now: '2026-11-23T12:00:00Z',
    accessToken: TOKEN,
    webhook: { url: clinic.url, appSecret: APP_SECRET, verifyToken: VERIFY_TOKEN },
    numbers: [{ phoneNumberId: NUMBER_ID, wabaId: WABA_ID, displayPhoneNumber: BUSINESS, ...number }],
    ...options,
  })
  const call = callerOf(simulator.url)
  return {
    simulator,
    clinic,
    graph: (method, path, body, token = TOKEN) => call(method, `/v25.0/${path}`, body, token),
    sim: (method, path, body) => call(method, `/_sim/${path}`, body),
    send: (message) =>
      call('POST', `/v25.0/${NUMBER_ID}/messages`, { messaging_product: 'whatsapp', to: `+${ANA}`, ...message }, TOKEN),
    received: async (phone = ANA) => {
      const { body } = await call('GET', `/_sim/phones/${phone}/messages`)
      return objectsAt(body, 'items')
    },
    stop: async () => {
      await simulator.stop()
      await clinic.stop()
    },
  }
}

function callerOf(url: string) {
  return async (method: string, path: string, body?: unknown, token?: string): Promise<Answer> => {
    const response = await fetch(url + path, {
      method,
      headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    const parsed: unknown = JSON.parse((await response.text()) || '{}')
    return { status: response.status, body: isObject(parsed) ? parsed : { items: parsed } }
  }
}

/** Opens Ana's window: she writes first. */
export async function hasWritten(platform: Platform, number: string = ANA): Promise<void> {
  await platform.sim('POST', `phones/${number}/text`, { text: 'oi' })
}

export const REMINDER = {
  name: 'recado_reminder_48h_v1',
  language: 'pt_BR',
  category: 'UTILITY',
  parameter_format: 'NAMED',
  components: [
    { type: 'HEADER', format: 'TEXT', text: 'Clínica Ipê' },
    {
      type: 'BODY',
      text: 'Olá {{first_name}}, lembramos da sua consulta em {{date}} às {{time}}. Você vem?',
      example: {
        body_text_named_params: [
          { param_name: 'first_name', example: 'Ana' },
          { param_name: 'date', example: '24 de novembro' },
          { param_name: 'time', example: '10:30' },
        ],
      },
    },
    { type: 'FOOTER', text: 'Responda SAIR para não receber avisos' },
    {
      type: 'BUTTONS',
      buttons: [
        { type: 'QUICK_REPLY', text: 'Confirmar' },
        { type: 'QUICK_REPLY', text: 'Remarcar' },
        { type: 'QUICK_REPLY', text: 'Cancelar' },
      ],
    },
  ],
}

/** Submits a template and waits for its approval. */
export async function approved(platform: Platform, template: Json = REMINDER): Promise<string> {
  const { body } = await platform.graph('POST', `${WABA_ID}/message_templates`, template)
  await platform.sim('POST', 'settle')
  return textAt(body, 'id') ?? ''
}

export function reminder(values: Json = {}): Json {
  const { first_name = 'Ana', date = '24 de novembro', time = '10:30' } = values
  const parameters = Object.entries({ first_name, date, time }).map(([name, text]) => ({
    type: 'text',
    parameter_name: name,
    text,
  }))
  const button = (index: number, payload: string) => ({
    type: 'button',
    sub_type: 'quick_reply',
    index: String(index),
    parameters: [{ type: 'payload', payload }],
  })
  return {
    type: 'template',
    template: {
      name: REMINDER.name,
      language: { code: 'pt_BR' },
      components: [
        { type: 'body', parameters },
        button(0, 'ref-confirm'),
        button(1, 'ref-move'),
        button(2, 'ref-cancel'),
      ],
    },
  }
}

/** `error.code` of a Graph answer. */
export function codeOf(answer: Answer): number {
  const { error } = answer.body
  return isObject(error) ? Number(error['code']) : 0
}

export function detailsOf(answer: Answer): string {
  const { error } = answer.body
  const data = isObject(error) ? error['error_data'] : undefined
  return isObject(data) ? (textAt(data, 'details') ?? '') : ''
}

import { Failure, type FailureCode } from '@recado/domain/shared/failure'
import { errorOf, meaningOf } from './errors.ts'
import { child, children, idOf, isFields, numberOf, present, textOf, type Fields } from './fields.ts'
import { messagingLimit, type MessagingLimit } from './messaging-limit.ts'
import { phoneDigits } from './people.ts'
import { remoteTemplate, type RemoteTemplate } from './template-state.ts'
import type { CallResult, GraphRequest } from './transport.ts'

/** Calls that send nothing. Each throws Failure: `rate-limited`, `upstream-unavailable` or `upstream-rejected`. */
export type Management = {
  /** Blue ticks for this message and those before it; with `typing`, "typing…" until our answer or 25 s. */
  readonly markAsRead: (wamid: string, options?: { typing?: boolean }) => Promise<void>
  readonly createTemplate: (body: Fields) => Promise<{ id: string; status: string; category: string }>
  readonly listTemplates: () => Promise<RemoteTemplate[]>
  readonly phoneNumber: () => Promise<PhoneNumberInfo>
}

export type PhoneNumberInfo = {
  readonly id: string
  readonly displayPhone?: string
  readonly verifiedName?: string
  /** GREEN, YELLOW, RED, UNKNOWN or NA. */
  readonly quality?: string
  readonly limit?: MessagingLimit
  /** STANDARD: 80 messages a second; HIGH: 1,000. */
  readonly throughput?: string
  readonly status?: string
}

type Call = (name: string, request: GraphRequest) => Promise<CallResult>
type Addresses = {
  readonly version: string
  readonly phoneNumberId: string
  readonly wabaId: string
  readonly messages: string
}

const PHONE_FIELDS =
  'display_phone_number,verified_name,quality_rating,whatsapp_business_manager_messaging_limit,throughput,status'
const TEMPLATE_FIELDS = 'id,name,language,status,category,rejected_reason,quality_score,components,parameter_format'
const PAGE = 200
/** 6,000 templates are the most that an account may have. */
const MOST_PAGES = 100

export function createManagement(call: Call, { version, phoneNumberId, wabaId, messages }: Addresses): Management {
  const templates = `/${version}/${encodeURIComponent(wabaId)}/message_templates`
  return {
    async markAsRead(wamid, { typing = false } = {}) {
      const body = { messaging_product: 'whatsapp', status: 'read', message_id: wamid, ...(typing && { typing_indicator: { type: 'text' } }) } // prettier-ignore
      answered(await call('mark-read', { method: 'POST', path: messages, body }))
    },
    async createTemplate(body) {
      const answer = answered(await call('create-template', { method: 'POST', path: templates, body }))
      const id = idOf(answer, 'id')
      if (id === undefined) throw unreadable('create-template')
      return { id, status: textOf(answer, 'status') ?? 'PENDING', category: textOf(answer, 'category') ?? '' }
    },
    listTemplates: () => allPages(call, templates),
    async phoneNumber() {
      const path = `/${version}/${encodeURIComponent(phoneNumberId)}?fields=${PHONE_FIELDS}`
      return phoneNumberInfo(answered(await call('phone-number', { method: 'GET', path })))
    },
  }
}

async function allPages(call: Call, path: string): Promise<RemoteTemplate[]> {
  const found: RemoteTemplate[] = []
  let cursor: string | undefined
  for (let page = 0; page < MOST_PAGES; page++) {
    const after = cursor === undefined ? '' : `&after=${encodeURIComponent(cursor)}`
    const answer = answered(
      await call('list-templates', { method: 'GET', path: `${path}?fields=${TEMPLATE_FIELDS}&limit=${PAGE}${after}` }),
    )
    if (!Array.isArray(answer['data'])) throw unreadable('list-templates')
    found.push(...children(answer, 'data').flatMap((one) => remoteTemplate(one) ?? []))
    const paging = child(answer, 'paging')
    const next = textOf(child(paging, 'cursors'), 'after')
    // `next` exists only when there is another page; the cursor is given even on the last one.
    if (textOf(paging, 'next') === undefined || next === undefined || next === cursor) return found
    cursor = next
  }
  throw new Failure('upstream-rejected', 'the list of templates does not end', { pages: MOST_PAGES })
}

function phoneNumberInfo(answer: Fields): PhoneNumberInfo {
  const id = idOf(answer, 'id')
  if (id === undefined) throw unreadable('phone-number')
  return present({
    id,
    displayPhone: phoneDigits(textOf(answer, 'display_phone_number')),
    verifiedName: textOf(answer, 'verified_name'),
    quality: textOf(answer, 'quality_rating'),
    limit: messagingLimit(answer['whatsapp_business_manager_messaging_limit']),
    throughput: textOf(child(answer, 'throughput'), 'level'),
    status: textOf(answer, 'status'),
  })
}

const unreadable = (call: string): Failure =>
  new Failure('upstream-unavailable', 'an answer of WhatsApp is unreadable', { call })

/** The JSON object of a successful answer. @throws Failure with Meta's code in its details. */
function answered(result: CallResult): Fields {
  if (!result.ok) throw new Failure('upstream-unavailable', 'WhatsApp did not answer', { why: result.error.why })
  const { status, body } = result.answer
  const error = errorOf(body)
  if (status < 300 && isFields(body) && !error) return body
  const code = error && numberOf(error, 'code')
  throw new Failure(failureCode(status, code), `WhatsApp refused the call (${code ?? `HTTP ${status}`})`, {
    ...present({ code, subcode: error && numberOf(error, 'error_subcode') }),
    httpStatus: status,
  })
}

function failureCode(status: number, code: number | undefined): FailureCode {
  const meaning = code === undefined ? undefined : meaningOf(code)
  if (status === 429 || meaning?.throttle) return 'rate-limited'
  return status >= 500 || meaning?.class === 'transient' ? 'upstream-unavailable' : 'upstream-rejected'
}

import { describe, expect, test } from 'vitest'
import { fixtureParts, FIXTURE_NAMES } from './testing/fixtures.ts'

const WAMID = 'wamid.RECADOOUT00001=='
const ANA = { phone: '5511987650001' }
const REMINDER = { id: '6600110022003300', name: 'recado_reminder_48h_v1', language: 'pt_BR' }

const EXPECTED: Readonly<Record<string, readonly object[]>> = {
  'status-sent': [{ kind: 'status', wamid: WAMID, status: 'sent', recipient: ANA, callbackData: '0193f000-0000-7000-8000-000000000001', pricing: { category: 'utility', type: 'regular', model: 'PMP', billable: true }, conversation: { id: 'cv-1', origin: 'utility', expiresAt: 1_795_334_400_000 } }],
  'status-delivered': [{ kind: 'status', status: 'delivered', recipient: { ...ANA, userId: 'BR.40021938475610293847' }, pricing: { type: 'free_entry_point' } }],
  'status-delivered-before-2025': [{ kind: 'status', status: 'delivered', pricing: { model: 'CBP' } }],
  'status-read': [{ kind: 'status', status: 'read', at: 1_795_248_500_000 }],
  'status-played': [{ kind: 'status', status: 'played' }],
  'status-failed': [{ kind: 'status', status: 'failed', errors: [{ code: 131026, details: 'Message undeliverable.' }] }],
  'status-sent-user-id-only': [{ kind: 'status', recipient: { userId: 'ES.9081726354' } }],
  'status-of-direct-send': [{ kind: 'status', templateId: '77001122' }],
  'status-new-word': [{ kind: 'unknown', what: 'status warning' }],
  'status-without-id': [{ kind: 'unreadable', why: 'a status of no message' }],
  'status-of-group': [
    { kind: 'status', recipient: {}, group: { groupId: 'R3J1cG9EYVVuaWRhZGU', participant: { ...ANA, userId: 'BR.1' } } },
    { kind: 'status', recipient: {}, group: { participant: { phone: '34600111222' } } },
  ],
  'batch-mixed': [
    { kind: 'status', status: 'sent', wabaId: '300100200300401', phoneNumberId: '700100200300501', displayPhone: '551130001000' },
    { kind: 'unreadable', why: 'an element of statuses that is no object' },
    { kind: 'status', status: 'read' },
    { kind: 'message', content: { type: 'text', body: '1' } },
    { kind: 'unreadable', why: 'a change that is no object' },
    { kind: 'status', status: 'delivered', wabaId: '300100200300999', phoneNumberId: '700100200300999' },
    { kind: 'unreadable', why: 'an entry without changes', wabaId: '300100200300998' },
  ],
  'value-error': [{ kind: 'error', error: { code: 130429 } }],
  'template-approved': [{ kind: 'template-status', template: REMINDER, event: 'APPROVED', category: 'UTILITY' }],
  'template-rejected': [{ kind: 'template-status', event: 'REJECTED', reason: 'INVALID_FORMAT', explanation: 'Two variables touch.', recommendation: 'Put words between them.' }],
  'template-paused': [{ kind: 'template-status', event: 'PAUSED', title: 'FIRST_PAUSE' }],
  'template-unpaused': [{ kind: 'template-status', event: 'APPROVED', title: 'UNPAUSE' }],
  'template-disabled': [{ kind: 'template-status', event: 'DISABLED', disabledAt: 1_795_251_999_000 }],
  'template-flagged': [{ kind: 'template-status', event: 'FLAGGED' }],
  'template-pending-deletion': [{ kind: 'template-status', event: 'PENDING_DELETION' }],
  'template-archived': [{ kind: 'template-status', event: 'ARCHIVED' }],
  'template-large-id': [{ kind: 'template-status', template: { id: '99007199254740993123' } }],
  'template-quality': [{ kind: 'template-quality', template: REMINDER, previous: 'GREEN', quality: 'RED' }],
  'template-quality-mislabelled': [{ kind: 'template-quality', quality: 'RED' }],
  'template-category-announced': [{ kind: 'template-category', category: 'UTILITY', correct: 'MARKETING', changesAt: 1_795_338_400_000 }],
  'template-category-changed': [{ kind: 'template-category', category: 'MARKETING', previous: 'UTILITY' }],
  'template-components': [{ kind: 'template-components', header: 'Clínica', body: 'Olá {{first_name}}, até amanhã.', footer: 'Recado', buttons: [{ type: 'URL', url: 'https://clinica.example' }, { phone: '+551130001000' }] }],
  'phone-quality': [{ kind: 'phone-quality', event: 'ONBOARDING', limit: 2000, displayPhone: '551130001000' }],
  'phone-quality-old': [{ kind: 'phone-quality', event: 'THROUGHPUT_UPGRADE', limit: 'unlimited' }],
  'phone-name-approved': [{ kind: 'phone-name', decision: 'APPROVED', requestedName: 'Clínica Prado' }],
  'phone-name-rejected': [{ kind: 'phone-name', decision: 'REJECTED', reason: 'NAME_FORMAT_UNACCEPTABLE' }],
  'capability-number': [{ kind: 'capability', limit: 10_000, maxPhoneNumbers: 20 }],
  'capability-tier': [{ kind: 'capability', limit: 100_000, maxPhoneNumbers: 20 }],
  username: [{ kind: 'username', username: 'clinicaprado', status: 'reserved' }],
  security: [{ kind: 'security', event: 'PIN_CHANGED', requester: '6100200' }],
  'account-alert': [{ kind: 'account-alert', type: 'OBA_REJECTED', severity: 'CRITICAL', entityType: 'BUSINESS', entityId: '910' }],
  'account-review': [{ kind: 'account-review', decision: 'APPROVED' }],
  'account-deleted': [{ kind: 'account-update', event: 'ACCOUNT_DELETED', restrictions: [], details: {} }],
  'account-violation': [{ kind: 'account-update', violation: 'SCAM' }],
  'account-disabled': [{ kind: 'account-update', ban: { state: 'SCHEDULE_FOR_DISABLE', date: 'December 3, 2026' } }],
  'account-restricted': [{ kind: 'account-update', violation: 'UTILITY_TEMPLATE_ABUSE', restrictions: [{ type: 'RESTRICTED_UTILITY_TEMPLATES', until: 1_795_852_800_000 }, { type: 'RESTRICTED_ADD_PHONE_NUMBER_ACTION' }] }],
  'account-country': [{ kind: 'account-update', country: 'BR' }],
  'account-partner-removed': [{ kind: 'account-update', subjectWabaId: '300100200300777', disconnection: { reason: 'PRIMARY_INACTIVITY', initiatedBy: 'SYSTEM' } }],
  'account-partner-added': [{ kind: 'account-update', details: { waba_info: { solution_id: '12' } } }],
  'account-certification': [{ kind: 'account-update', details: { partner_client_certification_info: { status: 'APPROVED' } } }],
  'account-price-tier': [{ kind: 'account-update', details: { volume_tier_info: { tier: '0:100000' } } }],
  'account-international-rate': [{ kind: 'account-update', details: { auth_international_rate_eligibility: { start_time: 1_795_248_000 } } }],
  'preference-stop': [{ kind: 'user-preference', person: ANA, category: 'marketing_messages', choice: 'stop', at: 1_795_248_077_000 }],
  'preference-resume': [{ kind: 'user-preference', choice: 'resume' }],
  'preference-signup': [{ kind: 'user-preference', choice: 'signup', signupId: '5500' }],
  'preference-stop-user-id': [{ kind: 'user-preference', choice: 'stop', person: { userId: 'BR.40021938475610293847' } }],
  'user-id-update': [{ kind: 'user-id-update', person: { ...ANA, userId: 'BR.777' }, previousUserId: 'BR.40021938475610293847' }],
  'flow-created': [{ kind: 'flow', event: 'FLOW_STATUS_CHANGE', flowId: '66001', newStatus: 'DRAFT' }],
  'flow-published': [{ kind: 'flow', oldStatus: 'DRAFT', newStatus: 'PUBLISHED' }],
  'flow-client-errors': [{ kind: 'flow', measured: 12.5, threshold: 10, alertState: 'ACTIVATED' }],
  'flow-endpoint-latency': [{ kind: 'flow', measured: 7100 }],
  'flow-endpoint-down': [{ kind: 'flow', measured: 80, alertState: 'DEACTIVATED' }],
  'call-connect': [{ kind: 'call', callId: 'wacid.RC1', event: 'connect', direction: 'USER_INITIATED', from: '5511987650001' }],
  'call-terminate': [{ kind: 'call', event: 'terminate', durationSeconds: 60, callbackData: 'att-1' }, { kind: 'error', error: { code: 138020 } }],
  'call-status': [{ kind: 'call', event: 'RINGING', to: '5511987650001' }],
  'group-created': [{ kind: 'group', event: 'group_create', groupId: 'R3J1cG9EYVVuaWRhZGU', subject: 'Gestantes' }],
  'group-create-failed': [{ kind: 'group', errors: [{ code: 131211 }] }],
  'group-joined': [{ kind: 'group', event: 'group_participants_add' }],
  'group-settings': [{ kind: 'group', subject: 'Novo nome' }],
  'group-suspended': [{ kind: 'group', event: 'group_suspend' }],
  'history-chunk': [{ kind: 'history', phase: 1, chunk: 2, progress: 70, messages: [{ chat: '5511987650001', status: 'READ', message: { content: { type: 'text', body: 'Até amanhã' } } }, { status: 'PLAYED', message: { content: { type: 'unknown', name: 'media_placeholder' } } }] }],
  'history-media': [{ kind: 'history-message', from: ANA, message: { content: { type: 'image', mediaId: '8100200300' } } }],
  'history-declined': [{ kind: 'history', messages: [], errors: [{ code: 2593109 }] }],
  'contact-sync': [{ kind: 'contact-sync', action: 'add', phone: '5511987650001', fullName: 'Ana Prado', at: 1_795_248_000_000 }],
  'echo-text': [{ kind: 'echo', to: ANA, message: { content: { type: 'text', body: 'Pode vir às 10h.' } } }],
  'echo-edit': [{ kind: 'echo', message: { content: { type: 'edit', originalWamid: 'wamid.RECADOECHO1==' } } }],
  'echo-revoke': [{ kind: 'echo', message: { content: { type: 'revoke' } } }],
  'payment-configuration': [{ kind: 'payment-configuration', name: 'pix', status: 'Active' }],
  'partner-solution': [{ kind: 'partner-solution', event: 'SOLUTION_CREATED', solutionId: '88' }],
  'new-field': [{ kind: 'unknown', what: 'the field standby' }],
  'empty-change': [{ kind: 'unknown', what: 'an empty change of messages' }],
  'list-that-is-none': [{ kind: 'unreadable', why: 'statuses is not a list' }],
} // prettier-ignore

describe('everything that is no message of a person', () => {
  test.each(Object.entries(EXPECTED))('%s', (name, expected) => {
    const parts = fixtureParts(name)
    expect(parts).toHaveLength(expected.length)
    expect(parts).toMatchObject(expected)
  })

  test('leaves no fixture without an expectation', () => {
    expect(FIXTURE_NAMES.filter((name) => !name.startsWith('in-') && !EXPECTED[name])).toEqual([])
  })

  test('gives no reason for a template that was not rejected', () => {
    for (const name of ['template-approved', 'template-pending-deletion'])
      expect(fixtureParts(name)[0]).not.toHaveProperty('reason')
  })
})

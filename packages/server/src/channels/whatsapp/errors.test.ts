import { retryDelayMs, type RejectionAction, type RejectionClass } from '@recado/domain/messaging/send-outcome'
import { describe, expect, test } from 'vitest'
import { ERROR_RANGES, ERROR_ROWS } from './error-table.ts'
import { classifyFailedStatus, classifySendFailure, meaningOf } from './errors.ts'

const S = 1_000
const MIN = 60 * S
const H = 60 * MIN
const graphError = (code: number, more: object = {}) => ({
  error: { message: `(#${code}) x`, type: 'OAuthException', code, ...more },
})

type Row = [code: number, http: number, kind: RejectionClass, delays?: readonly number[], action?: RejectionAction]

/** One row for each code of Meta's pages: how a message ends that is refused with it, and when it is tried again. */
const REFUSED: Row[] = [
  [0, 401, 'tenant-stop', [], 'reauthorize'],
  [3, 500, 'tenant-stop', [], 'reauthorize'],
  [10, 403, 'tenant-stop', [], 'reauthorize'],
  [104, 400, 'tenant-stop', [], 'reauthorize'],
  [190, 401, 'tenant-stop', [], 'reauthorize'],
  [200, 403, 'tenant-stop', [], 'reauthorize'],
  [299, 403, 'tenant-stop', [], 'reauthorize'],
  [368, 403, 'tenant-stop', [], 'alarm'],
  [131005, 403, 'tenant-stop', [], 'reauthorize'],
  [131031, 403, 'tenant-stop', [], 'alarm'],
  [131042, 400, 'tenant-stop', [], 'hold-queue'],
  [134011, 400, 'tenant-stop', [], 'alarm'],
  [1, 400, 'transient', [1 * S, 4 * S, 16 * S]],
  [2, 400, 'transient', [5 * S, 20 * S, 80 * S, 5 * MIN, 15 * MIN]],
  [131000, 400, 'transient', [1 * S, 10 * S, 60 * S]],
  [131016, 500, 'transient', [5 * S, 20 * S, 80 * S, 5 * MIN, 15 * MIN]],
  [131056, 400, 'transient', [1 * S, 4 * S, 16 * S, 64 * S, 256 * S]],
  [131057, 500, 'transient', [60 * S, 60 * S, 5 * MIN]],
  [133004, 503, 'transient', [5 * S, 20 * S, 80 * S, 5 * MIN, 15 * MIN]],
  [2494100, 400, 'transient', [3 * MIN, 5 * MIN]],
  [134101, 500, 'transient', [10 * MIN, 10 * MIN]],
  [139103, 500, 'transient', [5 * S, 60 * S]],
  [131048, 400, 'later', [24 * H], 'pause-non-critical'],
  [131049, 400, 'later', [24 * H], 'use-other-channel'],
  [131064, 400, 'later', [24 * H], 'pause-non-critical'],
  [132015, 400, 'later', [3 * H, 6 * H], 'sync-templates'],
  [132069, 400, 'later', [1 * H, 2 * H]],
  [131047, 400, 'fallback-template'],
  [131021, 400, 'recipient-stop'],
  [131026, 400, 'recipient-stop', [], 'flag-unreachable'],
  [131030, 400, 'recipient-stop', [], 'alarm'],
  [131050, 400, 'recipient-stop', [], 'set-marketing-opt-out'],
  [131062, 400, 'recipient-stop', [], 'use-phone-number'],
  [130403, 400, 'recipient-stop'],
  [130472, 400, 'recipient-stop', [], 'use-other-channel'],
  [130497, 403, 'recipient-stop', [], 'block-country'],
  [137000, 400, 'recipient-stop', [], 'reverify-identity'],
  [33, 400, 'sender-stop', [], 'alarm'],
  [131037, 400, 'sender-stop', [], 'alarm'],
  [131045, 500, 'sender-stop', [], 'alarm'],
  [133000, 500, 'sender-stop', [5 * MIN, 15 * MIN], 'alarm'],
  [133006, 400, 'sender-stop', [], 'alarm'],
  [133010, 400, 'sender-stop', [], 'alarm'],
  [133015, 400, 'sender-stop', [5 * MIN], 'alarm'],
  [131063, 400, 'template-stop', [], 'alarm'],
  [132001, 404, 'template-stop', [], 'sync-templates'],
  [132007, 400, 'template-stop', [], 'alarm'],
  [132016, 400, 'template-stop', [], 'sync-templates'],
  [132021, 400, 'template-stop'],
  [132068, 400, 'template-stop', [], 'alarm'],
  [134100, 400, 'template-stop'],
  [134102, 500, 'template-stop'],
  [139200, 400, 'template-stop'],
  [141002, 400, 'template-stop', [], 'sync-templates'],
  [100, 400, 'bug'],
  [131008, 400, 'bug'],
  [131009, 400, 'bug'],
  [131051, 400, 'bug'],
  [131053, 400, 'bug', [30 * S]],
  [131055, 400, 'bug'],
  [132000, 400, 'bug', [], 'sync-templates'],
  [132005, 400, 'bug'],
  [132012, 400, 'bug', [], 'sync-templates'],
  [132018, 400, 'bug', [], 'sync-templates'],
  [135000, 400, 'bug'],
  [131020, 400, 'not-for-sending'],
  [131035, 400, 'not-for-sending', [], 'alarm'],
  [131036, 400, 'not-for-sending'],
  [131041, 400, 'not-for-sending'],
  [131052, 400, 'not-for-sending'],
  [131059, 400, 'not-for-sending'],
  [131060, 400, 'not-for-sending'],
  [131201, 400, 'not-for-sending'],
  [131215, 400, 'not-for-sending'],
  [133005, 400, 'not-for-sending'],
  [133008, 400, 'not-for-sending'],
  [133009, 400, 'not-for-sending'],
  [133016, 400, 'not-for-sending'],
  [138000, 400, 'not-for-sending'],
  [138023, 400, 'not-for-sending'],
  [139100, 400, 'not-for-sending'],
  [139101, 400, 'not-for-sending'],
  [139102, 400, 'not-for-sending'],
  [147001, 400, 'not-for-sending'],
  [147005, 400, 'not-for-sending'],
  [200005, 400, 'not-for-sending'],
  [200007, 400, 'not-for-sending'],
  [1752041, 400, 'not-for-sending'],
  [2388001, 400, 'not-for-sending'],
  [2388012, 400, 'not-for-sending'],
  [2388019, 400, 'not-for-sending'],
  [2388024, 400, 'not-for-sending'],
  [2388039, 400, 'not-for-sending'],
  [2388040, 400, 'not-for-sending'],
  [2388047, 400, 'not-for-sending'],
  [2388072, 400, 'not-for-sending'],
  [2388073, 400, 'not-for-sending'],
  [2388091, 400, 'not-for-sending'],
  [2388093, 400, 'not-for-sending'],
  [2388103, 400, 'not-for-sending'],
  [2388293, 400, 'not-for-sending'],
  [2388299, 400, 'not-for-sending'],
  [2388318, 400, 'not-for-sending'],
  [2388330, 400, 'not-for-sending'],
  [2494164, 400, 'not-for-sending'],
  [2494179, 400, 'not-for-sending'],
  [2593079, 400, 'not-for-sending'],
  [2593085, 400, 'not-for-sending'],
  [2593107, 400, 'not-for-sending'],
  [2593109, 400, 'not-for-sending'],
]

const THROTTLED: [code: number, waitMs: number][] = [
  [4, 5 * MIN],
  [80007, 20 * MIN],
  [130429, 1 * S],
]

describe('a message that Meta refused', () => {
  test.each(REFUSED)('with code %i (HTTP %i) ends as %s', (code, http, kind, delaysMs = [], action) => {
    const outcome = classifySendFailure(http, graphError(code))
    expect(outcome).toMatchObject({ kind: 'rejected', class: kind, code, delaysMs })
    expect(outcome.kind === 'rejected' && outcome.action).toBe(action)
  })

  test.each(REFUSED)(
    'is judged the same when code %i (HTTP %i, %s) comes later, in a status',
    (code, _http, kind, delaysMs = [], action) => {
      const verdict = classifyFailedStatus([{ code, title: 'x' }])
      expect(verdict).toMatchObject({ class: kind, code, delaysMs })
      expect(verdict.action).toBe(action)
    },
  )

  test.each(THROTTLED)('by the limit of code %i was not sent: the try does not count', (code, waitMs) => {
    for (const http of [400, 429, 500])
      expect(classifySendFailure(http, graphError(code))).toEqual({
        kind: 'not-sent',
        why: 'throttled',
        code,
        retryAfterMs: waitMs,
      })
  })

  test('has a row here for every row and range of the table', () => {
    const covered = new Set([...REFUSED.map(([code]) => code), ...THROTTLED.map(([code]) => code)])
    expect(ERROR_ROWS.map((row) => row.code).filter((code) => !covered.has(code))).toEqual([])
    expect(ERROR_RANGES.flatMap(({ from, to }) => [from, to]).filter((code) => !covered.has(code))).toEqual([])
    expect(new Set(ERROR_ROWS.map((row) => row.code)).size).toBe(ERROR_ROWS.length)
  })

  test('never waits less than a try before', () => {
    const shrinking = ERROR_ROWS.filter(({ delays = [] }) => delays.some((delay, n) => delay < (delays[n - 1] ?? 0)))
    expect(shrinking).toEqual([])
  })
})

describe('a code that is in no list', () => {
  test.each([
    [400, graphError(999999), { kind: 'rejected', class: 'bug', code: 999999, delaysMs: [] }],
    [401, graphError(999999), { kind: 'rejected', class: 'tenant-stop', action: 'reauthorize' }],
    [403, {}, { kind: 'rejected', class: 'tenant-stop', code: 0 }],
    [404, '<html>', { kind: 'rejected', class: 'tenant-stop', action: 'alarm', code: 0 }],
    [429, undefined, { kind: 'not-sent', why: 'throttled', retryAfterMs: 1_000 }],
    [408, undefined, { kind: 'unknown', why: 'server-error' }],
    [500, undefined, { kind: 'unknown', why: 'server-error' }],
    [502, '<html>', { kind: 'unknown', why: 'server-error' }],
    [503, graphError(999999), { kind: 'unknown', why: 'server-error', code: 999999 }],
    [200, undefined, { kind: 'unknown', why: 'unreadable-answer' }],
    [200, { messages: [] }, { kind: 'unknown', why: 'unreadable-answer' }],
    [200, graphError(131026), { kind: 'rejected', class: 'recipient-stop' }],
    [302, undefined, { kind: 'unknown', why: 'unreadable-answer' }],
  ])('with HTTP %i', (http, body, expected) => {
    expect(classifySendFailure(http, body)).toMatchObject(expected)
  })

  test.each([1, 2, 131000])('code %i with HTTP 500 says too little: the message may have gone out', (code) => {
    expect(classifySendFailure(500, graphError(code))).toEqual({ kind: 'unknown', why: 'server-error', code })
  })

  test('in a failed status sends nothing again', () => {
    expect(classifyFailedStatus([{ code: 999999 }])).toMatchObject({
      class: 'recipient-stop',
      code: 999999,
      delaysMs: [],
    })
    expect(classifyFailedStatus([])).toMatchObject({ class: 'recipient-stop', code: 0 })
    expect(classifyFailedStatus([{ code: 999999 }, { code: 131050 }])).toMatchObject({ code: 131050 })
  })
})

describe('no answer at all', () => {
  test.each([
    [
      { started: false, why: 'connection-lost' },
      { kind: 'not-sent', why: 'no-connection', retryAfterMs: 5_000 },
    ],
    [
      { started: false, why: 'time-out' },
      { kind: 'not-sent', why: 'no-connection', retryAfterMs: 5_000 },
    ],
    [
      { started: false, why: 'aborted' },
      { kind: 'not-sent', why: 'aborted-before-start', retryAfterMs: 0 },
    ],
    [
      { started: true, why: 'connection-lost' },
      { kind: 'unknown', why: 'connection-lost' },
    ],
    [
      { started: true, why: 'time-out' },
      { kind: 'unknown', why: 'time-out' },
    ],
    [
      { started: true, why: 'aborted' },
      { kind: 'unknown', why: 'aborted' },
    ],
  ] as const)('%o', (transport, expected) => {
    expect(classifySendFailure(undefined, undefined, {}, transport)).toEqual(expected)
  })
})

describe('what Meta asks us to wait', () => {
  const asked = (headers: Record<string, string>, code = 131016) => classifySendFailure(503, graphError(code), headers)

  test('counts when it is longer than our own plan', () => {
    const outcome = asked({ 'retry-after': '40' })
    expect(outcome).toMatchObject({ kind: 'rejected', retryAfterMs: 40_000 })
    expect(outcome.kind === 'rejected' && retryDelayMs(outcome, 1, 0)).toBe(40_000)
    expect(asked({ 'retry-after': '7' }, 130429)).toMatchObject({ kind: 'not-sent', retryAfterMs: 7_000 })
  })

  test('is read in minutes from the usage header', () => {
    const usage = {
      300100: [
        { type: 'messages', call_count: 100, estimated_time_to_regain_access: 3 },
        { estimated_time_to_regain_access: 1 },
      ],
    }
    expect(asked({ 'x-business-use-case-usage': JSON.stringify(usage) }, 80007)).toMatchObject({
      retryAfterMs: 20 * MIN,
    })
    expect(asked({ 'x-business-use-case-usage': JSON.stringify(usage) }, 130429)).toMatchObject({
      retryAfterMs: 3 * MIN,
    })
  })

  test.each(['soon', '', '-5', 'Wed, 21 Oct 2026 07:28:00 GMT', '{"a":'])(
    'is ignored when it is unreadable: %s',
    (value) => {
      const outcome = asked({ 'retry-after': value, 'x-business-use-case-usage': value })
      expect(outcome).not.toHaveProperty('retryAfterMs')
    },
  )

  test('is cut at a day', () => {
    expect(asked({ 'retry-after': '9999999' })).toMatchObject({ retryAfterMs: 24 * H })
  })
})

describe('the explanation that is kept', () => {
  const hintOf = (details: string) => {
    const outcome = classifySendFailure(400, graphError(131009, { error_data: { details } }))
    return outcome.kind === 'rejected' ? outcome.hint : undefined
  }

  test('says what is wrong', () => {
    expect(hintOf('body: number of params (1) does not match (3)')).toBe(
      'body: number of params (1) does not match (3)',
    )
  })

  test.each([
    ['Recipient +55 (11) 98765-0001 is not valid', 'Recipient # is not valid'],
    ['wa_id 5511987650001', 'wa_id #'],
    ['Param "Ana Prado" has a new line', 'Param … has a new line'],
    ["text['body'] of 'Ana Prado'", 'text[…] of …'],
    ['mail ana.prado@example.org refused', 'mail … refused'],
  ])('without what may name a patient: %s', (details, expected) => {
    expect(hintOf(details)).toBe(expected)
  })

  test('is short', () => {
    expect(hintOf('x'.repeat(5_000))).toHaveLength(160)
  })
})

test('the table knows nothing about a code that Meta has not published', () => {
  expect(meaningOf(424242)).toBeUndefined()
})

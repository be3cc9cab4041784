import type { RejectionAction, RejectionClass } from '@recado/domain/messaging/send-outcome'

/**
 * Every error code of the WhatsApp Business Platform that is known to us, and what it means for a message.
 * Sources: support/error-codes (December 2025 and September 2026), calling/troubleshooting, groups/error-codes,
 * block-users, in-app-signup (July 2026). Waits are ours unless the note says "Meta". Codes without an entry are
 * judged by their range, then by the HTTP status (errors.ts).
 */
export type ErrorRow = {
  readonly code: number
  readonly class: RejectionClass
  readonly note: string
  readonly action?: RejectionAction
  /** Waits before the 2nd, 3rd, … try. Absent: the same message is not tried again. */
  readonly delays?: readonly number[]
  /** The limit refused it unread: it counts as not sent, and the sender slows down. */
  readonly throttle?: true
  /** With HTTP 5xx the message may still have gone out: wait for its status. */
  readonly vague?: true
}

const S = 1_000
const MIN = 60 * S
const H = 60 * MIN

const BACKOFF = [5 * S, 20 * S, 80 * S, 5 * MIN, 15 * MIN]
/** Meta's rule for a pair of numbers: 4^X seconds, X = 0, 1, 2, … */
const PAIR = [1 * S, 4 * S, 16 * S, 64 * S, 256 * S]
const DAY_LATER = [24 * H]

const row = (code: number, kind: RejectionClass, note: string, more: Omit<ErrorRow, 'code' | 'class' | 'note'> = {}): ErrorRow => ({ code, class: kind, note, ...more }) // prettier-ignore

const ACCOUNT_AND_ACCESS: readonly ErrorRow[] = [
  row(0, 'tenant-stop', 'The app user cannot be authenticated.', { action: 'reauthorize' }),
  row(3, 'tenant-stop', 'The capability or permission is missing.', { action: 'reauthorize' }),
  row(10, 'tenant-stop', 'The permission was not granted or was removed.', { action: 'reauthorize' }),
  row(104, 'tenant-stop', 'The call needs an access token.', { action: 'reauthorize' }),
  row(190, 'tenant-stop', 'The token is expired or invalid (subcodes 463, 460).', { action: 'reauthorize' }),
  row(368, 'tenant-stop', 'The account is blocked for a policy violation, until its restriction ends.', { action: 'alarm' }), // prettier-ignore
  row(131005, 'tenant-stop', 'Access denied: a permission is missing.', { action: 'reauthorize' }),
  row(131031, 'tenant-stop', 'The account is locked.', { action: 'alarm' }),
  row(131042, 'tenant-stop', 'Payment problem: every paid message stops.', { action: 'hold-queue' }),
  row(134011, 'tenant-stop', 'The payments terms are not accepted.', { action: 'alarm' }),
]

const SERVER_AND_LIMITS: readonly ErrorRow[] = [
  row(1, 'transient', 'Unknown request or server error.', { delays: [1 * S, 4 * S, 16 * S], vague: true }),
  row(2, 'transient', 'Temporary, overload or downtime.', { delays: BACKOFF, vague: true }),
  row(4, 'transient', 'The call limit of the app is reached.', { delays: [5 * MIN, 20 * MIN, 60 * MIN], throttle: true, action: 'slow-down' }), // prettier-ignore
  row(80007, 'transient', 'The hourly limit of the account is reached.', { delays: [20 * MIN, 60 * MIN], throttle: true, action: 'slow-down' }), // prettier-ignore
  row(130429, 'transient', 'Throughput of the number.', { delays: [1 * S, 2 * S, 5 * S], throttle: true, action: 'slow-down' }), // prettier-ignore
  row(131000, 'transient', 'Something went wrong; after three tries, ask Meta.', { delays: [1 * S, 10 * S, 60 * S], vague: true }), // prettier-ignore
  row(131016, 'transient', 'A service is unavailable.', { delays: BACKOFF }),
  row(131056, 'transient', 'Too many messages to this person: 4^X seconds (Meta).', { delays: PAIR }),
  row(131057, 'transient', 'The number is in maintenance, about a minute.', { delays: [60 * S, 60 * S, 5 * MIN] }),
  row(133004, 'transient', 'The server is busy.', { delays: BACKOFF }),
  row(2494100, 'transient', 'The number is in maintenance.', { delays: [3 * MIN, 5 * MIN] }),
  row(131048, 'later', 'The number is restricted because people blocked or reported it.', { delays: DAY_LATER, action: 'pause-non-critical' }), // prettier-ignore
  row(131064, 'later', 'Utility volume is capped after wrong categories; ends with the restriction.', { delays: DAY_LATER, action: 'pause-non-critical' }), // prettier-ignore
]

const RECIPIENT: readonly ErrorRow[] = [
  row(131049, 'later', 'Held back by Meta (marketing limit of the person): 24 h at least (Meta).', { delays: DAY_LATER, action: 'use-other-channel' }), // prettier-ignore
  row(131026, 'recipient-stop', 'Undeliverable: no WhatsApp, old client, terms not accepted, or blocked.', { action: 'flag-unreachable' }), // prettier-ignore
  row(131050, 'recipient-stop', 'The person stopped marketing messages: never again.', { action: 'set-marketing-opt-out' }), // prettier-ignore
  row(130403, 'recipient-stop', 'We blocked this person ourselves.'),
  row(130472, 'recipient-stop', 'The person is in a marketing experiment of Meta.', { action: 'use-other-channel' }),
  row(130497, 'recipient-stop', 'The business may not write to this country.', { action: 'block-country' }),
  row(131021, 'recipient-stop', 'The recipient is the sender.'),
  row(131030, 'recipient-stop', 'A test number may only write to its list of five.', { action: 'alarm' }),
  row(137000, 'recipient-stop', 'The identity key changed: another person may have the number.', { action: 'reverify-identity' }), // prettier-ignore
  row(131062, 'recipient-stop', 'This message may not go to a business-scoped user id.', {
    action: 'use-phone-number',
  }),
  row(131047, 'fallback-template', 'More than 24 h since the last message of the person.'),
]

const SENDER: readonly ErrorRow[] = [
  row(33, 'sender-stop', 'The business number was deleted.', { action: 'alarm' }),
  row(131037, 'sender-stop', 'The display name needs approval.', { action: 'alarm' }),
  row(131045, 'sender-stop', 'The number is not registered properly.', { action: 'alarm' }),
  row(133000, 'sender-stop', 'An earlier deregistration is incomplete.', { action: 'alarm', delays: [5 * MIN, 15 * MIN] }), // prettier-ignore
  row(133006, 'sender-stop', 'The number must be verified.', { action: 'alarm' }),
  row(133010, 'sender-stop', 'The number is not registered.', { action: 'alarm' }),
  row(133015, 'sender-stop', 'The number was just deleted: 5 minutes (Meta).', { action: 'alarm', delays: [5 * MIN] }),
]

const TEMPLATES: readonly ErrorRow[] = [
  row(132001, 'template-stop', 'No approved template of this name in this language.', { action: 'sync-templates' }),
  row(132007, 'template-stop', 'The template violates a policy.', { action: 'alarm' }),
  row(132015, 'later', 'The template is paused, or pacing dropped the message: 3 h, then 6 h.', { delays: [3 * H, 6 * H], action: 'sync-templates' }), // prettier-ignore
  row(132016, 'template-stop', 'The template is disabled for good.', { action: 'sync-templates' }),
  row(132021, 'template-stop', 'Direct Send: the name belongs to another template.'),
  row(131063, 'template-stop', 'Marketing templates are switched off on this API.', { action: 'alarm' }),
  row(134100, 'template-stop', 'This API sends marketing templates only.'),
  row(134101, 'transient', 'The template is still being synchronised: 10 minutes (Meta).', { delays: [10 * MIN, 10 * MIN] }), // prettier-ignore
  row(134102, 'template-stop', 'The template cannot be used on this API.'),
  row(139200, 'template-stop', 'Direct Send is blocked: use an approved template.'),
  row(141002, 'template-stop', 'The template is not approved (health status).', { action: 'sync-templates' }),
]

const OUR_BUGS: readonly ErrorRow[] = [
  row(100, 'bug', 'Invalid parameter; subcode 33: unknown object, 2388024: template exists.'),
  row(131008, 'bug', 'A required parameter is missing.'),
  row(131009, 'bug', 'A parameter has a bad value.'),
  row(131051, 'bug', 'This message type is not supported.'),
  row(131053, 'bug', 'The media could not be loaded: type, size or link.', { delays: [30 * S] }),
  row(132000, 'bug', 'The number of template parameters does not match.', { action: 'sync-templates' }),
  row(132005, 'bug', 'The text is too long after filling in the parameters.'),
  row(132012, 'bug', 'A template parameter has the wrong format.', { action: 'sync-templates' }),
  row(132018, 'bug', 'The template did not pass validation at sending.', { action: 'sync-templates' }),
  row(135000, 'bug', 'Generic parameter error.'),
  row(131055, 'bug', 'This API accepts marketing templates only.'),
]

/** Codes of other calls: onboarding, media that people send, forms, groups, calls, block lists, template editing. */
const OTHER_CALLS: readonly ErrorRow[] = [
  row(131020, 'not-for-sending', 'Groups: the group is not valid.'),
  row(131035, 'not-for-sending', 'No storage: a webhook was dropped after its hour.', { action: 'alarm' }),
  row(131036, 'not-for-sending', 'No storage: one device asked again after the message was gone.'),
  row(131041, 'not-for-sending', 'Groups: the group is unknown.'),
  row(131052, 'not-for-sending', "The person's file could not be loaded: ask for it again."),
  row(131059, 'not-for-sending', 'The page cursor is invalid: begin at the first page.'),
  row(131060, 'not-for-sending', 'An inbound message is not available.'),
  row(132068, 'template-stop', 'The form of this message is blocked.', { action: 'alarm' }),
  row(132069, 'later', 'The form is throttled to 10 messages an hour.', { delays: [1 * H, 2 * H] }),
  row(133005, 'not-for-sending', 'The PIN is wrong.'),
  row(133008, 'not-for-sending', 'Too many PIN guesses; the wait is in the details.'),
  row(133009, 'not-for-sending', 'PIN guesses too fast; the wait is in the details.'),
  row(133016, 'not-for-sending', 'More than 10 registrations in 72 h.'),
  row(139100, 'not-for-sending', 'Block list: some were not blocked.'),
  row(139101, 'not-for-sending', 'Block list: 64,000 entries is the end.'),
  row(139102, 'not-for-sending', 'Block list: changed by someone else at the same time.'),
  row(139103, 'transient', 'Block list: internal error.', { delays: [5 * S, 60 * S] }),
  row(1752041, 'not-for-sending', 'Marketing API: onboarded already.'),
  row(2388019, 'not-for-sending', 'Templates: the account has as many as it may.'),
  row(2388024, 'not-for-sending', 'Templates: name and language exist already.'),
  row(2388039, 'not-for-sending', 'Templates: no change while in review.'),
  row(2388040, 'not-for-sending', 'Templates: a field is too long.'),
  row(2388047, 'not-for-sending', 'Templates: the header is malformed.'),
  row(2388072, 'not-for-sending', 'Templates: the body is malformed.'),
  row(2388073, 'not-for-sending', 'Templates: the footer is malformed.'),
  row(2388293, 'not-for-sending', 'Templates: too many variables for the length.'),
  row(2388299, 'not-for-sending', 'Templates: begins or ends with a variable.'),
  row(2388318, 'not-for-sending', 'Templates: made by Direct Send, cannot be edited.'),
  row(2388330, 'not-for-sending', 'Templates: made by Direct Send, cannot be deleted.'),
]

export const ERROR_ROWS: readonly ErrorRow[] = [
  ...ACCOUNT_AND_ACCESS, ...SERVER_AND_LIMITS, ...RECIPIENT, ...SENDER, ...TEMPLATES, ...OUR_BUGS, ...OTHER_CALLS,
] // prettier-ignore

/** Families of codes that share one meaning for a message. Both ends belong to the range. */
export type ErrorRange = { readonly from: number; readonly to: number } & Omit<ErrorRow, 'code'>

export const ERROR_RANGES: readonly ErrorRange[] = [
  { from: 200, to: 299, class: 'tenant-stop', note: 'A permission is missing.', action: 'reauthorize' },
  { from: 131201, to: 131215, class: 'not-for-sending', note: 'Groups.' },
  { from: 138000, to: 138023, class: 'not-for-sending', note: 'Calls.' },
  { from: 147001, to: 147005, class: 'not-for-sending', note: 'Usernames of businesses.' },
  { from: 200005, to: 200007, class: 'not-for-sending', note: 'Template insights.' },
  { from: 2388001, to: 2388012, class: 'not-for-sending', note: 'Migration of a number.' },
  { from: 2388091, to: 2388103, class: 'not-for-sending', note: 'Migration of a number.' },
  { from: 2494164, to: 2494179, class: 'not-for-sending', note: 'In-App Signup.' },
  { from: 2593079, to: 2593109, class: 'not-for-sending', note: 'Onboarding for others, coexistence.' },
]

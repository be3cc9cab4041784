/** One Graph API error: what the caller gets as HTTP status and as `{ error }` body. */
export class GraphError extends Error {
  readonly code: number
  readonly http: number
  readonly details: string | undefined
  readonly more: GraphErrorMore

  constructor(code: number, details?: string, more: GraphErrorMore = {}) {
    const known = GRAPH_ERRORS[code]
    const title = more.message ?? known?.title ?? 'An unknown error occurred'
    super(title)
    this.code = code
    this.http = more.http ?? known?.http ?? 400
    this.details = details ?? known?.details
    this.more = more
  }
}

export type GraphErrorMore = {
  http?: number
  message?: string
  type?: string
  subcode?: number
  userTitle?: string
  userMessage?: string
  retryAfterSeconds?: number
}

type Known = { http: number; title: string; details?: string }

/** Titles and statuses: [M error-codes, copies of 2025 and September 2026]. */
export const GRAPH_ERRORS: Readonly<Record<number, Known>> = {
  0: { http: 401, title: 'AuthException' },
  2: { http: 503, title: 'Service temporarily unavailable' },
  4: { http: 400, title: 'Application request limit reached' },
  10: { http: 403, title: 'Application does not have permission for this action' },
  33: { http: 400, title: 'Parameter value is not valid', details: 'The business phone number has been deleted.' },
  100: { http: 400, title: 'Invalid parameter' },
  190: { http: 401, title: 'Invalid OAuth access token - Cannot parse access token' },
  368: {
    http: 403,
    title: 'Temporarily blocked for policies violations',
    details:
      'The WhatsApp Business Account associated with the app has been restricted or disabled for violating a platform policy.',
  },
  80007: {
    http: 400,
    title: 'Rate limit issues',
    details: 'The WhatsApp Business Account has reached its rate limit.',
  },
  130403: { http: 400, title: 'Recipient is blocked by the business', details: 'Unblock the user before you send.' },
  130429: { http: 400, title: 'Rate limit hit', details: 'Cloud API message throughput has been reached.' },
  130472: { http: 400, title: "User's number is part of an experiment" },
  130497: {
    http: 403,
    title: 'Business account is restricted from messaging users in this country.',
  },
  131000: { http: 500, title: 'Something went wrong', details: 'Message failed to send due to an unknown error.' },
  131005: { http: 403, title: 'Access denied' },
  131008: { http: 400, title: 'Required parameter is missing' },
  131009: { http: 400, title: 'Parameter value is not valid' },
  131016: { http: 500, title: 'Service unavailable', details: 'A service is temporarily unavailable.' },
  131021: { http: 400, title: 'Recipient cannot be sender', details: 'Sender and recipient phone number is the same.' },
  131026: { http: 400, title: 'Message undeliverable', details: 'Message Undeliverable.' },
  131030: {
    http: 400,
    title: 'Recipient phone number not in allowed list',
    details: 'Recipient phone number not in allowed list: Add recipient phone number to recipient list and try again.',
  },
  131031: { http: 403, title: 'Business Account locked', details: 'The account has been locked.' },
  131037: { http: 400, title: 'WhatsApp provided number needs display name approval before message can be sent.' },
  131042: {
    http: 400,
    title: 'Business eligibility payment issue',
    details: 'Message failed to send because there were one or more errors related to your payment method.',
  },
  131045: { http: 500, title: 'Incorrect certificate' },
  131047: {
    http: 400,
    title: 'Re-engagement message',
    details:
      'Message failed to send because more than 24 hours have passed since the customer last replied to this number.',
  },
  131048: {
    http: 400,
    title: 'Spam rate limit hit',
    details:
      'Message failed to send because there are restrictions on how many messages can be sent from this phone number. This may be because too many previous messages were blocked or flagged as spam.',
  },
  131049: {
    http: 400,
    title: 'This message was not delivered to maintain healthy ecosystem engagement.',
    details: 'In order to maintain a healthy ecosystem engagement, the message failed to be delivered.',
  },
  131050: {
    http: 400,
    title: 'User has stopped receipt of marketing messages',
    details:
      'Unable to deliver the message. This recipient has chosen to stop receiving marketing messages on WhatsApp from your business.',
  },
  131051: { http: 400, title: 'Unsupported message type', details: 'Message type is not currently supported.' },
  131052: { http: 400, title: 'Media download error' },
  131053: { http: 400, title: 'Media upload error' },
  131056: {
    http: 400,
    title: '(Business Account, Consumer Account) pair rate limit hit',
    details:
      'Too many messages sent from the sender phone number to the same recipient phone number in a short period of time.',
  },
  131057: { http: 500, title: 'Account in maintenance mode' },
  131059: { http: 400, title: 'Invalid cursor' },
  131062: {
    http: 400,
    title: 'Business-scoped User ID recipients are not supported for this message.',
    details: 'Business-scoped User ID recipients are not supported for this message.',
  },
  131064: {
    http: 400,
    title: 'Rate limit hit',
    details: 'Messaging limit reached because of template classification violations.',
  },
  132000: { http: 400, title: 'Number of parameters does not match the expected number of params' },
  132001: { http: 404, title: 'Template name does not exist in the translation' },
  132005: { http: 400, title: 'Translated text too long' },
  132007: { http: 400, title: 'Template content policy violation' },
  132012: { http: 400, title: 'Parameter format does not match format in the created template' },
  132018: { http: 400, title: 'There is an issue with the parameters in your template' },
  132015: {
    http: 400,
    title: 'Template is Paused',
    details: 'Template is paused due to low quality so it cannot be sent in a template message.',
  },
  132016: {
    http: 400,
    title: 'Template is Disabled',
    details: 'Template has been paused too many times due to low quality and is now permanently disabled.',
  },
  133010: { http: 400, title: 'Phone number Not Registered', details: 'Account does not exist in Cloud API.' },
  135000: { http: 400, title: 'Generic user error' },
  137000: {
    http: 400,
    title: 'Recipient identity key hash mismatch',
    details: 'The recipient identity key hash provided in the request does not match the current one.',
  },
}

/** The body Meta answers with [M error-codes]; management errors carry a title and text for people. */
export function errorBody(error: GraphError, trace: string): string {
  const { code, more, details } = error
  const bare = more.message !== undefined
  return JSON.stringify({
    error: {
      message: bare ? error.message : `(#${code}) ${error.message}`,
      type: more.type ?? 'OAuthException',
      code,
      ...(details === undefined ? {} : { error_data: { messaging_product: 'whatsapp', details } }),
      ...(more.subcode === undefined ? {} : { error_subcode: more.subcode }),
      ...(more.userTitle === undefined
        ? {}
        : { is_transient: false, error_user_title: more.userTitle, error_user_msg: more.userMessage ?? '' }),
      fbtrace_id: trace,
    },
  })
}

export function unknownObject(id: string, verb: 'get' | 'post' | 'delete'): GraphError {
  return new GraphError(100, undefined, {
    message: `Unsupported ${verb} request. Object with ID '${id}' does not exist, cannot be loaded due to missing permissions, or does not support this operation.`,
    type: 'GraphMethodException',
    subcode: 33,
  })
}

const text = { type: 'string' } as const
const answer = (description: string, type = 'application/json') => ({ description, content: { [type]: {} } })
const open = { security: [] } as const

const channel = {
  name: 'channel',
  in: 'path',
  required: true,
  schema: text,
  description: '`whatsapp`, or the id of a channel',
}
const hub = ['mode', 'verify_token', 'challenge'].map((part) => ({
  name: `hub.${part}`,
  in: 'query',
  required: true,
  schema: text,
}))

/** What the web answers beside the route table, for the public document: machines look here, and Meta. */
export const PLAIN_PATHS = {
  '/healthz': { get: { ...open, operationId: 'getHealth', summary: 'Alive', responses: { 200: answer('Alive') } } },
  '/readyz': {
    get: { ...open, operationId: 'getReadiness', summary: 'Can serve', responses: { 200: answer('Ready'), 503: answer('Not ready, with the reason') } }, // prettier-ignore
  },
  '/metrics': {
    get: { ...open, operationId: 'getMetrics', summary: 'Figures for Prometheus, without patient data', responses: { 200: answer('Figures', 'text/plain') } }, // prettier-ignore
  },
  '/api/v1/openapi.json': {
    get: { ...open, operationId: 'getOpenApi', summary: 'This document', responses: { 200: answer('OpenAPI 3.1') } },
  },
  '/webhooks/{channel}': {
    get: {
      ...open, operationId: 'verifyWebhook', summary: 'Handshake of the channel', parameters: [channel, ...hub],
      responses: { 200: answer('The challenge', 'text/plain'), 403: { description: 'Wrong verify token' } },
    },
    post: {
      ...open, operationId: 'receiveWebhook', summary: 'Deliveries of the channel, up to 3 MB',
      parameters: [channel, { name: 'X-Hub-Signature-256', in: 'header', required: true, schema: text }],
      requestBody: { required: true, content: { 'application/json': {} } },
      responses: {
        200: { description: 'Stored' }, 401: { description: 'Signature missing or wrong' }, 413: { description: 'Larger than 3 MB' },
        503: { description: 'Could not be stored: send it again' },
      },
    },
  },
} as const // prettier-ignore

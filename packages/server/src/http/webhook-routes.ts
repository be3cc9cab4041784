import type { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Failure } from '@recado/domain/shared/failure'
import { answerHandshake, verifySignature } from '../channels/whatsapp/signature.ts'
import type { Channel, InboundStore } from '../modules/messaging/index.ts'

export type WebhookChannel = Channel & { readonly appSecrets: readonly string[]; readonly verifyToken: string }

export type WebhookOptions = {
  readonly store: InboundStore
  /** By the last part of the address: `whatsapp` is the first account's. */
  readonly channelOf: (name: string) => WebhookChannel | undefined
}

/** Meta's largest delivery (reference 2.2). */
const BODY_LIMIT = 3 * 1024 * 1024
/** Read to its end and thrown away, so that the answer arrives: who is cut off while sending never sees it. */
const DRAIN_LIMIT = 32 * 1024 * 1024

function readBytes(payload: Readable, done: (error: Error | null, body?: Buffer) => void): void {
  const chunks: Buffer[] = []
  let size = 0
  const refuse = () => done(new Failure('too-large', 'A delivery has 3 MB at most.'))
  payload.on('data', (chunk: Buffer) => {
    size += chunk.length
    if (size <= BODY_LIMIT) chunks.push(chunk)
    else chunks.length = 0
    if (size <= DRAIN_LIMIT) return
    payload.removeAllListeners('data').removeAllListeners('end')
    refuse()
  })
  payload.on('end', () => (size > BODY_LIMIT ? refuse() : done(null, Buffer.concat(chunks))))
  payload.on('error', done)
}

type Named = { Params: { channel: string } }

/**
 * Meta's handshake and deliveries. 200 only when the bytes are durable; 401 for a wrong signature without a hint why;
 * 503 when they cannot be stored: Meta comes again (invariant 4). The signature covers the raw bytes, so nothing parses
 * them before.
 */
export const webhookRoutes =
  ({ store, channelOf }: WebhookOptions) =>
  async (app: FastifyInstance): Promise<void> => {
    app.removeAllContentTypeParsers()
    app.addContentTypeParser('*', (_request, payload, done) => readBytes(payload, done))

    app.get<Named>('/webhooks/:channel', async (request, reply) => {
      const channel = channelOf(request.params.channel)
      const challenge = channel && answerHandshake(request.query as Record<string, unknown>, channel.verifyToken)
      return challenge === undefined ? reply.status(403).send() : reply.type('text/plain').send(challenge)
    })

    app.post<Named>('/webhooks/:channel', async (request: FastifyRequest<Named>, reply: FastifyReply) => {
      const channel = channelOf(request.params.channel)
      const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
      const signature = request.headers['x-hub-signature-256']
      const genuine =
        channel && verifySignature(body, typeof signature === 'string' ? signature : undefined, channel.appSecrets)
      if (!channel || !genuine) return reply.status(401).send()
      await store.append(channel, body)
      return reply.status(200).send()
    })
  }

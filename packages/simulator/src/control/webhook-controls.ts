import { textAt } from '../json.ts'
import { escapedJson } from '../webhooks/escape.ts'
import { ControlError } from './refusal.ts'
import type { ControlRoute } from './call.ts'

/** What comes to the client by other ways than from phones. */
export const webhookControls: readonly ControlRoute[] = [
  { method: 'GET', path: 'webhooks', run: ({ world }) => ({ targets: world.outbox.report() }) },
  {
    // Any payload, once, whatever the client answers: `{ payload, signature?: right | wrong | missing }`.
    method: 'POST',
    path: 'webhooks',
    run: async ({ world, readJson }) => {
      const body = await readJson()
      if (body['payload'] === undefined) throw new ControlError(400, '"payload" is missing.')
      const kind = SIGNATURES.find((one) => one === (textAt(body, 'signature') ?? 'right'))
      if (!kind) throw new ControlError(400, `"signature" must be one of ${SIGNATURES.join(', ')}.`)
      return world.outbox.sendOnce(Buffer.from(escapedJson(body['payload']), 'latin1'), kind)
    },
  },
  {
    // Meta repeats itself now and then: the same bytes again, last ones first.
    method: 'POST',
    path: 'webhooks/again',
    run: async ({ world, readJson }) => {
      const { last } = await readJson()
      return { again: world.outbox.repeat(typeof last === 'number' ? last : 1) }
    },
  },
]

const SIGNATURES = ['right', 'wrong', 'missing'] as const

import type { Bench } from '../figure.ts'
import { openClinic } from '../program/clinic.ts'
import { answersIdle, answersUnderLoad } from './answers.ts'
import { sendReminders } from './send.ts'
import { takeWebhooks } from './webhooks.ts'

/** Reminders of a large morning, the taps that answer them, and the deliveries that repeat: one clinic, in this order. */
export const messagesBench: Bench = {
  names: ['send.rate', 'answer.p50', 'answer.p99', 'answer.rate', 'webhooks.rate', 'webhooks.p50', 'webhooks.p99'],
  async *run(settings) {
    const clinic = await openClinic()
    const any = (prefix: string) => messagesBench.names.some((name) => name.startsWith(prefix) && settings.wanted(name))
    try {
      yield* await sendReminders(clinic, settings, any('send'))
      if (any('answer')) {
        yield* await answersIdle(clinic)
        yield* await answersUnderLoad(clinic, settings.scale)
      }
      if (any('webhooks')) yield* await takeWebhooks(clinic)
    } finally {
      await clinic.stop()
    }
  },
}

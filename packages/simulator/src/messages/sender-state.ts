import { GraphError } from '../graph/errors.ts'
import type { Sender, SenderState } from '../senders.ts'

/** What each state of a number answers to every send. */
const REFUSALS: Readonly<Record<Exclude<SenderState, 'ok'>, () => GraphError>> = {
  unregistered: () => new GraphError(133010),
  blocked: () => new GraphError(368),
  locked: () => new GraphError(131031),
  maintenance: () => new GraphError(131057),
  deleted: () => new GraphError(33),
  'token-expired': () =>
    new GraphError(190, undefined, { message: 'Error validating access token: Session has expired.', subcode: 463 }),
}

export function checkSender(sender: Sender): void {
  if (sender.state !== 'ok') throw REFUSALS[sender.state]()
}

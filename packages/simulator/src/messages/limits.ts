import { GraphError } from '../graph/errors.ts'
import { PAIR_BURST, type Contact, type MessageCategory } from '../phones/phone.ts'
import type { Sender, Waba } from '../senders.ts'

/** One message per 6 s to one user [M about-the-platform]. */
const PAIR_REFILL_MS = 6000

/** Takes one message off the number's throughput; measured in machine time, because wires do not know our clock. */
export function takeThroughput(sender: Sender, machineMs: number): void {
  if (sender.throughput === Infinity) return
  const gained = ((machineMs - sender.throughputAtMs) / 1000) * sender.throughput
  sender.throughputTokens = Math.min(sender.throughput, sender.throughputTokens + Math.max(0, gained))
  sender.throughputAtMs = machineMs
  if (sender.throughputTokens < 1) throw new GraphError(130429, undefined, { subcode: 2494055 })
  sender.throughputTokens -= 1
}

/** Takes one message off the pair of number and user, by the simulator's clock. */
export function takePair(sender: Sender, contact: Contact, nowMs: number): void {
  if (!sender.pairLimit) return
  const gained = Math.max(0, nowMs - contact.pairAtMs) / PAIR_REFILL_MS
  contact.pairTokens = Math.min(PAIR_BURST, contact.pairTokens + gained)
  contact.pairAtMs = nowMs
  if (contact.pairTokens < 1) throw new GraphError(131056)
  contact.pairTokens -= 1
}

/** The second rung of the ladder for misclassified templates [M templates/template-categorization, September 2026]. */
export function takeUtility(waba: Waba | undefined, category: MessageCategory, nowMs: number): void {
  if (!waba || waba.utilityCapADay === Infinity || category !== 'utility') return
  waba.utilityAtMs = waba.utilityAtMs.filter((atMs) => atMs > nowMs - 86_400_000)
  if (waba.utilityAtMs.length >= waba.utilityCapADay) throw new GraphError(131064)
  waba.utilityAtMs.push(nowMs)
}

import type { Random } from './random.ts'
import { digitsOf } from './phones/phone.ts'

/** Played on the answer to a send. `500-accepted`, `hang` and `reset` may hide an accepted message. */
export const REQUEST_EFFECTS = ['429', '500', '500-accepted', 'hang', 'reset'] as const
/** Played on what is told to the client. */
export const WEBHOOK_EFFECTS = ['status-lost', 'status-late', 'duplicate', 'shuffle'] as const

export type RequestEffect = (typeof REQUEST_EFFECTS)[number]
export type WebhookEffect = (typeof WEBHOOK_EFFECTS)[number]

export type FaultRule<Effect = RequestEffect | WebhookEffect> = {
  /** `kind`: a message type (`template`, `text`, `button`, …) or a status (`sent`, `delivered`, `read`, `failed`). */
  match: { to?: string; kind?: string }
  effect: Effect
  /** How often, 0 to 1. Default 1. */
  share: number
  /** How many times at most. Default without end. */
  count: number
  /** Of `status-late`, in ms of the simulator's clock. Default 90,000. */
  delayMs?: number
  /** Of `hang` and `reset`: whether the message was accepted. Default: by chance. */
  accepted?: boolean
}

export class Faults {
  #rules: FaultRule[] = []

  set(rules: FaultRule[]): void {
    this.#rules = rules
  }

  get rules(): readonly FaultRule[] {
    return this.#rules
  }

  forRequest(to: string, kind: string, random: Random): FaultRule<RequestEffect> | undefined {
    if (this.#rules.length === 0) return undefined
    const digits = digitsOf(to)
    return this.#first(isRequestRule, (match) => matches(match, digits, [kind]), random)
  }

  forWebhook(
    about: { to: string; kind: string; status?: string },
    random: Random,
  ): FaultRule<WebhookEffect> | undefined {
    if (this.#rules.length === 0) return undefined
    const names = [about.kind, about.status ?? 'message']
    const applies = (rule: FaultRule): rule is FaultRule<WebhookEffect> =>
      isWebhookRule(rule) && (about.status !== undefined || !rule.effect.startsWith('status'))
    return this.#first(applies, (match) => matches(match, about.to, names), random)
  }

  #first<Rule extends FaultRule>(
    isOfSort: (rule: FaultRule) => rule is Rule,
    fits: (match: FaultRule['match']) => boolean,
    random: Random,
  ): Rule | undefined {
    for (const rule of this.#rules) {
      if (!isOfSort(rule) || rule.count <= 0 || !fits(rule.match)) continue
      if (rule.share < 1 && random() >= rule.share) continue
      rule.count -= 1
      return rule
    }
    return undefined
  }
}

function matches(match: FaultRule['match'], digits: string, kinds: string[]): boolean {
  if (match.to !== undefined && digitsOf(match.to) !== digits) return false
  return match.kind === undefined || kinds.includes(match.kind)
}

function isRequestRule(rule: FaultRule): rule is FaultRule<RequestEffect> {
  return REQUEST_EFFECTS.some((effect) => effect === rule.effect)
}

function isWebhookRule(rule: FaultRule): rule is FaultRule<WebhookEffect> {
  return WEBHOOK_EFFECTS.some((effect) => effect === rule.effect)
}

import { REQUEST_EFFECTS, WEBHOOK_EFFECTS, type FaultRule } from '../faults.ts'
import { isObject, listAt, numberAt, objectAt, textAt, type Json } from '../json.ts'
import { resetWorld } from '../reset.ts'
import { ControlError } from './refusal.ts'
import type { ControlRoute } from './call.ts'

export const faultRoutes: readonly ControlRoute[] = [
  { method: 'GET', path: 'faults', run: ({ world }) => ({ rules: world.faults.rules }) },
  {
    method: 'POST',
    path: 'faults',
    run: async ({ world, readJson }) => {
      const rules = listAt(await readJson(), 'rules')
      if (!rules) throw new ControlError(400, '"rules" must be a list; an empty one ends all faults.')
      world.faults.set(rules.map(ruleFrom))
      return { rules: world.faults.rules }
    },
  },
  {
    method: 'GET',
    path: 'truth',
    run: ({ world, exchange }) => world.truth.after(Number(exchange.query.get('after') ?? 0) || 0),
  },
  {
    method: 'POST',
    path: 'reset',
    run: async ({ world, readJson }) => {
      const body = await readJson()
      resetWorld(world, textAt(body, 'seed') ?? world.seed, body['everything'] === true)
      world.feed.clockMoved()
      return { seed: world.seed }
    },
  },
  { method: 'GET', path: 'bill', run: ({ world }) => ({ lines: world.bill.lines() }) },
]

const EFFECTS = [...REQUEST_EFFECTS, ...WEBHOOK_EFFECTS]

function ruleFrom(value: unknown): FaultRule {
  if (!isObject(value)) throw new ControlError(400, 'A rule is an object { match, effect, share?, count? }.')
  const effect = EFFECTS.find((one) => one === textAt(value, 'effect'))
  if (!effect) throw new ControlError(400, `"effect" must be one of ${EFFECTS.join(', ')}.`)
  const share = numberAt(value, 'share') ?? 1
  if (share < 0 || share > 1) throw new ControlError(400, '"share" is a number from 0 to 1.')
  const delayMs = numberAt(value, 'delayMs')
  const { accepted } = value
  return {
    match: matchFrom(objectAt(value, 'match') ?? {}),
    effect,
    share,
    count: numberAt(value, 'count') ?? Infinity,
    ...(delayMs === undefined ? {} : { delayMs }),
    ...(typeof accepted === 'boolean' ? { accepted } : {}),
  }
}

function matchFrom(match: Json): FaultRule['match'] {
  const to = textAt(match, 'to')
  const kind = textAt(match, 'kind')
  return { ...(to === undefined ? {} : { to }), ...(kind === undefined ? {} : { kind }) }
}

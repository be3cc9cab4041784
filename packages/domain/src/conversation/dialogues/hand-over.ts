import type { VisitRef } from '../action.ts'
import { answer, type Scene, type Turn } from '../answer.ts'
import type { Effect, EscalationReason } from '../effect.ts'
import { refOf } from '../sight.ts'

/**
 * Whatever is not understood reaches a person (invariant 9). The patient is told so once per hand-over; while a person is
 * answering, the bot says nothing. The open question stays: the next tap may still answer it.
 */
export function handOver(scene: Scene, reason: EscalationReason): Turn {
  const { state, facts } = scene
  switch (facts.owner) {
    case 'person':
      return { state, effects: [{ do: 'mark-unread' }] }
    case 'queue':
      return state.handedOverAt === undefined
        ? told(scene, reason, [{ do: 'mark-unread' }])
        : { state, effects: [{ do: 'mark-unread' }] }
    case 'bot':
      return told(scene, reason, [{ do: 'escalate', queue: 'unanswered', reason, priority: 'normal' }])
  }
}

/** Nobody wrote to us, so nobody is answered: a person looks at it. */
export function passOn({ state, facts }: Scene, what: 'changed-person' | 'group'): Turn {
  if (facts.owner !== 'bot') return { state, effects: [{ do: 'mark-unread' }] }
  const to =
    what === 'group'
      ? ({ queue: 'unanswered', reason: 'group-message' } as const)
      : ({ queue: 'identity', reason: 'changed-person' } as const)
  return { state, effects: [{ do: 'escalate', ...to, priority: 'normal' }] }
}

function told(scene: Scene, reason: EscalationReason, effects: readonly Effect[]): Turn {
  const { question } = scene.state
  const turn =
    reason === 'unsupported'
      ? answer(scene, 'unsupported', {}, { effects })
      : answer(scene, 'handed-to-staff', { after: afterWhat(reason) }, { effects })
  const state = { ...turn.state, handedOverAt: scene.now }
  return { ...turn, state: question === undefined ? state : { ...state, question } }
}

const afterWhat = (reason: EscalationReason): 'words' | 'media' | 'voice' =>
  reason === 'media' || reason === 'voice' ? reason : 'words'

/** The patient asked for a person by a button: a tap is always answered. */
export function askStaff(scene: Scene, visits: readonly VisitRef[]): Turn {
  const [visit] = visits
  const turn = answer(
    scene,
    'handed-to-staff',
    { after: 'wish' },
    {
      effects: [
        {
          do: 'escalate',
          queue: visit === undefined ? 'unanswered' : 'scheduling',
          reason: 'asked-for-staff',
          priority: 'normal',
          ...(visit === undefined ? {} : { visit: refOf(visit) }),
        },
      ],
    },
  )
  return { ...turn, state: { ...turn.state, handedOverAt: scene.now } }
}

import type { Action } from './action.ts'
import type { Scene, Turn } from './answer.ts'
import { cancel, noteReason, undoCancel } from './dialogues/cancel.ts'
import { confirm, keep } from './dialogues/confirm.ts'
import { optIn } from './dialogues/consent.ts'
import { allWell, askQuestion } from './dialogues/follow-up.ts'
import { askStaff } from './dialogues/hand-over.ts'
import { changeOne, chooseVisit, confirmAll } from './dialogues/merged.ts'
import { moreSlots, pickSlot, prefer, reschedule } from './dialogues/reschedule.ts'

/** An action is an instruction: it counts in any state, also while a person is answering. */
export function act(scene: Scene, action: Action): Turn {
  switch (action.do) {
    case 'confirm':
      return confirm(scene, action.visit)
    case 'reschedule':
      return reschedule(scene, action.visit)
    case 'cancel':
      return cancel(scene, action.visit)
    case 'confirm-all':
      return confirmAll(scene, action.visits)
    case 'change-one':
      return changeOne(scene, action.visits)
    case 'choose-visit':
      return chooseVisit(scene, action.visit)
    case 'cancel-reason':
      return noteReason(scene, action.visit, action.reason)
    case 'undo-cancel':
      return undoCancel(scene, action.visit)
    case 'pick-slot':
      return pickSlot(scene, action.visit, action.slot)
    case 'more-slots':
      return moreSlots(scene, action.visit)
    case 'keep':
      return keep(scene, action.visit)
    case 'prefer':
      return prefer(scene, action.visit, action.preference)
    case 'all-well':
      return allWell(scene)
    case 'ask-question':
      return askQuestion(scene, action.visit)
    case 'ask-staff':
      return askStaff(scene, action.visits)
    case 'opt-in':
      return optIn(scene)
  }
}

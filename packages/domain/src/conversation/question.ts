import { answer, type Scene, type Turn } from './answer.ts'
import { handOver } from './dialogues/hand-over.ts'
import { QUESTION_LASTS_MS, type Question } from './state.ts'

/** The question that this message can be an answer to: recent, not overtaken by a reminder or by staff, no other one quoted. */
export function openQuestion({ state: { question }, facts, now }: Scene): Question | undefined {
  if (question === undefined || now - question.askedAt > QUESTION_LASTS_MS) return undefined
  if (facts.lastStaffMessageAt !== undefined && facts.lastStaffMessageAt > question.askedAt) return undefined
  const { about } = facts
  if (about === undefined) return question
  return about.how === 'quoted' || about.sentAt > question.askedAt ? undefined : question
}

/** Once more the same question; whoever misses it twice is handed to a person. */
export function askAgain(scene: Scene, { key, options, visits }: Question): Turn {
  if (key === 'not-a-choice') return handOver(scene, 'choice-not-understood')
  return answer(scene, 'not-a-choice', { count: options.length }, { options, about: visits })
}

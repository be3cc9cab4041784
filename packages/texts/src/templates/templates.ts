import { type PatientKey } from '../patient-text.ts'

/** What the buttons of a template do, in their order; the words are the option texts of the patient's catalogue. */
export type TemplateAction =
  'confirm' | 'reschedule' | 'cancel' | 'confirm-all' | 'change-one' | 'all-well' | 'ask-question'

export type Template = {
  /** `recado_<journey>_<step>_v<n>`: a changed text gets a new number, never an edit in place. */
  readonly name: string
  readonly category: 'UTILITY'
  readonly actions: readonly TemplateAction[]
}

const ASK = ['confirm', 'reschedule', 'cancel'] as const
const ASK_MERGED = ['confirm-all', 'change-one'] as const
const AFTERWARDS = ['all-well', 'ask-question'] as const

/**
 * Templates v0. Meta sees their names: they say nothing about a visit but its step. Both presets share the first
 * question and the last notice, since Meta refuses a second template with the same words.
 */
export const templates = {
  confirm: utility('recado_appointment_reminder_confirm_v1', ASK),
  confirmMerged: utility('recado_appointment_reminder_confirm_merged_v1', ASK_MERGED),
  confirmAgain: utility('recado_appointment_reminder_confirm_again_v1', ASK),
  confirmAgainMerged: utility('recado_appointment_reminder_confirm_again_merged_v1', ASK_MERGED),
  soon: utility('recado_appointment_reminder_soon_v1', []),
  soonMerged: utility('recado_appointment_reminder_soon_merged_v1', []),
  followUp: utility('recado_appointment_reminder_follow_up_v1', AFTERWARDS),
  followUpMerged: utility('recado_appointment_reminder_follow_up_merged_v1', AFTERWARDS),
  movedByClinic: utility('recado_appointment_change_moved_v1', ASK),
  cancelledByClinic: utility('recado_appointment_change_cancelled_v1', []),
} as const
export type TemplateKey = keyof typeof templates

export const TEMPLATE_KEYS = Object.keys(templates) as readonly TemplateKey[]

/** The words of one language; `{{parameters}}` as in parameters.ts. */
export type TemplateTexts = {
  readonly bodies: Readonly<Record<TemplateKey, string>>
  /** How to stop, at most 60 characters; the word is one that the opt-out lexicon knows. */
  readonly footer: string
}

/** What planning calls a step (`<journey>/<step>`) and the templates that say it, alone and for several visits. */
const STEPS: Readonly<Record<string, readonly [single: TemplateKey, merged?: TemplateKey]>> = {
  'appointment-reminder/confirm': ['confirm', 'confirmMerged'],
  'appointment-reminder/soon': ['soon', 'soonMerged'],
  'appointment-reminder/follow-up': ['followUp', 'followUpMerged'],
  'appointment-reminder-3-1/confirm': ['confirm', 'confirmMerged'],
  'appointment-reminder-3-1/confirm-again': ['confirmAgain', 'confirmAgainMerged'],
  'appointment-reminder-3-1/soon': ['soon', 'soonMerged'],
  'appointment-change/moved': ['movedByClinic'],
  'appointment-change/cancelled': ['cancelledByClinic'],
}

/** The template for a step of a journey; undefined when nobody has written one: a mistake that a test finds. */
export const templateForStep = (step: string, visits: 'single' | 'merged'): TemplateKey | undefined =>
  STEPS[step]?.[visits === 'single' ? 0 : 1]

export const buttonKey = (action: TemplateAction): Extract<PatientKey, `option.${TemplateAction}`> => `option.${action}`

function utility(name: string, actions: readonly TemplateAction[]): Template {
  return { name, category: 'UTILITY', actions }
}

import { LANES, type Lane } from '../shared/appointment.ts'
import { DAY, HOUR, MINUTE } from '../shared/instant.ts'
import type { Condition, Journey, Step } from './journey.ts'
import { NOTICE } from './notice.ts'
import { skipRules } from './skip-rules.ts'

/** docs/generated/journeys.md, made from the journeys and the rules by which a step is left out. */
export function journeysPage(journeys: readonly Journey[]): string {
  return [
    '# Journeys',
    '',
    '<!-- Generated from packages/domain/src/planning. Do not edit: `UPDATE_PAGES=1 npx vitest run test/generated-pages` writes it. -->',
    '',
    'Each visit gets the touches of its journey. A touch that would fall at an indecent hour goes out earlier, never later.',
    ...journeys.flatMap(journeySection),
    '',
    '## When the clinic changes a visit',
    '',
    'What the desk or a source moves or cancels is told by `appointment-change/moved` and `appointment-change/cancelled`: purpose',
    `\`${NOTICE.purpose}\`, lane ${LANE_NAMES[NOTICE.lane]}, alone in its message, until the visit. Several edits are one message.`,
    '',
    '## Why a step is left out',
    '',
    'From top to bottom; the first rule that does not hold is the reason that the console shows.',
    '',
    '| Rule | What it asks |',
    '| --- | --- |',
    ...skipRules.map(({ name, sentence }) => `| \`${name}\` | ${sentence} |`),
    '',
  ].join('\n')
}

const journeySection = (journey: Journey): string[] => [
  '',
  `## ${journey.title}`,
  '',
  `\`${journey.key}\`. Two touches of one visit are at least ${span(journey.minimumGapMs)} apart.`,
  '',
  '| Step | When | Worthless | Purpose | Asks | Lane | Holidays | One message for visits within | Only if |',
  '| --- | --- | --- | --- | --- | --- | --- | --- | --- |',
  ...journey.steps.map(stepRow),
]

const stepRow = (step: Step): string =>
  `| \`${step.key}\` | ${[
    `${offset(step.at)} ${ANCHORS[step.anchor]}`,
    `${offset(step.expires)} ${ANCHORS[step.anchor]}`,
    `\`${step.purpose}\``,
    step.askConfirmation ? 'confirm, reschedule or cancel' : '–',
    LANE_NAMES[step.lane],
    step.avoidsHolidays ? 'earlier' : 'stays',
    span(step.mergeWithinMs),
    step.conditions.map(condition).join(', ') || '–',
  ].join(' | ')} |`

const ANCHORS = { 'appointment.start': 'the visit starts', 'appointment.fulfilled': 'the visit is done' } as const

const LANE_NAMES: Readonly<Record<Lane, string>> = {
  [LANES.safety]: 'safety',
  [LANES.reply]: 'reply',
  [LANES.nearReminder]: 'near',
  [LANES.farReminder]: 'far',
  [LANES.campaign]: 'campaign',
}

function condition(one: Condition): string {
  switch (one.kind) {
    case 'unconfirmed':
      return 'no answer yet'
    case 'lead':
      return `booked ${span(one.atLeastMs)} ahead`
  }
}

const offset = (ms: number): string => (ms === 0 ? 'when' : `${span(Math.abs(ms))} ${ms < 0 ? 'before' : 'after'}`)

function span(ms: number): string {
  if (ms % DAY === 0 && ms > 2 * DAY) return `${ms / DAY} days`
  return ms % HOUR === 0 ? `${ms / HOUR} h` : `${ms / MINUTE} min`
}

import { DAY, HOUR } from '../shared/instant.ts'
import { DEFAULT_CAPS, type Cap } from './caps.ts'
import { WEEKDAYS, type DecentHours, type HoursOfDay } from './decent-hours.ts'
import type { Rule } from './gate-types.ts'
import { decentHoursIn } from './jurisdictions/all-jurisdictions.ts'
import { defaultHours } from './jurisdictions/default.ts'
import type { Jurisdiction, Source } from './jurisdictions/jurisdiction.ts'
import { MESSAGE_CLASSES, type MessageClass } from './message-class.ts'

/** docs/generated/gate-rules.md, made from the rules of the gate and the data that they read. */
export function gateRulesPage(rules: readonly Rule[], jurisdictions: readonly Jurisdiction[]): string {
  return [
    '# The gate',
    '',
    '<!-- Generated from packages/domain/src/policy. Do not edit: `UPDATE_PAGES=1 npx vitest run test/generated-pages` writes it. -->',
    '',
    'Every message of every kind passes these rules when it is about to leave. All of them run, and what each said is kept with',
    'the message. A denial by any of them counts; otherwise the hold that lasts longest; otherwise the message leaves. A message',
    'that would be held until it is worthless is denied.',
    '',
    '| # | Rule | What it asks |',
    '| --- | --- | --- |',
    ...rules.map(({ name, sentence }, index) => `| ${index + 1} | \`${name}\` | ${sentence} |`),
    '',
    '## Decent hours',
    '',
    "At the patient's place. A clinic may choose narrower hours, never wider ones.",
    '',
    '| Where | Reminders | News of a change | Follow-ups | Campaigns |',
    '| --- | --- | --- | --- | --- |',
    `| Everywhere | ${classes((one) => hours(defaultHours[one]))} |`,
    ...jurisdictions.map(
      (law) => `| ${law.title} | ${classes((one) => hours(decentHoursIn(law.countries[0])[one]))} |`,
    ),
    '',
    '| Where | What was found | Source | Looked at |',
    '| --- | --- | --- | --- |',
    ...jurisdictions.flatMap((law) => law.sources.map((source) => sourceRow(law, source))),
    '',
    '## Caps',
    '',
    'At most so many messages that we begin, for one phone. More than that waits.',
    '',
    '| Reminders | News of a change | Follow-ups | Campaigns |',
    '| --- | --- | --- | --- |',
    `| ${classes((one) => DEFAULT_CAPS[one].map(cap).join(', ') || 'none')} |`,
    '',
  ].join('\n')
}

const classes = (cell: (one: MessageClass) => string): string => MESSAGE_CLASSES.map(cell).join(' | ')

const sourceRow = (law: Jurisdiction, { says, source, verifiedOn }: Source): string =>
  `| ${law.title} | ${says} | ${source} | ${verifiedOn ?? 'not yet'} |`

const cap = ({ atMost, withinMs }: Cap): string =>
  `${atMost} in ${withinMs === DAY ? '24 h' : withinMs % DAY === 0 ? `${withinMs / DAY} days` : `${withinMs / HOUR} h`}`

/** `Mon–Sat 09:00–19:00, not on holidays`. */
function hours({ weekdays, closedOnHolidays }: DecentHours): string {
  const runs: { from: number; to: number; time: string }[] = []
  for (const day of WEEKDAYS) {
    const open = weekdays[day]
    if (!open) continue
    const last = runs.at(-1)
    if (last && last.to === day - 1 && last.time === times(open)) last.to = day
    else runs.push({ from: day, to: day, time: times(open) })
  }
  const text = runs.map(({ from, to, time }) => `${from === to ? name(from) : `${name(from)}–${name(to)}`} ${time}`)
  return `${text.join(', ')}${closedOnHolidays ? ', not on holidays' : ''}`
}

const DAY_NAMES = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
const name = (day: number): string => DAY_NAMES[day - 1] ?? ''
const times = ({ fromMinute, toMinute }: HoursOfDay): string => `${clock(fromMinute)}–${clock(toMinute)}`
const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

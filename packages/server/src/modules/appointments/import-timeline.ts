import type { PlannedTouch } from '@recado/domain/planning/plan-types'
import { DAY, HOUR } from '@recado/domain/shared/instant'
import { dateOf, localMs } from '@recado/domain/shared/zoned'

export type TimelineSample = Pick<PlannedTouch, 'visitId' | 'journey' | 'step' | 'dueAt' | 'template'> & {
  readonly zone: string
}

export type ImportTimeline = {
  readonly total: number
  readonly days: readonly {
    readonly date: string
    readonly total: number
    readonly hours: readonly { hour: number; count: number }[]
  }[]
  readonly steps: readonly { readonly journey: string; readonly step: string; readonly count: number }[]
  readonly samples: readonly TimelineSample[]
}

/** As many messages as a person looks at before pressing the button. */
const SAMPLES = 12

/** Counts what would go out by day, hour and step, batch by batch, without keeping the touches. */
export function createTimelineCounter() {
  const days = new Map<number, number[]>()
  const steps = new Map<string, { journey: string; step: string; count: number }>()
  const samples: TimelineSample[] = []
  let total = 0

  function countTime(touch: PlannedTouch, zone: string): void {
    const readingMs = localMs(touch.dueAt, zone)
    const day = Math.floor(readingMs / DAY)
    const hours = days.get(day) ?? Array.from({ length: 24 }, () => 0)
    days.set(day, hours)
    const hour = Math.floor((readingMs - day * DAY) / HOUR)
    hours[hour] = (hours[hour] ?? 0) + 1
  }

  function countStep({ journey, step, template }: PlannedTouch): void {
    const known = steps.get(template) // one template a step
    if (known) known.count++
    else steps.set(template, { journey, step, count: 1 })
  }

  return {
    add(touches: readonly PlannedTouch[], zone: string): void {
      for (const touch of touches) {
        total++
        countTime(touch, zone)
        countStep(touch)
        const { visitId, journey, step, dueAt, template } = touch
        if (samples.length < SAMPLES) samples.push({ visitId, journey, step, dueAt, zone, template })
      }
    },
    result: (): ImportTimeline => ({
      total,
      days: [...days].toSorted(([a], [b]) => a - b).map(([day, hours]) => ({
        date: dateOf(day * DAY),
        total: hours.reduce((sum, count) => sum + count, 0),
        hours: hours.flatMap((count, hour) => (count === 0 ? [] : [{ hour, count }])),
      })),
      steps: [...steps.values()],
      samples,
    }),
  } // prettier-ignore
}

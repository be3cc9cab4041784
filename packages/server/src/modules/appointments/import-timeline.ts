import type { PlannedTouch } from '@recado/domain/planning/plan-types'
import { localDate, localMinuteOfDay } from '@recado/domain/shared/zoned'

type Touch = PlannedTouch & { readonly zone: string }

export type TimelineSample = Pick<Touch, 'visitId' | 'journey' | 'step' | 'dueAt' | 'zone' | 'template'>

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
  const days = new Map<string, Map<number, number>>()
  const steps = new Map<string, number>()
  const samples: TimelineSample[] = []
  let total = 0
  return {
    add(touches: readonly Touch[]): void {
      for (const touch of touches) {
        total++
        const date = localDate(touch.dueAt, touch.zone)
        const hour = Math.floor(localMinuteOfDay(touch.dueAt, touch.zone) / 60)
        const hours = days.get(date) ?? new Map<number, number>()
        hours.set(hour, (hours.get(hour) ?? 0) + 1)
        days.set(date, hours)
        const step = `${touch.journey}/${touch.step}`
        steps.set(step, (steps.get(step) ?? 0) + 1)
        if (samples.length < SAMPLES) samples.push({ visitId: touch.visitId, journey: touch.journey, step: touch.step, dueAt: touch.dueAt, zone: touch.zone, template: touch.template })
      }
    },
    result: (): ImportTimeline => ({
      total,
      days: [...days].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([date, hours]) => ({
        date,
        total: [...hours.values()].reduce((sum, count) => sum + count, 0),
        hours: [...hours].toSorted(([a], [b]) => a - b).map(([hour, count]) => ({ hour, count })),
      })),
      steps: [...steps].map(([key, count]) => ({ journey: key.split('/')[0] ?? '', step: key.split('/')[1] ?? '', count })),
      samples,
    }),
  } // prettier-ignore
}

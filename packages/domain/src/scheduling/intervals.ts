import { instant } from '../shared/instant.ts'
import type { Interval } from './slot.ts'

/** Sorted, not touching, not empty: the form in which sets of time are kept. */
export function union(intervals: readonly Interval[]): readonly Interval[] {
  const merged: Interval[] = []
  for (const next of intervals.filter(notEmpty).toSorted(byStart)) {
    const last = merged.at(-1)
    if (last && next.startAt <= last.endAt)
      merged[merged.length - 1] = { ...last, endAt: latest(last.endAt, next.endAt) }
    else merged.push({ startAt: next.startAt, endAt: next.endAt })
  }
  return merged
}

/** Time that is in both sets. */
export function intersect(some: readonly Interval[], others: readonly Interval[]): readonly Interval[] {
  const [a, b] = [union(some), union(others)]
  const common: Interval[] = []
  for (let i = 0, j = 0; ;) {
    const [left, right] = [a[i], b[j]]
    if (!left || !right) return common
    const both = { startAt: latest(left.startAt, right.startAt), endAt: earliest(left.endAt, right.endAt) }
    if (notEmpty(both)) common.push(both)
    if (left.endAt <= right.endAt) i += 1
    else j += 1
  }
}

/** Time of the first set that is not in the second. */
export function subtract(from: readonly Interval[], taken: readonly Interval[]): readonly Interval[] {
  let left = union(from)
  for (const hole of union(taken)) {
    left = left.flatMap(({ startAt, endAt }) =>
      hole.endAt <= startAt || endAt <= hole.startAt
        ? [{ startAt, endAt }]
        : [
            { startAt, endAt: hole.startAt },
            { startAt: hole.endAt, endAt },
          ].filter(notEmpty),
    )
  }
  return left
}

const notEmpty = ({ startAt, endAt }: Interval): boolean => startAt < endAt
const byStart = (a: Interval, b: Interval): number => a.startAt - b.startAt
const latest = (a: number, b: number) => instant(Math.max(a, b))
const earliest = (a: number, b: number) => instant(Math.min(a, b))

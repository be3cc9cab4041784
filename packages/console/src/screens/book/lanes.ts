import type { Span } from './book-columns.ts'

/** Where a visit stands among those at the same time: lane `lane` of `lanes`. */
export type Lane = { readonly lane: number; readonly lanes: number }

/**
 * Side by side what overlaps. Spans that touch (10:00 ends, 10:00 begins) do not overlap. Within a knot of overlapping spans
 * each takes the first lane that is free, and all of the knot get the same width.
 */
export function lanesOf(spans: readonly Span[]): Lane[] {
  const order = spans.map((span, index) => ({ ...span, index })).toSorted((a, b) => a.start - b.start || b.end - a.end)
  const result: Lane[] = spans.map(() => ({ lane: 0, lanes: 1 }))
  let knot: { index: number; lane: number }[] = []
  let free: number[] = []
  let knotEnd = -1
  const close = (): void => {
    for (const { index, lane } of knot) result[index] = { lane, lanes: free.length }
    knot = []
    free = []
  }
  for (const { start, end, index } of order) {
    if (start >= knotEnd) close()
    const lane = free.findIndex((until) => until <= start)
    const chosen = lane === -1 ? free.length : lane
    free[chosen] = end
    knot.push({ index, lane: chosen })
    knotEnd = Math.max(knot.length === 1 ? end : knotEnd, end)
  }
  close()
  return result
}

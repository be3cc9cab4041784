/** The value below which `share` of the values lie (nearest rank). @throws Error without values */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  const value = sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)]
  if (value === undefined) throw new Error('a percentile of nothing')
  return value
}

export const median = (values: readonly number[]): number => percentile(values, 0.5)

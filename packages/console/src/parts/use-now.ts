import { useSuspenseQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { queries } from '../api/queries.ts'

/** Business time, running on at real speed from when the server last said it. Updated every 15 s. */
export function useNow(): number {
  const { data, dataUpdatedAt } = useSuspenseQuery(queries.overview())
  const [tick, setTick] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setTick(Date.now()), 15_000)
    return () => clearInterval(timer)
  }, [])
  return Date.parse(data.now) + Math.max(0, tick - dataUpdatedAt)
}

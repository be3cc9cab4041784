import type { ServerEvent } from '@recado/contracts/events'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { keepStream } from './event-stream.ts'
import { makeInvalidator } from './live-events.ts'

/** A blink of the network is no news; only what lasts is shown. */
const GRACE_MS = 2_500

/** Follows the server's events while the caller is on screen. False once the stream has been gone for a moment. */
export function useLive(): boolean {
  const queryClient = useQueryClient()
  const [online, setOnline] = useState(true)
  useEffect(() => {
    let grace: ReturnType<typeof setTimeout> | undefined
    const invalidate = makeInvalidator(queryClient)
    const close = keepStream({
      onEvent: (data) => invalidate(JSON.parse(data) as ServerEvent),
      onOpen: () => {
        clearTimeout(grace)
        grace = undefined
        setOnline(true)
        void queryClient.invalidateQueries({ predicate: ({ queryKey: [area] }) => area !== 'session' })
      },
      onLost: () => {
        grace ??= setTimeout(() => setOnline(false), GRACE_MS)
      },
    })
    return () => {
      clearTimeout(grace)
      close()
    }
  }, [queryClient])
  return online
}

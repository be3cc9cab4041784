import { eventsUrl } from './paths.ts'

/** The kinds that we listen to. A browser's EventSource needs each by name. */
const TYPES = [
  'appointment.changed', 'touch.changed', 'conversation.changed', 'import.changed', 'change.changed', 'catalogue.changed',
  'patient.changed', 'sending.changed', 'clock.moved',
] as const // prettier-ignore

export type StreamHandlers = {
  /** `data` of one event, as text. */
  readonly onEvent: (data: string) => void
  /** The stream is open. What was read before may lack what happened in between: the server begins with what comes now. */
  readonly onOpen: () => void
  readonly onLost: () => void
}

/**
 * Keeps the stream open until the returned function is called. EventSource comes back by itself with Last-Event-ID after a
 * broken connection, but gives up for good when the server answers with an error (a restart behind a proxy): then we open a
 * new one, telling it where we were, after 1, 2, 4, … at most 15 s.
 */
export function keepStream({ onEvent, onOpen, onLost }: StreamHandlers): () => void {
  let source: EventSource | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let lastEventId: string | undefined
  let failures = 0

  const receive = (event: MessageEvent<string>): void => {
    if (event.lastEventId) lastEventId = event.lastEventId
    onEvent(event.data)
  }
  const open = (): void => {
    source = new EventSource(eventsUrl(lastEventId))
    for (const type of TYPES) source.addEventListener(type, receive)
    source.addEventListener('reset', onOpen)
    source.addEventListener('open', () => {
      failures = 0
      onOpen()
    })
    source.addEventListener('error', () => {
      onLost()
      if (source?.readyState !== EventSource.CLOSED) return
      timer = setTimeout(open, Math.min(1_000 * 2 ** failures, 15_000))
      failures += 1
    })
  }
  open()
  return () => {
    clearTimeout(timer)
    source?.close()
  }
}

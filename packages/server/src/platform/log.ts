import { Failure } from '@recado/domain/shared/failure'
import { pino, type DestinationStream } from 'pino'

/** Ids, codes, counts and durations. Never a name, a phone number or a text: what looks like one is dropped, see `safe`. */
export type LogFields = Readonly<Record<string, string | number | boolean | null | undefined>>

/** `subject.what-happened`, for example `outbox.claimed`. */
export type EventName = `${string}.${string}`

/** ERROR means that a person must act now; WARN that something was put right or will be tried again. */
export type Log = {
  debug(event: EventName, fields?: LogFields): void
  info(event: EventName, fields?: LogFields): void
  warn(event: EventName, fields?: LogFields, error?: unknown): void
  error(event: EventName, fields?: LogFields, error?: unknown): void
  /** A log that adds these fields to every line. */
  with(fields: LogFields): Log
}

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent'

/** Writes one JSON object a line: to standard error, so that standard output stays for what a command answers. */
export function createLog(
  level: LogLevel,
  destination: DestinationStream = pino.destination({ fd: 2, sync: true }),
): Log {
  const options = {
    level,
    base: null,
    messageKey: 'event',
    formatters: { level: (label: string) => ({ level: label }) },
  }
  return wrap(pino(options, destination))
}

/** A log that writes nothing: for tests. */
export const silentLog: Log = createLog('silent', { write: () => undefined })

function wrap(target: pino.Logger): Log {
  return {
    debug: (event, fields = {}) => target.debug(safe(fields), event),
    info: (event, fields = {}) => target.info(safe(fields), event),
    warn: (event, fields = {}, error) => target.warn({ ...safe(fields), ...errorFields(error) }, event),
    error: (event, fields = {}, error) => target.error({ ...safe(fields), ...errorFields(error) }, event),
    with: (fields) => wrap(target.child(safe(fields))),
  }
}

const TOKEN = /^[\w.:/#-]{0,128}$/
const PHONE = /^\+?[\d.-]{7,20}$/

/** The second line of defence behind the rule "ids only": a value with a space, or one that reads as a phone, is dropped. */
function safe(fields: LogFields): LogFields {
  const kept: Record<string, LogFields[string]> = {}
  for (const [key, value] of Object.entries(fields)) {
    kept[key] = typeof value !== 'string' || (TOKEN.test(value) && !PHONE.test(value)) ? value : '[dropped]'
  }
  return kept
}

/** An error's message may quote a patient's data (a database quotes the value that it refused), so only ours is kept. */
export function errorFields(error: unknown): Record<string, string | undefined> {
  if (error === undefined) return {}
  if (!(error instanceof Error)) return { error: typeof error }
  const known = error as Error & { code?: unknown; constraint?: unknown; table?: unknown; syscall?: unknown }
  return {
    error: error.name,
    code: text(known.code),
    constraint: text(known.constraint),
    table: text(known.table),
    syscall: text(known.syscall),
    why: error instanceof Failure ? error.message : undefined,
    at: error.stack
      ?.split('\n')
      .filter((line) => /^\s+at /.test(line))
      .slice(0, 8)
      .map((line) => line.trim().slice(3))
      .join(' < '),
    cause:
      error.cause instanceof Error
        ? `${error.cause.name} ${text((error.cause as { code?: unknown }).code) ?? ''}`.trim()
        : undefined,
  }
}

const text = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? String(value) : undefined)

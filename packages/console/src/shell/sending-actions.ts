/** Why an action is off, as the key of a text; undefined means that it is on. The server decides again. */
export const disabledReason = {
  pause: ({ allowed, reason }: { allowed: boolean; reason: string }) =>
    !allowed ? 'off.permission' : reason.trim() === '' ? 'off.reason' : undefined,
  resume: ({ allowed }: { allowed: boolean }) => (allowed ? undefined : 'off.permission'),
} as const

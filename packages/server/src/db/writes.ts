/**
 * Statements of one transaction that nobody waits for: its connection carries them out in the order in which they were
 * begun, so whoever reads after them sees what they wrote, while this process already prepares the next ones.
 */
export type Writes = {
  begin(write: Promise<unknown>): void
  /** Waits for all of them; to be called before the transaction ends. @throws what the first of them that failed threw */
  done(): Promise<void>
}

export function beginWrites(): Writes {
  const open = new Set<Promise<unknown>>()
  let failed: { readonly why: unknown } | undefined
  return {
    begin(write) {
      const ending = write.catch((why: unknown) => (failed ??= { why })).finally(() => open.delete(ending))
      open.add(ending)
    },
    async done() {
      await Promise.all(open)
      if (failed) throw failed.why
    },
  }
}

/** Runs work that begins writes, and waits for them. When both fail, the write is the reason: it ended the transaction. */
export async function withWrites<Result>(work: (writes: Writes) => Promise<Result>): Promise<Result> {
  const writes = beginWrites()
  try {
    return await work(writes)
  } finally {
    await writes.done()
  }
}

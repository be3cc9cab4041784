import type { ImportDetail } from '@recado/contracts/imports'

type Facts = { readonly report: ImportDetail; readonly allowed: boolean }

/** Visits that the import would write. */
export const touched = ({
  created,
  updated,
  cancelled,
}: Pick<ImportDetail, 'created' | 'updated' | 'cancelled'>): number => created + updated + cancelled

/** Why the import can't be committed, as the key of a text; undefined means that it can. The server decides again. */
export const disabledReason = {
  commit: ({ report, allowed }: Facts) =>
    !allowed
      ? 'off.permission'
      : report.state === 'committed'
        ? 'off.committed'
        : report.questions.length > 0
          ? 'off.questions'
          : touched(report) === 0
            ? 'off.nothing'
            : undefined,
} as const

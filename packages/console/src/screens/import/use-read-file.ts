import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { ApiError, uploadImport } from '../../api/client.ts'
import { paths } from '../../api/paths.ts'
import { keepFile } from './files-in-hand.ts'
import type { FileInHand } from './files-in-hand.ts'

type Ask = FileInHand & { readonly answers?: Readonly<Record<string, string>> }

/** Has a file read without changing anything, and goes to what came out. */
export function useReadFile() {
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  return useMutation({
    mutationFn: ({ file, place, source, answers }: Ask) =>
      uploadImport(file, {
        dryRun: 'true',
        ...place,
        ...(source ? { source } : {}),
        ...(answers ? { answers: JSON.stringify(answers) } : {}),
      }),
    onSuccess: async (report, { file, place, source }) => {
      keepFile(report.id, { file, ...(place ? { place } : {}), ...(source ? { source } : {}) })
      await queryClient.invalidateQueries({ queryKey: ['imports'] })
      await navigate({ to: paths.import, params: { importId: report.id } })
    },
  })
}

/** The file says neither site nor zone, and the clinic has more than one zone: only a person knows. */
export const asksForPlace = (error: Error | null): boolean =>
  error instanceof ApiError && error.details['missing'] === 'zone'

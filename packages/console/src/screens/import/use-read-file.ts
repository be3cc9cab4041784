import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { uploadImport } from '../../api/client.ts'
import { paths } from '../../api/paths.ts'
import { keepFile } from './files-in-hand.ts'

type Ask = { readonly file: File; readonly answers?: Readonly<Record<string, string>> }

/** Has a file read without changing anything, and goes to what came out. */
export function useReadFile() {
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  return useMutation({
    mutationFn: ({ file, answers }: Ask) =>
      uploadImport(file, { dryRun: 'true', ...(answers ? { answers: JSON.stringify(answers) } : {}) }),
    onSuccess: async (report, { file }) => {
      keepFile(report.id, file)
      await queryClient.invalidateQueries({ queryKey: ['imports'] })
      await navigate({ to: paths.import, params: { importId: report.id } })
    },
  })
}

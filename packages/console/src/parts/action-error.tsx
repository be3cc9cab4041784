import { TriangleAlert } from 'lucide-react'
import { ApiError } from '../api/client.ts'
import { errorText } from '../texts/console-texts.ts'
import { useTexts } from '../texts/use-texts.tsx'
import { Notice } from '../ui/notice.tsx'

/** What went wrong, where it went wrong. Nothing when nothing did. */
export function ActionError({ error }: { readonly error: Error | null | undefined }) {
  const { t } = useTexts()
  if (!error) return null
  return (
    <Notice tone="bad" icon={TriangleAlert} says="at-once">
      {errorText(t, error instanceof ApiError ? error.code : 'generic')}
    </Notice>
  )
}

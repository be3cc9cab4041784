import { Button, Loader } from '@mantine/core'
import type { ErrorComponentProps } from '@tanstack/react-router'
import { Link, useRouter } from '@tanstack/react-router'
import { CircleHelp, TriangleAlert } from 'lucide-react'
import { ApiError } from '../api/client.ts'
import { paths } from '../api/paths.ts'
import { errorText } from '../texts/console-texts.ts'
import { useTexts } from '../texts/use-texts.tsx'
import { EmptyMessage } from '../ui/empty.tsx'

export function PendingScreen() {
  const { t } = useTexts()
  return (
    <div style={{ display: 'grid', placeItems: 'center', minHeight: '50vh' }}>
      <Loader aria-label={t('app.loading')} />
    </div>
  )
}

export function ErrorScreen({ error }: ErrorComponentProps) {
  const { t } = useTexts()
  const router = useRouter()
  return (
    <EmptyMessage
      icon={<TriangleAlert />}
      title={t('app.trouble')}
      body={errorText(t, error instanceof ApiError ? error.code : 'generic')}
      action={<Button onClick={() => void router.invalidate()}>{t('app.retry')}</Button>}
    />
  )
}

export function NotFoundScreen() {
  const { t } = useTexts()
  return (
    <EmptyMessage
      icon={<CircleHelp />}
      title={t('app.notFound')}
      body={t('app.notFoundBody')}
      action={<Link to={paths.book}>{t('app.toBook')}</Link>}
    />
  )
}

import { Checkbox } from '@mantine/core'
import type { ImportDetail } from '@recado/contracts/imports'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { CircleCheck, OctagonAlert } from 'lucide-react'
import { useState } from 'react'
import { paths } from '../../api/paths.ts'
import { queries } from '../../api/queries.ts'
import { useAct } from '../../api/use-act.ts'
import { ActionError } from '../../parts/action-error.tsx'
import { useSession } from '../../parts/use-session.ts'
import { useTexts } from '../../texts/use-texts.tsx'
import { ActionButton } from '../../ui/action-button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Screen } from '../../ui/screen.tsx'
import { fileOf } from './files-in-hand.ts'
import { DryRun } from './dry-run.tsx'
import { disabledReason, touched } from './import-actions.ts'
import classes from './import.module.css'
import { Questions } from './questions.tsx'
import { Problems } from './problems.tsx'
import { ReadingFacts } from './reading-facts.tsx'

const route = getRouteApi('/app/import/$importId')

/** What a file would do, before it does it. */
export function ReportScreen() {
  const { t } = useTexts()
  const { importId } = route.useParams()
  const { data: report } = useSuspenseQuery(queries.import(importId))
  return (
    <Screen
      title={fileOf(report.id)?.file.name ?? report.source}
      toolbar={
        <span className={classes.state} data-state={report.state}>
          {t(`import.state.${report.state}`)}
        </span>
      }
    >
      {report.state === 'committed' && <Committed />}
      {report.questions.length > 0 ? <Questions report={report} /> : <DryRun report={report} />}
      <Problems report={report} />
      <ReadingFacts reading={report.reading} />
      <CommitBar report={report} />
    </Screen>
  )
}

function Committed() {
  const { t } = useTexts()
  return (
    <Notice tone="good" icon={CircleCheck} says="politely" action={<Link to={paths.book}>{t('import.openBook')}</Link>}>
      {t('import.committed')}
    </Notice>
  )
}

type BrakesProps = {
  readonly report: ImportDetail
  readonly released: boolean
  readonly release: (released: boolean) => void
}

/** So much at once is more likely a broken export than a day's work: it happens when a person says so. */
function Brakes({ report: { brakes }, released, release }: BrakesProps) {
  const { t } = useTexts()
  if (brakes.length === 0) return null
  return (
    <Notice tone="warn" icon={OctagonAlert}>
      {brakes.map(({ kind, count }) => (
        <p key={kind}>{t(`import.brake.${kind}`, { count })}</p>
      ))}
      <Checkbox
        label={t('import.brake.release')}
        checked={released}
        onChange={(event) => release(event.currentTarget.checked)}
      />
    </Notice>
  )
}

function CommitBar({ report }: { readonly report: ImportDetail }) {
  const { t } = useTexts()
  const { can } = useSession()
  const navigate = useNavigate()
  const commit = useAct('commitImport', ['import', 'imports', 'book', 'overview'])
  /** A commit is an import of its own, with its own report. */
  const show = ({ id }: { readonly id: string }): void =>
    void navigate({ to: paths.import, params: { importId: id }, replace: true })
  const [release, setRelease] = useState(false)
  const why = disabledReason.commit({ report, allowed: can('import.write') })
  const off = why === 'off.questions' ? t(why, { count: report.questions.length }) : why && t(why)
  return (
    <div className={classes.bar}>
      <ActionError error={commit.error} />
      {report.state !== 'committed' && <Brakes report={report} released={release} release={setRelease} />}
      {report.state !== 'committed' && (
        <ActionButton
          size="md"
          disabledReason={off}
          loading={commit.isPending}
          onClick={() =>
            commit.mutate(
              { params: { id: report.id }, body: release ? { releaseBrake: true } : {} },
              { onSuccess: show },
            )
          }
        >
          {t('import.commit', { count: touched(report) })}
        </ActionButton>
      )}
      <Link to={paths.imports}>{t('import.another')}</Link>
    </div>
  )
}

import type { ImportDetail } from '@recado/contracts/imports'
import { FileQuestion } from 'lucide-react'
import { useShownName } from '../../parts/person-name.tsx'
import { reasonText, stepText } from '../../texts/console-texts.ts'
import { useTexts } from '../../texts/use-texts.tsx'
import { Bubble } from '../../ui/bubble.tsx'
import { EmptyMessage } from '../../ui/empty.tsx'
import classes from './import.module.css'
import { splitReasons } from './left-out.ts'
import { MessageDays } from './message-days.tsx'

/** "These 212 messages would go out; 14 will not, because …" */
export function DryRun({ report }: { readonly report: ImportDetail }) {
  const { t } = useTexts()
  if (report.rows === 0) {
    return <EmptyMessage icon={<FileQuestion />} title={t('import.emptyFile')} body={t('import.noneBody')} />
  }
  const { timeline } = report
  return (
    <>
      <div className={classes.split}>
        <section className={classes.card}>
          <h2 className={classes.big}>
            {t(report.state === 'committed' ? 'import.wentIn' : 'import.wouldGo', { count: timeline.total })}
          </h2>
          <Steps steps={timeline.steps} />
          <LeftOut reasons={report.notPlanned} />
        </section>
        <VisitCounts report={report} />
      </div>
      {timeline.days.length > 0 && <MessageDays days={timeline.days} />}
      {timeline.samples.length > 0 && <Samples samples={timeline.samples} />}
    </>
  )
}

function Steps({ steps }: { readonly steps: ImportDetail['timeline']['steps'] }) {
  const { t, format } = useTexts()
  return (
    <ul className={classes.reasons}>
      {steps.map(({ journey, step, count }) => (
        <li key={`${journey} ${step}`}>
          <strong>{format.number(count)}</strong> {stepText(t, step)}
        </li>
      ))}
    </ul>
  )
}

function LeftOut({ reasons }: { readonly reasons: ImportDetail['notPlanned'] }) {
  const { t, codes, format } = useTexts()
  const { out, later } = splitReasons(reasons)
  const total = out.reduce((sum, { count }) => sum + count, 0)
  return (
    <>
      <p className={classes.because}>{total === 0 ? t('import.allGo') : t('import.wouldNot', { count: total })}</p>
      {total > 0 && (
        <ul className={classes.reasons}>
          {out.map(({ reason, count }) => (
            <li key={reason} data-out>
              <strong>{format.number(count)}</strong> {reasonText(codes, reason)}
            </li>
          ))}
        </ul>
      )}
      {later > 0 && <p className={classes.quiet}>{t('import.later', { count: later })}</p>}
    </>
  )
}

function VisitCounts({ report }: { readonly report: ImportDetail }) {
  const { t, format } = useTexts()
  const counts = [
    [t('import.created'), report.created],
    [t('import.updated'), report.updated],
    [t('import.cancelled'), report.cancelled],
    [t('import.unchanged'), report.unchanged],
    [t('import.rejected'), report.rejectedCount],
  ] as const
  return (
    <section className={classes.card}>
      <h2 className={classes.sub}>{t('import.rows', { count: report.rows })}</h2>
      <dl className={classes.counts}>
        {counts.map(([label, count]) => (
          <div key={label} data-zero={count === 0 || undefined}>
            <dt>{label}</dt>
            <dd>{format.number(count)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function Samples({ samples }: { readonly samples: ImportDetail['timeline']['samples'] }) {
  const { t, format } = useTexts()
  const shown = useShownName()
  return (
    <section>
      <h2 className={classes.sub}>{t('import.samples')}</h2>
      <ul className={classes.samples}>
        {samples.map((sample) => (
          <li key={`${sample.patient.name} ${sample.dueAt} ${sample.step}`}>
            <p className={classes.quiet}>
              <bdi>{shown(sample.patient)}</bdi> · {format.localDateTime(sample.dueLocal)} ·{' '}
              {format.language(sample.language)}
            </p>
            <Bubble from="us" lang={sample.language}>
              {sample.text}
            </Bubble>
          </li>
        ))}
      </ul>
    </section>
  )
}

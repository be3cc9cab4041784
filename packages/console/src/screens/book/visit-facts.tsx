import type { AppointmentDetail } from '@recado/contracts/appointments'
import { Link } from '@tanstack/react-router'
import { ClipboardPen, MessagesSquare } from 'lucide-react'
import { Fragment } from 'react'
import type { ReactNode } from 'react'
import { paths } from '../../api/paths.ts'
import { usePreferences } from '../../app/preferences.ts'
import { useTexts } from '../../texts/use-texts.tsx'
import { Notice } from '../../ui/notice.tsx'
import classes from './visit-drawer.module.css'

export function VisitFacts({ visit }: { readonly visit: AppointmentDetail }) {
  const { t, format } = useTexts()
  const { hideNames } = usePreferences()
  const { phone, language } = visit.contact
  const facts: readonly (readonly [label: string, value: ReactNode])[] = [
    [t('visit.status'), t(`status.${visit.status}`)],
    [t('visit.with'), <bdi key="with">{visit.practitioner ?? '–'}</bdi>],
    [t('visit.where'), <bdi key="where">{visit.site}</bdi>],
    ...(visit.durationMin ? [[t('visit.service'), <ServiceFact key="service" visit={visit} />] as const] : []),
    [t('visit.phone'), phone ? hideNames ? t('visit.phoneHidden') : <bdi key="phone" dir="ltr">{phone}</bdi> : t('visit.noPhone')],
    ...(language ? [[t('visit.language'), format.language(language)] as const] : []),
    [t('visit.source'), <bdi key="source">{`${visit.source} · ${visit.externalId}`}</bdi>],
  ] // prettier-ignore
  return (
    <section className={classes.section} aria-label={t('visit.facts')}>
      {visit.pending.length > 0 && (
        <Notice tone="warn" icon={ClipboardPen} action={<Link to={paths.changes}>{t('nav.changesShort')}</Link>}>
          {t('visit.pending')}
        </Notice>
      )}
      <dl className={classes.facts} style={{ marginTop: visit.pending.length > 0 ? '0.75rem' : 0 }}>
        {facts.map(([label, value]) => (
          <Fragment key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </Fragment>
        ))}
      </dl>
      {visit.conversationId && (
        <p style={{ margin: '0.75rem 0 0' }}>
          <Link to={paths.conversation} params={{ conversationId: visit.conversationId }}>
            <MessagesSquare size={14} aria-hidden /> {t('visit.conversation')}
          </Link>
        </p>
      )}
    </section>
  )
}

function ServiceFact({ visit }: { readonly visit: AppointmentDetail }) {
  const { t } = useTexts()
  return (
    <>
      <bdi>{visit.service ?? ''}</bdi> {visit.durationMin && t('visit.duration', { count: visit.durationMin })}
    </>
  )
}

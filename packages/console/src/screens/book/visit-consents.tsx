import { Loader } from '@mantine/core'
import type { AppointmentDetail } from '@recado/contracts/appointments'
import type { ConsentEvent } from '@recado/contracts/patients'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { queries } from '../../api/queries.ts'
import { ActionError } from '../../parts/action-error.tsx'
import { useTexts } from '../../texts/use-texts.tsx'
import { localOf } from '../../time/zoned.ts'
import { Status } from '../../ui/status.tsx'
import { ConsentForm } from './consent-form.tsx'
import classes from './visit-consents.module.css'
import { VisitHouseholds } from './visit-households.tsx'

/** What the patient allows, event by event, and the place to write down what they say at the desk. */
export function VisitConsents({ visit }: { readonly visit: AppointmentDetail }) {
  const { t } = useTexts()
  const [open, setOpen] = useState(false)
  return (
    <details className={classes.consents} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('consent.title')}</summary>
      {open && <Ledger visit={visit} />}
    </details>
  )
}

function Ledger({ visit: { patientId, zone } }: { readonly visit: AppointmentDetail }) {
  const { t } = useTexts()
  const { data, error } = useQuery(queries.consents(patientId))
  return (
    <>
      <ActionError error={error} />
      {!data && !error && <Loader size="sm" aria-label={t('app.loading')} />}
      {data?.items.length === 0 && <Status>{t('consent.none')}</Status>}
      {data && data.items.length > 0 && (
        <ol className={classes.ledger} aria-label={t('consent.ledger')}>
          {data.items.map((event) => (
            <li key={event.id} data-kind={event.kind}>
              <Said event={event} zone={zone} />
            </li>
          ))}
        </ol>
      )}
      <ConsentForm patientId={patientId} />
      <VisitHouseholds patientId={patientId} />
    </>
  )
}

function Said({ event, zone }: { readonly event: ConsentEvent; readonly zone: string }) {
  const { t, format } = useTexts()
  const what = event.purposes.length >= ALL ? t('consent.everything') : format.list(event.purposes.map((purpose) => t(`purpose.${purpose}`))) // prettier-ignore
  return (
    <>
      <strong>{t(event.kind === 'grant' ? 'consent.granted' : 'consent.withdrawn', { what })}</strong>
      <span>
        {format.longDate(localOf(event.at, zone).slice(0, 10))} · {t(`evidence.${event.evidence}`)}
        {event.by && (
          <>
            {' · '}
            <bdi>{event.by}</bdi>
          </>
        )}
      </span>
    </>
  )
}

/** Every purpose that there is: STOP takes them all. */
const ALL = 8

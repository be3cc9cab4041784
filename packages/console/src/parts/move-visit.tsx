import { Button, Loader } from '@mantine/core'
import type { AppointmentDetail } from '@recado/contracts/appointments'
import { useQuery } from '@tanstack/react-query'
import { queries } from '../api/queries.ts'
import { useAct } from '../api/use-act.ts'
import { ActionError } from './action-error.tsx'
import { reasonText } from '../texts/console-texts.ts'
import { useTexts } from '../texts/use-texts.tsx'
import { AFTER_VISIT } from '../api/made-old.ts'
import { OtherTime } from './other-time.tsx'
import { TellPatient, useTelling } from './tell-patient.tsx'
import classes from './move-visit.module.css'
import { Status } from '../ui/status.tsx'
import { Group } from '../ui/group.tsx'

/** As many as one looks over at once. */
const SHOWN = 9

/** The next free times, the same that the patient would be offered, or any other time that the desk agreed on. */
export function MoveVisit({ visit }: { readonly visit: AppointmentDetail }) {
  const { t, codes } = useTexts()
  const { data: slots, error, isPending } = useQuery(queries.slots(visit.id))
  const move = useAct('moveAppointment', AFTER_VISIT)
  const telling = useTelling(visit)
  const moveTo = (startLocal: string, practitionerId?: string): void =>
    move.mutate({
      params: { id: visit.id },
      body: { startLocal, version: visit.version, tell: telling.tell, ...(practitionerId ? { practitionerId } : {}) },
    })
  return (
    <Group className={classes.panel} label={t('visit.moveTitle')}>
      <strong>{t('visit.moveTitle')}</strong>
      <TellPatient visit={visit} telling={telling} />
      <ActionError error={error ?? move.error} />
      {isPending && <Loader size="sm" aria-label={t('app.loading')} />}
      {slots?.items.length === 0 && (
        <Status>
          {slots.reason ? `${t('visit.noSlots')}: ${reasonText(codes, slots.reason)}` : t('visit.noSlots')}
        </Status>
      )}
      <FreeTimes slots={slots?.items.slice(0, SHOWN) ?? []} busy={move.isPending} moveTo={moveTo} />
      <OtherTime visit={visit} busy={move.isPending} moveTo={moveTo} />
    </Group>
  )
}

type FreeTimesProps = {
  readonly slots: readonly { readonly startLocal: string; readonly practitionerId: string }[]
  readonly busy: boolean
  readonly moveTo: (startLocal: string, practitionerId: string) => void
}

function FreeTimes({ slots, busy, moveTo }: FreeTimesProps) {
  const { t, format } = useTexts()
  if (slots.length === 0) return null
  return (
    <>
      <p>{t('visit.moveBody')}</p>
      <ul className={classes.slots} aria-label={t('visit.freeTimes')}>
        {slots.map(({ startLocal, practitionerId }) => {
          const time = format.localDateTime(startLocal)
          return (
            <li key={`${startLocal} ${practitionerId}`}>
              <Button
                fullWidth
                variant="default"
                loading={busy}
                aria-label={t('visit.moveTo', { time })}
                onClick={() => moveTo(startLocal, practitionerId)}
              >
                {time}
              </Button>
            </li>
          )
        })}
      </ul>
    </>
  )
}

import { Button, Loader } from '@mantine/core'
import type { AppointmentDetail } from '@recado/contracts/appointments'
import { useQuery } from '@tanstack/react-query'
import { queries } from '../../api/queries.ts'
import { useAct } from '../../api/use-act.ts'
import { ActionError } from '../../parts/action-error.tsx'
import { reasonText } from '../../texts/console-texts.ts'
import { useTexts } from '../../texts/use-texts.tsx'
import { AFTER_VISIT } from '../../api/made-old.ts'
import classes from './visit-drawer.module.css'
import { Status } from '../../ui/status.tsx'
import { Group } from '../../ui/group.tsx'

/** The next free times, the same that the patient would be offered. */
export function MoveVisit({ visit }: { readonly visit: AppointmentDetail }) {
  const { t, codes, format } = useTexts()
  const { data: slots, error, isPending } = useQuery(queries.slots(visit.id))
  const move = useAct('moveAppointment', AFTER_VISIT)
  return (
    <Group className={classes.panel} label={t('visit.moveTitle')}>
      <strong>{t('visit.moveTitle')}</strong>
      <p>{t('visit.moveBody')}</p>
      <ActionError error={error ?? move.error} />
      {isPending && <Loader size="sm" aria-label={t('app.loading')} />}
      {slots?.items.length === 0 && (
        <Status>
          {slots.reason ? `${t('visit.noSlots')}: ${reasonText(codes, slots.reason)}` : t('visit.noSlots')}
        </Status>
      )}
      <ul className={classes.slots}>
        {slots?.items.slice(0, 9).map((slot) => {
          const time = format.localDateTime(slot.startLocal)
          const body = { startLocal: slot.startLocal, practitionerId: slot.practitionerId, version: visit.version }
          return (
            <li key={`${slot.startLocal} ${slot.practitionerId}`}>
              <Button
                fullWidth
                variant="default"
                loading={move.isPending}
                aria-label={t('visit.moveTo', { time })}
                onClick={() => move.mutate({ params: { id: visit.id }, body })}
              >
                {time}
              </Button>
            </li>
          )
        })}
      </ul>
    </Group>
  )
}

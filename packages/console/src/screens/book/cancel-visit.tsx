import { Button, TextInput } from '@mantine/core'
import type { AppointmentDetail } from '@recado/contracts/appointments'
import { useState } from 'react'
import { useAct } from '../../api/use-act.ts'
import { ActionError } from '../../parts/action-error.tsx'
import { useTexts } from '../../texts/use-texts.tsx'
import { AFTER_VISIT } from '../../api/made-old.ts'
import { TellPatient, useTelling } from '../../parts/tell-patient.tsx'
import classes from './visit-drawer.module.css'
import { useFocusOnMount } from '../../parts/use-focus-on-mount.ts'

type Props = { readonly visit: AppointmentDetail; readonly onKeep: () => void }

/** Asks once, in place, and says what follows. */
export function CancelVisit({ visit, onKeep }: Props) {
  const { t } = useTexts()
  const first = useFocusOnMount<HTMLInputElement>()
  const [reason, setReason] = useState('')
  const telling = useTelling(visit)
  const cancel = useAct('cancelAppointment', AFTER_VISIT)
  const submit = (event: React.SubmitEvent): void => {
    event.preventDefault()
    const body = { version: visit.version, tell: telling.tell, ...(reason.trim() ? { reason } : {}) }
    cancel.mutate({ params: { id: visit.id }, body })
  }
  return (
    <form className={classes.panel} onSubmit={submit} aria-label={t('visit.cancelTitle')}>
      <strong>{t('visit.cancelTitle')}</strong>
      <p>{t('visit.cancelBody')}</p>
      <TextInput
        ref={first}
        label={t('visit.cancelReason')}
        value={reason}
        maxLength={500}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <TellPatient visit={visit} telling={telling} />
      <ActionError error={cancel.error} />
      <div className={classes.actions}>
        <Button type="submit" color="red.9" loading={cancel.isPending}>
          {t('visit.cancelDo')}
        </Button>
        <Button variant="default" onClick={onKeep}>
          {t('visit.keep')}
        </Button>
      </div>
    </form>
  )
}

import { Button, TextInput } from '@mantine/core'
import type { AppointmentDetail } from '@recado/contracts/appointments'
import { useState } from 'react'
import { useTexts } from '../texts/use-texts.tsx'
import classes from './move-visit.module.css'

type Props = {
  readonly visit: AppointmentDetail
  readonly busy: boolean
  readonly moveTo: (startLocal: string) => void
}

/** A time that was agreed on the phone, inside the known hours or not: the desk knows better than the book. */
export function OtherTime({ visit, busy, moveTo }: Props) {
  const { t } = useTexts()
  const [time, setTime] = useState('')
  const submit = (event: React.SubmitEvent): void => {
    event.preventDefault()
    if (time) moveTo(time.slice(0, 16))
  }
  return (
    <form className={classes.other} onSubmit={submit} aria-label={t('visit.otherTime')}>
      <TextInput
        type="datetime-local"
        label={t('visit.otherTime')}
        description={t('visit.zoneHint', { zone: visit.site })}
        value={time}
        step={300}
        required
        onChange={(event) => setTime(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" loading={busy}>
        {t('visit.moveDo')}
      </Button>
    </form>
  )
}

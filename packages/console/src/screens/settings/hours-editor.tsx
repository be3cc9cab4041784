import { TextInput } from '@mantine/core'
import type { Practitioner, PractitionerHours } from '@recado/contracts/catalogue'
import { useState } from 'react'
import { useAct } from '../../api/use-act.ts'
import { ActionError } from '../../parts/action-error.tsx'
import { useTexts } from '../../texts/use-texts.tsx'
import { ActionButton } from '../../ui/action-button.tsx'
import { AFTER_HOURS } from '../../api/made-old.ts'
import classes from './settings-screen.module.css'
import { hoursOf, rowsOf, weekdayDate } from './week.ts'
import type { DayHours } from './week.ts'

type Props = { readonly practitioner: Practitioner; readonly hours: PractitionerHours; readonly onDone: () => void }

export function HoursEditor({ practitioner, hours, onDone }: Props) {
  const { t } = useTexts()
  const [rows, setRows] = useState(() => rowsOf(hours.state === 'accepted' ? hours.accepted : hours.proposed))
  const put = useAct('putPractitionerHours', AFTER_HOURS)
  const valid = hoursOf(rows, practitioner.sites[0]?.id ?? '')
  const change = (weekday: number, edit: Partial<DayHours>): void =>
    setRows(rows.map((row) => (row.weekday === weekday ? { ...row, ...edit } : row)))
  return (
    <form
      className={classes.panel}
      onSubmit={(event) => {
        event.preventDefault()
        if (valid) put.mutate({ params: { id: practitioner.id }, body: { hours: valid } }, { onSuccess: onDone })
      }}
    >
      <ul className={classes.editor}>
        {rows.map((row) => (
          <DayRow key={row.weekday} row={row} onChange={(edit) => change(row.weekday, edit)} />
        ))}
      </ul>
      <ActionError error={put.error} />
      <div className={classes.buttons}>
        <ActionButton type="submit" loading={put.isPending} disabledReason={valid ? undefined : t('error.invalid')}>
          {t('app.save')}
        </ActionButton>
        <ActionButton variant="default" onClick={onDone}>
          {t('app.cancel')}
        </ActionButton>
      </div>
    </form>
  )
}

function DayRow({ row, onChange }: { readonly row: DayHours; readonly onChange: (edit: Partial<DayHours>) => void }) {
  const { t, format } = useTexts()
  const day = format.longWeekday(weekdayDate(row.weekday))
  return (
    <li>
      <span>{day}</span>
      <TextInput
        type="time"
        aria-label={`${day}: ${t('settings.from')}`}
        value={row.start}
        onChange={(event) => onChange({ start: event.currentTarget.value })}
      />
      <TextInput
        type="time"
        aria-label={`${day}: ${t('settings.to')}`}
        value={row.end}
        onChange={(event) => onChange({ end: event.currentTarget.value })}
      />
    </li>
  )
}

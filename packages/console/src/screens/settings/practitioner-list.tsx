import type { Practitioner } from '@recado/contracts/catalogue'
import { useSuspenseQuery } from '@tanstack/react-query'
import { UserRound } from 'lucide-react'
import { useState } from 'react'
import { queries } from '../../api/queries.ts'
import { useAct } from '../../api/use-act.ts'
import { useTexts } from '../../texts/use-texts.tsx'
import { EmptyMessage } from '../../ui/empty.tsx'
import { HoursPanel } from './hours-panel.tsx'
import classes from './settings-screen.module.css'
import { SwitchRow } from './switch-row.tsx'

export function PractitionerList() {
  const { t } = useTexts()
  const { data } = useSuspenseQuery(queries.practitioners())
  if (data.items.length === 0) {
    return <EmptyMessage icon={<UserRound />} title={t('settings.practitionersEmpty')} body={t('settings.emptyBody')} />
  }
  return (
    <ul className={classes.list}>
      {data.items.map((practitioner) => (
        <li key={practitioner.id}>
          <PractitionerRow practitioner={practitioner} />
        </li>
      ))}
    </ul>
  )
}

function PractitionerRow({ practitioner }: { readonly practitioner: Practitioner }) {
  const { t } = useTexts()
  const [open, setOpen] = useState(false)
  const patch = useAct('patchPractitioner', ['practitioners', 'overview', 'book'])
  const { id, name, hoursState } = practitioner
  return (
    <SwitchRow
      name={name}
      facts={[
        practitioner.sites.map((site) => site.name).join(', '),
        t('settings.upcoming', { count: practitioner.upcoming }),
      ]}
      on={practitioner.sendingEnabled}
      error={patch.error}
      onSwitch={(sendingEnabled) => patch.mutate({ params: { id }, body: { sendingEnabled } })}
    >
      <details className={classes.hours} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary data-state={hoursState}>
          {t('settings.hours')}: {t(`settings.hours.${hoursState}`)}
        </summary>
        {open && <HoursPanel practitioner={practitioner} />}
      </details>
    </SwitchRow>
  )
}

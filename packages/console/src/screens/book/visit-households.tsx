import { Switch, Tooltip } from '@mantine/core'
import type { Household } from '@recado/contracts/patients'
import { useQuery } from '@tanstack/react-query'
import { queries } from '../../api/queries.ts'
import { useAct } from '../../api/use-act.ts'
import { ActionError } from '../../parts/action-error.tsx'
import { useSession } from '../../parts/use-session.ts'
import { useTexts } from '../../texts/use-texts.tsx'
import classes from './visit-consents.module.css'

/** With whom the patient shares a phone, and whether one message may speak of all of them. Nothing for most patients. */
export function VisitHouseholds({ patientId }: { readonly patientId: string }) {
  const { data, error } = useQuery(queries.households(patientId))
  return (
    <>
      <ActionError error={error} />
      {data?.items.map((household) => (
        <Shared key={household.contactId} patientId={patientId} household={household} />
      ))}
    </>
  )
}

type Props = { readonly patientId: string; readonly household: Household }

function Shared({ patientId, household: { contactId, phone, others, sharesTexts } }: Props) {
  const { t, format } = useTexts()
  const { can } = useSession()
  const act = useAct('putHousehold', ['consents', 'timeline'])
  const allowed = can('patient.write')
  return (
    <div className={classes.form}>
      <span>
        {t('household.shared', { names: format.list(others.map(({ name }) => name)) })} <bdi>{phone}</bdi>
      </span>
      <Tooltip label={t('off.permission')} disabled={allowed}>
        <Switch
          label={t('household.oneMessage')}
          checked={sharesTexts}
          disabled={!allowed || act.isPending}
          onChange={(event) =>
            act.mutate({ params: { id: patientId, contactId }, body: { sharesTexts: event.currentTarget.checked } })
          }
        />
      </Tooltip>
      <ActionError error={act.error} />
    </div>
  )
}

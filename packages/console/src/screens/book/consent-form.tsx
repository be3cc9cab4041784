import { Checkbox, NativeSelect } from '@mantine/core'
import type { ConsentEvent } from '@recado/contracts/patients'
import { useState } from 'react'
import { useAct } from '../../api/use-act.ts'
import { ActionError } from '../../parts/action-error.tsx'
import { useSession } from '../../parts/use-session.ts'
import { useTexts } from '../../texts/use-texts.tsx'
import { ActionButton } from '../../ui/action-button.tsx'
import { Group } from '../../ui/group.tsx'
import classes from './visit-consents.module.css'

type Purpose = ConsentEvent['purposes'][number]
/** What the messages of this version rest on. */
const OFFERED: readonly Purpose[] = ['appointment_logistics', 'care_followup']
/** What a person at the desk can vouch for. */
const SAID_HERE = ['verbal', 'written', 'signed'] as const satisfies readonly ConsentEvent['evidence'][]

/** Writes down what the patient says at the desk, with how it can be proven. Nothing is ever taken out of the ledger. */
export function ConsentForm({ patientId }: { readonly patientId: string }) {
  const { t } = useTexts()
  const { can } = useSession()
  const [purposes, setPurposes] = useState<readonly Purpose[]>(OFFERED)
  const [evidence, setEvidence] = useState<(typeof SAID_HERE)[number]>('verbal')
  const act = useAct('createConsent', ['consents', 'appointment', 'timeline', 'book'])
  const off = !can('patient.write') ? t('off.permission') : purposes.length === 0 ? t('consent.chooseOne') : undefined
  const write = (kind: 'grant' | 'withdraw') => () =>
    act.mutate({ params: { id: patientId }, body: { kind, purposes: [...purposes], evidence, source: 'desk' } })
  const toggle = (purpose: Purpose, on: boolean): void =>
    setPurposes(OFFERED.filter((one) => (one === purpose ? on : purposes.includes(one))))
  return (
    <Group label={t('consent.write')} className={classes.form}>
      {OFFERED.map((purpose) => (
        <Checkbox
          key={purpose}
          label={t(`purpose.${purpose}`)}
          checked={purposes.includes(purpose)}
          onChange={(event) => toggle(purpose, event.currentTarget.checked)}
        />
      ))}
      <NativeSelect
        label={t('consent.evidence')}
        value={evidence}
        data={SAID_HERE.map((value) => ({ value, label: t(`evidence.${value}`) }))}
        onChange={(event) => setEvidence(event.currentTarget.value as typeof evidence)}
      />
      <ActionError error={act.error} />
      <div className={classes.buttons}>
        <ActionButton disabledReason={off} loading={act.isPending} onClick={write('grant')}>
          {t('consent.give')}
        </ActionButton>
        <ActionButton variant="default" disabledReason={off} loading={act.isPending} onClick={write('withdraw')}>
          {t('consent.withdraw')}
        </ActionButton>
      </div>
    </Group>
  )
}

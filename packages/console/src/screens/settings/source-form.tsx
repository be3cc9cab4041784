import { Checkbox, NativeSelect, NumberInput } from '@mantine/core'
import type { Source } from '@recado/contracts/catalogue'
import { useState } from 'react'
import { useAct } from '../../api/use-act.ts'
import { ActionError } from '../../parts/action-error.tsx'
import { useSession } from '../../parts/use-session.ts'
import { useTexts } from '../../texts/use-texts.tsx'
import { ActionButton } from '../../ui/action-button.tsx'
import classes from './settings-screen.module.css'

type Settings = Pick<Source, 'journey' | 'tellChanges' | 'missingMeansCancelled'> & {
  readonly expectedEveryHours: number | undefined
  readonly assumeFulfilledAfterMin: number | undefined
}

// The wire's own lists would bring its whole library of schemas to the browser.
const JOURNEYS: readonly Source['journey'][] = ['appointment-reminder', 'appointment-reminder-3-1']
const TELL_CHANGES: readonly Source['tellChanges'][] = ['stated', 'all', 'none']

/** How the visits of one source are treated; nothing counts before it is saved. */
export function SourceForm({ source }: { readonly source: Source }) {
  const { t } = useTexts()
  const { can } = useSession()
  const patch = useAct('patchSource', ['sources', 'overview', 'book', 'timeline'])
  const [settings, setSettings] = useState<Settings>({
    journey: source.journey,
    tellChanges: source.tellChanges,
    missingMeansCancelled: source.missingMeansCancelled,
    expectedEveryHours: source.expectedEveryHours,
    assumeFulfilledAfterMin: source.assumeFulfilledAfterMin,
  })
  const save = (event: React.SubmitEvent): void => {
    event.preventDefault()
    const { expectedEveryHours = null, assumeFulfilledAfterMin = null, ...rest } = settings
    patch.mutate({ params: { id: source.id }, body: { ...rest, expectedEveryHours, assumeFulfilledAfterMin } })
  }
  return (
    <form className={classes.panel} onSubmit={save} aria-label={t('settings.sourceOf', { name: source.name })}>
      <Choices settings={settings} change={(edit) => setSettings({ ...settings, ...edit })} />
      <Numbers settings={settings} change={(edit) => setSettings({ ...settings, ...edit })} />
      <ActionError error={patch.error} />
      <div className={classes.buttons}>
        <ActionButton
          type="submit"
          loading={patch.isPending}
          disabledReason={can('catalogue.write') ? undefined : t('off.permission')}
        >
          {t('app.save')}
        </ActionButton>
      </div>
    </form>
  )
}

type PartProps = { readonly settings: Settings; readonly change: (edit: Partial<Settings>) => void }

function Choices({ settings, change }: PartProps) {
  const { t } = useTexts()
  return (
    <>
      <NativeSelect
        label={t('settings.journey')}
        value={settings.journey}
        data={JOURNEYS.map((value) => ({ value, label: t(`settings.journey.${value}`) }))}
        onChange={(event) => change({ journey: event.currentTarget.value as Settings['journey'] })}
      />
      <NativeSelect
        label={t('settings.tell')}
        value={settings.tellChanges}
        data={TELL_CHANGES.map((value) => ({ value, label: t(`settings.tell.${value}`) }))}
        onChange={(event) => change({ tellChanges: event.currentTarget.value as Settings['tellChanges'] })}
      />
      <Checkbox
        label={t('settings.missingSwitch')}
        description={t('settings.missingHint')}
        checked={settings.missingMeansCancelled}
        onChange={(event) => change({ missingMeansCancelled: event.currentTarget.checked })}
      />
    </>
  )
}

function Numbers({ settings, change }: PartProps) {
  const { t } = useTexts()
  const whole = (value: string | number): number | undefined => (value === '' ? undefined : Number(value))
  return (
    <>
      <NumberInput
        label={t('settings.everyLabel')}
        description={t('settings.everyHint')}
        value={settings.expectedEveryHours ?? ''}
        min={1}
        max={2160}
        allowDecimal={false}
        onChange={(value) => change({ expectedEveryHours: whole(value) })}
      />
      <NumberInput
        label={t('settings.assumeLabel')}
        description={t('settings.assumeHint')}
        value={settings.assumeFulfilledAfterMin ?? ''}
        min={1}
        max={10_080}
        allowDecimal={false}
        onChange={(value) => change({ assumeFulfilledAfterMin: whole(value) })}
      />
    </>
  )
}

import { Switch, Tooltip } from '@mantine/core'
import type { ReactNode } from 'react'
import { useSession } from '../../parts/use-session.ts'
import { ActionError } from '../../parts/action-error.tsx'
import { useTexts } from '../../texts/use-texts.tsx'
import classes from './settings-screen.module.css'

type Props = {
  readonly name: string
  readonly facts: readonly string[]
  readonly on: boolean
  readonly error: Error | null
  readonly onSwitch: (on: boolean) => void
  readonly children?: ReactNode
}

/** One thing of the catalogue with its switch for sending; off for roles that may not, and then it says so. */
export function SwitchRow({ name, facts, on, error, onSwitch, children }: Props) {
  const { t } = useTexts()
  const { can } = useSession()
  const allowed = can('catalogue.write')
  return (
    <div className={classes.row}>
      <div className={classes.words}>
        <bdi>{name}</bdi>
        <p>
          {facts.map((fact) => (
            <bdi key={fact}>{fact}</bdi>
          ))}
        </p>
      </div>
      <Tooltip label={t('off.permission')} disabled={allowed}>
        <Switch
          className={classes.switch}
          aria-label={t('settings.sendFor', { name })}
          label={on ? t('settings.on') : t('settings.off')}
          checked={on}
          disabled={!allowed}
          onChange={(event) => onSwitch(event.currentTarget.checked)}
        />
      </Tooltip>
      <ActionError error={error} />
      {children}
    </div>
  )
}

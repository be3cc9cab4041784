import { ActionIcon, Tooltip } from '@mantine/core'
import { Eye, EyeOff } from 'lucide-react'
import { setPreferences, usePreferences } from '../app/preferences.ts'
import { useTexts } from '../texts/use-texts.tsx'
import classes from './shell-buttons.module.css'

/** For a desk that the waiting room can see. */
export function HideNamesSwitch() {
  const { t } = useTexts()
  const { hideNames } = usePreferences()
  return (
    <Tooltip label={hideNames ? t('prefs.namesHidden') : t('prefs.hideNamesHint')}>
      <ActionIcon
        aria-label={t('prefs.hideNames')}
        aria-pressed={hideNames}
        className={classes.toggle}
        onClick={() => setPreferences({ hideNames: !hideNames })}
      >
        {hideNames ? <EyeOff size={18} aria-hidden /> : <Eye size={18} aria-hidden />}
      </ActionIcon>
    </Tooltip>
  )
}

import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { paths } from '../api/paths.ts'
import { queries } from '../api/queries.ts'
import { useTexts } from '../texts/use-texts.tsx'
import { Wordmark } from '../ui/wordmark.tsx'
import { DemoClock } from './demo-clock.tsx'
import { HideNamesSwitch } from './hide-names.tsx'
import { PreferencesMenu } from './preferences-menu.tsx'
import { SendingSwitch } from './sending-switch.tsx'
import classes from './top-bar.module.css'

export function TopBar() {
  const { t } = useTexts()
  const { data } = useSuspenseQuery(queries.overview())
  return (
    <header className={classes.bar} data-demo={data.mode === 'demo' || undefined}>
      <Link to={paths.book} className={classes.home} aria-label={`Recado, ${t('app.toBook')}`}>
        <Wordmark />
      </Link>
      {data.mode === 'demo' && (
        <div className={classes.demo}>
          <strong className={classes.tag} title={t('app.demoHint')}>
            {t('app.demo')}
          </strong>
          <DemoClock />
        </div>
      )}
      <div className={classes.end}>
        <SendingSwitch />
        <HideNamesSwitch />
        <PreferencesMenu />
      </div>
    </header>
  )
}

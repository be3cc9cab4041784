import { Text } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Info } from 'lucide-react'
import { paths } from '../../api/paths.ts'
import { queries } from '../../api/queries.ts'
import { WarningWords } from '../../shell/banners.tsx'
import { useTexts } from '../../texts/use-texts.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Screen } from '../../ui/screen.tsx'
import { KeyList } from './key-list.tsx'
import { PractitionerList } from './practitioner-list.tsx'
import { ServiceList, SiteList } from './catalogue-lists.tsx'
import { SETTINGS_TABS } from './settings-search.ts'
import type { SettingsTab } from './settings-search.ts'
import classes from './settings-screen.module.css'
import { SourceList } from './source-list.tsx'

const route = getRouteApi('/app/settings')
const SAID_HERE: ReadonlySet<string> = new Set(['bundled-database', 'hours-proposed', 'sending-off'])
const LISTS = {
  practitioners: PractitionerList,
  sites: SiteList,
  services: ServiceList,
  sources: SourceList,
  keys: KeyList,
} as const

const SWITCHED: ReadonlySet<SettingsTab> = new Set(['practitioners', 'sites', 'services'])

export function SettingsScreen() {
  const { t } = useTexts()
  const { tab = 'practitioners' } = route.useSearch()
  const { data } = useSuspenseQuery(queries.overview())
  const List = LISTS[tab]
  const notices = data.warnings.filter(({ code }) => SAID_HERE.has(code))
  return (
    <Screen title={t('settings.title')}>
      <Tabs chosen={tab} />
      {SWITCHED.has(tab) && (
        <Text size="sm" c="dimmed">
          {t('settings.switchBody')}
        </Text>
      )}
      {notices.map((warning) => (
        <Notice key={warning.code} tone={warning.code === 'bundled-database' ? 'calm' : 'warn'} icon={Info}>
          <WarningWords warning={warning} />
        </Notice>
      ))}
      <List />
    </Screen>
  )
}

function Tabs({ chosen }: { readonly chosen: SettingsTab }) {
  const { t } = useTexts()
  return (
    <nav className={classes.tabs} aria-label={t('settings.tabs')}>
      {SETTINGS_TABS.map((tab) => (
        <Link key={tab} to={paths.settings} search={{ tab }} aria-current={tab === chosen ? 'page' : undefined}>
          {t(`settings.${tab}`)}
        </Link>
      ))}
    </nav>
  )
}

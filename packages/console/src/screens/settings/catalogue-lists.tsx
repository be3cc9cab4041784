import type { Service, Site } from '@recado/contracts/catalogue'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Building2, Stethoscope } from 'lucide-react'
import { queries } from '../../api/queries.ts'
import { useAct } from '../../api/use-act.ts'
import { useTexts } from '../../texts/use-texts.tsx'
import { EmptyMessage } from '../../ui/empty.tsx'
import classes from './settings-screen.module.css'
import { SwitchRow } from './switch-row.tsx'

export function SiteList() {
  const { t } = useTexts()
  const { data } = useSuspenseQuery(queries.sites())
  if (data.items.length === 0) {
    return <EmptyMessage icon={<Building2 />} title={t('settings.sitesEmpty')} body={t('settings.emptyBody')} />
  }
  return (
    <ul className={classes.list}>
      {data.items.map((site) => (
        <li key={site.id}>
          <SiteRow site={site} />
        </li>
      ))}
    </ul>
  )
}

function SiteRow({ site }: { readonly site: Site }) {
  const { t, format } = useTexts()
  const patch = useAct('patchSite', ['sites', 'overview', 'book'])
  return (
    <SwitchRow
      name={site.name}
      facts={[format.zone(site.zone), t('settings.upcoming', { count: site.upcoming })]}
      on={site.sendingEnabled}
      error={patch.error}
      onSwitch={(sendingEnabled) => patch.mutate({ params: { id: site.id }, body: { sendingEnabled } })}
    />
  )
}

export function ServiceList() {
  const { t } = useTexts()
  const { data } = useSuspenseQuery(queries.services())
  if (data.items.length === 0) {
    return <EmptyMessage icon={<Stethoscope />} title={t('settings.servicesEmpty')} body={t('settings.emptyBody')} />
  }
  return (
    <ul className={classes.list}>
      {data.items.map((service) => (
        <li key={service.id}>
          <ServiceRow service={service} />
        </li>
      ))}
    </ul>
  )
}

function ServiceRow({ service }: { readonly service: Service }) {
  const { t } = useTexts()
  const patch = useAct('patchService', ['services', 'overview'])
  const duration = service.durationMin === undefined ? [] : [t('visit.duration', { count: service.durationMin })]
  return (
    <SwitchRow
      name={service.name}
      facts={[...duration, t('settings.upcoming', { count: service.upcoming })]}
      on={service.sendingEnabled}
      error={patch.error}
      onSwitch={(sendingEnabled) => patch.mutate({ params: { id: service.id }, body: { sendingEnabled } })}
    />
  )
}

import { Drawer, Loader } from '@mantine/core'
import type { AppointmentDetail } from '@recado/contracts/appointments'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { queries } from '../../api/queries.ts'
import { ActionError } from '../../parts/action-error.tsx'
import { PersonName } from '../../parts/person-name.tsx'
import { VisitChip } from '../../parts/visit-chip.tsx'
import { useTexts } from '../../texts/use-texts.tsx'
import { VisitActions } from './visit-actions.tsx'
import { VisitConsents } from './visit-consents.tsx'
import { VisitFacts } from './visit-facts.tsx'
import classes from './visit-drawer.module.css'
import { VisitTimeline } from './visit-timeline.tsx'
import type { BookSearch } from './book-search.ts'

const route = getRouteApi('/app/book')

/** One visit, beside the book: what it is, what can be done, what was said about it. */
export function VisitDrawer({ id }: { readonly id: string }) {
  const { t, dir } = useTexts()
  const navigate = route.useNavigate()
  const { data: visit, error } = useQuery(queries.appointment(id))
  const close = (): void => void navigate({ search: withoutVisit })
  return (
    <Drawer
      opened
      onClose={close}
      position={dir === 'rtl' ? 'left' : 'right'}
      size="27rem"
      title={visit ? <Heading visit={visit} /> : t('visit.title')}
      closeButtonProps={{ 'aria-label': t('app.close') }}
      classNames={{ header: classes.header, body: classes.body }}
    >
      <ActionError error={error} />
      {!visit && !error && <Loader aria-label={t('app.loading')} />}
      {visit && (
        <>
          <VisitActions key={`${visit.id} ${visit.version}`} visit={visit} />
          <VisitFacts visit={visit} />
          <VisitConsents visit={visit} />
          <VisitTimeline visit={visit} />
        </>
      )}
    </Drawer>
  )
}

const withoutVisit = (search: BookSearch): BookSearch =>
  Object.fromEntries(Object.entries(search).filter(([key]) => key !== 'visit'))

function Heading({ visit }: { readonly visit: AppointmentDetail }) {
  const { t, format } = useTexts()
  return (
    <span className={classes.heading}>
      <span className={classes.name}>
        <PersonName person={visit.patient} />
      </span>
      <span className={classes.when}>
        {visit.startLocal
          ? format.localDateTime(visit.startLocal)
          : `${format.date(visit.date)} · ${t('visit.dateOnly')}`}
        {visit.service && (
          <>
            {' · '}
            <bdi>{visit.service}</bdi>
          </>
        )}
      </span>
      <VisitChip chip={visit.chip} />
    </span>
  )
}

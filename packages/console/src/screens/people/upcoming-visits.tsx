import type { ConversationDetail } from '@recado/contracts/conversations'
import { Link } from '@tanstack/react-router'
import { paths } from '../../api/paths.ts'
import { VisitChip } from '../../parts/visit-chip.tsx'
import { useTexts } from '../../texts/use-texts.tsx'
import classes from './conversation-screen.module.css'

/** More would push the messages away. */
const SHOWN = 3

/** What the conversation is most likely about, one click from the book. */
export function UpcomingVisits({ visits }: { readonly visits: ConversationDetail['appointments'] }) {
  const { t, format } = useTexts()
  if (visits.length === 0) return null
  return (
    <ul className={classes.visits} aria-label={t('people.visits')}>
      {visits.slice(0, SHOWN).map((visit) => (
        <li key={visit.id}>
          <Link to={paths.book} search={{ date: visit.date, visit: visit.id }}>
            <strong>{visit.startLocal ? format.localDateTime(visit.startLocal) : format.date(visit.date)}</strong>
            <bdi>{visit.practitioner}</bdi>
            <VisitChip chip={visit.chip} />
          </Link>
        </li>
      ))}
      {visits.length > SHOWN && <li>{t('people.moreVisits', { count: visits.length - SHOWN })}</li>}
    </ul>
  )
}

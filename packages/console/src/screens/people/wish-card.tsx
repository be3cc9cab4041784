import type { Conversation } from '@recado/contracts/conversations'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { CalendarClock } from 'lucide-react'
import { useState } from 'react'
import { paths } from '../../api/paths.ts'
import { queries } from '../../api/queries.ts'
import { ActionError } from '../../parts/action-error.tsx'
import { MoveVisit } from '../../parts/move-visit.tsx'
import { useSession } from '../../parts/use-session.ts'
import { useTexts } from '../../texts/use-texts.tsx'
import { ActionButton } from '../../ui/action-button.tsx'
import { Group } from '../../ui/group.tsx'
import classes from './wish-card.module.css'

type Wish = NonNullable<Conversation['wish']>
type Props = { readonly wish: Wish; readonly language: string | undefined }

/** Who wants another time, from when, and what they said about it; the visit is moved right here. */
export function WishCard({ wish, language }: Props) {
  const { t } = useTexts()
  const { can } = useSession()
  const [moving, setMoving] = useState(false)
  return (
    <Group className={classes.card} label={t('wish.title')}>
      <CalendarClock size={20} aria-hidden />
      <div className={classes.what}>
        <strong>{t('wish.title')}</strong>
        <Link to={paths.book} search={{ date: wish.date, visit: wish.appointmentId }}>
          <WishVisit wish={wish} />
        </Link>
        <When wish={wish} language={language} />
      </div>
      <ActionButton
        disabledReason={can('book.change') ? undefined : t('off.permission')}
        onClick={() => setMoving(!moving)}
      >
        {t('wish.move')}
      </ActionButton>
      {moving && <Moving id={wish.appointmentId} />}
    </Group>
  )
}

function WishVisit({ wish }: { readonly wish: Wish }) {
  const { format } = useTexts()
  return (
    <>
      {wish.startLocal ? format.localDateTime(wish.startLocal) : format.date(wish.date)}
      {wish.practitioner && (
        <>
          {' · '}
          <bdi>{wish.practitioner}</bdi>
        </>
      )}
    </>
  )
}

function When({ wish: { words, preference }, language }: Props) {
  const { t } = useTexts()
  if (words !== undefined)
    return (
      <q className={classes.words} dir="auto" lang={language}>
        {words}
      </q>
    )
  return <span>{t(preference ? `wish.${preference}` : 'wish.unsaid')}</span>
}

function Moving({ id }: { readonly id: string }) {
  const { data: visit, error } = useQuery(queries.appointment(id))
  return (
    <div className={classes.panel}>
      <ActionError error={error} />
      {visit && <MoveVisit key={visit.version} visit={visit} />}
    </div>
  )
}

import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { CalendarDays, ClipboardPen, FileDown, MessagesSquare, Settings2 } from 'lucide-react'
import { paths } from '../api/paths.ts'
import { queries } from '../api/queries.ts'
import { useTexts } from '../texts/use-texts.tsx'
import { Count } from '../ui/count.tsx'
import classes from './navigation.module.css'

export function Navigation() {
  const { t } = useTexts()
  const { data } = useSuspenseQuery(queries.overview())
  const { needsPerson, changesPending } = data.counts
  const toSettle = data.warnings.filter(({ code }) => code === 'hours-proposed' || code === 'sending-off').length
  const alarm = (data.queues.emergency ?? 0) > 0
  const items = [
    { to: paths.book, icon: CalendarDays, label: t('nav.book'), short: t('nav.book'), count: 0 },
    { to: paths.people, icon: MessagesSquare, label: t('nav.people'), short: t('nav.peopleShort'), count: needsPerson },
    {
      to: paths.changes,
      icon: ClipboardPen,
      label: t('nav.changes'),
      short: t('nav.changesShort'),
      count: changesPending,
    },
    { to: paths.imports, icon: FileDown, label: t('nav.import'), short: t('nav.import'), count: 0 },
    { to: paths.settings, icon: Settings2, label: t('nav.settings'), short: t('nav.settings'), count: toSettle },
  ]
  return (
    <nav className={classes.rail} aria-label={t('app.navigation')}>
      {items.map(({ to, icon: Icon, label, short, count }) => (
        <Link key={to} to={to} className={classes.item} activeProps={{ 'data-active': true }} aria-label={label}>
          <Icon size={20} strokeWidth={1.8} aria-hidden />
          <span className={classes.long}>{label}</span>
          <span className={classes.short}>{short}</span>
          <Count
            value={count}
            label={t('nav.waiting', { count })}
            tone={to !== paths.people ? 'quiet' : alarm ? 'alarm' : 'loud'}
          />
        </Link>
      ))}
    </nav>
  )
}

import type { BookAppointment } from '@recado/contracts/book'
import { getRouteApi, Link } from '@tanstack/react-router'
import { ClipboardPen } from 'lucide-react'
import { paths } from '../../api/paths.ts'
import { useShownName } from '../../parts/person-name.tsx'
import { chipText, VisitChip } from '../../parts/visit-chip.tsx'
import { useTexts } from '../../texts/use-texts.tsx'
import type { ChipStateName } from './chip-states.ts'
import type { Roving } from './use-roving.ts'
import classes from './visit-card.module.css'

const route = getRouteApi('/app/book')

type Props = {
  readonly visit: BookAppointment
  /** `line`: everything in one line, for short visits and narrow lanes. */
  readonly shape: 'card' | 'line'
  readonly state: ChipStateName | undefined
  readonly roving?: Roving
}

export function VisitCard({ visit, shape, state, roving }: Props) {
  const texts = useTexts()
  const { t } = texts
  const { visit: open } = route.useSearch()
  const name = useShownName()(visit.patient)
  const time = visit.startLocal?.slice(11, 16)
  const label = [
    time,
    name,
    visit.service,
    chipText(texts, visit.chip),
    visit.pendingInSource ? t('book.pending') : undefined,
  ]
  return (
    <Link
      from={paths.book}
      to={paths.book}
      search={(old) => ({ ...old, visit: visit.id })}
      className={classes.card}
      data-shape={shape}
      data-chip={visit.chip.state}
      data-dimmed={(state !== undefined && state !== visit.chip.state) || undefined}
      data-visit={visit.id}
      aria-current={open === visit.id ? 'true' : undefined}
      aria-label={label.filter(Boolean).join(', ')}
      {...(roving
        ? { tabIndex: roving.tabbable === visit.id ? 0 : -1, onKeyDown: roving.onKeyDown, onFocus: roving.onFocus }
        : {})}
    >
      <span className={classes.who}>
        {time && <span className={classes.time}>{time}</span>}
        <bdi className={classes.name}>{name}</bdi>
        {visit.pendingInSource && <ClipboardPen size={13} aria-hidden className={classes.pending} />}
      </span>
      <span className={classes.what}>
        <VisitChip chip={visit.chip} compact={shape === 'line'} />
        {shape === 'card' && visit.service && <bdi className={classes.service}>{visit.service}</bdi>}
      </span>
    </Link>
  )
}

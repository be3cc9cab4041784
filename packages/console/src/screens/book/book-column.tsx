import { VisuallyHidden } from '@mantine/core'
import { BellOff } from 'lucide-react'
import { useTexts } from '../../texts/use-texts.tsx'
import { spanOf } from './book-columns.ts'
import type { Column, Span } from './book-columns.ts'
import classes from './book-grid.module.css'
import type { BookRange } from './book-search.ts'
import type { ChipStateName } from './chip-states.ts'
import { lanesOf } from './lanes.ts'
import type { Roving } from './use-roving.ts'
import { VisitCard } from './visit-card.tsx'

type Props = {
  readonly column: Column
  readonly view: BookRange['view']
  readonly span: Span
  readonly nowMinute: number | undefined
  readonly state: ChipStateName | undefined
  readonly roving: Roving
}

/** Minutes from which two lines fit into a card. */
const TWO_LINES = 25

export function BookColumn({ column, view, span, nowMinute, state, roving }: Props) {
  const id = `column-${column.key.replaceAll(' ', '-')}`
  const spans = column.timed.map(spanOf)
  const lanes = lanesOf(spans)
  return (
    <section aria-labelledby={id} style={{ display: 'contents' }}>
      <ColumnHead id={id} column={column} view={view} today={nowMinute !== undefined} />
      <div className={classes.column}>
        {column.open.map((open) => (
          <div key={open.start} className={classes.open} style={place(open, span)} />
        ))}
        {column.untimed.length > 0 && (
          <ol className={classes.untimed}>
            {column.untimed.map((visit) => (
              <li key={visit.id}>
                <VisitCard visit={visit} shape="line" state={state} roving={roving} />
              </li>
            ))}
          </ol>
        )}
        <ol>
          {column.timed.map((visit, index) => {
            const own = spans[index] ?? span
            const { lane, lanes: of } = lanes[index] ?? { lane: 0, lanes: 1 }
            const style = { ...place(own, span), '--lane': lane, '--lanes': of }
            return (
              <li key={visit.id} className={classes.visit} style={style}>
                <VisitCard
                  visit={visit}
                  shape={own.end - own.start >= TWO_LINES ? 'card' : 'line'}
                  state={state}
                  roving={roving}
                />
              </li>
            )
          })}
        </ol>
        {nowMinute !== undefined && nowMinute >= span.start && nowMinute <= span.end && (
          <div className={classes.now} data-now style={place({ start: nowMinute, end: nowMinute }, span)} />
        )}
      </div>
    </section>
  )
}

const place = (own: Span, whole: Span) =>
  ({ '--from': own.start - whole.start, '--length': own.end - own.start }) as React.CSSProperties

type HeadProps = {
  readonly id: string
  readonly column: Column
  readonly view: BookRange['view']
  readonly today: boolean
}

function ColumnHead({ id, column, view, today }: HeadProps) {
  const { t, format } = useTexts()
  const visits = [...column.untimed, ...column.timed]
  const confirmed = visits.filter(({ confirmation }) => confirmation === 'confirmed').length
  const name = column.practitioner.name || t('book.nobody')
  return (
    <header className={classes.head} data-today={(view === 'week' && today) || undefined}>
      <h2 id={id} title={name}>
        <bdi>{view === 'day' ? name : format.date(column.date)}</bdi>
      </h2>
      <p>
        {!column.practitioner.sendingEnabled && (
          <span className={classes.off} title={t('book.sendingOff')}>
            <BellOff size={12} aria-hidden />
            <VisuallyHidden>{t('book.sendingOff')}</VisuallyHidden>
          </span>
        )}
        <span>
          {visits.length === 0 && column.open.length === 0
            ? t('book.closed')
            : t('book.summary', { confirmed, total: visits.length })}
        </span>
        {view === 'day' && (
          <>
            <span aria-hidden>·</span>
            <bdi>{column.site}</bdi>
          </>
        )}
      </p>
    </header>
  )
}

import { VisuallyHidden } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useNow } from '../../parts/use-now.ts'
import { useTexts } from '../../texts/use-texts.tsx'
import { localOf, minuteOf, timeOf } from '../../time/zoned.ts'
import { BookColumn } from './book-column.tsx'
import { visibleSpan } from './book-columns.ts'
import type { Column } from './book-columns.ts'
import classes from './book-grid.module.css'
import type { BookRange } from './book-search.ts'
import type { ChipStateName } from './chip-states.ts'
import { useRoving } from './use-roving.ts'

type Props = {
  readonly columns: readonly Column[]
  readonly range: BookRange
  readonly state: ChipStateName | undefined
}

/** Time runs down, practitioners (or days) stand side by side. */
export function BookGrid({ columns, range, state }: Props) {
  const { t } = useTexts()
  const now = useNow()
  const span = visibleSpan(columns)
  const grid = useScrollToNow(`${range.from} ${range.view}`)
  const roving = useRoving(columns)
  const hours = Array.from({ length: (span.end - span.start) / 60 }, (_, index) => span.start + index * 60)
  const measures = { '--minutes': span.end - span.start, '--columns': columns.length } as React.CSSProperties
  return (
    <div className={classes.frame}>
      <VisuallyHidden id="book-keys">{t('book.keys')}</VisuallyHidden>
      <section
        ref={grid}
        className={classes.grid}
        aria-label={t('book.title')}
        aria-describedby="book-keys"
        style={measures}
      >
        <div className={classes.corner} />
        <div className={classes.axis} aria-hidden>
          {hours.map((minute) => (
            <span key={minute} style={{ '--from': minute - span.start } as React.CSSProperties}>
              {timeOf(minute)}
            </span>
          ))}
        </div>
        {columns.map((column) => (
          <BookColumn
            key={column.key}
            column={column}
            view={range.view}
            span={span}
            nowMinute={minuteToday(now, column)}
            state={state}
            roving={roving}
          />
        ))}
      </section>
    </div>
  )
}

/** Where the line of now is in this column; undefined on any other day. */
function minuteToday(now: number, { zone, date }: Column): number | undefined {
  const local = localOf(now, zone)
  return local.startsWith(date) ? minuteOf(local) : undefined
}

/** A day opens where it is being lived: an hour before now, else at its beginning. */
function useScrollToNow(key: string): React.RefObject<HTMLElement | null> {
  const grid = useRef<HTMLElement>(null)
  useEffect(() => {
    const line = grid.current?.querySelector<HTMLElement>('[data-now]')
    if (grid.current) grid.current.scrollTop = line ? Math.max(0, line.offsetTop - 140) : 0
  }, [key])
  return grid
}

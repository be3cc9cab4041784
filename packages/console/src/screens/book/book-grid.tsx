import { useEffect, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { VisuallyHidden } from '@mantine/core'
import { useNow } from '../../parts/use-now.ts'
import { useTexts } from '../../texts/use-texts.tsx'
import { localOf, minuteOf, timeOf } from '../../time/zoned.ts'
import { BookColumn } from './book-column.tsx'
import { visibleSpan } from './book-columns.ts'
import type { Column } from './book-columns.ts'
import type { BookRange } from './book-search.ts'
import type { ChipStateName } from './chip-states.ts'
import classes from './book-grid.module.css'
import { isArrowKey, neighbourOf } from './neighbours.ts'

type Props = {
  readonly columns: readonly Column[]
  readonly range: BookRange
  readonly state: ChipStateName | undefined
}

/** Time runs down, practitioners (or days) stand side by side. One visit is in the tab order; arrows go to the others. */
export function BookGrid({ columns, range, state }: Props) {
  const { t } = useTexts()
  const span = visibleSpan(columns)
  const now = useNow()
  const body = useRef<HTMLDivElement>(null)
  const roving = useRoving(columns, body)
  useScrollToNow(body, `${range.from} ${range.view}`)
  const hours = Array.from({ length: (span.end - span.start) / 60 }, (_, index) => span.start + index * 60)
  return (
    <div className={classes.frame}>
      <VisuallyHidden id="book-keys">{t('book.keys')}</VisuallyHidden>
      <div
        ref={body}
        className={classes.grid}
        role="group"
        aria-label={t('book.title')}
        aria-describedby="book-keys"
        style={{ '--minutes': span.end - span.start, '--columns': columns.length } as React.CSSProperties}
        onKeyDown={roving.onKeyDown}
        onFocus={roving.onFocus}
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
            tabbable={roving.tabbable}
          />
        ))}
      </div>
    </div>
  )
}

/** Where the line of now is in this column; undefined on any other day. */
function minuteToday(now: number, { zone, date }: Column): number | undefined {
  const local = localOf(now, zone)
  return local.startsWith(date) ? minuteOf(local) : undefined
}

function useRoving(columns: readonly Column[], body: React.RefObject<HTMLDivElement | null>) {
  const { dir } = useTexts()
  const [focused, setFocused] = useState<string>()
  const visits = columns.flatMap((column) => [...column.untimed, ...column.timed])
  const tabbable = visits.some(({ id }) => id === focused) ? focused : visits[0]?.id
  const visitOf = (target: EventTarget): string | undefined =>
    target instanceof HTMLElement ? target.dataset['visit'] : undefined
  return {
    tabbable,
    onFocus: ({ target }: { readonly target: EventTarget }) => {
      const id = visitOf(target)
      if (id) setFocused(id)
    },
    onKeyDown: (event: KeyboardEvent) => {
      const id = visitOf(event.target)
      if (!id || !isArrowKey(event.key)) return
      event.preventDefault()
      const next = neighbourOf(columns, id, event.key, dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight')
      if (next) body.current?.querySelector<HTMLElement>(`[data-visit="${next}"]`)?.focus()
    },
  }
}

/** A day opens where it is being lived: an hour before now, else at its beginning. */
function useScrollToNow(body: React.RefObject<HTMLDivElement | null>, key: string): void {
  useEffect(() => {
    const line = body.current?.querySelector<HTMLElement>('[data-now]')
    if (body.current) body.current.scrollTop = line ? Math.max(0, line.offsetTop - 140) : 0
  }, [body, key])
}

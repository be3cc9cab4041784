import { useTexts } from '../../texts/use-texts.tsx'
import classes from './book-agenda.module.css'
import type { Column } from './book-columns.ts'
import type { BookRange } from './book-search.ts'
import type { ChipStateName } from './chip-states.ts'
import { VisitCard } from './visit-card.tsx'

type Props = {
  readonly columns: readonly Column[]
  readonly range: BookRange
  readonly state: ChipStateName | undefined
}

/** The book on a phone: one list, so that nothing scrolls sideways. A filter leaves only what it asks for. */
export function BookAgenda({ columns, range, state }: Props) {
  const { t, format } = useTexts()
  return (
    <div className={classes.agenda}>
      {columns.map((column) => {
        const visits = [...column.untimed, ...column.timed].filter(({ chip }) => !state || chip.state === state)
        const name = range.view === 'day' ? column.practitioner.name || t('book.nobody') : format.date(column.date)
        return (
          <section key={column.key} aria-label={t('book.column', { name, count: visits.length })}>
            <h2 className={classes.head}>
              <bdi>{name}</bdi>
              <span>{t('book.visits', { count: visits.length })}</span>
            </h2>
            <ol className={classes.list}>
              {visits.map((visit) => (
                <li key={visit.id}>
                  <VisitCard visit={visit} shape="card" state={undefined} />
                </li>
              ))}
            </ol>
          </section>
        )
      })}
    </div>
  )
}

import type { PlannedDay } from '@recado/contracts/imports'
import { useTexts } from '../../texts/use-texts.tsx'
import classes from './message-days.module.css'

/** One line per day, one bar per hour: when the clinic's voice would be heard. Each line reads as a sentence without the bars. */
export function MessageDays({ days }: { readonly days: readonly PlannedDay[] }) {
  const { t, format } = useTexts()
  const busiest = Math.max(1, ...days.flatMap((day) => day.hours.map(({ count }) => count)))
  return (
    <section className={classes.box}>
      <h2 className={classes.title}>
        {t('import.perDay')} <span>{t('import.hours')}</span>
      </h2>
      <ol className={classes.days} dir="ltr">
        {days.map((day) => (
          <li
            key={day.date}
            className={classes.day}
            aria-label={t('import.day', { date: format.date(day.date), count: day.total })}
          >
            <span aria-hidden>{format.date(day.date)}</span>
            <Hours day={day} busiest={busiest} />
            <strong aria-hidden>{format.number(day.total)}</strong>
          </li>
        ))}
        <li aria-hidden className={classes.day}>
          <span />
          <span className={classes.scale}>
            {[0, 6, 12, 18, 24].map((hour) => (
              <i key={hour}>{hour}</i>
            ))}
          </span>
          <span />
        </li>
      </ol>
    </section>
  )
}

const Hours = ({ day, busiest }: { readonly day: PlannedDay; readonly busiest: number }) => (
  <span className={classes.strip} aria-hidden>
    {day.hours.map(({ hour, count }) => (
      <i
        key={hour}
        title={`${hour}:00 · ${count}`}
        style={{ '--hour': hour, '--share': count / busiest } as React.CSSProperties}
      />
    ))}
  </span>
)

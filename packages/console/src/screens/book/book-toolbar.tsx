import { ActionIcon, Button, NativeSelect, SegmentedControl } from '@mantine/core'
import type { Book } from '@recado/contracts/book'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { CalendarSearch, ChevronLeft, ChevronRight } from 'lucide-react'
import { useRef } from 'react'
import { queries } from '../../api/queries.ts'
import { useKeys } from '../../parts/use-keys.ts'
import { useTexts } from '../../texts/use-texts.tsx'
import { addDays } from '../../time/zoned.ts'
import classes from './book-toolbar.module.css'
import type { BookRange, BookSearch } from './book-search.ts'
import { Group } from '../../ui/group.tsx'

const route = getRouteApi('/app/book')

type Props = { readonly book: Book; readonly range: BookRange; readonly search: BookSearch }

export function BookToolbar({ book, range, search }: Props) {
  const { t, format, dir } = useTexts()
  const { data: overview } = useSuspenseQuery(queries.overview())
  const { go, step, today } = useBookMoves(range)
  const [Back, Forward] = dir === 'rtl' ? [ChevronRight, ChevronLeft] : [ChevronLeft, ChevronRight]
  return (
    <>
      <Group className={classes.moves} label={t('book.date')}>
        <ActionIcon variant="default" aria-label={t('book.previous')} onClick={() => step(-1)}>
          <Back size={18} aria-hidden />
        </ActionIcon>
        <Button variant="default" onClick={today}>
          {t('book.today')}
        </Button>
        <ActionIcon variant="default" aria-label={t('book.next')} onClick={() => step(1)}>
          <Forward size={18} aria-hidden />
        </ActionIcon>
      </Group>
      <strong className={classes.date} aria-live="polite">
        {range.view === 'day' ? format.longDate(range.date) : format.range(range.from, addDays(range.to, -1))}
      </strong>
      <div className={classes.choices}>
        <DatePick date={range.date} onPick={(date) => go({ date })} />
        {overview.sites.length > 1 && (
          <NativeSelect
            aria-label={t('book.site')}
            value={search.site ?? ''}
            data={[
              { value: '', label: t('book.allSites') },
              ...overview.sites.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={(event) => go({ site: event.currentTarget.value || undefined, who: undefined })}
          />
        )}
        {range.view === 'week' && book.practitioners.length > 0 && (
          <NativeSelect
            aria-label={t('book.practitioner')}
            value={search.who ?? book.practitioners[0]?.id ?? ''}
            data={book.practitioners.map(({ id, name }) => ({ value: id ?? '', label: name || t('book.nobody') }))}
            onChange={(event) => go({ who: event.currentTarget.value || undefined })}
          />
        )}
        <SegmentedControl
          aria-label={t('book.view')}
          value={range.view}
          data={[
            { value: 'day', label: t('book.day') },
            { value: 'week', label: t('book.week') },
          ]}
          onChange={(view) => go({ view: view === 'week' ? 'week' : undefined })}
        />
      </div>
    </>
  )
}

/** A calendar on a button: the date itself already stands in the title. */
function DatePick({ date, onPick }: { readonly date: string; readonly onPick: (date: string) => void }) {
  const { t } = useTexts()
  const input = useRef<HTMLInputElement>(null)
  return (
    <span className={classes.pick}>
      <ActionIcon variant="default" aria-label={t('book.pick')} onClick={() => input.current?.showPicker()}>
        <CalendarSearch size={17} aria-hidden />
      </ActionIcon>
      <input
        ref={input}
        type="date"
        aria-hidden
        tabIndex={-1}
        value={date}
        onChange={(event) => event.currentTarget.value && onPick(event.currentTarget.value)}
      />
    </span>
  )
}

type Changes = { readonly [K in keyof BookSearch]?: BookSearch[K] | undefined }

function useBookMoves(range: BookRange) {
  const navigate = route.useNavigate()
  const go = (changes: Changes): void =>
    void navigate({ search: (old) => ({ ...old, visit: undefined, ...changes }) as BookSearch })
  const step = (by: 1 | -1): void => go({ date: addDays(range.date, by * (range.view === 'week' ? 7 : 1)) })
  const today = (): void => go({ date: undefined })
  useKeys({
    j: () => step(1),
    k: () => step(-1),
    t: today,
    d: () => go({ view: undefined }),
    w: () => go({ view: 'week' }),
  })
  return { go, step, today }
}

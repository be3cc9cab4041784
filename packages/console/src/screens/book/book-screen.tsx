import { useMediaQuery } from '@mantine/hooks'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { CalendarX2 } from 'lucide-react'
import { paths } from '../../api/paths.ts'
import { queries } from '../../api/queries.ts'
import { useTexts } from '../../texts/use-texts.tsx'
import { EmptyMessage } from '../../ui/empty.tsx'
import { Screen } from '../../ui/screen.tsx'
import { BookAgenda } from './book-agenda.tsx'
import { columnsOf } from './book-columns.ts'
import { BookGrid } from './book-grid.tsx'
import { bookQueryOf, rangeOf } from './book-search.ts'
import { BookToolbar } from './book-toolbar.tsx'
import { StateFilter } from './state-filter.tsx'
import { VisitDrawer } from './visit-drawer.tsx'

const route = getRouteApi('/app/book')

export function BookScreen() {
  const { t } = useTexts()
  const search = route.useSearch()
  const { data: overview } = useSuspenseQuery(queries.overview())
  const { data: book } = useSuspenseQuery(queries.book(bookQueryOf(search, overview)))
  const narrow = useMediaQuery('(max-width: 47.99em)', false, { getInitialValueInEffect: false })
  const range = rangeOf(search, overview)
  const columns = columnsOf(book, range, search.who)
  const visits = columns.flatMap((column) => [...column.untimed, ...column.timed])
  const List = narrow ? BookAgenda : BookGrid
  return (
    <Screen title={t('book.title')} fill quietTitle toolbar={<BookToolbar book={book} range={range} search={search} />}>
      {visits.length > 0 && <StateFilter visits={visits} chosen={search.state} />}
      {visits.length === 0 && columns.length === 0 ? (
        <Empty week={range.view === 'week'} />
      ) : (
        <List columns={columns} range={range} state={search.state} />
      )}
      {search.visit && <VisitDrawer id={search.visit} />}
    </Screen>
  )
}

function Empty({ week }: { readonly week: boolean }) {
  const { t } = useTexts()
  return (
    <EmptyMessage
      icon={<CalendarX2 />}
      title={week ? t('book.emptyWeek') : t('book.empty')}
      body={t('book.emptyBody')}
      action={<Link to={paths.imports}>{t('book.emptyAction')}</Link>}
    />
  )
}

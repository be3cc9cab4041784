import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, Link, Outlet, useParams } from '@tanstack/react-router'
import { MailCheck, MessagesSquare } from 'lucide-react'
import { paths } from '../../api/paths.ts'
import { queries } from '../../api/queries.ts'
import { useTexts } from '../../texts/use-texts.tsx'
import { EmptyMessage } from '../../ui/empty.tsx'
import { ConversationRow } from './conversation-row.tsx'
import classes from './people-screen.module.css'
import { QUEUE_NAMES } from './people-search.ts'
import { byUrgency } from './urgency.ts'

const route = getRouteApi('/app/people')

/** The list of who waits; beside it, on a wide screen, the conversation. */
export function PeopleScreen() {
  const { t } = useTexts()
  const { queue } = route.useSearch()
  const { conversationId } = useParams({ strict: false })
  const { data } = useSuspenseQuery(queries.conversations(queue))
  const list = byUrgency(data.items)
  return (
    <div className={classes.people} data-open={conversationId !== undefined || undefined}>
      <div className={classes.side}>
        <h1 className={classes.title}>{t('people.title')}</h1>
        <QueueFilter />
        {list.length === 0 ? (
          <EmptyMessage icon={<MailCheck />} title={t('people.empty')} body={t('people.emptyBody')} />
        ) : (
          <ul className={classes.list} aria-label={t('people.list')}>
            {list.map((conversation) => (
              <li key={conversation.id}>
                <ConversationRow conversation={conversation} />
              </li>
            ))}
          </ul>
        )}
      </div>
      <div className={classes.detail}>
        <Outlet />
      </div>
    </div>
  )
}

/** An open conversation keeps its queue, but the queue's link leads elsewhere then: it is chosen, not current. */
const EXACT = { exact: true, includeSearch: true } as const

function QueueFilter() {
  const { t } = useTexts()
  const { queue: chosen } = route.useSearch()
  const { data } = useSuspenseQuery(queries.overview())
  const shown = QUEUE_NAMES.filter((queue) => (data.queues[queue] ?? 0) > 0 || queue === chosen)
  return (
    <nav className={classes.queues} aria-label={t('people.queues')}>
      <Link
        to={paths.people}
        search={{}}
        activeOptions={EXACT}
        className={classes.queue}
        data-chosen={chosen === undefined || undefined}
      >
        {t('people.all')}
      </Link>
      {shown.map((queue) => (
        <Link
          key={queue}
          to={paths.people}
          search={{ queue }}
          className={classes.queue}
          data-queue={queue}
          activeOptions={EXACT}
          data-chosen={queue === chosen || undefined}
        >
          {t(`queue.${queue}`)} <strong>{data.queues[queue] ?? 0}</strong>
        </Link>
      ))}
    </nav>
  )
}

export function NoConversation() {
  const { t } = useTexts()
  return <EmptyMessage icon={<MessagesSquare />} title={t('people.choose')} body={t('people.chooseBody')} />
}

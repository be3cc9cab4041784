import type { ConversationDetail, Message } from '@recado/contracts/conversations'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Fragment, useEffect, useRef } from 'react'
import { queries } from '../../api/queries.ts'
import { reasonText } from '../../texts/console-texts.ts'
import { useTexts } from '../../texts/use-texts.tsx'
import { localOf } from '../../time/zoned.ts'
import { Bubble } from '../../ui/bubble.tsx'
import classes from './conversation-screen.module.css'
import { Status } from '../../ui/status.tsx'

/** The whole record, oldest first, open at its end. Ticks are not announced one by one; new messages are. */
export function Thread({ conversation }: { readonly conversation: ConversationDetail }) {
  const { t, format } = useTexts()
  const { data: overview } = useSuspenseQuery(queries.overview())
  const zone = overview.sites[0]?.zone ?? 'UTC'
  const { messages } = conversation
  const end = useScrollToEnd(messages.length)
  return (
    <div ref={end} className={classes.thread} role="log" aria-label={t('people.messages')}>
      {messages.length === 0 && <Status>{t('people.noMessages')}</Status>}
      <ol>
        {messages.map((message, index) => {
          const day = localOf(message.at, zone).slice(0, 10)
          const before = messages[index - 1]
          const newDay = !before || localOf(before.at, zone).slice(0, 10) !== day
          return (
            <Fragment key={message.id}>
              {newDay && <li className={classes.day}>{format.date(day)}</li>}
              <MessageItem message={message} zone={zone} language={conversation.language} />
            </Fragment>
          )
        })}
      </ol>
    </div>
  )
}

type ItemProps = { readonly message: Message; readonly zone: string; readonly language: string | undefined }

function MessageItem({ message, zone, language }: ItemProps) {
  const { t, codes, format } = useTexts()
  const author = message.author.name ?? t(`author.${message.author.kind}`)
  const state = t(`messageState.${message.state}`)
  const time = format.time(message.at, zone)
  const outgoing = message.direction === 'out'
  return (
    <li aria-label={t('message.label', { author, time, state })}>
      <Bubble
        from={outgoing ? 'us' : 'them'}
        lang={language}
        buttons={message.buttons}
        foot={
          <>
            {outgoing && <bdi>{author} · </bdi>}
            {time}
            {outgoing && ` · ${state}`}
            {message.reason && ` (${reasonText(codes, message.reason)})`}
          </>
        }
      >
        {message.text ?? <em>{t('people.unsupported', { kind: message.kind })}</em>}
      </Bubble>
    </li>
  )
}

function useScrollToEnd(count: number): React.RefObject<HTMLDivElement | null> {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!box.current) return
    box.current.tabIndex = 0 // what scrolls must be reachable by keyboard
    box.current.scrollTop = box.current.scrollHeight
  }, [count])
  return box
}

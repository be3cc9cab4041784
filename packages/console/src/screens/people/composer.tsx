import { Textarea } from '@mantine/core'
import type { ConversationDetail } from '@recado/contracts/conversations'
import { Hourglass, SendHorizontal } from 'lucide-react'
import { useState } from 'react'
import { useAct } from '../../api/use-act.ts'
import { ActionError } from '../../parts/action-error.tsx'
import { useNow } from '../../parts/use-now.ts'
import { useSession } from '../../parts/use-session.ts'
import { useTexts } from '../../texts/use-texts.tsx'
import { ActionButton } from '../../ui/action-button.tsx'
import { disabledReason } from './conversation-actions.ts'
import { useTitle } from './conversation-row.tsx'
import { AFTER_TALK } from '../../api/made-old.ts'
import classes from './conversation-screen.module.css'
import { windowLeft } from './urgency.ts'

const HOUR = 3_600_000

export function Composer({ conversation }: { readonly conversation: ConversationDetail }) {
  const { t } = useTexts()
  const { session, can } = useSession()
  const now = useNow()
  const [text, setText] = useState('')
  const send = useAct('sendMessage', AFTER_TALK)
  const facts = { conversation, staffId: session.staff?.id, allowed: can('conversation.write'), now, text }
  const off = disabledReason.send(facts)
  const submit = (): void => {
    if (off || send.isPending) return
    send.mutate({ params: { id: conversation.id }, body: { text } }, { onSuccess: () => setText('') })
  }
  return (
    <form
      className={classes.composer}
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <WindowState conversation={conversation} now={now} />
      <ActionError error={send.error} />
      <div className={classes.write}>
        <Textarea
          aria-label={t('people.replyTo', { name: useTitle(conversation) })}
          placeholder={t('people.sendHint')}
          rows={2}
          classNames={{ input: classes.box ?? '' }}
          maxLength={4096}
          dir="auto"
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit()
          }}
        />
        <ActionButton
          type="submit"
          leftSection={<SendHorizontal size={16} aria-hidden />}
          disabledReason={off && t(off)}
          loading={send.isPending}
        >
          {t('people.send')}
        </ActionButton>
      </div>
    </form>
  )
}

function WindowState({ conversation, now }: { readonly conversation: ConversationDetail; readonly now: number }) {
  const { t, format } = useTexts()
  const left = windowLeft(conversation, now)
  const state = left === 0 ? 'closed' : left < 2 * HOUR ? 'closing' : 'open'
  return (
    <p className={classes.window} data-state={state} title={t('people.windowHint')}>
      <Hourglass size={13} aria-hidden />
      {left === 0 ? t('people.windowClosed') : t('people.windowLeft', { time: format.span(left) })}
    </p>
  )
}

import { NativeSelect } from '@mantine/core'
import type { ConversationDetail } from '@recado/contracts/conversations'
import type { RouteBody } from '@recado/contracts/route-types'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { ArrowLeft, ArrowRight, Hand } from 'lucide-react'
import { useState } from 'react'
import { paths } from '../../api/paths.ts'
import { queries } from '../../api/queries.ts'
import { AFTER_TALK } from '../../api/made-old.ts'
import { useAct } from '../../api/use-act.ts'
import { usePreferences } from '../../app/preferences.ts'
import { ActionError } from '../../parts/action-error.tsx'
import { useNow } from '../../parts/use-now.ts'
import { useSession } from '../../parts/use-session.ts'
import { useTexts } from '../../texts/use-texts.tsx'
import { ActionButton } from '../../ui/action-button.tsx'
import { Composer } from './composer.tsx'
import { disabledReason } from './conversation-actions.ts'
import { useTitle } from './conversation-row.tsx'
import classes from './conversation-screen.module.css'
import { Thread } from './thread.tsx'
import { UpcomingVisits } from './upcoming-visits.tsx'
import { WishCard } from './wish-card.tsx'

const route = getRouteApi('/app/people/$conversationId')
export function ConversationScreen() {
  const { conversationId } = route.useParams()
  const { data: conversation } = useSuspenseQuery(queries.conversation(conversationId))
  return (
    <article className={classes.conversation} key={conversation.id}>
      <Head conversation={conversation} />
      {conversation.wish && <WishCard wish={conversation.wish} language={conversation.language} />}
      <UpcomingVisits visits={conversation.appointments} />
      <Thread conversation={conversation} />
      <Composer conversation={conversation} />
    </article>
  )
}

function Head({ conversation }: { readonly conversation: ConversationDetail }) {
  const { t, format, dir } = useTexts()
  const { hideNames } = usePreferences()
  const Back = dir === 'rtl' ? ArrowRight : ArrowLeft
  const { contact, owner, language } = conversation
  const ownerText =
    owner.kind === 'person' ? t('people.owner.person', { name: owner.name ?? '' }) : t(`people.owner.${owner.kind}`)
  const facts = [hideNames ? undefined : contact.phone, language && format.language(language), ownerText]
  return (
    <header className={classes.head}>
      <Link to={paths.people} search={(old) => ({ ...old })} className={classes.back} aria-label={t('app.back')}>
        <Back size={20} aria-hidden />
      </Link>
      <div className={classes.who}>
        <h2>
          <bdi>{useTitle(conversation)}</bdi>
        </h2>
        <p>
          {facts.filter(Boolean).map((fact) => (
            <bdi key={fact}>{fact}</bdi>
          ))}
        </p>
      </div>
      <Actions conversation={conversation} />
    </header>
  )
}

type Outcome = NonNullable<RouteBody<'resolveConversation'>['outcome']>
const OUTCOMES: readonly Outcome[] = ['answered', 'booked', 'called', 'no-action', 'duplicate']

function Actions({ conversation }: { readonly conversation: ConversationDetail }) {
  const { t } = useTexts()
  const { session, can } = useSession()
  const now = useNow()
  const navigate = route.useNavigate()
  const claim = useAct('claimConversation', AFTER_TALK)
  const resolve = useAct('resolveConversation', AFTER_TALK)
  const [outcome, setOutcome] = useState<Outcome>('answered')
  const facts = { conversation, staffId: session.staff?.id, allowed: can('conversation.write'), now }
  const offClaim = disabledReason.claim(facts)
  const offResolve = disabledReason.resolve(facts)
  const params = { id: conversation.id }
  const close = (): void =>
    resolve.mutate({ params, body: { outcome } }, { onSuccess: () => void navigate({ to: paths.people }) })
  return (
    <div className={classes.actions}>
      <ActionButton
        variant={conversation.queue === 'emergency' ? 'filled' : 'default'}
        leftSection={<Hand size={16} aria-hidden />}
        disabledReason={offClaim && t(offClaim)}
        loading={claim.isPending}
        onClick={() => claim.mutate({ params })}
      >
        {t('people.claim')}
      </ActionButton>
      <NativeSelect
        aria-label={t('people.resolveAs')}
        value={outcome}
        data={OUTCOMES.map((value) => ({ value, label: t(`outcome.${value}`) }))}
        onChange={(event) => setOutcome(event.currentTarget.value as Outcome)}
      />
      <ActionButton
        variant="default"
        disabledReason={offResolve && t(offResolve)}
        loading={resolve.isPending}
        onClick={close}
      >
        {t('people.resolve')}
      </ActionButton>
      <ActionError error={claim.error ?? resolve.error} />
    </div>
  )
}

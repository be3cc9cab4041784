import type { Conversation } from '@recado/contracts/conversations'
import { Link } from '@tanstack/react-router'
import { Siren, UserRoundSearch } from 'lucide-react'
import { paths } from '../../api/paths.ts'
import { useShownName } from '../../parts/person-name.tsx'
import { useNow } from '../../parts/use-now.ts'
import { reasonText } from '../../texts/console-texts.ts'
import { useTexts } from '../../texts/use-texts.tsx'
import classes from './people-screen.module.css'

/** Who, why, how long: enough to choose the next one without opening it. */
export function ConversationRow({ conversation }: { readonly conversation: Conversation }) {
  const { t, codes, format } = useTexts()
  const now = useNow()
  const { queue, reason, preview, waitingSince, owner, id, wish } = conversation
  const waits = waitingSince && format.span(now - Date.parse(waitingSince))
  return (
    <Link
      to={paths.conversation}
      params={{ conversationId: id }}
      search={(old) => ({ ...old })}
      className={classes.row}
      activeProps={{ 'data-active': true }}
    >
      <Face conversation={conversation} />
      <span style={{ minWidth: 0 }}>
        <span className={classes.first}>
          <bdi>{useTitle(conversation)}</bdi>
          {waits && <span>{waits}</span>}
        </span>
        {preview && (
          <span className={classes.preview} dir="auto" lang={conversation.language}>
            {preview}
          </span>
        )}
        <span className={classes.last}>
          <span>
            {reason ? reasonText(codes, reason) : queue && t(`queue.${queue}`)}
            {wish && ` · ${wish.startLocal ? format.localDateTime(wish.startLocal) : format.date(wish.date)}`}
          </span>
          {owner.kind === 'person' && <bdi>{owner.name}</bdi>}
        </span>
      </span>
    </Link>
  )
}

function Face({ conversation: { queue, patients } }: { readonly conversation: Conversation }) {
  return (
    <span className={classes.face} data-queue={queue} aria-hidden>
      {queue === 'emergency' ? <Siren size={18} /> : (patients[0]?.initials ?? <UserRoundSearch size={18} />)}
    </span>
  )
}

/** A person, not a number; everybody who shares the phone. */
export function useTitle({ patients }: Pick<Conversation, 'patients'>): string {
  const { t } = useTexts()
  const shown = useShownName()
  return patients.length === 0 ? t('people.unknown') : patients.map(shown).join(', ')
}

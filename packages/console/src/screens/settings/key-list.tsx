import { Code, TextInput } from '@mantine/core'
import type { ApiKey } from '@recado/contracts/api-keys'
import { useQuery } from '@tanstack/react-query'
import { KeyRound } from 'lucide-react'
import { useState } from 'react'
import { queries } from '../../api/queries.ts'
import { useAct } from '../../api/use-act.ts'
import { ActionError } from '../../parts/action-error.tsx'
import { useNow } from '../../parts/use-now.ts'
import { useSession } from '../../parts/use-session.ts'
import { useTexts } from '../../texts/use-texts.tsx'
import { ActionButton } from '../../ui/action-button.tsx'
import { EmptyMessage } from '../../ui/empty.tsx'
import { Notice } from '../../ui/notice.tsx'
import classes from './settings-screen.module.css'

/** Programs that may use the API in the clinic's name. */
export function KeyList() {
  const { t } = useTexts()
  const { can } = useSession()
  const allowed = can('keys.manage')
  const { data, error } = useQuery({ ...queries.apiKeys(), enabled: allowed })
  if (!allowed) return <EmptyMessage icon={<KeyRound />} title={t('settings.keysClosed')} body={t('off.permission')} />
  return (
    <>
      <NewKey />
      <ActionError error={error} />
      {data?.items.length === 0 && (
        <EmptyMessage icon={<KeyRound />} title={t('settings.keysEmpty')} body={t('settings.keysBody')} />
      )}
      {data && data.items.length > 0 && (
        <ul className={classes.list} aria-label={t('settings.keys')}>
          {data.items.map((key) => (
            <li key={key.id}>
              <KeyRow apiKey={key} />
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

/** The key is in the answer and nowhere else: it is shown until the screen is left. */
function NewKey() {
  const { t } = useTexts()
  const [name, setName] = useState('')
  const create = useAct('createApiKey', ['api-keys'])
  const submit = (event: React.SubmitEvent): void => {
    event.preventDefault()
    if (name.trim()) create.mutate({ body: { name: name.trim() } }, { onSuccess: () => setName('') })
  }
  return (
    <form className={classes.newKey} onSubmit={submit} aria-label={t('settings.keyNew')}>
      <TextInput
        label={t('settings.keyName')}
        description={t('settings.keyHint')}
        value={name}
        maxLength={100}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <ActionButton
        type="submit"
        loading={create.isPending}
        disabledReason={name.trim() ? undefined : t('settings.keyNeedsName')}
      >
        {t('settings.keyNew')}
      </ActionButton>
      <ActionError error={create.error} />
      {create.data && (
        <Notice tone="good" icon={KeyRound} says="politely">
          <p>{t('settings.keyOnce', { name: create.data.name })}</p>
          <Code className={classes.secret} dir="ltr">
            {create.data.key}
          </Code>
        </Notice>
      )}
    </form>
  )
}

function KeyRow({ apiKey: { id, name, createdAt, expiresAt, revokedAt } }: { readonly apiKey: ApiKey }) {
  const { t, format } = useTexts()
  const now = useNow()
  const [asked, setAsked] = useState(false)
  const revoke = useAct('revokeApiKey', ['api-keys'])
  const ago = (at: string): string => format.relative(Date.parse(at) - now)
  return (
    <div className={classes.row}>
      <div className={classes.words}>
        <bdi>{name}</bdi>
        <p>
          <span>{t('settings.keyMade', { time: ago(createdAt) })}</span>
          {expiresAt && <span>{t('settings.keyEnds', { time: ago(expiresAt) })}</span>}
          {revokedAt && <span>{t('settings.keyRevoked', { time: ago(revokedAt) })}</span>}
        </p>
      </div>
      {!revokedAt && !asked && (
        <ActionButton variant="default" aria-label={t('settings.keyRevokeOf', { name })} onClick={() => setAsked(true)}>
          {t('settings.keyRevoke')}
        </ActionButton>
      )}
      {!revokedAt && asked && (
        <div className={classes.buttons}>
          <ActionButton
            color="red.9"
            loading={revoke.isPending}
            aria-label={t('settings.keyRevokeSure', { name })}
            onClick={() => revoke.mutate({ params: { id } })}
          >
            {t('settings.keyRevoke')}
          </ActionButton>
          <ActionButton variant="default" onClick={() => setAsked(false)}>
            {t('app.cancel')}
          </ActionButton>
        </div>
      )}
      <ActionError error={revoke.error} />
    </div>
  )
}

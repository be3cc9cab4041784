import { NativeSelect, Text, Title, UnstyledButton } from '@mantine/core'
import type { DemoStaff, Session } from '@recado/contracts/session'
import { CONSOLE_LANGUAGES, LANGUAGE_NAMES } from '@recado/texts/languages'
import type { ConsoleLanguage } from '@recado/texts/languages'
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { ChevronLeft, ChevronRight, DoorClosed } from 'lucide-react'
import { paths } from '../../api/paths.ts'
import { queries } from '../../api/queries.ts'
import { useAct } from '../../api/use-act.ts'
import { setPreferences } from '../../app/preferences.ts'
import { ActionError } from '../../parts/action-error.tsx'
import { useTexts } from '../../texts/use-texts.tsx'
import { EmptyMessage } from '../../ui/empty.tsx'
import { Wordmark } from '../../ui/wordmark.tsx'
import classes from './sign-in-screen.module.css'

export function SignInScreen() {
  const { t, language } = useTexts()
  const { data } = useSuspenseQuery(queries.demoStaff())
  return (
    <main className={classes.page}>
      <div className={classes.top}>
        <Wordmark />
        <strong className={classes.tag}>{t('app.demo')}</strong>
        <NativeSelect
          className={classes.language}
          aria-label={t('prefs.language')}
          value={language}
          data={CONSOLE_LANGUAGES.map((tag) => ({ value: tag, label: LANGUAGE_NAMES[tag] }))}
          onChange={(event) => setPreferences({ language: event.currentTarget.value as ConsoleLanguage })}
        />
      </div>
      {data.items.length === 0 ? (
        <EmptyMessage icon={<DoorClosed />} title={t('signIn.none')} body={t('signIn.noneBody')} />
      ) : (
        <Desk organization={data.organization} staff={data.items} />
      )}
    </main>
  )
}

function Desk({ organization, staff }: { readonly organization: string; readonly staff: readonly DemoStaff[] }) {
  const { t } = useTexts()
  const signIn = useSignIn()
  return (
    <section className={classes.desk}>
      <p className={classes.clinic}>
        <bdi>{organization}</bdi>
      </p>
      <Title order={1}>{t('signIn.title')}</Title>
      <Text c="dimmed" size="sm">
        {t('signIn.body')}
      </Text>
      <ActionError error={signIn.error} />
      <ul className={classes.people}>
        {staff.map((member) => (
          <li key={member.id}>
            <Person member={member} onChoose={() => signIn.mutate({ body: { staffId: member.id } })} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Person({ member, onChoose }: { readonly member: DemoStaff; readonly onChoose: () => void }) {
  const { t, dir } = useTexts()
  const Go = dir === 'rtl' ? ChevronLeft : ChevronRight
  return (
    <UnstyledButton className={classes.person} aria-label={t('signIn.as', { name: member.name })} onClick={onChoose}>
      <span className={classes.face} aria-hidden>
        {member.name.slice(0, 1)}
      </span>
      <span className={classes.words}>
        <bdi>{member.name}</bdi>
        <small>
          {t(`role.${member.role}`)}
          {member.site && (
            <>
              {' · '}
              <bdi>{member.site}</bdi>
            </>
          )}
        </small>
      </span>
      <Go size={18} aria-hidden />
    </UnstyledButton>
  )
}

function useSignIn() {
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const signIn = useAct('demoSignIn', [])
  const enter = async (session: Session): Promise<void> => {
    queryClient.clear()
    queryClient.setQueryData(queries.session().queryKey, session)
    await navigate({ to: paths.book })
  }
  const mutate: typeof signIn.mutate = (args) => signIn.mutate(args, { onSuccess: (session) => void enter(session) })
  return { ...signIn, mutate }
}

import { ActionIcon, Menu, useMantineColorScheme } from '@mantine/core'
import { CONSOLE_LANGUAGES, LANGUAGE_NAMES } from '@recado/texts/languages'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Check, CircleUserRound, Keyboard, LogOut, Maximize, Monitor, Moon, Sun } from 'lucide-react'
import { paths } from '../api/paths.ts'
import { useAct } from '../api/use-act.ts'
import { setPreferences, usePreferences } from '../app/preferences.ts'
import { useSession } from '../parts/use-session.ts'
import { useTexts } from '../texts/use-texts.tsx'
import { showShortcuts } from './shortcuts.tsx'

const THEMES = { auto: Monitor, light: Sun, dark: Moon } as const

/** Who is at the desk, and how they like it. */
export function PreferencesMenu() {
  const { t, language } = useTexts()
  const { session } = useSession()
  const { shortcuts } = usePreferences()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const signOut = useSignOut()
  return (
    <Menu position="bottom-end" width={230} closeOnItemClick={false}>
      <Menu.Target>
        <ActionIcon aria-label={t('prefs.menu')} title={session.staff?.name}>
          <CircleUserRound size={20} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {session.staff && (
          <Menu.Label>
            <bdi>{session.staff.name}</bdi> · {t(`role.${session.staff.role}`)}
          </Menu.Label>
        )}
        <Menu.Label>{t('prefs.language')}</Menu.Label>
        {CONSOLE_LANGUAGES.map((tag) => (
          <Menu.Item
            key={tag}
            lang={tag}
            role="menuitemradio"
            aria-checked={tag === language}
            rightSection={tag === language ? <Check size={15} aria-hidden /> : undefined}
            onClick={() => setPreferences({ language: tag })}
          >
            {LANGUAGE_NAMES[tag]}
          </Menu.Item>
        ))}
        <Menu.Label>{t('prefs.theme')}</Menu.Label>
        {(Object.keys(THEMES) as (keyof typeof THEMES)[]).map((scheme) => {
          const Icon = THEMES[scheme]
          return (
            <Menu.Item
              key={scheme}
              role="menuitemradio"
              aria-checked={scheme === colorScheme}
              leftSection={<Icon size={15} aria-hidden />}
              rightSection={scheme === colorScheme ? <Check size={15} aria-hidden /> : undefined}
              onClick={() => setColorScheme(scheme)}
            >
              {t(`prefs.theme.${scheme}`)}
            </Menu.Item>
          )
        })}
        <Menu.Divider />
        <Menu.Item
          leftSection={<Maximize size={15} aria-hidden />}
          onClick={() => void document.documentElement.requestFullscreen()}
        >
          {t('prefs.fullScreen')}
        </Menu.Item>
        <Menu.Item leftSection={<Keyboard size={15} aria-hidden />} closeMenuOnClick onClick={showShortcuts}>
          {t('prefs.shortcuts')}
        </Menu.Item>
        <Menu.Item
          role="menuitemcheckbox"
          aria-checked={shortcuts}
          leftSection={shortcuts ? <Check size={15} aria-hidden /> : <span style={{ width: 15 }} />}
          onClick={() => setPreferences({ shortcuts: !shortcuts })}
        >
          {t('prefs.shortcutsOn')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<LogOut size={15} aria-hidden />} onClick={signOut}>
          {t('prefs.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

function useSignOut(): () => void {
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const signOut = useAct('signOut', [])
  const leave = async (): Promise<void> => {
    await navigate({ to: paths.signIn })
    queryClient.clear() // nothing of the last person stays on the desk
  }
  return () =>
    signOut.mutate({}, {
      onSuccess: () => void leave(),
    }) // prettier-ignore
}

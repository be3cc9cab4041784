import { Modal } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { paths } from '../api/paths.ts'
import { getPreferences, setPreferences } from '../app/preferences.ts'
import { useKeys } from '../parts/use-keys.ts'
import { useTexts } from '../texts/use-texts.tsx'
import classes from './shortcuts.module.css'

const SHOW = 'recado:shortcuts'
export const showShortcuts = (): void => void window.dispatchEvent(new Event(SHOW))

/** The keys that work on every screen, and the list of all of them. */
export function Shortcuts() {
  const { t } = useTexts()
  const navigate = useNavigate()
  const [open, setOpen] = useState(false)
  useEffect(() => {
    const show = () => setOpen(true)
    window.addEventListener(SHOW, show)
    return () => window.removeEventListener(SHOW, show)
  }, [])
  useKeys({
    '?': () => setOpen(true),
    b: () => void navigate({ to: paths.book }),
    p: () => void navigate({ to: paths.people }),
    e: () => void navigate({ to: paths.changes }),
    i: () => void navigate({ to: paths.imports }),
    h: () => setPreferences({ hideNames: !getPreferences().hideNames }),
  })
  const rows: readonly (readonly [keys: string, label: string])[] = [
    ['b', t('keys.goBook')], ['p', t('keys.goPeople')], ['e', t('keys.goChanges')], ['i', t('keys.goImport')],
    ['t', t('keys.today')], ['j', t('keys.next')], ['k', t('keys.previous')], ['d', t('keys.day')], ['w', t('keys.week')],
    ['← ↑ ↓ →', t('keys.arrows')], ['Enter', t('keys.open')], ['Esc', t('keys.close')], ['h', t('keys.hide')], ['?', t('keys.help')],
  ] // prettier-ignore
  return (
    <Modal
      opened={open}
      onClose={() => setOpen(false)}
      title={t('keys.title')}
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      <dl className={classes.keys}>
        {rows.map(([keys, label]) => (
          <div key={keys}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{label}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  )
}

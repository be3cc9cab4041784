import { useEffect, useRef } from 'react'
import { usePreferences } from '../app/preferences.ts'

/**
 * Single-key shortcuts while the caller is on screen. Dead while typing, while something lies above the page, with Ctrl, Alt or Meta
 * held, and when the person switched them off (WCAG 2.1.4). Keys are what is typed, so that `?` is `?` on every layout.
 */
export function useKeys(actions: Readonly<Record<string, () => void>>): void {
  const { shortcuts } = usePreferences()
  const latest = useRef(actions)
  useEffect(() => {
    latest.current = actions
  })
  useEffect(() => {
    if (!shortcuts) return
    const press = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented || isBusy(event.target)) return
      const action = latest.current[event.key.toLowerCase()]
      if (!action) return
      event.preventDefault()
      action()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [shortcuts])
}

const isBusy = (target: EventTarget | null): boolean =>
  (target instanceof HTMLElement &&
    target.closest('input, textarea, select, [contenteditable], [role=menu]') !== null) ||
  document.querySelector('[role=dialog]') !== null

import { CONSOLE_LANGUAGES } from '@recado/texts/languages'
import type { ConsoleLanguage } from '@recado/texts/languages'
import { useSyncExternalStore } from 'react'

/** What one person likes at one desk; kept in the browser, never sent. */
export type Preferences = {
  readonly language: ConsoleLanguage | undefined
  readonly hideNames: boolean
  readonly shortcuts: boolean
}

const KEY = 'recado.preferences'
const INITIAL: Preferences = { language: undefined, hideNames: false, shortcuts: true }

let current = read()
const listeners = new Set<() => void>()

function read(): Preferences {
  try {
    return { ...INITIAL, ...(JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Preferences>) }
  } catch {
    return INITIAL // storage is switched off or holds something else: the console works without it
  }
}

export function setPreferences(changed: Partial<Preferences>): void {
  current = { ...current, ...changed }
  try {
    localStorage.setItem(KEY, JSON.stringify(current))
  } catch {
    // not kept then
  }
  for (const listener of listeners) listener()
}

export const getPreferences = (): Preferences => current

export function usePreferences(): Preferences {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => current,
  )
}

/** The person's choice, else the language of their account, else the browser's, else English. */
export function languageFor(account: string | undefined, browser: readonly string[]): ConsoleLanguage {
  const wanted = [current.language, account, ...browser].filter((tag) => tag !== undefined)
  for (const tag of wanted) {
    const near = CONSOLE_LANGUAGES.find((known) => known.slice(0, 2) === tag.slice(0, 2).toLowerCase())
    if (near) return near
  }
  return 'en'
}

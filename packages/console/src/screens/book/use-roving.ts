import { useState } from 'react'
import type { FocusEvent, KeyboardEvent } from 'react'
import { useTexts } from '../../texts/use-texts.tsx'
import type { Column } from './book-columns.ts'
import { isArrowKey, neighbourOf } from './neighbours.ts'

/** What each visit in the grid needs so that one of them is in the tab order and arrows go to the others. */
export type Roving = {
  readonly tabbable: string | undefined
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
  readonly onFocus: (event: FocusEvent<HTMLElement>) => void
}

export function useRoving(columns: readonly Column[]): Roving {
  const { dir } = useTexts()
  const [focused, setFocused] = useState<string>()
  const visits = columns.flatMap((column) => [...column.untimed, ...column.timed])
  return {
    tabbable: visits.some(({ id }) => id === focused) ? focused : visits[0]?.id,
    onFocus: ({ currentTarget }) => setFocused(currentTarget.dataset['visit']),
    onKeyDown: (event) => {
      const id = event.currentTarget.dataset['visit']
      if (!id || !isArrowKey(event.key) || event.ctrlKey || event.altKey || event.metaKey) return
      event.preventDefault()
      const next = neighbourOf(columns, id, event.key, dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight')
      if (next) document.querySelector<HTMLElement>(`[data-visit="${next}"]`)?.focus()
    },
  }
}

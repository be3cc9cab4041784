import { useEffect, useRef } from 'react'

/** For a panel that the person has just opened by a button: the focus follows them in, and nowhere else. */
export function useFocusOnMount<T extends HTMLElement>(): React.RefObject<T | null> {
  const element = useRef<T>(null)
  useEffect(() => element.current?.focus(), [])
  return element
}

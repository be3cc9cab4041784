import { Outlet, useLocation } from '@tanstack/react-router'
import { Suspense, useEffect, useRef } from 'react'
import { useLive } from '../api/use-live.ts'
import { useTexts } from '../texts/use-texts.tsx'
import { Banners } from './banners.tsx'
import { Navigation } from './navigation.tsx'
import classes from './shell.module.css'
import { Shortcuts } from './shortcuts.tsx'
import { TopBar } from './top-bar.tsx'

/** What stays while screens change: the way around, the clock, the pause switch, what is wrong. */
export function Shell() {
  const { t } = useTexts()
  const online = useLive()
  const main = useRef<HTMLElement>(null)
  const { pathname } = useLocation()
  useFocusOnArrival(main, pathname)
  return (
    <div className={classes.shell}>
      <a href="#main" className={classes.skip}>
        {t('app.skip')}
      </a>
      <TopBar />
      <Navigation />
      <main id="main" ref={main} tabIndex={-1} className={classes.main}>
        <Banners online={online} />
        <div className={classes.content}>
          <Suspense>
            <Outlet />
          </Suspense>
        </div>
      </main>
      <Shortcuts />
    </div>
  )
}

/** A new screen is read from its top: the focus goes there, but not on the first page and not within one screen. */
function useFocusOnArrival(main: React.RefObject<HTMLElement | null>, pathname: string): void {
  const screen = pathname.split('/')[1]
  const previous = useRef(screen)
  useEffect(() => {
    if (previous.current !== screen) main.current?.focus({ preventScroll: true })
    previous.current = screen
  }, [main, screen])
}

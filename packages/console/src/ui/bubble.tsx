import type { ReactNode } from 'react'
import classes from './bubble.module.css'

type Props = {
  readonly from: 'them' | 'us'
  readonly lang?: string | undefined
  readonly children: ReactNode
  readonly buttons?: readonly string[] | undefined
  readonly foot?: ReactNode
}

/** One message as the phone shows it, in its own language and direction. */
export const Bubble = ({ from, lang, children, buttons = [], foot }: Props) => (
  <div className={classes.bubble} data-from={from}>
    <div className={classes.text} lang={lang} dir="auto">
      {children}
    </div>
    {buttons.length > 0 && (
      <div className={classes.buttons} lang={lang} dir="auto">
        {buttons.map((button) => (
          <span key={button}>{button}</span>
        ))}
      </div>
    )}
    {foot && <div className={classes.foot}>{foot}</div>}
  </div>
)

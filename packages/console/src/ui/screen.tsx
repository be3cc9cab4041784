import { Title } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './screen.module.css'

type Props = {
  readonly title: string
  /** Beside the title, in its line where there is room. */
  readonly toolbar?: ReactNode
  /** As wide as the window and as high: what is inside scrolls by itself. */
  readonly fill?: boolean
  /** On a phone the way around already says where we are: the title is for screen readers there. */
  readonly quietTitle?: boolean
  readonly children: ReactNode
}

/** Title, tools, content: the frame of every screen. */
export const Screen = ({ title, toolbar, fill = false, quietTitle = false, children }: Props) => (
  <div className={classes.screen} data-fill={fill || undefined} data-quiet-title={quietTitle || undefined}>
    <header className={classes.head}>
      <Title order={1}>{title}</Title>
      {toolbar && <div className={classes.tools}>{toolbar}</div>}
    </header>
    {children}
  </div>
)

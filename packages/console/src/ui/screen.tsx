import { Title } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './screen.module.css'

type Props = {
  readonly title: string
  /** Beside the title, in its line where there is room. */
  readonly toolbar?: ReactNode
  readonly wide?: boolean
  readonly children: ReactNode
}

/** Title, tools, content: the frame of every screen. */
export const Screen = ({ title, toolbar, wide = false, children }: Props) => (
  <div className={classes.screen} data-wide={wide || undefined}>
    <header className={classes.head}>
      <Title order={1}>{title}</Title>
      {toolbar && <div className={classes.tools}>{toolbar}</div>}
    </header>
    {children}
  </div>
)

import type { ReactNode } from 'react'
import classes from './status.module.css'

type Props = { readonly className?: string | undefined; readonly children: ReactNode }

/** Words that a screen reader says when they change (WCAG 4.1.3). */
export const Status = ({ className, children }: Props) => (
  <output className={`${classes.status} ${className ?? ''}`}>{children}</output>
)

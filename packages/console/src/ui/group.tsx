import type { ReactNode } from 'react'
import classes from './group.module.css'

type Props = { readonly label: string; readonly className?: string | undefined; readonly children: ReactNode }

/** Controls that belong together, named for screen readers, without a fieldset's looks. */
export const Group = ({ label, className, children }: Props) => (
  <fieldset aria-label={label} className={`${classes.group} ${className ?? ''}`}>
    {children}
  </fieldset>
)

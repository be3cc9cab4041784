import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import classes from './notice.module.css'

type Props = {
  readonly tone: 'calm' | 'warn' | 'bad' | 'good'
  readonly icon: LucideIcon
  readonly children: ReactNode
  readonly action?: ReactNode
  /** `alert` interrupts a screen reader: only for what must be known at once. */
  readonly role?: 'status' | 'alert'
}

export const Notice = ({ tone, icon: Icon, children, action, role }: Props) => (
  <div className={classes.notice} data-tone={tone} role={role}>
    <Icon size={18} aria-hidden />
    <div className={classes.words}>{children}</div>
    {action}
  </div>
)

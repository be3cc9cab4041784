import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import classes from './notice.module.css'

type Props = {
  readonly tone: 'calm' | 'warn' | 'bad' | 'good'
  readonly icon: LucideIcon
  readonly children: ReactNode
  readonly action?: ReactNode
  /** For screen readers, when it appears: `at-once` interrupts, only for what can't wait. */
  readonly says?: 'politely' | 'at-once'
}

export const Notice = ({ tone, icon: Icon, children, action, says }: Props) => (
  <div className={classes.notice} data-tone={tone} {...(says ? { role: says === 'at-once' ? 'alert' : 'status' } : {})}>
    <Icon size={18} aria-hidden />
    <div className={classes.words}>{children}</div>
    {action}
  </div>
)

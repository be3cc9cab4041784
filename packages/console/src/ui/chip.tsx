import type { LucideIcon } from 'lucide-react'
import classes from './chip.module.css'

/** What a state means for the day, not its name: how it is going. */
export type Tone = 'calm' | 'way' | 'good' | 'ask' | 'warn' | 'bad' | 'off'

type Props = { readonly tone: Tone; readonly icon: LucideIcon; readonly label: string; readonly compact?: boolean }

/** State by icon and words beside the colour. `compact` leaves the words to screen readers and to the title. */
export const Chip = ({ tone, icon: Icon, label, compact = false }: Props) => (
  <span className={classes.chip} data-tone={tone} data-compact={compact || undefined} title={label}>
    <Icon size={13} strokeWidth={2.2} aria-hidden />
    <span className={classes.label}>{label}</span>
  </span>
)

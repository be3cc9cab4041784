import classes from './count.module.css'

type Props = { readonly value: number; readonly label?: string; readonly tone?: 'quiet' | 'loud' | 'alarm' }

/** A number beside a name; nothing at zero. */
export const Count = ({ value, label, tone = 'quiet' }: Props) =>
  value === 0 ? null : (
    <span className={classes.count} data-tone={tone} role={label ? 'img' : undefined} aria-label={label}>
      {value}
    </span>
  )

import classes from './wordmark.module.css'

/** A note left for somebody: the sheet with its corner folded towards the reader, and one line on it. */
export const Mark = ({ size = 24 }: { readonly size?: number }) => (
  <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden className={classes.mark}>
    <path
      d="M5.5 2.5h13a3 3 0 0 1 3 3v9.2a3 3 0 0 1-.88 2.12l-3.8 3.8a3 3 0 0 1-2.12.88H5.5a3 3 0 0 1-3-3v-13a3 3 0 0 1 3-3Z"
      fill="currentColor"
    />
    <path d="M21.3 15.6h-4a2 2 0 0 0-2 2v3.8" fill="none" stroke="var(--mark-fold)" strokeWidth="1.6" />
    <path d="M7 8.2h10M7 12.2h6" stroke="var(--mark-line)" strokeWidth="2" strokeLinecap="round" fill="none" />
  </svg>
)

export const Wordmark = () => (
  <span className={classes.wordmark} dir="ltr">
    <Mark />
    <span>Recado</span>
  </span>
)

import { Button, Tooltip, VisuallyHidden } from '@mantine/core'
import type { ButtonProps } from '@mantine/core'
import { useId } from 'react'
import type { ReactNode } from 'react'

type Props = Omit<ButtonProps, 'disabled'> & {
  readonly children: ReactNode
  /** Why the action is off, in words; undefined means that it is on. */
  readonly disabledReason?: string | undefined
  readonly onClick?: () => void
  readonly type?: 'button' | 'submit'
  readonly 'aria-label'?: string
}

/** A button that stays reachable when it is off, and then says why, to eyes and to screen readers. */
export function ActionButton({ children, disabledReason, onClick, type = 'button', ...rest }: Props) {
  const id = useId()
  const off = disabledReason !== undefined
  return (
    <Tooltip label={disabledReason} disabled={!off}>
      <Button
        {...rest}
        type={off ? 'button' : type}
        {...(off ? { 'data-disabled': true, 'aria-disabled': true, 'aria-describedby': id } : {})}
        {...(off || !onClick ? {} : { onClick })}
      >
        {children}
        {off && <VisuallyHidden id={id}>{disabledReason}</VisuallyHidden>}
      </Button>
    </Tooltip>
  )
}

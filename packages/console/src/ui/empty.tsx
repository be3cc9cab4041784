import { Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './empty.module.css'

type Props = { readonly icon: ReactNode; readonly title: string; readonly body: string; readonly action?: ReactNode }

export const EmptyMessage = ({ icon, title, body, action }: Props) => (
  <section className={classes.empty}>
    <span className={classes.icon} aria-hidden>
      {icon}
    </span>
    <Title order={2} size="h2">
      {title}
    </Title>
    <Text c="dimmed" size="sm">
      {body}
    </Text>
    {action}
  </section>
)

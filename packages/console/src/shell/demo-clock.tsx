import { Button, Loader, Popover, Stack, Text, TextInput, UnstyledButton } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { ChevronDown, Clock3, Smartphone } from 'lucide-react'
import { useId, useState } from 'react'
import { queries } from '../api/queries.ts'
import { useAct } from '../api/use-act.ts'
import { ActionError } from '../parts/action-error.tsx'
import { useNow } from '../parts/use-now.ts'
import { instantOf, localOf } from '../time/zoned.ts'
import { useTexts } from '../texts/use-texts.tsx'
import classes from './demo-clock.module.css'
import { Group } from '../ui/group.tsx'
import { Status } from '../ui/status.tsx'

const AFTER_CLOCK = ['clock', 'overview', 'book', 'timeline', 'appointment', 'conversations', 'conversation', 'changes']

/** Business time of the demo: always in sight, moved from here. */
export function DemoClock() {
  const { t, format } = useTexts()
  const now = useNow()
  const { data: overview } = useSuspenseQuery(queries.overview())
  const { data: clock } = useSuspenseQuery(queries.clock())
  const move = useAct('moveClock', AFTER_CLOCK)
  const [site] = overview.sites
  const zone = site?.zone ?? 'UTC'
  const advance = (duration: string) => move.mutate({ body: { advance: duration } })
  const next = clock.nextDueAt
  return (
    <Group className={classes.clock} label={t('clock.title')}>
      <Popover position="bottom-start" trapFocus>
        <Popover.Target>
          <UnstyledButton className={classes.now} aria-haspopup="dialog" title={t('clock.title')}>
            {move.isPending ? <Loader size={14} /> : <Clock3 size={15} aria-hidden />}
            <span className={classes.date}>{format.date(localOf(now, zone))}</span>
            <strong>{format.time(now, zone)}</strong>
            <bdi className={classes.zone}>{site?.name ?? zone}</bdi>
            <ChevronDown size={14} aria-hidden />
          </UnstyledButton>
        </Popover.Target>
        <Popover.Dropdown className={classes.panel} aria-label={t('clock.title')}>
          <ClockPanel zone={zone} now={now} next={next} move={move} advance={advance} />
        </Popover.Dropdown>
      </Popover>
      <div className={classes.steps}>
        <Step label={t('clock.plusHourLabel')} busy={move.isPending} onClick={() => advance('PT1H')}>
          {t('clock.plusHour')}
        </Step>
        <Step label={t('clock.plusDayLabel')} busy={move.isPending} onClick={() => advance('P1D')}>
          {t('clock.plusDay')}
        </Step>
        {next && (
          <Step
            label={t('clock.nextLabel', { time: format.dateTime(next, zone) })}
            busy={move.isPending}
            onClick={() => move.mutate({ body: { to: next } })}
          >
            {t('clock.next')}
          </Step>
        )}
      </div>
      {overview.phonesUrl && <PhonesLink href={overview.phonesUrl} />}
    </Group>
  )
}

type StepProps = {
  readonly label: string
  readonly busy: boolean
  readonly onClick: () => void
  readonly children: string
}

/** Named by what is written on it, so that a voice can say it (WCAG 2.5.3); the title tells the rest. */
const Step = ({ label, busy, onClick, children }: StepProps) => (
  <UnstyledButton className={classes.step} title={label} aria-disabled={busy} onClick={busy ? undefined : onClick}>
    {children}
  </UnstyledButton>
)

function PhonesLink({ href }: { readonly href: string }) {
  const { t } = useTexts()
  return (
    <a className={classes.phones} href={href} target="_blank" rel="noreferrer" aria-label={t('clock.phonesLabel')}>
      <Smartphone size={15} aria-hidden />
      <span>{t('clock.phones')}</span>
    </a>
  )
}

type PanelProps = {
  readonly zone: string
  readonly now: number
  readonly next: string | undefined
  readonly move: ReturnType<typeof useAct<'moveClock'>>
  readonly advance: (duration: string) => void
}

function ClockPanel({ zone, now, next, move, advance }: PanelProps) {
  const { t, format } = useTexts()
  const id = useId()
  const { data: overview } = useSuspenseQuery(queries.overview())
  const [exact, setExact] = useState(() => localOf(now, zone))
  return (
    <Stack gap="xs">
      <Text fw={620}>{t('clock.title')}</Text>
      <Text size="xs" c="dimmed">
        {t('clock.hint')}
      </Text>
      <dl className={classes.zones}>
        {overview.sites.map((site) => (
          <div key={site.id}>
            <dt>
              <bdi>{site.name}</bdi>
            </dt>
            <dd>{format.dateTime(now, site.zone)}</dd>
          </div>
        ))}
      </dl>
      <div className={classes.buttons}>
        <Button variant="default" onClick={() => advance('PT1H')}>
          {t('clock.plusHour')}
        </Button>
        <Button variant="default" onClick={() => advance('P1D')}>
          {t('clock.plusDay')}
        </Button>
        <Button variant="default" disabled={!next} onClick={() => next && move.mutate({ body: { to: next } })}>
          {next ? `${t('clock.next')} · ${format.time(next, zone)}` : t('clock.nothingDue')}
        </Button>
      </div>
      <form
        className={classes.exact}
        onSubmit={(event) => {
          event.preventDefault()
          move.mutate({ body: { to: instantOf(exact, zone) } })
        }}
      >
        <TextInput
          id={id}
          type="datetime-local"
          label={t('clock.exact', { zone: format.zone(zone) })}
          value={exact}
          onChange={(event) => setExact(event.currentTarget.value)}
        />
        <Button type="submit">{t('clock.go')}</Button>
      </form>
      <Status className={classes.status}>
        {move.isPending ? t('clock.moving') : move.data ? t('clock.moved', { count: move.data.ran }) : ''}
      </Status>
      <ActionError error={move.error} />
    </Stack>
  )
}

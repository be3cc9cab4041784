import { Modal, Stack, Text, Textarea, UnstyledButton } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Pause, Play } from 'lucide-react'
import { useState } from 'react'
import { queries } from '../api/queries.ts'
import { useAct } from '../api/use-act.ts'
import { ActionError } from '../parts/action-error.tsx'
import { useSession } from '../parts/use-session.ts'
import { useTexts } from '../texts/use-texts.tsx'
import { ActionButton } from '../ui/action-button.tsx'
import classes from './shell-buttons.module.css'
import { disabledReason } from './sending-actions.ts'

/** Always in sight: are messages leaving, and the one switch that stops them all. */
export function SendingSwitch() {
  const { t } = useTexts()
  const [open, setOpen] = useState(false)
  const { paused } = useSuspenseQuery(queries.overview()).data.sending
  const close = () => setOpen(false)
  return (
    <>
      <UnstyledButton
        className={classes.sending}
        data-paused={paused || undefined}
        aria-haspopup="dialog"
        title={paused ? t('sending.paused') : t('sending.on')}
        onClick={() => setOpen(true)}
      >
        {paused ? <Play size={15} aria-hidden /> : <span className={classes.dot} aria-hidden />}
        <span className={classes.words}>{paused ? t('sending.paused') : t('sending.on')}</span>
        {!paused && <Pause size={15} aria-hidden />}
      </UnstyledButton>
      <Modal
        opened={open}
        onClose={close}
        title={paused ? t('sending.resumeTitle') : t('sending.pauseTitle')}
        closeButtonProps={{ 'aria-label': t('app.close') }}
      >
        {paused ? <ResumeForm onDone={close} /> : <PauseForm onDone={close} />}
      </Modal>
    </>
  )
}

function PauseForm({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTexts()
  const { can } = useSession()
  const [reason, setReason] = useState('')
  const pause = useAct('pauseSending', ['overview'])
  const why = disabledReason.pause({ allowed: can('sending.pause'), reason })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        pause.mutate({ body: { reason } }, { onSuccess: onDone })
      }}
    >
      <Stack gap="sm">
        <Text size="sm">{t('sending.pauseBody')}</Text>
        <Textarea
          data-autofocus
          label={t('sending.why')}
          description={t('sending.whyHint')}
          value={reason}
          maxLength={500}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <ActionError error={pause.error} />
        <ActionButton type="submit" loading={pause.isPending} disabledReason={why && t(why)}>
          {t('sending.pause')}
        </ActionButton>
      </Stack>
    </form>
  )
}

function ResumeForm({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTexts()
  const { can } = useSession()
  const resume = useAct('resumeSending', ['overview'])
  const why = disabledReason.resume({ allowed: can('sending.pause') })
  return (
    <Stack gap="sm">
      <Text size="sm">{t('sending.resumeBody')}</Text>
      <ActionError error={resume.error} />
      <ActionButton
        data-autofocus
        loading={resume.isPending}
        disabledReason={why && t(why)}
        onClick={() => resume.mutate({}, { onSuccess: onDone })}
      >
        {t('sending.resume')}
      </ActionButton>
    </Stack>
  )
}

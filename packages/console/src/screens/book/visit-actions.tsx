import type { AppointmentDetail } from '@recado/contracts/appointments'
import { CalendarClock, CalendarX2, Check, UserCheck, UserX } from 'lucide-react'
import { useState } from 'react'
import { AFTER_VISIT } from '../../api/made-old.ts'
import { useAct } from '../../api/use-act.ts'
import { ActionError } from '../../parts/action-error.tsx'
import { useNow } from '../../parts/use-now.ts'
import { useSession } from '../../parts/use-session.ts'
import { useTexts } from '../../texts/use-texts.tsx'
import { ActionButton } from '../../ui/action-button.tsx'
import { disabledReason } from './appointment-actions.ts'
import { CancelVisit } from './cancel-visit.tsx'
import { MoveVisit } from '../../parts/move-visit.tsx'
import classes from './visit-drawer.module.css'

export function VisitActions({ visit }: { readonly visit: AppointmentDetail }) {
  const { t } = useTexts()
  const { can } = useSession()
  const now = useNow()
  const [panel, setPanel] = useState<'move' | 'cancel'>()
  const outcome = useAct('recordOutcome', AFTER_VISIT)
  const confirm = useAct('confirmAppointment', AFTER_VISIT)
  const facts = { visit, now, allowed: can('book.change') }
  const off = (action: keyof typeof disabledReason): string | undefined => {
    const why = disabledReason[action](facts)
    return why && t(why)
  }
  const act = { params: { id: visit.id } }
  const { version } = visit
  const record = (kind: 'arrived' | 'noshow') => () => outcome.mutate({ ...act, body: { outcome: kind, version } })
  const toggle = (which: 'move' | 'cancel'): void => setPanel(panel === which ? undefined : which)
  return (
    <section aria-label={t('visit.actions')}>
      <div className={classes.actions}>
        <ActionButton
          leftSection={<UserCheck size={16} aria-hidden />}
          disabledReason={off('arrived')}
          loading={outcome.isPending}
          onClick={record('arrived')}
        >
          {t('visit.arrived')}
        </ActionButton>
        <ActionButton
          variant="default"
          leftSection={<UserX size={16} aria-hidden />}
          disabledReason={off('noshow')}
          onClick={record('noshow')}
        >
          {t('visit.noshow')}
        </ActionButton>
        <ActionButton
          variant="default"
          leftSection={<Check size={16} aria-hidden />}
          disabledReason={off('confirm')}
          loading={confirm.isPending}
          onClick={() => confirm.mutate({ ...act, body: { version } })}
        >
          {t('visit.confirm')}
        </ActionButton>
        <PanelToggles off={off} toggle={toggle} />
      </div>
      <ActionError error={outcome.error ?? confirm.error} />
      {panel === 'move' && !off('move') && <MoveVisit visit={visit} />}
      {panel === 'cancel' && !off('cancel') && <CancelVisit visit={visit} onKeep={() => setPanel(undefined)} />}
    </section>
  )
}

type TogglesProps = {
  readonly off: (action: 'move' | 'cancel') => string | undefined
  readonly toggle: (which: 'move' | 'cancel') => void
}

/** Moving and cancelling ask for more first: these open what asks. */
function PanelToggles({ off, toggle }: TogglesProps) {
  const { t } = useTexts()
  return (
    <>
      <ActionButton
        variant="default"
        leftSection={<CalendarClock size={16} aria-hidden />}
        disabledReason={off('move')}
        onClick={() => toggle('move')}
      >
        {t('visit.move')}
      </ActionButton>
      <ActionButton
        variant="default"
        leftSection={<CalendarX2 size={16} aria-hidden />}
        disabledReason={off('cancel')}
        onClick={() => toggle('cancel')}
      >
        {t('visit.cancel')}
      </ActionButton>
    </>
  )
}

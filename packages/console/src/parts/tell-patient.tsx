import { Checkbox } from '@mantine/core'
import type { AppointmentDetail } from '@recado/contracts/appointments'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { queries } from '../api/queries.ts'
import { reasonText } from '../texts/console-texts.ts'
import { useTexts } from '../texts/use-texts.tsx'
import { Status } from '../ui/status.tsx'

/** Whether the patient hears of a change: yes, until somebody says otherwise or nothing can be sent. */
export function useTelling({ notice }: AppointmentDetail) {
  const [wanted, setWanted] = useState(true)
  return { tell: wanted && notice.possible, setWanted }
}

type Props = { readonly visit: AppointmentDetail; readonly telling: ReturnType<typeof useTelling> }

/** The choice, or why there is none: then somebody has to call. */
export function TellPatient({ visit, telling }: Props) {
  const { t, codes } = useTexts()
  const { data: overview } = useSuspenseQuery(queries.overview())
  const { possible, reason } = visit.notice
  if (!possible) return <Status>{t('visit.cannotTell', { reason: reasonText(codes, reason ?? '') })}</Status>
  return (
    <Checkbox
      label={t('visit.tell')}
      description={telling.tell && t(overview.sending.paused ? 'visit.tellWaits' : 'visit.tellAfter')}
      checked={telling.tell}
      onChange={(event) => telling.setWanted(event.currentTarget.checked)}
    />
  )
}

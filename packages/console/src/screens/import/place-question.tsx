import { NativeSelect, Radio, Stack } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { queries } from '../../api/queries.ts'
import { useTexts } from '../../texts/use-texts.tsx'
import { ActionButton } from '../../ui/action-button.tsx'
import type { Place } from './files-in-hand.ts'
import classes from './import.module.css'

type Props = { readonly file: File; readonly busy: boolean; readonly onPlace: (place: Place) => void }

const ELSEWHERE = 'elsewhere'
const zones = (): string[] => Intl.supportedValuesOf('timeZone')

/** Asked only when the file leaves it open. Nothing is chosen beforehand: a wrong zone would move every visit. */
export function PlaceQuestion({ file, busy, onPlace }: Props) {
  const { t, format } = useTexts()
  const { data } = useSuspenseQuery(queries.overview())
  const [chosen, setChosen] = useState<string>()
  const [zone, setZone] = useState('')
  const place = placeOf(chosen, zone)
  return (
    <form
      className={classes.card}
      onSubmit={(event) => {
        event.preventDefault()
        if (place) onPlace(place)
      }}
    >
      <p className={classes.quiet}>
        <bdi>{file.name}</bdi>
      </p>
      <Radio.Group
        label={t('import.place')}
        description={t('import.placeBody')}
        value={chosen ?? null}
        onChange={setChosen}
      >
        <Stack gap="xs" mt="xs">
          {data.sites.map((site) => (
            <Radio key={site.id} value={site.name} label={`${site.name} (${format.zone(site.zone)})`} />
          ))}
          <Radio value={ELSEWHERE} label={t('import.placeElsewhere')} />
        </Stack>
      </Radio.Group>
      {chosen === ELSEWHERE && (
        <NativeSelect
          aria-label={t('import.placeElsewhere')}
          value={zone}
          data={['', ...zones()]}
          onChange={(event) => setZone(event.currentTarget.value)}
        />
      )}
      <ActionButton type="submit" loading={busy} disabledReason={place ? undefined : t('off.questions', { count: 1 })}>
        {t('import.placeGo')}
      </ActionButton>
    </form>
  )
}

function placeOf(chosen: string | undefined, zone: string): Place | undefined {
  if (chosen === undefined) return undefined
  if (chosen !== ELSEWHERE) return { site: chosen }
  return zone === '' ? undefined : { zone }
}

import { UnstyledButton } from '@mantine/core'
import type { BookAppointment } from '@recado/contracts/book'
import { getRouteApi } from '@tanstack/react-router'
import { CHIP_LOOKS } from '../../parts/visit-chip.tsx'
import { useTexts } from '../../texts/use-texts.tsx'
import { CHIP_STATE_NAMES } from './chip-states.ts'
import type { ChipStateName } from './chip-states.ts'
import classes from './state-filter.module.css'
import { Group } from '../../ui/group.tsx'

const route = getRouteApi('/app/book')

type Props = { readonly visits: readonly BookAppointment[]; readonly chosen: ChipStateName | undefined }

/** How the day stands, in numbers; each number also shows only its visits. It is the legend of the chips, too. */
export function StateFilter({ visits, chosen }: Props) {
  const { t } = useTexts()
  const navigate = route.useNavigate()
  const counted = CHIP_STATE_NAMES.map((state) => ({
    state,
    count: visits.filter((visit) => visit.chip.state === state).length,
  }))
  const choose = (state: ChipStateName): void =>
    void navigate({ search: ({ state: old, ...rest }) => (old === state ? rest : { ...rest, state }), replace: true })
  return (
    <Group className={classes.filter} label={t('book.filterChip')}>
      {counted
        .filter(({ state, count }) => count > 0 || state === chosen)
        .map(({ state, count }) => {
          const { tone, icon: Icon } = CHIP_LOOKS[state]
          return (
            <UnstyledButton
              key={state}
              className={classes.state}
              data-tone={tone}
              aria-pressed={state === chosen}
              title={t(`chip.${state}`)}
              onClick={() => choose(state)}
            >
              <Icon size={14} aria-hidden />
              <span>{t(`chip.${state}`)}</span> <strong>{count}</strong>
            </UnstyledButton>
          )
        })}
    </Group>
  )
}

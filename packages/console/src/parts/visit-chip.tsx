import type { Chip as ChipFacts } from '@recado/contracts/appointments'
import {
  Ban,
  Check,
  CheckCheck,
  CircleCheck,
  CircleDashed,
  Clock3,
  Eye,
  MessageSquareOff,
  PauseCircle,
  PhoneOff,
  Repeat2,
  UserCheck,
  UserX,
} from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import { reasonText } from '../texts/console-texts.ts'
import { useTexts } from '../texts/use-texts.tsx'
import type { Texts } from '../texts/use-texts.tsx'
import { Chip } from '../ui/chip.tsx'
import type { Tone } from '../ui/chip.tsx'

export type ChipState = ChipFacts['state']

export const CHIP_LOOKS: Readonly<Record<ChipState, { readonly tone: Tone; readonly icon: LucideIcon }>> = {
  planned: { tone: 'calm', icon: Clock3 },
  held: { tone: 'warn', icon: PauseCircle },
  sent: { tone: 'way', icon: Check },
  delivered: { tone: 'way', icon: CheckCheck },
  read: { tone: 'way', icon: Eye },
  confirmed: { tone: 'good', icon: CircleCheck },
  'wants-to-move': { tone: 'ask', icon: Repeat2 },
  cancelled: { tone: 'off', icon: Ban },
  arrived: { tone: 'calm', icon: UserCheck },
  'no-show': { tone: 'bad', icon: UserX },
  'not-reachable': { tone: 'bad', icon: PhoneOff },
  'not-sent': { tone: 'warn', icon: MessageSquareOff },
  none: { tone: 'off', icon: CircleDashed },
}

/** The state in words, with its reason. */
export function chipText({ t, codes }: Pick<Texts, 't' | 'codes'>, { state, reason }: ChipFacts): string {
  const words = t(`chip.${state}`)
  return reason === undefined ? words : t('chip.why', { state: words, reason: reasonText(codes, reason) })
}

export function VisitChip({ chip, compact = false }: { readonly chip: ChipFacts; readonly compact?: boolean }) {
  const texts = useTexts()
  const { tone, icon } = CHIP_LOOKS[chip.state]
  return <Chip tone={tone} icon={icon} label={chipText(texts, chip)} compact={compact} />
}

import { PURPOSES, type Purpose } from '../shared/appointment.ts'
import type { Instant } from '../shared/instant.ts'

/** A: signed by the person. B: asked and answered twice. C: staff wrote down what was said. D: imported, unproven. */
export type EvidenceGrade = 'A' | 'B' | 'C' | 'D'

/** One row of the append-only ledger. Without `patientId` it concerns everybody reached at the contact point. */
export type ConsentEvent = {
  readonly id: string
  /** When the person said it, not when we wrote it down. */
  readonly at: Instant
  readonly kind: 'grant' | 'withdraw'
  readonly patientId?: string
  readonly contactPointId: string
  readonly purposes: readonly Purpose[]
  readonly source: 'file' | 'chat' | 'staff' | 'api'
  readonly grade: EvidenceGrade
}

/** What a patient allows at a contact point. `withdrawn` is what no file may bring back. */
export type ConsentStanding = {
  readonly granted: ReadonlySet<Purpose>
  readonly withdrawn: ReadonlySet<Purpose>
  /** The phone said stop, and neither it nor this patient has taken that back. */
  readonly optedOutAt?: Instant
}

/** What a plain yes means, in a file or in answer to START. */
export const PLAIN_YES: readonly Purpose[] = ['appointment_logistics', 'care_followup']

/**
 * The standing of one patient at one contact point: a fold over the ledger, whatever the order of its rows. By the time
 * of what was said; of two things said at once the withdrawal counts.
 */
export function foldConsent(
  events: readonly ConsentEvent[],
  patientId: string,
  contactPointId: string,
): ConsentStanding {
  const fold: Fold = { live: new Set(), withdrawn: new Map(), optedOutAt: undefined }
  const theirs = events.filter(
    (event) => event.contactPointId === contactPointId && (event.patientId ?? patientId) === patientId,
  )
  for (const event of theirs.toSorted(bySaying)) (event.kind === 'grant' ? grant : withdraw)(fold, event)
  const optedOut = fold.optedOutAt === undefined ? {} : { optedOutAt: fold.optedOutAt }
  return { granted: fold.live, withdrawn: new Set(fold.withdrawn.keys()), ...optedOut }
}

/** STOP takes everything that we begin from everybody at that contact point. */
export const optOutPurposes = (): readonly Purpose[] => PURPOSES

/** START gives a patient back what STOP took, or a plain yes where there was nothing. */
export function optInPurposes(
  events: readonly ConsentEvent[],
  patientId: string,
  contactPointId: string,
): readonly Purpose[] {
  const { optedOutAt } = foldConsent(events, patientId, contactPointId)
  const before = events.filter((event) => optedOutAt === undefined || event.at < optedOutAt)
  const { granted } = foldConsent(before, patientId, contactPointId)
  return granted.size > 0 ? PURPOSES.filter((purpose) => granted.has(purpose)) : PLAIN_YES
}

type Fold = {
  readonly live: Set<Purpose>
  /** Whether the person's own word withdrew it: then only their own word brings it back. */
  readonly withdrawn: Map<Purpose, 'own-word' | 'noted'>
  optedOutAt: Instant | undefined
}

/** Said in the chat, signed, or asked and answered: no one else's account of it. A file's account never is. */
const isOwnWord = ({ source, grade }: ConsentEvent): boolean =>
  source === 'chat' || (source !== 'file' && (grade === 'A' || grade === 'B'))

function grant(fold: Fold, event: ConsentEvent): void {
  const ownWord = isOwnWord(event)
  if (ownWord) fold.optedOutAt = undefined
  for (const purpose of event.purposes) {
    const against = fold.withdrawn.get(purpose)
    const lifts = against === undefined || ownWord || (against === 'noted' && event.source !== 'file')
    // Nobody gets campaigns on the unproven word of a file.
    if (!lifts || (purpose === 'campaign' && event.grade === 'D')) continue
    fold.withdrawn.delete(purpose)
    fold.live.add(purpose)
  }
}

function withdraw(fold: Fold, event: ConsentEvent): void {
  const ownWord = isOwnWord(event)
  const wholePhone = event.patientId === undefined && PURPOSES.every((purpose) => event.purposes.includes(purpose))
  if (ownWord && wholePhone) fold.optedOutAt = event.at
  for (const purpose of event.purposes) {
    fold.live.delete(purpose)
    if (ownWord || !fold.withdrawn.has(purpose)) fold.withdrawn.set(purpose, ownWord ? 'own-word' : 'noted')
  }
}

const bySaying = (a: ConsentEvent, b: ConsentEvent): number => a.at - b.at || rank(a) - rank(b)
const rank = (event: ConsentEvent): number => (event.kind === 'withdraw' ? 1 : 0)

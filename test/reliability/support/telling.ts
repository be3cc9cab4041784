import type { Chance } from './chance.ts'
import { messageItem, statusItem, type Item } from './webhooks.ts'

/** A reminder that went out: what statuses and taps are about. */
export type Sent = {
  readonly attemptId: string
  readonly wamid: string
  readonly to: string
  readonly replyRef: string
  /** We heard that it was accepted; else only a status tells it. */
  readonly known: boolean
}

/** Something that happened, with the moment at which it did: webhooks tell of it in any order. */
export type Happened = { readonly at: number; readonly item: Item }

type Step = readonly [status: string, code?: number]

/** What becomes of a message, by how often. `failed` then `delivered`: one device of two could not take it. */
const FATES: readonly (readonly [share: number, steps: readonly Step[]])[] = [
  [50, [['sent'], ['delivered'], ['read']]],
  [15, [['sent'], ['delivered']]],
  [10, [['sent'], ['read']]],
  [9, [['sent'], ['failed', 131026]]],
  [5, [['failed', 131049]]],
  [5, [['sent'], ['failed', 131026], ['delivered']]],
  [3, [['accepted'], ['sent'], ['delivered'], ['read'], ['played']]],
  [3, []],
]

/** What a person sends, by how often: each of them has an end of its own, in this order. */
const STORIES: readonly (readonly [share: number, acts: readonly Act[]])[] = [
  [24, ['confirm']],
  [8, ['confirm', 'confirm']],
  [12, ['cancel']],
  [5, ['confirm', 'cancel']],
  [6, ['yes']],
  [3, ['digit-1']],
  [6, ['text']],
  [3, ['text', 'text', 'image']],
  [4, ['image']],
  [3, ['heart']],
  [4, ['stop']],
  [3, ['stop', 'start']],
  [3, ['start', 'stop']],
  [2, ['stop', 'start', 'stop', 'start']],
  [3, ['confirm', 'stop']],
  [2, ['poll']],
  [9, []],
]

type Act = 'confirm' | 'cancel' | 'yes' | 'digit-1' | 'text' | 'image' | 'heart' | 'stop' | 'start' | 'poll'

const BUTTONS = { confirm: ['0', 'Confirm'], cancel: ['2', 'Cancel'] } as const
const GAP_MS = 5_000

/** Everything that happens after these reminders went out at `from`, in the order in which it happened; all of it within nine minutes. */
export function tellStories(sent: readonly Sent[], from: number, chance: Chance): Happened[] {
  const happened = sent.flatMap((one, index) => {
    const begin = from + chance.between(1, 400) * 1_000
    return [...fateOf(one, begin, chance), ...storyOf(one, index, begin + 60_000, chance)]
  })
  const strangers = Array.from({ length: Math.ceil(sent.length / 20) }, (_, n) => strangerSays(n, from, chance))
  return [...happened, ...strangers].sort((a, b) => a.at - b.at)
}

function fateOf({ attemptId, wamid, to }: Sent, begin: number, chance: Chance): Happened[] {
  // Meta echoes our id; the wamid alone must do as well, where we know it.
  return weighted(FATES, chance).map(([status, code], step) => {
    const at = begin + step * GAP_MS
    return { at, item: statusItem({ wamid, to, status, at, attemptId, ...(code === undefined ? {} : { code }) }) }
  })
}

/**
 * Words that answer a reminder are understood once we know that it left. Told before every status of a reminder whose
 * acceptance we never heard, they go to a person: another end, so nobody here writes them about such a reminder.
 */
const WORDS: ReadonlySet<Act> = new Set(['yes', 'digit-1'])

function storyOf(sent: Sent, index: number, begin: number, chance: Chance): Happened[] {
  const acts = weighted(STORIES, chance).filter((act) => sent.known || !WORDS.has(act))
  return acts.map((act, step) => {
    const at = begin + step * GAP_MS
    return { at, item: messageItem(sent.to, `wamid.SAID.${index}.${step}`, at, contentOf(act, sent)) }
  })
}

function contentOf(act: Act, { wamid, replyRef }: Sent): object {
  const context = { from: '551140000001', id: wamid }
  switch (act) {
    case 'confirm':
    case 'cancel':
      return { type: 'button', context, button: { payload: `${replyRef}.${BUTTONS[act][0]}`, text: BUTTONS[act][1] } }
    case 'yes':
      return { type: 'text', context, text: { body: 'Yes' } }
    case 'digit-1':
      return { type: 'text', context, text: { body: '1' } }
    case 'text':
      return { type: 'text', text: { body: 'Is there parking near the clinic?' } }
    case 'stop':
      return { type: 'text', text: { body: 'STOP' } }
    case 'start':
      return { type: 'text', text: { body: 'START' } }
    case 'image':
      return { type: 'image', image: { id: '4711', mime_type: 'image/jpeg', sha256: 'c2hh' } }
    case 'heart':
      return { type: 'reaction', reaction: { message_id: 'wamid.SOMETHING', emoji: '❤️' } }
    case 'poll':
      return { type: 'unsupported', errors: [{ code: 131051, title: 'Message type unknown' }] }
  }
}

/** Somebody whom no book knows writes once. */
function strangerSays(n: number, from: number, chance: Chance): Happened {
  const at = from + chance.between(1, 480) * 1_000
  return {
    at,
    item: messageItem(`5521988${String(100_000 + n)}`, `wamid.STRANGER.${n}`, at, {
      type: 'text',
      text: { body: 'Hello' },
    }),
  }
}

function weighted<T>(choices: readonly (readonly [share: number, value: T])[], chance: Chance): T {
  let left = chance.unit() * choices.reduce((sum, [share]) => sum + share, 0)
  for (const [share, value] of choices) if ((left -= share) < 0) return value
  throw new Error('nothing to choose from')
}

import type { Conversation } from '@recado/contracts/conversations'
import { expect, test } from 'vitest'
import { disabledReason } from './conversation-actions.ts'
import { byUrgency, windowLeft } from './urgency.ts'

const talk = (id: string, over: Partial<Conversation> = {}): Conversation => ({
  id, queue: 'unanswered', owner: { kind: 'queue' }, contact: {}, patients: [], state: 'open', ...over,
}) // prettier-ignore

test('an emergency is above everybody, however new it is', () => {
  const list = byUrgency([
    talk('old', { windowClosesAt: '2026-11-24T12:00:00Z' }),
    talk('emergency', { queue: 'emergency', windowClosesAt: '2026-11-25T11:00:00Z' }),
  ])
  expect(list.map(({ id }) => id)).toEqual(['emergency', 'old'])
})

test('whose reply window closes first comes first; who waits for the patient comes last', () => {
  const list = byUrgency([
    talk('waiting', { queue: 'waiting', windowClosesAt: '2026-11-24T11:00:00Z' }),
    talk('closed'),
    talk('later', { windowClosesAt: '2026-11-24T20:00:00Z' }),
    talk('sooner', { windowClosesAt: '2026-11-24T12:00:00Z' }),
  ])
  expect(list.map(({ id }) => id)).toEqual(['sooner', 'later', 'closed', 'waiting'])
})

const now = Date.parse('2026-11-24T12:00:00Z')
const facts = (over: Partial<Conversation> = {}, allowed = true) => ({
  conversation: talk('c', { windowClosesAt: '2026-11-24T13:00:00Z', ...over }),
  staffId: 'me',
  allowed,
  now,
})
const mine = { kind: 'person', staffId: 'me' } as const

test.each([
  ['words can be sent while the window is open', disabledReason.send({ ...facts(), text: 'Olá' }), undefined],
  ['nothing can be sent without words', disabledReason.send({ ...facts(), text: '  ' }), 'off.empty'],
  ['nothing can be sent when the window has closed', disabledReason.send({ ...facts({ windowClosesAt: '2026-11-24T11:59:00Z' }), text: 'Olá' }), 'off.windowClosed'],
  ['who has it does not take it on again', disabledReason.claim(facts({ owner: mine })), 'off.mine'],
  ['a colleague’s conversation can be taken over', disabledReason.claim(facts({ owner: { kind: 'person', staffId: 'you' } })), undefined],
  ['an emergency is closed only by who took it on', disabledReason.resolve(facts({ queue: 'emergency' })), 'off.claimFirst'],
  ['who took the emergency on may close it', disabledReason.resolve(facts({ queue: 'emergency', owner: mine })), undefined],
  ['what is closed stays closed', disabledReason.resolve(facts({ state: 'resolved' })), 'off.resolved'],
  ['the wrong role reads only', disabledReason.send({ ...facts({}, false), text: 'Olá' }), 'off.permission'],
] as const)('%s', (_, found, wanted) => expect(found).toBe(wanted)) // prettier-ignore

test('an open window says how long, a closed one says nothing', () => {
  expect(windowLeft(talk('c', { windowClosesAt: '2026-11-24T13:00:00Z' }), now)).toBe(3_600_000)
  expect(windowLeft(talk('c'), now)).toBe(0)
})

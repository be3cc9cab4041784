import type { Touch } from '@recado/contracts/timeline'
import { expect, test } from 'vitest'
import { storyOf } from './timeline-items.ts'

const touch = (id: string, over: Partial<Touch>): Touch => ({
  id,
  journey: 'j',
  step: 's',
  version: 1,
  state: 'sent',
  attempts: [],
  ...over,
})
const event = (id: string, at: string) => ({ id, at, kind: 'imported' as const, by: { kind: 'source' as const } })

test('events and messages are one story by time, what is still open stands apart', () => {
  const story = storyOf({
    events: [event('e1', '2026-11-20T10:00:00Z'), event('e2', '2026-11-23T10:00:00Z')],
    touches: [
      touch('sent', { dueAt: '2026-11-22T10:00:00Z' }),
      touch('planned', { state: 'planned', dueAt: '2026-11-24T10:00:00Z' }),
      touch('never', { state: 'not-planned', reason: 'date-only' }),
    ],
  })
  expect(story.soFar.map(({ key }) => key)).toEqual(['e1', 'sent', 'e2', 'never'])
  expect(story.toCome.map(({ key }) => key)).toEqual(['planned'])
})

test('a message that was held back stands where it was tried, not where it was due', () => {
  const tried = { id: 'a', at: '2026-11-23T12:00:00Z', outcome: 'accepted' as const, statuses: [] }
  const { soFar } = storyOf({
    events: [event('e', '2026-11-23T10:00:00Z')],
    touches: [touch('late', { dueAt: '2026-11-22T10:00:00Z', attempts: [tried] })],
  })
  expect(soFar.map(({ key }) => key)).toEqual(['e', 'late'])
})

import { instant } from '@recado/domain/shared/instant'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fixtureParts } from './testing/fixtures.ts'
import type { TemplatePart } from './template-events.ts'
import { foldTemplateEvent, isSendable, nextCategory, stateFromList, type TemplateState } from './template-state.ts'

const START = stateFromList(
  { id: '66', name: 'recado_reminder_48h_v1', language: 'pt_BR', status: 'PENDING', category: 'UTILITY' },
  instant(1_000),
)

/** The event of a fixture. */
function event(name: string): TemplatePart {
  const part = fixtureParts(name)[0]
  if (
    part?.kind === 'template-status' ||
    part?.kind === 'template-quality' ||
    part?.kind === 'template-category' ||
    part?.kind === 'template-components'
  )
    return part
  throw new Error(`${name} is no event of a template`)
}
const after = (...events: [name: string, at: number][]): TemplateState =>
  events.reduce((state, [name, at]) => foldTemplateEvent(state, event(name), instant(at)), START)

describe('a template', () => {
  test.each<[string, [string, number][], string]>([
    ['in review', [], 'PENDING'],
    ['approved', [['template-approved', 2_000]], 'APPROVED'],
    ['rejected', [['template-rejected', 2_000]], 'REJECTED'],
    [
      'paused',
      [
        ['template-approved', 2_000],
        ['template-paused', 3_000],
      ],
      'PAUSED',
    ],
    [
      'running again',
      [
        ['template-paused', 3_000],
        ['template-unpaused', 4_000],
      ],
      'APPROVED',
    ],
    [
      'paused, told too late',
      [
        ['template-unpaused', 4_000],
        ['template-paused', 3_000],
      ],
      'APPROVED',
    ],
    [
      'approved and paused in the same second',
      [
        ['template-approved', 3_000],
        ['template-paused', 3_000],
      ],
      'PAUSED',
    ],
    [
      'paused and approved in the same second',
      [
        ['template-paused', 3_000],
        ['template-approved', 3_000],
      ],
      'PAUSED',
    ],
    [
      'flagged, which stops nothing',
      [
        ['template-approved', 2_000],
        ['template-flagged', 3_000],
      ],
      'APPROVED',
    ],
    ['disabled', [['template-disabled', 2_000]], 'DISABLED'],
    ['to be deleted', [['template-pending-deletion', 2_000]], 'PENDING_DELETION'],
    ['archived', [['template-archived', 2_000]], 'ARCHIVED'],
  ])('that is %s', (_, events, status) => {
    const state = after(...events)
    expect(state.status.value).toBe(status)
    expect(isSendable(state)).toBe(status === 'APPROVED')
  })

  test('keeps the reason only as long as it is refused', () => {
    expect(after(['template-rejected', 2_000]).status.reason).toBe('INVALID_FORMAT')
    expect(after(['template-rejected', 2_000], ['template-approved', 3_000]).status).not.toHaveProperty('reason')
  })

  test('becomes marketing after it was announced, in whatever order that is told', () => {
    const announced = after(['template-category-announced', 2_000])
    expect([announced.category?.value, nextCategory(announced)]).toEqual(['UTILITY', 'MARKETING'])
    const changed = after(['template-category-changed', 3_000], ['template-category-announced', 2_000])
    expect([changed.category?.value, nextCategory(changed)]).toEqual(['MARKETING', undefined])
    expect(nextCategory(START)).toBeUndefined()
  })

  test('has the quality that was reported last', () => {
    expect(after(['template-quality', 2_000]).quality).toEqual({ value: 'RED', at: 2_000 })
  })

  test('is in the same state in whatever order its events arrive', () => {
    const names = [
      'approved',
      'paused',
      'disabled',
      'archived',
      'flagged',
      'quality',
      'category-announced',
      'category-changed',
    ]
    const anyEvent = fc.tuple(
      fc.constantFrom(...names.map((name) => `template-${name}`)),
      fc.integer({ min: 2_000, max: 2_005 }),
    )
    const retold = fc
      .array(anyEvent, { maxLength: 8 })
      .chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray([...all, ...all], { minLength: all.length * 2 })))
    fc.assert(
      fc.property(retold, ([all, shuffled]) => {
        expect(after(...shuffled)).toEqual(after(...all))
      }),
    )
  })
})

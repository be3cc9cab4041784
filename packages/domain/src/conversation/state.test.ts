import { describe, expect, test } from 'vitest'
import { slotQuestion } from '../../test-support/turn-table.ts'
import { newConversation, readState } from './state.ts'

describe('the saved state', () => {
  test.each([[{}], [null], [undefined], ['v1'], [{ v: 2, question: {} }], [{ v: '1' }]])(
    '%j is a new conversation',
    (saved) => expect(readState(saved)).toEqual(newConversation),
  )

  test('what this version saved is read back', () => {
    const saved = slotQuestion()
    expect(readState(JSON.parse(JSON.stringify(saved)))).toEqual(saved)
  })
})

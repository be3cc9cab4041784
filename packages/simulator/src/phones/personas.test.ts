import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Json } from '../json.ts'
import { ANA, approved, reminder, startPlatform, type Platform } from '../testing/platform.ts'
import { PERSONAS } from './persona.ts'

let platform: Platform
beforeEach(async () => {
  platform = await startPlatform({ seed: 7 })
  await approved(platform)
})
afterEach(() => platform.stop())

const names = () => platform.clinic.statuses().map((status) => status['status'])

async function live(persona: Json, language = 'pt-BR', time = 'P2D'): Promise<void> {
  await platform.sim('PUT', `phones/${ANA}`, { name: 'Ana', language })
  await platform.sim('PUT', `phones/${ANA}/persona`, persona)
  await platform.send(reminder())
  await platform.sim('POST', 'clock', { advance: time })
}

test.each([
  ['confirms', 'ref-confirm'],
  ['reschedules', 'ref-move'],
  ['cancels', 'ref-cancel'],
])('who %s taps the button after having read', async (name, payload) => {
  await live({ name })
  expect(names()).toEqual(['sent', 'delivered', 'read'])
  expect(platform.clinic.messages()).toEqual([
    expect.objectContaining({ type: 'button', button: expect.objectContaining({ payload }) }),
  ])
})

test('who answers with words uses those of the own language', async () => {
  await live({ name: 'answers-text' }, 'ar')
  const [message] = platform.clinic.messages()
  expect(PERSONAS['answers-text']?.answer?.byLanguage?.['ar']).toContain(
    (message?.['text'] as Json | undefined)?.['body'],
  )
})

test('who never reads stays at delivered', async () => {
  await live({ name: 'never-reads' })
  expect(names()).toEqual(['sent', 'delivered'])
})

test('who reads late reads hours later', async () => {
  await live({ name: 'reads-late' }, 'pt-BR', 'PT2H')
  expect(names()).toEqual(['sent', 'delivered'])
  await platform.sim('POST', 'clock', { advance: 'P1D' })
  expect(names()).toEqual(['sent', 'delivered', 'read'])
})

test('whose phone is off gets the message hours later', async () => {
  await live({ name: 'offline' }, 'pt-BR', 'PT5H')
  expect(names()).toEqual(['sent'])
  await platform.sim('POST', 'clock', { advance: 'P2D' })
  expect(names()).toEqual(['sent', 'delivered', 'read'])
})

test('whose chat is open goes straight to read', async () => {
  await live({ name: 'chat-open' })
  expect(names()).toEqual(['sent', 'read'])
})

test('who blocks the clinic gets one message and no second', async () => {
  await live({ name: 'blocks' })
  await platform.send(reminder())
  await platform.sim('POST', 'clock', { advance: 'PT1H' })
  expect(names()).toEqual(['sent', 'delivered', 'read', 'failed'])
})

test('who opts out says so once', async () => {
  await live({ name: 'opts-out' }, 'es')
  await platform.send(reminder())
  await platform.sim('POST', 'clock', { advance: 'P2D' })
  expect(platform.clinic.messages()).toEqual([expect.objectContaining({ text: { body: 'ALTO' } })])
})

test('who speaks sends a voice note that can be fetched', async () => {
  await live({ name: 'voice-notes' })
  const [message] = platform.clinic.messages()
  expect(message).toMatchObject({ type: 'audio', audio: { voice: true, mime_type: 'audio/ogg; codecs=opus' } })
})

test('an old client sends what nobody can read', async () => {
  await live({ name: 'old-client' })
  expect(platform.clinic.messages()).toEqual([
    expect.objectContaining({ type: 'unsupported', errors: [expect.objectContaining({ code: 131051 })] }),
  ])
})

test('a username hides the number of who writes first', async () => {
  await platform.sim('PUT', `phones/${ANA}/persona`, { name: 'username' })
  await platform.sim('POST', `phones/${ANA}/text`, { text: 'oi' })
  await platform.sim('POST', 'settle')
  const [message] = platform.clinic.messages()
  expect(message).toMatchObject({ from_user_id: expect.stringMatching(/^BR\./), text: { body: 'oi' } })
  expect(platform.clinic.bodies.join('')).not.toContain(`"from":"${ANA}"`)
  expect(platform.clinic.bodies.join('')).toContain('"username":"user654321"')
})

test('a persona may be overruled, and made plain again', async () => {
  await live({ name: 'confirms', answer: { afterMs: [0, 0], tap: 'Remarcar' } })
  expect(platform.clinic.messages()).toEqual([
    expect.objectContaining({ button: { payload: 'ref-move', text: 'Remarcar' } }),
  ])
  const { body } = await platform.sim('PUT', `phones/${ANA}/persona`, { name: null })
  expect(body['persona']).toBeNull()
})

test('an unknown persona is refused with the names of those that there are', async () => {
  const answer = await platform.sim('PUT', `phones/${ANA}/persona`, { name: 'grumpy' })
  expect(answer).toMatchObject({ status: 400, body: { error: { message: expect.stringContaining('reads-late') } } })
})

test('the same seed gives the same delays', async () => {
  const times = async (seed: number) => {
    const other = await startPlatform({ seed })
    await approved(other)
    await other.sim('PUT', `phones/${ANA}/persona`, { name: 'confirms' })
    await other.send(reminder())
    await other.sim('POST', 'clock', { advance: 'P1D' })
    const seen = [...other.clinic.statuses(), ...other.clinic.messages()].map((one) => one['timestamp'])
    await other.stop()
    return seen
  }
  const [first, again, another] = [await times(3), await times(3), await times(4)]
  expect(first).toEqual(again)
  expect(first).not.toEqual(another)
})

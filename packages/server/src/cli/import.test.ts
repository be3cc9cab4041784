import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { run } from './import.ts'

const BOOK = join(import.meta.dirname, '../connectors/csv/fixtures/books/us-clinic.csv')
const QUESTIONS = [{ about: 'dateOrder', options: ['DD/MM/YYYY', 'MM/DD/YYYY'], evidence: 'No day above 12.' }]

/** A Recado that answers one request with `body`, and what it was asked. */
async function askedOf(status: number, body: unknown, args: readonly string[]) {
  const asked: { url?: string; key?: string | undefined } = {}
  const server = createServer((request, response) => {
    asked.url = request.url ?? ''
    asked.key = request.headers.authorization
    request.resume().on('end', () => response.writeHead(status).end(JSON.stringify(body)))
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  vi.stubEnv('RECADO_URL', `http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  vi.stubEnv('RECADO_API_KEY', 'the key')
  let answered: unknown
  const result = await run({ args, json: true, print: () => {}, answer: (value) => (answered = value) }).catch(
    (error: unknown) => error,
  )
  await new Promise((resolve) => void server.close(resolve))
  return { asked, answered, result }
}

afterEach(() => void vi.unstubAllEnvs())

test('source, place and answers go with the file, however they are written', async () => {
  const args = [BOOK, '--source=desk', '--zone', 'America/New_York', '--answers', 'dateOrder=DD/MM/YYYY']
  const { asked, answered, result } = await askedOf(200, { rows: 3 }, args)
  expect(result).toBe(0)
  expect(answered).toEqual({ rows: 3 })
  expect(asked.key).toBe('Bearer the key')
  expect(Object.fromEntries(new URL(asked.url ?? '', 'http://x').searchParams)).toEqual({
    source: 'desk',
    zone: 'America/New_York',
    answers: '{"dateOrder":"DD/MM/YYYY"}',
  })
})

test('open questions are told with the words that answer them', async () => {
  const refused = { error: { code: 'conflict', message: 'Questions are open.', details: { questions: QUESTIONS } } }
  const { result } = await askedOf(409, refused, [BOOK])
  expect(result).toMatchObject({ code: 'conflict' })
  expect((result as Error).message).toContain("--answers 'dateOrder=DD/MM/YYYY | MM/DD/YYYY'")
})

test('an option that does not exist is refused before anything is sent', async () => {
  const { asked, result } = await askedOf(200, {}, [BOOK, '--bogus'])
  expect(result).toMatchObject({ code: 'invalid' })
  expect(asked.url).toBeUndefined()
})

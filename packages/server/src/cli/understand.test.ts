import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'

function understand(input: string) {
  const { status, stdout } = spawnSync(process.execPath, [join(import.meta.dirname, 'main.ts'), 'understand'], {
    input,
    encoding: 'utf8',
  })
  return { status, lines: stdout.split('\n').filter(Boolean).map((line) => JSON.parse(line) as object) } // prettier-ignore
}

test('messages are understood line by line, in order', () => {
  const given = [
    { id: 1, text: 'Confirmar', lang: 'pt-BR' },
    { id: 'b', text: 'STOP' },
    { id: 3, text: 'my knee hurts' },
  ]
  const { status, lines } = understand(given.map((line) => JSON.stringify(line)).join('\n'))
  expect(status).toBe(0)
  expect(lines).toEqual([
    { id: 1, language: 'pt-BR', emergency: { detected: false }, optOut: false, intent: 'confirm', confidence: 1 },
    expect.objectContaining({ id: 'b', optOut: true, intent: 'opt_out' }),
    { id: 3, language: 'en', emergency: { detected: false }, optOut: false, intent: 'other', confidence: 0 },
  ])
})

test('a line that cannot be read is answered with its number, and the others are understood', () => {
  const { status, lines } = understand('{"id":1,"text":"sim"}\nnonsense\n\n{"id":4,"text":"ja"}\n')
  expect(status).toBe(1)
  expect(lines).toMatchObject([{ id: 1 }, { line: 2, error: { code: 'invalid' } }, { id: 4 }])
})

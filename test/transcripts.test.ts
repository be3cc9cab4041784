import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { play } from './transcripts/play.ts'

// UPDATE=1 writes what came out into the files: read the difference before you commit it.
const folder = join(import.meta.dirname, 'transcripts')
const files = readdirSync(folder).filter((name) => name.endsWith('.txt'))

describe('transcripts', () => {
  test.each(files)('%s', (file) => {
    const path = join(folder, file)
    const script = readFileSync(path, 'utf8')
    const played = play(script)
    if (process.env['UPDATE'] === '1') writeFileSync(path, played)
    else expect(played).toBe(script)
  })

  test('there are conversations to check', () => expect(files.length).toBeGreaterThanOrEqual(25))
})

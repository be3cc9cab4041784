import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const src = join(import.meta.dirname, '..')
const kit = join(src, '../../../node_modules/@mantine/core/styles')

test('every part of the kit that a screen uses has its style sheet: without it an icon stands as large as a word', () => {
  const styles = readFileSync(join(src, 'app/styles.ts'), 'utf8')
  const used = new Set(
    globSync('**/*.tsx', { cwd: src }).flatMap((file) => {
      const imported = /import \{([^}]+)\} from '@mantine\/core'/.exec(readFileSync(join(src, file), 'utf8'))?.[1] ?? ''
      return imported.split(',').map((name) => name.replace('type ', '').trim())
    }),
  )
  const lacking = [...used].filter((name) => existsSync(join(kit, `${name}.css`)) && !styles.includes(`/${name}.css'`))
  expect(used.size).toBeGreaterThan(8)
  expect(lacking).toEqual([])
})

import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Failure } from '@recado/domain/shared/failure'
import type { Config } from './config.ts'
import { decodeMasterKey } from './config.ts'

const FILE = 'master.key'

/**
 * The key that wraps the keys of patients' content: given in the environment, or made once in the key folder, readable
 * by its owner alone. @throws Failure `unreadable` when the file is there and holds no key
 */
export function loadMasterKey(config: Pick<Config, 'masterKey' | 'keyDir'>): Buffer {
  if (config.masterKey !== undefined) {
    const given = decodeMasterKey(config.masterKey)
    if (given) return given
  }
  mkdirSync(config.keyDir, { recursive: true, mode: 0o700 })
  const path = join(config.keyDir, FILE)
  try {
    // `wx`: two starts at once end with one key.
    writeFileSync(path, `${randomBytes(32).toString('base64')}\n`, { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  const key = decodeMasterKey(readFileSync(path, 'utf8').trim())
  if (key) return key
  throw new Failure(
    'unreadable',
    "The file master.key in RECADO_KEY_DIR holds no key. Restore it from your copy: without it patients' messages cannot be read.",
  )
}

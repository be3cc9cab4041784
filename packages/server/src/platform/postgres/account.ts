import { spawnSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { Failure } from '@recado/domain/shared/failure'

/** Whom the server runs as. PostgreSQL refuses to run as root, and fails for a number without an entry in /etc/passwd. */
export type Account = { readonly uid: number; readonly gid: number }

const NAME = 'recado'

/**
 * Undefined: the user who runs us. As root: the system user `recado`, made when it is missing. Never `nobody`, which other
 * programs share: whoever runs as that user could read the database's files.
 */
export function serverAccount(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined
  const known = findAccount()
  if (known) return known
  const made = spawnSync(
    'useradd',
    [
      '--system',
      '--user-group',
      '--no-create-home',
      '--home-dir',
      '/nonexistent',
      '--shell',
      '/usr/sbin/nologin',
      NAME,
    ],
    { stdio: 'ignore' },
  )
  const account = findAccount() // another start may have made it in the same moment
  if (account) return account
  throw new Failure(
    'unavailable',
    `PostgreSQL does not run as root, and the system user "${NAME}" could not be made. Make it (useradd --system ${NAME}), or run Recado as an ordinary user.`,
    { exit: made.status },
  )
}

function findAccount(): Account | undefined {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${NAME}:`))
  const [, , uid, gid] = line?.split(':') ?? []
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined
}

/** Whether the account may pass through every folder above `path`, and through `path` itself. */
export function canReach(account: Account, path: string): boolean {
  for (let folder = path; ; folder = dirname(folder)) {
    if (!mayEnter(account, folder)) return false
    if (folder === dirname(folder)) return true
  }
}

function mayEnter({ uid, gid }: Account, folder: string): boolean {
  const found = statSync(folder, { throwIfNoEntry: false })
  if (!found) return true // not there yet: it will be made for the account
  const bit = found.uid === uid ? 0o100 : found.gid === gid ? 0o010 : 0o001
  return (found.mode & bit) !== 0
}

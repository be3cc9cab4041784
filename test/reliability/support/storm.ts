import type { Chance } from './chance.ts'
import { openWork, type Hospital } from './hospital.ts'
import type { Owner } from './owner.ts'
import type { Program } from './process.ts'

export type StormOptions = {
  readonly hospital: Hospital
  readonly chance: Chance
  /** Processes that may be killed, and how many kills there are to be. */
  readonly victims: readonly Program[]
  readonly kills: number
  /** How many messages must have been accepted more than now until the last kill. */
  readonly sends: number
  /** Once, from half of the way on, while the killing goes on. */
  readonly halfway?: () => Promise<void>
}

export type Stormed = {
  readonly kills: number
  readonly starts: number
  /**
   * For each kill of the process that owned the number: how long until another one owned it, in milliseconds. Time in which
   * no worker lives is its supervisor's, and not counted.
   */
  readonly recoveriesMs: readonly number[]
}

const RESTART_MAX_MS = 2_000

/**
 * Kills while the clinic sends: each kill falls at a random point of the way, wherever a slow or a quick machine is then; a
 * third of them are followed by another one within moments, so that what is just recovering is hit as well.
 */
export async function storm({ hospital, chance, victims, kills, sends, halfway }: StormOptions): Promise<Stormed> {
  const before = hospital.truth.accepted().length
  const points = Array.from({ length: kills }, () => before + Math.floor(chance.unit() * 0.9 * sends)).sort(
    (a, b) => a - b,
  )
  const revivals = new Set<Promise<void>>()
  const recoveries: Promise<number>[] = []
  let done = 0
  let starts = 0
  let half = halfway
  let meanwhile: Promise<void> | undefined

  const killOne = async (): Promise<void> => {
    const up = victims.filter((victim) => victim.isUp())
    if (up.length === 0) return
    const victim = chance.pick(up)
    const owned = await ownedBy(hospital.owner, victim.pid())
    await victim.kill()
    done++
    if (owned) {
      const recovery = takenOver(hospital, owned)
      recovery.catch(() => undefined) // told at the end
      recoveries.push(recovery)
    }
    const revival = pause(chance.between(0, RESTART_MAX_MS)).then(() => {
      starts++
      return victim.start()
    })
    revivals.add(revival)
    void revival.finally(() => revivals.delete(revival))
  }

  const run = async () => {
    while (done < kills) {
      const way = hospital.truth.accepted().length
      const idle = (await openWork(hospital.owner)).open === 0
      if (half && (way - before) * 2 > sends) {
        meanwhile = half()
        half = undefined
      }
      if (way >= (points[done] ?? 0) || idle) {
        await killOne()
        if (done < kills && chance.unit() < 0.33) {
          await pause(chance.between(0, 1_000))
          await killOne()
        }
      }
      await pause(25)
    }
    await (half ? half() : meanwhile)
  }

  try {
    await run()
  } finally {
    await Promise.all(revivals) // whatever becomes of it, nobody is started any more when this is over
  }
  return { kills: done, starts, recoveriesMs: await Promise.all(recoveries) }
}

type Owned = { readonly id: string; readonly lease_token: string }

/** The number that the process with this id owns, if it does. */
async function ownedBy(owner: Owner, pid: number): Promise<Owned | undefined> {
  const [row] = await owner.rows<Owned>(
    `select id, lease_token from sender where lease_owner like $1 || '/%' and lease_until > clock_timestamp()`,
    [pid],
  )
  return row
}

const GIVEN_UP_AFTER_MS = 120_000

/** How long until somebody else owned it, while there was somebody. @throws Error when nobody ever does */
async function takenOver({ owner, workers }: Hospital, { id, lease_token }: Owned): Promise<number> {
  let taken = 0
  let last = performance.now()
  while (taken < GIVEN_UP_AFTER_MS) {
    const rows = await owner.rows('select from sender where id = $1 and lease_token > $2', [id, lease_token])
    const now = performance.now()
    if (rows.length > 0) return taken
    if (workers.some((worker) => worker.isReady())) taken += now - last
    last = now
    await pause(50)
  }
  throw new Error('nobody took over the number of a process that was killed')
}

/** As a supervisor does: what went away by itself while the database was down is started again. */
export async function reviveAll(victims: readonly Program[]): Promise<void> {
  for (const victim of victims) if (!victim.isUp()) await victim.start()
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

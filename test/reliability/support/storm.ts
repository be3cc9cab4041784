import type { Chance } from './chance.ts'
import { openWork, type Hospital } from './hospital.ts'
import type { Program } from './process.ts'

export type StormOptions = {
  readonly hospital: Hospital
  readonly chance: Chance
  /** Processes that may be killed, and how many kills there are to be. */
  readonly victims: readonly Program[]
  readonly kills: number
  /** How many messages must have been accepted more than now until the last kill. */
  readonly sends: number
  /** Once, at half of the way. */
  readonly halfway?: () => Promise<void>
}

export type Stormed = { readonly kills: number; readonly starts: number }

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
  let done = 0
  let starts = 0
  let half = halfway

  const killOne = async (): Promise<void> => {
    const up = victims.filter((victim) => victim.isUp())
    if (up.length === 0) return
    const victim = chance.pick(up)
    await victim.kill()
    done++
    const revival = pause(chance.between(0, RESTART_MAX_MS)).then(() => {
      starts++
      return victim.start()
    })
    revivals.add(revival)
    void revival.finally(() => revivals.delete(revival))
  }

  while (done < kills) {
    const way = hospital.truth.accepted().length
    const idle = (await openWork(hospital.owner)).open === 0
    if (half && (way - before) * 2 > sends) {
      const run = half
      half = undefined
      await run()
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
  await half?.()
  while (revivals.size > 0) await Promise.all(revivals)
  return { kills: done, starts }
}

/** As a supervisor does: what went away by itself while the database was down is started again. */
export async function reviveAll(victims: readonly Program[]): Promise<void> {
  for (const victim of victims) if (!victim.isUp()) await victim.start()
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

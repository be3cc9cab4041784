import { readdirSync, readFileSync } from 'node:fs'

const TICKS_PER_SECOND = 100 // USER_HZ, proc(5)

/** What the kernel knows of a process; undefined when it is gone, or where there is no /proc. */
function statOf(pid: number): string[] | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ') // the name before it may hold blanks
  } catch {
    return undefined
  }
}

// Places in /proc/<pid>/stat, counted from the state on.
const PARENT = 1
const OWN = [11, 12]
const CHILDREN = [13, 14]

const seconds = (stat: readonly string[], places: readonly number[]): number =>
  places.reduce((sum, place) => sum + Number(stat[place]), 0) / TICKS_PER_SECOND

/** CPU time of a process and of all that it started, gone ones included, in seconds; 0 where there is no /proc. */
export function cpuSeconds(pid: number): number {
  const stat = statOf(pid)
  if (!stat) return 0
  return seconds(stat, [...OWN, ...CHILDREN]) + childrenOf(pid).reduce((sum, child) => sum + cpuSeconds(child), 0)
}

/** CPU time of one process alone. */
export const ownCpuSeconds = (pid: number): number => seconds(statOf(pid) ?? [], OWN) || 0

function childrenOf(pid: number): number[] {
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  return all.map(Number).filter((candidate) => Number(statOf(candidate)?.[PARENT]) === pid)
}

/** Resident memory in MiB; undefined where there is no /proc. */
export function residentMiB(pid: number): number | undefined {
  try {
    const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    return kilobytes === undefined ? undefined : Number(kilobytes) / 1024
  } catch {
    return undefined
  }
}

/** Watches a process's memory; `stop` answers the most that was seen, in MiB. */
export function watchMemory(pid: number): { stop(): number } {
  let most = residentMiB(pid) ?? 0
  const timer = setInterval(() => (most = Math.max(most, residentMiB(pid) ?? 0)), 20)
  return {
    stop() {
      clearInterval(timer)
      return most
    },
  }
}

import { rounded, type Bench } from '../figure.ts'
import { residentMiB } from '../measure/processes.ts'
import { median } from '../measure/statistics.ts'
import { makeInstallation } from '../program/recado.ts'

const RESTARTS = 3
/** Memory is looked at when the work after the start is done. */
const SETTLED_MS = 5_000

/** `npm start` of an installed Recado, everything in one process, as on a clinic's desk. */
export const startBench: Bench = {
  names: ['start.ready', 'start.memory'],
  async *run({ wanted }) {
    const installation = await makeInstallation()
    try {
      const times: number[] = []
      let memory = 0
      for (let run = 0; run <= RESTARTS; run++) {
        const program = await installation.start()
        times.push(program.firstLine.afterMs / 1_000)
        if (run === RESTARTS) {
          await new Promise((resolve) => setTimeout(resolve, SETTLED_MS))
          memory = residentMiB(program.pid) ?? 0
        }
        await program.stop()
      }
      const [first = 0, ...restarts] = times
      if (wanted('start.ready'))
        yield {
          name: 'start.ready',
          value: rounded(median(restarts)),
          unit: 's',
          details: { first: rounded(first), restarts: restarts.map(rounded) },
        }
      if (wanted('start.memory')) yield { name: 'start.memory', value: rounded(memory), unit: 'MiB' }
    } finally {
      installation.remove()
    }
  },
}

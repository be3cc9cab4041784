import { join } from 'node:path'
import type { Instant } from '@recado/domain/shared/instant'
import { nextTuesdayNoon } from '../data/book.ts'
import { cpuSeconds, ownCpuSeconds } from '../measure/processes.ts'
import { startScript, type Child } from './child.ts'
import { connectOperator, type Operator } from './operator.ts'
import { makeInstallation, type Installation } from './recado.ts'

/** A running clinic that may send as fast as it can, on a Tuesday at noon; the phones are a process of their own. */
export type Clinic = {
  readonly installation: Installation
  readonly operator: Operator
  readonly phonesUrl: string
  readonly organizationId: string
  readonly server: () => Child
  /** Business time at the start. */
  readonly now: Instant
  /** Stops the program and starts it again, so that what the operator changed holds. */
  restart(services: string): Promise<void>
  cpu(): Cpu
  stop(): Promise<void>
}

/** CPU seconds so far. */
export type Cpu = { readonly server: number; readonly postgres: number; readonly phones: number }

export async function openClinic(): Promise<Clinic> {
  const installation = await makeInstallation()
  const now = nextTuesdayNoon(Date.now())
  const phones = await startScript(join(import.meta.dirname, 'phones-process.ts'), [
    String(installation.simulatorPort),
    new URL(installation.webUrl).port,
    new Date(now).toISOString(),
  ])
  let server = await installation.start('web')
  let operator = await connectOperator(installation.dataDir)
  await prepare(operator, now)
  const [organization] = await operator.query<{ id: string }>('select id from organization')
  const restart = async (which: string) => {
    await operator.close()
    await server.stop()
    server = await installation.start(which)
    operator = await connectOperator(installation.dataDir)
  }
  await restart('web,worker')
  await untilApproved(() => operator)
  return {
    installation,
    get operator() {
      return operator
    },
    phonesUrl: phones.firstLine.text,
    organizationId: organization?.id ?? '',
    server: () => server,
    now,
    restart,
    cpu: () => ({
      server: ownCpuSeconds(server.pid),
      postgres: cpuSeconds(operator.pid),
      phones: ownCpuSeconds(phones.pid),
    }),
    async stop() {
      await operator.close()
      await server.stop()
      await phones.stop()
      installation.remove()
    },
  }
}

/** No limits of Meta's, business time as wanted, and nothing of the demo's own book on its way. */
async function prepare({ query }: Operator, now: Instant): Promise<void> {
  await query('update sender set throughput_mps = 100000, portfolio_limit = null')
  await query(`update installation set clock_offset_ms = ${now - Date.now()}`)
  await query(`update outbound_message set state = 'withdrawn', reason = 'bench' where state = 'planned'`)
}

async function untilApproved(operator: () => Operator): Promise<void> {
  await until(async () => {
    const [row] = await operator().query<{ waiting: number }>(
      `select count(*)::int as waiting from template where state = 'pending'`,
    )
    return row?.waiting === 0
  })
}

/** Waits for what the program brings about. @throws Error after the patience is over */
export async function until(check: () => Promise<boolean>, patienceMs = 60_000, everyMs = 50): Promise<void> {
  const deadline = performance.now() + patienceMs
  while (!(await check())) {
    if (performance.now() > deadline) throw new Error('it did not come about in time')
    await new Promise((resolve) => setTimeout(resolve, everyMs))
  }
}

/** CPU milliseconds for each of `count`: what a figure costs, however busy the machine is. */
export function cpuEach(before: Cpu, after: Cpu, count: number): Readonly<Record<keyof Cpu, number>> {
  const each = (name: keyof Cpu) => Number((((after[name] - before[name]) * 1_000) / count).toPrecision(3))
  return { server: each('server'), postgres: each('postgres'), phones: each('phones') }
}

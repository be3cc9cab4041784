import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { rounded, type Figure } from '../figure.ts'
import { runLoad } from '../load/run-load.ts'
import { median, percentile } from '../measure/statistics.ts'
import { startScript } from '../program/child.ts'
import { cpuEach, type Clinic } from '../program/clinic.ts'

const CONNECTIONS = 64
const SECONDS = 5
/** The bare receiver and ours take turns: the machine is not as fast at one time as at another. */
const TURNS = 3
const LOAD = join(import.meta.dirname, '../load/webhook-load.ts')

type Load = { readonly rate: number; readonly refused: number; readonly sent: number; readonly latencies: number[] }

/** Signed deliveries of one status each, durable before each answer, beside the least that a durable receiver does. */
export async function takeWebhooks(clinic: Clinic): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'recado-bench-wamids-'))
  const wamids = join(folder, 'wamids')
  try {
    const rows = await clinic.operator.query<{ wamid: string }>(
      'select wamid from send_attempt where wamid is not null limit 10000',
    )
    writeFileSync(wamids, rows.map(({ wamid }) => wamid).join('\n'))
    const together = await loadOf(clinic, wamids)
    await clinic.restart('web')
    const { alone, bare } = await takeTurns(clinic, wamids)
    return figuresOf(alone, together, bare)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

type Measured = Load & { readonly cpuMsEach?: unknown }

async function loadOf(clinic: Clinic, wamids: string): Promise<Measured> {
  const before = clinic.cpu()
  const load = await run(`${clinic.installation.webUrl}/webhooks/whatsapp`, wamids)
  return { ...load, cpuMsEach: cpuEach(before, clinic.cpu(), load.sent) }
}

/** The median turn of each. */
async function takeTurns(clinic: Clinic, wamids: string): Promise<{ alone: Measured; bare: Measured }> {
  const receiver = await startScript(join(import.meta.dirname, '../baselines/bare-receiver.ts'), [
    await clinic.operator.makeDatabase('bare_receiver'),
  ])
  try {
    const turns: { alone: Measured; bare: Measured }[] = []
    for (let turn = 0; turn < TURNS; turn++) {
      const bare = await run(`${receiver.firstLine.text}/webhooks/whatsapp`, wamids)
      turns.push({ bare, alone: await loadOf(clinic, wamids) })
    }
    return { alone: middle(turns.map(({ alone }) => alone)), bare: middle(turns.map(({ bare }) => bare)) }
  } finally {
    await receiver.stop()
  }
}

const middle = (loads: readonly Measured[]): Measured =>
  loads.toSorted((a, b) => a.rate - b.rate)[Math.floor(loads.length / 2)] as Measured

async function run(url: string, wamids: string): Promise<Load> {
  const load = await runLoad<Load>(LOAD, [url, wamids, String(CONNECTIONS), String(SECONDS)])
  if (load.refused > 0) throw new Error(`${load.refused} of ${load.sent} deliveries were refused`)
  return load
}

function figuresOf(alone: Measured, together: Measured, bare: Measured): Figure[] {
  const details = {
    connections: CONNECTIONS,
    turns: TURNS,
    service: 'web',
    cpuMsEach: alone.cpuMsEach,
    withWorkerInOneProcess: {
      rate: rounded(together.rate),
      p50: rounded(median(together.latencies)),
      p99: rounded(percentile(together.latencies, 0.99)),
      cpuMsEach: together.cpuMsEach,
    },
  }
  const at = (name: string, share: number): Figure => ({
    name,
    value: rounded(percentile(alone.latencies, share)),
    unit: 'ms',
    baseline: rounded(percentile(bare.latencies, share)),
  })
  return [
    {
      name: 'webhooks.rate',
      value: rounded(alone.rate),
      unit: 'webhooks/s',
      baseline: rounded(bare.rate),
      ratio: rounded(alone.rate / bare.rate),
      details,
    },
    at('webhooks.p50', 0.5),
    at('webhooks.p99', 0.99),
  ]
}

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { rounded, type Figure } from '../figure.ts'
import { runLoad } from '../load/run-load.ts'
import { median, percentile } from '../measure/statistics.ts'
import { startScript } from '../program/child.ts'
import { cpuEach, type Clinic } from '../program/clinic.ts'

const CONNECTIONS = 64
const SECONDS = 8
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
    const bare = await bareLoad(clinic, wamids)
    const together = await loadOf(clinic, wamids)
    await clinic.restart('web')
    const alone = await loadOf(clinic, wamids)
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

async function bareLoad({ operator }: Clinic, wamids: string): Promise<Measured> {
  const receiver = await startScript(join(import.meta.dirname, '../baselines/bare-receiver.ts'), [
    await operator.makeDatabase('bare_receiver'),
  ])
  try {
    return await run(`${receiver.firstLine.text}/webhooks/whatsapp`, wamids)
  } finally {
    await receiver.stop()
  }
}

async function run(url: string, wamids: string): Promise<Load> {
  const load = await runLoad<Load>(LOAD, [url, wamids, String(CONNECTIONS), String(SECONDS)])
  if (load.refused > 0) throw new Error(`${load.refused} of ${load.sent} deliveries were refused`)
  return load
}

function figuresOf(alone: Measured, together: Measured, bare: Measured): Figure[] {
  const details = {
    connections: CONNECTIONS,
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

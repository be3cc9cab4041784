import { realpathSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { optionsFromEnvironment } from './environment.ts'
import type { Simulator, SimulatorOptions } from './options.ts'
import { createSimulatorServer } from './server.ts'
import { handshake } from './webhooks/outbox.ts'
import { createWorld } from './create-world.ts'
import { StateFile } from './state/state-file.ts'

export type { NumberOptions, Simulator, SimulatorOptions, Tier, WebhookOptions } from './options.ts'

/** Starts a simulated Meta with its patients' phones, on loopback. Rejects if the port is taken. */
export async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
  const host = options.host ?? '127.0.0.1'
  if (!/^(127\.|localhost$|::1$)/.test(host)) throw new Error('The simulator listens on loopback only.')
  const world = createWorld(options)
  const state = options.stateFile === undefined ? undefined : new StateFile(world, options.stateFile)
  world.timeline.onRun = () => state?.changed()
  const server = createSimulatorServer(world, () => state?.changed())
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port ?? 8090, host, resolve)
  })
  const { port } = server.address() as AddressInfo // listening on TCP
  world.url = `http://${host === '::1' ? '[::1]' : host}:${port}`
  return {
    url: world.url,
    port,
    handshake: () => handshake(options.webhook),
    stop: async () => {
      state?.close()
      world.timeline.stop()
      world.outbox.stop()
      world.feed.stop()
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeAllConnections()
      await closed
      world.truth.close()
    },
  }
}

function isMain(): boolean {
  const script = process.argv[1]
  return script !== undefined && realpathSync(script) === fileURLToPath(import.meta.url)
}

if (isMain()) {
  const simulator = await startSimulator(optionsFromEnvironment(process.env))
  process.stdout.write(`Simulator and phones: ${simulator.url}\n`)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void simulator.stop().then(() => process.exit(0)))
  }
}

import { startSimulator } from '@recado/simulator/main'
import { optionsFromEnvironment } from '@recado/simulator/environment'
import type { Command } from './command.ts'

/** Meta and the patients' phones alone, for trying any WhatsApp client; see packages/simulator/README.md. */
export const run: Command = async ({ print, answer }) => {
  const simulator = await startSimulator(optionsFromEnvironment(process.env))
  print(`Simulator and phones: ${simulator.url}`)
  answer({ ready: true, url: simulator.url })
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })
  await simulator.stop()
  return 0
}

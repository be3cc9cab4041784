import { flushCompileCache } from 'node:module'
import { startRecado, type Services } from '../compose.ts'
import { loadConfig } from '../platform/config.ts'
import { createLog } from '../platform/log.ts'
import { stopSignal } from '../platform/stop-signal.ts'
import { keepHeapSmall } from '../platform/small-heap.ts'
import { Failure } from '@recado/domain/shared/failure'
import type { Command } from './command.ts'

const NAMES = ['web', 'worker', 'simulator'] as const

/** Starts Recado, prints one line when it is ready, and stops everything in order on Ctrl-C. */
export const run: Command = async ({ args, print, answer }) => {
  const asked = askedToStop() // listened to from the first moment: a start that is cut off stops what it began
  keepHeapSmall()
  const config = loadConfig()
  const log = createLog(config.logLevel === 'info' ? 'warn' : config.logLevel)
  const running = await startRecado(config, log, servicesOf(args, config.sending === 'simulator'))
  const { webUrl, phonesUrl, notes } = running
  // Without staff sign-in only the demo has a console; a clinic's own database is reached by key.
  const web = config.mode === 'demo' ? 'console' : 'API'
  const places = [webUrl && `${web} ${webUrl}`, phonesUrl && `phones ${phonesUrl}`].filter((place) => place)
  const mode = config.mode === 'demo' ? ' (DEMO: made-up patients)' : ''
  print(`Recado is ready${mode}: ${places.join(', ') || 'worker'}.${notes.map((note) => ` ${note}`).join('')}`)
  flushCompileCache() // else a process that is killed leaves nothing for the next start
  answer({ ready: true, webUrl, phonesUrl, notes })
  await asked
  await running.stop()
  return 0
}

function servicesOf(args: readonly string[], simulated: boolean): Services {
  const list = args
    .find((arg) => arg.startsWith('--services='))
    ?.slice('--services='.length)
    .split(',')
  const unknown = list?.find((name) => !NAMES.some((known) => known === name))
  if (unknown !== undefined)
    throw new Failure('invalid', `There is no service "${unknown}": choose from ${NAMES.join(', ')}.`)
  const has = (name: (typeof NAMES)[number]) => list === undefined || list.includes(name)
  return { web: has('web'), worker: has('worker'), simulator: simulated && has('simulator') }
}

/** Resolves when the process is asked to stop; asked again later, it leaves at once and the next start recovers. */
const askedToStop = (): Promise<void> =>
  new Promise((resolve) => stopSignal(() => process.exit(1)).addEventListener('abort', () => resolve(), { once: true }))

import { claimBench } from './benches/claim.ts'
import { importBench } from './benches/import.ts'
import { messagesBench } from './benches/messages.ts'
import { startBench } from './benches/start.ts'
import type { Bench } from './figure.ts'

// `npm run bench [-- name…] [--seed=n] [--scale=share]`: measures what begins with the name; one JSON line for each figure.
// A figure counts with the whole sizes only; --scale=0.1 is a quick look.
const args = process.argv.slice(2)
const option = (name: string) => Number(args.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3) ?? 1)
const filters = args.filter((arg) => !arg.startsWith('--'))
const wanted = (name: string) => filters.length === 0 || filters.some((filter) => name.startsWith(filter))
const benches: readonly Bench[] = [startBench, importBench, messagesBench, claimBench]
const chosen = benches.filter(({ names }) => names.some(wanted))

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(130))
if (chosen.length === 0) {
  process.stderr.write(`There is no such figure. There are ${benches.flatMap(({ names }) => names).join(', ')}.\n`)
  process.exitCode = 2
}
for (const bench of chosen) {
  for await (const figure of bench.run({ wanted, seed: option('seed'), scale: option('scale') }))
    process.stdout.write(`${JSON.stringify(figure)}\n`)
}

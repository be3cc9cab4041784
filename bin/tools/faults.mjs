// `npm run faults [-- --seed=n] [-- name]`: the fault tests in full: more visits, more kills. Minutes to an hour.
import { program, runScript } from './lib/child.mjs'

const args = process.argv.slice(2)
const seed = args.find((arg) => arg.startsWith('--seed='))?.slice('--seed='.length)
const names = args.filter((arg) => !arg.startsWith('--'))
const filters = names.length > 0 ? names.map((name) => `test/reliability/${name}`) : ['test/reliability/']
// One file after the other: each has the machine for itself, as its figures say.
const options = ['--project=database', '--no-file-parallelism', '--disable-console-intercept']
process.exitCode = await runScript(program('vitest/vitest.mjs'), ['run', ...filters, ...options], {
  RECADO_RELIABILITY: 'full',
  ...(seed === undefined ? {} : { RECADO_SEED: seed }),
})

// `npm run bench [-- name]`: one JSON line per figure on standard output.
import { join } from 'node:path'
import { runScript } from './lib/child.mjs'
import { root } from './lib/root.mjs'

process.exitCode = await runScript(join(root, 'packages/bench/src/main.ts'), process.argv.slice(2))

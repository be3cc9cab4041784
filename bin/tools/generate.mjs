// `npm run generate`: writes the pages and snapshots that are made from the sources. Tests fail when one is stale.
import { join } from 'node:path'
import { runScript } from './lib/child.mjs'
import { root } from './lib/root.mjs'

process.exitCode = await runScript(join(root, 'packages/server/src/generate.ts'), process.argv.slice(2))

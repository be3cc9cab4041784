// `npm run mutate [-- --mutate file]`: changes the domain line by line and counts the changes that no test notices.
import { program, runScript } from './lib/child.mjs'

process.exitCode = await runScript(program('@stryker-mutator/core/bin/stryker.js'), ['run', ...process.argv.slice(2)])

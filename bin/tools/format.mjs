// `npm run format`: formats every file.
import { program, runScript } from './lib/child.mjs'

process.exitCode = await runScript(program('prettier/bin/prettier.cjs'), ['--write', '--log-level=warn', '.'])

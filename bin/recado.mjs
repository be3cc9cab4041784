#!/usr/bin/env node
// `recado <command>` on any Node from 18 on: installs what is missing, picks a Node that runs TypeScript, and runs the command.
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureConsole } from './launcher/console.mjs'
import { ensurePackages } from './launcher/install.mjs'
import { findNode, runOn } from './launcher/runtime.mjs'
import { giveUp } from './launcher/say.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const args = process.argv.slice(2)
try {
  const node = await findNode(root)
  await ensurePackages(root)
  if (args[0] === 'start') await ensureConsole(root, node)
  await runOn(node, join(root, 'packages', 'server', 'src', 'cli', 'main.ts'), args)
} catch (error) {
  giveUp(error, args)
}

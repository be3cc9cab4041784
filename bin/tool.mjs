#!/usr/bin/env node
// The developer's commands (`npm test`, `npm run check`, ...) on any Node from 18 on; each is a file in bin/tools/.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensurePackages } from './launcher/install.mjs'
import { findNode, runOn } from './launcher/runtime.mjs'
import { giveUp, Problem } from './launcher/say.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const [name = '', ...args] = process.argv.slice(2)
try {
  const tool = join(root, 'bin', 'tools', `${name}.mjs`)
  if (!/^[a-z]+$/.test(name) || !existsSync(tool)) throw new Problem(`there is no tool "${name}"`)
  const node = await findNode(root)
  await ensurePackages(root)
  await runOn(node, tool, args)
} catch (error) {
  giveUp(error, args)
}

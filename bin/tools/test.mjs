// `npm test [-- filter]`: every test there is. Its last line is `N passed, N failed` (`, N skipped` may follow).
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureBrowser } from '../launcher/browser.mjs'
import { ensureConsole } from '../launcher/console.mjs'
import { program, runScript } from './lib/child.mjs'
import { root } from './lib/root.mjs'

const isCi = Boolean(process.env.CI) && process.env.CI !== 'false'
const browser = ensureBrowser()
const built = await buildConsole()
const folder = mkdtempSync(join(tmpdir(), 'recado-counts-'))
const counts = join(folder, 'counts.json')
const reporters = ['--reporter=default', `--reporter=${join(root, 'bin/tools/lib/count-reporter.mjs')}`]
const code = await runScript(program('vitest/vitest.mjs'), ['run', ...reporters, ...process.argv.slice(2)], {
  RECADO_TEST_COUNTS: counts,
  RECADO_CHROMIUM: browser.path ?? '',
  RECADO_BROWSER_MISSING: browser.missing ?? '',
  RECADO_BROWSER_REQUIRED: isCi ? '1' : '',
})
const { passed, failed, skipped } = readCounts()
rmSync(folder, { recursive: true, force: true })

if (browser.missing)
  console.log(`Browser tests are ${isCi ? 'required in CI and failed' : 'skipped'}: ${browser.missing}.`)
const failures = failed + (built ? 0 : 1)
console.log(`${passed} passed, ${failures} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
process.exitCode = code !== 0 || failures > 0 ? 1 : 0

async function buildConsole() {
  try {
    await ensureConsole(root, process.execPath)
    return true
  } catch (error) {
    console.error(error.message)
    return false
  }
}

/** A run that was cut off left no counts: that is a failure, whatever was printed before. */
function readCounts() {
  try {
    return JSON.parse(readFileSync(counts, 'utf8'))
  } catch {
    return { passed: 0, failed: 1, skipped: 0 }
  }
}

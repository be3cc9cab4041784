import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const execute = promisify(execFile)

/** Runs a script of the bench to its end and reads the JSON of its last line. */
export async function runLoad<Result>(script: string, args: readonly string[]): Promise<Result> {
  const { stdout } = await execute(process.execPath, [script, ...args], { maxBuffer: 256 * 1024 * 1024 })
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Result
}

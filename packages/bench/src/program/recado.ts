import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root, startScript, type Child } from './child.ts'
import { freePort } from './ports.ts'

const API_KEY = 'bench-key-bench-key-bench-key-bench-key'

/** Recado on a data folder of its own; it can be started and stopped several times. */
export type Installation = {
  readonly dataDir: string
  readonly webUrl: string
  readonly simulatorPort: number
  /** Starts the program as a user does and waits until it says that it is ready. */
  start(services?: string): Promise<Child>
  post<Body>(path: string, body: string | Buffer, type: string): Promise<Body>
  /** Removes everything. */
  remove(): void
}

export async function makeInstallation(): Promise<Installation> {
  const folder = mkdtempSync(join(tmpdir(), 'recado-bench-'))
  chmodSync(folder, 0o755) // as root, PostgreSQL runs as a user of its own and must get in
  const [port, simulatorPort] = [await freePort(), await freePort()]
  const webUrl = `http://127.0.0.1:${port}`
  const dataDir = join(folder, 'data')
  const env = {
    PORT: String(port), SIMULATOR_PORT: String(simulatorPort), RECADO_DATA_DIR: dataDir, RECADO_KEY_DIR: join(folder, 'keys'),
    RECADO_BOOTSTRAP_API_KEY: API_KEY, RECADO_MODE: 'demo',
  } // prettier-ignore
  const program = join(root, 'packages/server/src/cli/main.ts')
  return {
    dataDir,
    webUrl,
    simulatorPort,
    async start(services) {
      const child = await startScript(
        program,
        ['start', '--json', ...(services === undefined ? [] : [`--services=${services}`])],
        env,
      )
      const { error } = JSON.parse(child.firstLine.text) as { error?: { message: string } }
      if (error) throw new Error(`Recado did not start: ${error.message}`)
      return child
    },
    async post<Body>(path: string, body: string | Buffer, type: string) {
      const answer = await fetch(`${webUrl}${path}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${API_KEY}`, 'content-type': type },
        body,
      })
      if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${(await answer.text()).slice(0, 500)}`)
      return (await answer.json()) as Body
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

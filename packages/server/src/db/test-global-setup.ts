import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { TestProject } from 'vitest/node'
import { startTestServer, type TestServer } from './test-server.ts'

/** One for the whole run, whichever projects take part in it; the server is started when the first test asks for a database. */
type Desk = { readonly url: string; users: number; close(): Promise<void> }
const shared = globalThis as { recadoTestDesk?: Promise<Desk> | undefined }

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const desk = await (shared.recadoTestDesk ??= openDesk())
  desk.users += 1
  project.provide('recadoTestDatabases', desk.url)
  return async () => {
    desk.users -= 1
    if (desk.users > 0) return
    shared.recadoTestDesk = undefined
    await desk.close()
  }
}

async function openDesk(): Promise<Desk> {
  let server: Promise<TestServer> | undefined
  const running = () => (server ??= startTestServer(process.env['DATABASE_URL']))
  const http = createServer((request, response) => {
    const name = decodeURIComponent(request.url?.slice(1) ?? '')
    const work =
      request.method === 'DELETE' ? running().then((it) => it.drop(name)) : running().then((it) => it.create())
    work.then(
      (answer) => response.end(JSON.stringify(answer ?? {})),
      (error: unknown) => response.writeHead(500).end(error instanceof Error ? error.message : 'no database'),
    )
  })
  await listen(http)
  return {
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    users: 0,
    async close() {
      http.closeAllConnections()
      await new Promise((resolve) => http.close(resolve))
      await (await server)?.stop()
    },
  }
}

const listen = (http: Server) => new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))

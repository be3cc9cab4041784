import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A Graph API that takes everything and tells nothing afterwards: where only the receiving side is looked at. */
export type TakingGraph = {
  readonly url: string
  /** The callback data of each message that was taken, in order. */
  readonly taken: readonly string[]
  close(): Promise<void>
}

export async function startTakingGraph(): Promise<TakingGraph> {
  const taken: string[] = []
  const server = createServer((request, response) => {
    let text = ''
    request.on('data', (chunk: Buffer) => (text += chunk.toString()))
    request.on('end', () => {
      response.setHeader('content-type', 'application/json')
      if (!request.url?.endsWith('/messages')) return response.end('{"data":[]}')
      const { to, biz_opaque_callback_data: data } = JSON.parse(text) as {
        to: string
        biz_opaque_callback_data?: string
      }
      taken.push(data ?? '')
      const wamid = `wamid.TAKEN.${data ?? taken.length}`
      response.end(
        JSON.stringify({
          messaging_product: 'whatsapp',
          contacts: [{ input: to, wa_id: to }],
          messages: [{ id: wamid }],
        }),
      )
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    taken,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

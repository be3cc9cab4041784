import { connect } from 'node:net'

/** What the server answered, its body as text. */
export type Answer = { readonly status: number; readonly body: string }

/** One keep-alive connection, one request at a time: bare sockets, so that the load costs little beside what it measures. */
export type Connection = {
  post(path: string, body: string, headers?: string): Promise<Answer>
  close(): void
}

export function openConnection(url: string): Promise<Connection> {
  const { hostname, port } = new URL(url)
  const socket = connect(Number(port), hostname)
  let received = ''
  let waiting: { done(answer: Answer): void; failed(error: Error): void } | undefined
  const fail = (error: Error) => waiting?.failed(error)
  socket.setNoDelay(true).setEncoding('latin1')
  socket.on('error', fail)
  socket.on('close', () => fail(new Error('the connection was closed')))
  socket.on('data', (chunk: string) => {
    received += chunk
    const answer = answerIn(received)
    if (!answer) return
    received = ''
    waiting?.done(answer)
  })
  const connection: Connection = {
    post: (path, body, headers = '') =>
      new Promise((done, failed) => {
        waiting = { done, failed }
        const length = Buffer.byteLength(body)
        socket.write(
          `POST ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\ncontent-length: ${length}\r\n${headers}\r\n${body}`,
        )
      }),
    close: () => void socket.destroy(),
  }
  return new Promise((done, failed) => {
    socket.once('connect', () => done(connection))
    socket.once('error', failed)
  })
}

/** Undefined while the answer is not complete. Servers that we measure send a length. */
function answerIn(received: string): Answer | undefined {
  const end = received.indexOf('\r\n\r\n')
  if (end < 0) return undefined
  const length = Number(/\r\ncontent-length: *(\d+)/i.exec(received.slice(0, end))?.[1] ?? 0)
  if (received.length < end + 4 + length) return undefined
  return { status: Number(received.slice(9, 12)), body: received.slice(end + 4, end + 4 + length) }
}

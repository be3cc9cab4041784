import type { makeMockApi } from '../../mock/mock-api.ts'
import type { Listener, Store } from '../../mock/store.ts'

type Handle = ReturnType<typeof makeMockApi>['handle']

/** Puts the mock where the network would be: fetch and the stream of events. */
export function serveMock(store: Store, handle: Handle): void {
  globalThis.fetch = async (input, init) => {
    const url = new URL(String(input), 'http://console.test')
    return handle(new Request(url, await readable(init ?? {})))
  }
  globalThis.EventSource = streamOf(store)
}

/** jsdom's form data means nothing to Node's Request: the file goes as the body itself, which the API takes as well. */
async function readable(init: RequestInit): Promise<RequestInit> {
  const { signal: _signal, ...rest } = init
  const file = init.body instanceof FormData ? init.body.get('file') : null
  if (!(file instanceof File)) return rest
  return { ...rest, headers: { 'content-type': 'text/csv' }, body: await textOf(file) }
}

const textOf = (file: File): Promise<string> =>
  new Promise((resolve) => {
    const reader = new FileReader()
    reader.addEventListener('load', () => resolve(String(reader.result)))
    reader.readAsText(file)
  })

/** An EventSource that is fed by the store itself. */
function streamOf(store: Store): typeof EventSource {
  class Stream extends EventTarget {
    static readonly CLOSED = 2
    readonly readyState = 1
    readonly listener: Listener = (event, position) =>
      void this.dispatchEvent(
        new MessageEvent(event.type, { data: JSON.stringify(event), lastEventId: String(position) }),
      )
    constructor() {
      super()
      store.listeners.add(this.listener)
      setTimeout(() => this.dispatchEvent(new Event('open')), 0)
    }
    close(): void {
      store.listeners.delete(this.listener)
    }
  }
  return Stream as unknown as typeof EventSource
}

/** The simulator's own doors, as the page uses them. */

/** @param {string} path @param {unknown} [body] */
async function call(method, path, body) {
  const isForm = body instanceof FormData
  const response = await fetch(`/_sim/${path}`, {
    method,
    ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
    ...(isForm || body === undefined ? {} : { headers: { 'content-type': 'application/json' } }),
  })
  const answer = await response.json()
  if (!response.ok) throw new Error(answer.error?.message ?? `HTTP ${response.status}`)
  return answer
}

const phone = (number, rest = '') => `phones/${encodeURIComponent(number)}${rest}`

export const api = {
  phones: () => call('GET', 'phones?limit=300'),
  chat: (number) => call('GET', phone(number, '/chat')),
  read: (number) => call('POST', phone(number, '/read'), {}),
  tap: (number, messageId, buttonId) => call('POST', phone(number, '/tap'), { messageId, buttonId }),
  text: (number, text) => call('POST', phone(number, '/text'), { text }),
  block: (number, blocked) => call('POST', phone(number, '/block'), { blocked }),
  stopOffers: (number, stopped) => call('POST', phone(number, '/marketing'), { stopped }),
  location: (number, latitude, longitude) => call('POST', phone(number, '/location'), { latitude, longitude }),
  media: (number, file, caption) => {
    const form = new FormData()
    form.append('caption', caption)
    form.append('file', file)
    return call('POST', phone(number, '/media'), form)
  },
}

/** Calls back with the numbers that changed; the browser reconnects by itself. */
export function listen(onPhones, onState) {
  const source = new EventSource('/_sim/events')
  source.addEventListener('phones', (event) => onPhones(JSON.parse(event.data)))
  source.addEventListener('open', () => onState(true))
  source.addEventListener('error', () => onState(false))
}

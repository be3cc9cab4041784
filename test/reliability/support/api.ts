export type Answer<T> = { readonly status: number; readonly body: T }
export type Api = <T = Record<string, unknown>>(
  method: string,
  path: string,
  body?: unknown,
  headers?: Record<string, string>,
) => Promise<Answer<T>>

/** The public API with a key. A text body is sent as a CSV file, everything else as JSON. */
export const apiOf =
  (webUrl: string, key: string): Api =>
  async <T>(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
    const type = typeof body === 'string' ? 'text/csv' : 'application/json'
    const answer = await fetch(`${webUrl}${path}`, {
      method,
      headers: { authorization: `Bearer ${key}`, ...(body === undefined ? {} : { 'content-type': type }), ...headers },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    const text = await answer.text()
    return { status: answer.status, body: (/^[[{]/.test(text) ? JSON.parse(text) : text) as T }
  }

/** A door of the simulator. */
export async function simulate<T = unknown>(
  phonesUrl: string,
  method: string,
  path: string,
  body?: unknown,
): Promise<T> {
  const answer = await fetch(`${phonesUrl}/_sim/${path}`, {
    method,
    ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  })
  const text = await answer.text()
  if (answer.status >= 400)
    throw new Error(`the simulator answered ${answer.status} to ${method} ${path}: ${text.slice(0, 200)}`)
  return (text === '' ? undefined : JSON.parse(text)) as T
}

/**
 * Waits for something that other processes bring about. Patience is for standing still: as long as `progress` changes,
 * a slow machine is given more time. @throws Error with the last progress when nothing moved for that long
 */
export async function until(
  check: () => Promise<boolean>,
  progress: () => Promise<unknown>,
  patienceMs = 60_000,
): Promise<void> {
  let seen = ''
  let movedAt = performance.now()
  while (!(await check())) {
    const now = JSON.stringify(await progress())
    if (now !== seen) {
      seen = now
      movedAt = performance.now()
    }
    if (performance.now() - movedAt > patienceMs) throw new Error(`nothing moves any more: ${seen}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

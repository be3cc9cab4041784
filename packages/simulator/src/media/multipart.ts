export type Part = { name: string; filename: string | undefined; type: string | undefined; bytes: Buffer }

/** The parts of a multipart/form-data body (RFC 7578); undefined if it is none. */
export function multipartParts(body: Buffer, contentType: string): Part[] | undefined {
  const boundary = /boundary="?([^";]+)"?/i.exec(contentType)?.[1]
  if (!boundary) return undefined
  const mark = Buffer.from(`--${boundary}`)
  const parts: Part[] = []
  let from = body.indexOf(mark)
  while (from >= 0) {
    const start = from + mark.length
    const next = body.indexOf(mark, start)
    if (next < 0) break
    const part = partFrom(body.subarray(start + 2, next - 2))
    if (part) parts.push(part)
    from = next
  }
  return parts
}

function partFrom(slice: Buffer): Part | undefined {
  const end = slice.indexOf('\r\n\r\n')
  if (end < 0) return undefined
  const head = slice.subarray(0, end).toString('utf8')
  const name = /name="([^"]*)"/i.exec(head)?.[1]
  if (name === undefined) return undefined
  return {
    name,
    filename: /filename="([^"]*)"/i.exec(head)?.[1],
    type: /content-type:\s*([^\r\n]+)/i.exec(head)?.[1]?.trim(),
    bytes: slice.subarray(end + 4),
  }
}

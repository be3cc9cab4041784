import type { FastifyRequest } from 'fastify'
import { Failure } from '@recado/domain/shared/failure'

export type UploadedFile = { readonly bytes: Uint8Array; readonly fileName: string | undefined }

/** The file of a request: the body itself, or the first file field of a form. @throws Failure `invalid` without one */
export function fileOf({ body, headers }: FastifyRequest): UploadedFile {
  if (!Buffer.isBuffer(body) || body.length === 0)
    throw new Failure('invalid', 'Send the file as the body of the request, or in the form field "file".')
  const boundary = /^multipart\/form-data;.*boundary="?([^";]+)"?/i.exec(headers['content-type'] ?? '')?.[1]
  return boundary === undefined ? { bytes: body, fileName: undefined } : partOf(body, boundary)
}

/** RFC 7578, as far as one file in memory goes. The file's name is never stored: it can hold a patient's. */
function partOf(body: Buffer, boundary: string): UploadedFile {
  const mark = Buffer.from(`--${boundary}`)
  for (let at = body.indexOf(mark); at >= 0;) {
    const next = body.indexOf(mark, at + mark.length)
    if (next < 0) break
    const part = body.subarray(at + mark.length + 2, next - 2)
    const headEnd = part.indexOf('\r\n\r\n')
    const head = part.subarray(0, headEnd).toString('utf8')
    if (headEnd >= 0 && /filename=|name="?file"?/i.test(head)) {
      return { bytes: part.subarray(headEnd + 4), fileName: /filename="[^"]*\.(\w{1,5})"/i.exec(head)?.[1] }
    }
    at = next
  }
  throw new Failure('invalid', 'The form has no file: put it into the field "file".')
}

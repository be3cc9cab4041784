import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply } from 'fastify'

/** Where `vite build` leaves the staff's web app. */
export const CONSOLE_DIST: string = join(import.meta.dirname, '../../../console/dist')

/** Their names change with their contents. */
const ASSETS = '/assets/'
const YEAR_SECONDS = 365 * 24 * 60 * 60

/**
 * The staff's web app: its files, and for every other address that a browser opens, its one page, which finds its way by
 * itself. The API's and the webhooks' addresses stay theirs.
 */
export const consolePages =
  (folder: string = CONSOLE_DIST) =>
  async (app: FastifyInstance): Promise<void> => {
    await app.register(fastifyStatic, { root: folder, serve: false, cacheControl: false, decorateReply: true })
    app.get('/*', async (request, reply) => {
      const path = decodeURIComponent(request.url.split('?')[0] ?? '/')
      if (OTHERS.test(path)) return reply.callNotFound()
      const file = path.slice(1)
      // sendFile() keeps to the folder; a name with dots in it that is not there is a missing file, not a screen.
      if (file !== '' && existsSync(join(folder, file)) && !path.endsWith('/')) return sendFile(reply, file)
      if (/\.\w+$/.test(path)) return reply.callNotFound()
      if (existsSync(join(folder, 'index.html'))) return sendFile(reply, 'index.html')
      return reply.status(503).type('text/html; charset=utf-8').send(NOT_BUILT)
    })
  }

const OTHERS = /^\/(?:api|webhooks)(?:\/|$)/

const sendFile = (reply: FastifyReply, file: string): FastifyReply => {
  const lasting = `/${file}`.startsWith(ASSETS)
  return reply
    .header('cache-control', lasting ? `public, max-age=${YEAR_SECONDS}, immutable` : 'no-cache')
    .sendFile(file)
}

const NOT_BUILT = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Recado</title>
<p>The server runs, but its console is not built. <code>npm start</code> builds it.</p></html>`

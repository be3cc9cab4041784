import type { ImportReport } from '@recado/contracts/imports'
import { ConversationDetail } from '@recado/contracts/conversations'
import { staff } from './clinic.ts'
import { readFile } from './files.ts'
import { need, Refusal } from './handler.ts'
import type { Handlers } from './handler.ts'
import { uuid } from './random.ts'
import type { Store } from './store.ts'
import { detailOf } from './talks.ts'
import type { Talk } from './talks.ts'

const me = (store: Store): string => staff.find((member) => member.id === store.staffId)?.name ?? ''

const talkOf = (store: Store, id: string): Talk => need(store.talks.find((talk) => talk.id === id))

async function fileOf(request: Request): Promise<{ name: string; text: string }> {
  if (!request.headers.get('content-type')?.startsWith('multipart/'))
    return { name: 'body.csv', text: await request.text() }
  const file = (await request.formData()).get('file')
  if (file === null || typeof file === 'string') throw new Refusal(400, 'invalid', 'the field "file" is missing')
  return { name: file.name, text: await file.text() }
}

async function readImport(
  store: Store,
  request: Request,
  answers: Record<string, string>,
  place: string | undefined,
): Promise<ImportReport> {
  const { name, text } = await fileOf(request)
  if (text.includes('NOTATABLE')) throw new Refusal(400, 'unreadable', 'this file is no table of appointments')
  if (text.includes('NOPLACE') && !place) throw new Refusal(400, 'invalid', 'say the zone', { missing: 'zone' })
  const report = readFile(store.imports.length + 1, { fileName: name, text, answers, now: store.now, by: me(store) })
  store.imports.unshift(report)
  store.emit('import.changed', report.id)
  return report
}

const inQueue = (store: Store, talk: Talk, queue: string | undefined): boolean =>
  talk.state === 'open' && (!queue || (queue === 'mine' ? talk.owner.staffId === store.staffId : talk.queue === queue))

export const deskHandlers: Handlers = {
  createImport: ({ store, request, query }) =>
    readImport(store, request, (query.answers ?? {}) as unknown as Record<string, string>, query.site ?? query.zone),
  listImports: ({ store }) => ({ items: store.imports }),
  getImport: ({ store, params }) => need(store.imports.find(({ id }) => id === params.id)),
  commitImport: ({ store, params }) => {
    const report = need(store.imports.find(({ id }) => id === params.id))
    if (report.questions.length > 0) throw new Refusal(409, 'conflict', 'questions are open')
    report.state = 'committed'
    store.emit('import.changed', report.id)
    store.emit('appointment.changed')
    return report
  },
  listConversations: ({ store, query }) => ({ items: store.talks.filter((talk) => inQueue(store, talk, query.queue)) }),
  getConversation: ({ store, params }) => ConversationDetail.parse(detailOf(talkOf(store, params.id))),
  claimConversation: ({ store, params }) => {
    const talk = talkOf(store, params.id)
    talk.owner = { kind: 'person', staffId: store.staffId, name: me(store) }
    store.emit('conversation.changed', talk.id)
    return talk
  },
  sendMessage: ({ store, params, body }) => {
    const talk = talkOf(store, params.id)
    if (!talk.windowClosesAt || talk.windowClosesAt < store.now)
      throw new Refusal(409, 'conflict', 'the 24 h window is closed')
    const message = {
      id: uuid('message', 5000 + store.log.length),
      at: store.now,
      direction: 'out' as const,
      kind: 'text',
      text: body.text,
      author: { kind: 'staff' as const, name: me(store) },
      state: 'sent' as const,
    }
    talk.messages.push(message)
    store.emit('conversation.changed', talk.id)
    return message
  },
  resolveConversation: ({ store, params }) => {
    const talk = talkOf(store, params.id)
    talk.state = 'resolved'
    store.emit('conversation.changed', talk.id)
    return talk
  },
  listChanges: ({ store }) => ({ items: store.changes }),
  markChangeDone: ({ store, params }) => {
    const done = need(store.changes.find(({ id }) => id === params.id))
    store.changes = store.changes.filter(({ id }) => id !== params.id)
    store.emit('change.changed', done.id)
    return done
  },
}

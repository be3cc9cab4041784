import type { Conversation, Message } from '@recado/contracts/conversations'
import { patients, staff } from './clinic.ts'
import { uuid } from './random.ts'
import { chipOf, hoursBefore } from './visits.ts'
import type { Visit } from './visits.ts'

export type Talk = Conversation & { messages: Message[]; visits: Visit[] }

type Line = readonly [direction: 'in' | 'out', minutesAgo: number, text: string]
type Seed = {
  readonly patient: number
  readonly queue: NonNullable<Conversation['queue']>
  readonly reason?: string
  readonly lines: readonly Line[]
  readonly mine?: true
}

/** One talk per queue that a receptionist meets on an ordinary morning. */
const seeds: readonly Seed[] = [
  { patient: 4, queue: 'emergency', lines: [['out', 190, 'Lembrete: sua visita é amanhã às 09:20.'], ['in', 4, 'estou com muita dor no peito desde cedo'], ['out', 4, 'Se for uma emergência, ligue 192 agora. A equipe foi avisada.']] },
  { patient: 0, queue: 'unanswered', reason: 'free-text', lines: [['out', 300, 'Lembrete: sua visita é na quinta às 10:00.'], ['in', 38, 'posso levar minha mãe junto? ela usa cadeira de rodas'], ['in', 37, 'e tem estacionamento?']] },
  { patient: 7, queue: 'unanswered', reason: 'free-text', lines: [['out', 500, 'تذكير بموعدك يوم الخميس الساعة 11:00'], ['in', 95, 'هل يمكنني الحضور قبل الموعد بنصف ساعة؟']] },
  { patient: 12, queue: 'scheduling', reason: 'wants-to-move', lines: [['out', 900, 'Hola Lucía, tu visita es el jueves a las 12:20.'], ['in', 130, 'Cambiar'], ['out', 130, '¿Qué días te vienen mejor?'], ['in', 128, 'por las tardes, a partir de las 17h, menos el viernes']] },
  { patient: 15, queue: 'identity', reason: 'no-visit-found', lines: [['in', 62, 'Bonjour, je voudrais déplacer le rendez-vous de ma fille']] },
  { patient: 20, queue: 'clinician', reason: 'follow-up-question', lines: [['out', 1300, 'Reminder: your visit is on Thursday at 10:40.'], ['in', 210, 'Should I stop my blood thinner before the visit?']], mine: true },
  { patient: 23, queue: 'undelivered', reason: 'not-on-whatsapp', lines: [['out', 1500, 'Reminder: your visit is on Thursday at 11:00.']] },
  { patient: 9, queue: 'waiting', lines: [['in', 1900, 'bom dia, qual o valor do retorno?'], ['out', 1880, 'Bom dia! O retorno em até 30 dias não é cobrado. Posso ajudar em algo mais?']] },
] // prettier-ignore

export function makeTalks(now: string, visits: readonly Visit[]): Talk[] {
  return seeds.map((seed, index) => {
    const person = patients[seed.patient]
    if (!person) throw new RangeError('a talk needs its patient')
    const messages = seed.lines.map((line, position) => messageOf(line, index * 20 + position + 1, now))
    const lastIn = messages.filter((message) => message.direction === 'in').at(-1)
    const closes = lastIn && hoursBefore(lastIn.at, -24)
    const known = seed.queue !== 'identity'
    const own = known
      ? visits.filter((visit) => visit.patientId === person.id && (visit.utc ?? '') > now).slice(0, 2)
      : []
    const wanted = seed.reason === 'wants-to-move' ? own[0] : undefined
    return {
      id: uuid('conversation', index + 1),
      queue: seed.queue,
      owner: seed.mine ? { kind: 'person', staffId: staff[0].id, name: staff[0].name } : { kind: 'queue' },
      ...(seed.reason ? { reason: seed.reason } : {}),
      contact: { phone: person.phone },
      patients: known ? [{ id: person.id, name: person.name, initials: person.initials }] : [],
      language: person.language as never,
      ...(lastIn ? { lastInboundAt: lastIn.at, waitingSince: lastIn.at, preview: lastIn.text ?? '' } : {}),
      ...(closes && closes > now ? { windowClosesAt: closes } : {}),
      ...(wanted ? { wish: wishOf(wanted, lastIn) } : {}),
      state: 'open',
      messages,
      visits: own,
    }
  })
}

const wishOf = (visit: Visit, said: Message | undefined): NonNullable<Conversation['wish']> => ({
  appointmentId: visit.id,
  date: visit.date,
  ...(visit.startLocal ? { startLocal: visit.startLocal } : {}),
  ...(visit.practitioner ? { practitioner: visit.practitioner } : {}),
  ...(said?.text ? { words: said.text } : {}),
})

const messageOf = ([direction, minutesAgo, text]: Line, number: number, now: string): Message => ({
  id: uuid('message', number),
  at: hoursBefore(now, minutesAgo / 60),
  direction,
  kind: 'text',
  text,
  author: { kind: direction === 'in' ? 'patient' : text.startsWith('Bom dia!') ? 'staff' : 'bot' },
  state: direction === 'in' ? 'received' : 'delivered',
})

export const detailOf = ({ visits, ...talk }: Talk): unknown => ({
  ...talk,
  appointments: visits.map((visit) => ({
    id: visit.id,
    patient: visit.patient,
    date: visit.date,
    startLocal: visit.startLocal,
    practitioner: visit.practitioner,
    service: visit.service,
    site: { id: visit.siteId, name: visit.site },
    status: visit.status,
    chip: chipOf(visit),
  })),
})

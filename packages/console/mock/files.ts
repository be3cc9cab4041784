import type { ImportDetail } from '@recado/contracts/imports'
import { addDays } from '../src/time/zoned.ts'
import { patients } from './clinic.ts'
import { uuid } from './random.ts'

type Ask = {
  readonly fileName: string
  readonly text: string
  readonly answers: Record<string, string>
  readonly now: string
  readonly by: string
}

/**
 * Plays the reading of a file. What it answers is asked for by the file's text: `AMBIGUOUS` opens two questions until they are
 * answered, `EMPTY` has no rows, `NOTATABLE` is refused, `NOPLACE` needs a site or a zone first. Everything else is a good file with a few rejects and warnings.
 */
export function readFile(number: number, { fileName, text, answers, now, by }: Ask): ImportDetail {
  const open = text.includes('AMBIGUOUS') ? openQuestions(answers) : []
  const empty = text.includes('EMPTY')
  const total = empty || open.length > 0 ? 0 : 212
  return {
    id: uuid('import', number),
    state: open.length > 0 ? 'open-questions' : 'dry-run',
    source: 'agenda-aurora',
    fileName,
    createdAt: now,
    by,
    rows: empty ? 0 : 138,
    created: empty ? 0 : 104,
    updated: empty ? 0 : 11,
    unchanged: empty ? 0 : 17,
    cancelled: empty ? 0 : 3,
    rejectedCount: empty ? 0 : 3,
    warningCount: empty ? 0 : 5,
    planned: total,
    rejected: empty ? [] : rejected,
    warnings: empty ? [] : warnings,
    notPlanned: empty ? [] : notPlanned,
    brakes: text.includes('SHRUNKEN') ? [{ kind: 'missing-rows', count: 41 }] : [],
    reading,
    questions: open,
    timeline: timeline(total, now),
  }
}

const rejected = [
  { line: 18, field: 'date', code: 'date.impossible', why: '31/11/2026 is no day of the calendar' },
  { line: 67, field: 'startLocal', code: 'time.off_pattern', why: '25:10 is no time of day' },
  { line: 121, field: 'patient', code: 'date.missing', why: 'neither a name nor a patient number' },
]
const warnings = [
  { line: 9, code: 'phone.missing', why: 'no phone: the visit is kept, the patient is not reachable' },
  { line: 31, code: 'phone.invalid', why: 'the phone has 7 digits: the visit is kept, not reachable' },
  { line: 44, code: 'phone.missing', why: 'no phone: the visit is kept, the patient is not reachable' },
  { line: 90, code: 'status.unmapped', why: '"AGUARD." is kept as booked' },
  { code: 'practitioner-new', why: 'new practitioner "Dr. Lauro Pinto": sending is off until a person switches it on' },
]
const notPlanned = [
  { reason: 'no-contact-point', count: 6 },
  { reason: 'due-passed', count: 4 },
  { reason: 'opted-out', count: 2 },
  { reason: 'practitioner-disabled', count: 2 },
]
const reading = {
  encoding: 'windows-1252',
  delimiter: ';',
  header: 1,
  dateFormat: 'dd/MM/yyyy',
  timeFormat: 'HH:mm',
  columns: { name: 'Paciente', phoneE164: 'Celular', date: 'Data', startLocal: 'Hora', practitioner: 'Profissional', service: 'Tipo', status: 'Situação' },
} // prettier-ignore

const openQuestions = (answers: Record<string, string>): ImportDetail['questions'] =>
  [
    { about: 'dateOrder', options: ['DD/MM/YYYY', 'MM/DD/YYYY'], evidence: '04/12/2026 (line 2), 05/12/2026 (line 3), 11/12/2026 (line 9)' },
    { about: 'zone', options: ['America/Sao_Paulo', 'America/Manaus'], evidence: 'country BR; no column names a site' },
  ].filter(({ about }) => answers[about] === undefined) // prettier-ignore

function timeline(total: number, now: string): ImportDetail['timeline'] {
  const first = now.slice(0, 10)
  const weights = [9, 22, 31, 34, 28, 0, 0, 24, 26, 21, 17]
  const sum = weights.reduce((left, right) => left + right, 0)
  const days = weights.flatMap((weight, offset) => {
    const count = Math.round((total * weight) / sum)
    return count > 0 ? [{ date: addDays(first, offset), total: count, hours: spread(count) }] : []
  })
  const counted = days.reduce((left, day) => left + day.total, 0)
  return {
    total: counted,
    days,
    steps: [
      { journey: 'appointment-reminder', step: 'confirm', count: Math.round(counted * 0.48) },
      { journey: 'appointment-reminder', step: 'soon', count: counted - Math.round(counted * 0.48) },
    ],
    samples: total > 0 ? samples(now) : [],
  }
}

const spread = (count: number): { hour: number; count: number }[] =>
  [8, 9, 10, 11, 13, 14, 15, 16, 18].map((hour, index, all) => ({
    hour,
    count: Math.floor(count / all.length) + (index < count % all.length ? 1 : 0),
  }))

const samples = (now: string): ImportDetail['timeline']['samples'] =>
  [0, 7, 12].flatMap((index) => {
    const person = patients[index]
    if (!person) return []
    const words: Record<string, string> = {
      'pt-BR': `Olá ${person.name.split(' ')[0]}, lembramos da sua visita na quinta, 26/11, às 09:20.`,
      ar: 'مرحباً سمير، نذكّرك بموعدك يوم الخميس 26/11 الساعة 11:00.',
      es: 'Hola Lucía, te recordamos tu visita el jueves 26/11 a las 12:20.',
    }
    return [{
      patient: { name: person.name, initials: person.initials },
      journey: 'appointment-reminder',
      step: 'confirm',
      dueAt: now,
      dueLocal: `${now.slice(0, 10)}T09:20`,
      visitLocal: `${addDays(now.slice(0, 10), 2)}T09:20`,
      language: person.language as never,
      text: words[person.language] ?? '',
    }]
  }) // prettier-ignore
